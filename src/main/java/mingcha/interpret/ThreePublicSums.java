package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the six items of “三公”经费 a row of figures gives whose blank cells were lost. The items
 * keep their order, and their sums must hold: 合计 = 出国 + 用车 + 接待, 用车 = 购置 + 运行; what is blank is 0.
 */
final class ThreePublicSums {
  private static final List<ThreePublicItem> ITEMS = List.of(ThreePublicItem.values());
  private static final BigDecimal TOLERANCE = new BigDecimal("0.021");

  private ThreePublicSums() {}

  static boolean holds(Map<ThreePublicItem, BigDecimal> items) {
    BigDecimal vehicle = value(items, ThreePublicItem.VEHICLE);
    BigDecimal sum =
        value(items, ThreePublicItem.OVERSEAS)
            .add(vehicle)
            .add(value(items, ThreePublicItem.RECEPTION));
    BigDecimal parts =
        value(items, ThreePublicItem.PURCHASE).add(value(items, ThreePublicItem.OPERATION));
    return near(sum, value(items, ThreePublicItem.TOTAL)) && near(parts, vehicle);
  }

  /**
   * All choices of as many items as each row has figures under which the sums of every row hold.
   *
   * @param rows figures in the order of the items; all of one length
   */
  static List<List<ThreePublicItem>> choices(List<List<BigDecimal>> rows) {
    int figures = rows.getFirst().size();
    List<List<ThreePublicItem>> choices = new ArrayList<>();
    for (int set = 0; set < 1 << ITEMS.size(); set++) {
      if (Integer.bitCount(set) != figures) {
        continue;
      }
      List<ThreePublicItem> choice = new ArrayList<>();
      for (int i = 0; i < ITEMS.size(); i++) {
        if ((set & 1 << i) != 0) {
          choice.add(ITEMS.get(i));
        }
      }
      if (rows.stream().allMatch(row -> holds(items(choice, row)))) {
        choices.add(choice);
      }
    }
    return choices;
  }

  private static Map<ThreePublicItem, BigDecimal> items(
      List<ThreePublicItem> choice, List<BigDecimal> row) {
    Map<ThreePublicItem, BigDecimal> items = new EnumMap<>(ThreePublicItem.class);
    for (int i = 0; i < choice.size(); i++) {
      items.put(choice.get(i), row.get(i));
    }
    return items;
  }

  private static BigDecimal value(Map<ThreePublicItem, BigDecimal> items, ThreePublicItem item) {
    return items.getOrDefault(item, BigDecimal.ZERO);
  }

  private static boolean near(BigDecimal a, BigDecimal b) {
    return a.subtract(b).abs().compareTo(TOLERANCE) <= 0;
  }
}
