package mingcha.interpret;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mingcha.disclosure.Source;
import mingcha.interpret.FigureRow.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a “三公” item.
 *
 * @param group what it adds up with: the labels 预算数 or 决算数, or none
 * @param label the item's name as printed
 */
record ThreePublicFigure(
    ThreePublicItem item,
    List<String> group,
    String label,
    String raw,
    BigDecimal value,
    Source source,
    @Nullable String doubt) {
  private static final Pattern GROUP =
      Pattern.compile(".*(?:预算|决算|执行|上年|本年).{0,3}数?|.*(?:增减|增长|变动|比上年|较上年).{0,6}|20\\d{2}年度?.*");

  ThreePublicFigure {
    group = List.copyOf(group);
  }

  static ThreePublicFigure of(
      ThreePublicItem item, List<String> group, String label, Cell cell, @Nullable String doubt) {
    return new ThreePublicFigure(
        item, group, label, cell.raw(), cell.value(), cell.source(), doubt);
  }

  /** Whether a label names a column's group, 预算数, and no item. */
  static boolean isGroup(String label) {
    return GROUP.matcher(label).matches();
  }

  /** The first figure of each item, by the group that adds up. */
  static Map<List<String>, Map<ThreePublicItem, BigDecimal>> groups(
      List<ThreePublicFigure> figures) {
    Map<List<String>, Map<ThreePublicItem, BigDecimal>> groups = new HashMap<>();
    for (ThreePublicFigure each : figures) {
      groups
          .computeIfAbsent(each.group(), g -> new EnumMap<>(ThreePublicItem.class))
          .putIfAbsent(each.item(), each.value());
    }
    return groups;
  }

  static boolean allHold(List<ThreePublicFigure> figures) {
    return groups(figures).values().stream().allMatch(ThreePublicSums::holds);
  }
}
