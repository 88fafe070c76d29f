package mingcha.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.disclosure.TableRef;
import mingcha.interpret.Item.ItemFigure;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of 部门决算公开相关信息统计表 and 机构运行信息表: “三公” expenses, procurement and operating costs in
 * money, vehicles, receptions and equipment as counts, whose unit stands in the item's name:
 * 车辆数合计（辆）.
 */
final class RelatedInformation {
  private static final Pattern COUNT =
      Pattern.compile("[(（](辆|台|套|台套|台[、，,]套|个|批|批次|人|人次|件|平方米)[)）]");

  private static final Pattern ASSETS = Pattern.compile(".*(?:资产|车辆|设备).*");
  private static final Pattern THREE_PUBLIC = Pattern.compile(".*[“\"]?三公[”\"]?经费.*");

  private final TableRegion region;
  private final List<String> path;

  private RelatedInformation(TableRegion region, List<String> path) {
    this.region = region;
    this.path = path;
  }

  static List<DraftEntry> lines(TableRegion region, List<String> path) {
    return new RelatedInformation(region, path).lines();
  }

  private List<DraftEntry> lines() {
    List<DraftEntry> lines = new ArrayList<>();
    String unit = "";
    String heading = "";
    boolean told = false;
    for (Item item : inOrder(ItemLines.items(region))) {
      String own = item.section();
      if (own == null && ItemNames.isTop(item.printed())) {
        heading = item.name();
        told = !item.figures().isEmpty();
      }
      String section = own == null ? heading : own;
      Matcher counted = COUNT.matcher(item.name());
      if (counted.find()) {
        unit = counted.group(1);
      } else if (!assets(section)) {
        unit = "";
      }
      boolean part = own == null && told && !ItemNames.isTop(item.printed());
      if (!item.figures().isEmpty()) {
        String of = item.name().equals(section) ? "" : section;
        lines.add(line(item, of, part ? null : metric(section, item.name(), unit), unit));
      }
    }
    return lines;
  }

  /** Two tables abreast are one: the numbers of its rows go on from the left one to the right. */
  private static List<Item> inOrder(List<Item> items) {
    long numbers = items.stream().mapToInt(Item::ordinal).filter(n -> n > 0).distinct().count();
    return numbers < items.size()
        ? items
        : items.stream().sorted(Comparator.comparingInt(Item::ordinal)).toList();
  }

  private static boolean assets(String section) {
    return ASSETS.matcher(section).matches();
  }

  private DraftEntry line(Item item, String section, @Nullable String metric, String unit) {
    String topic = section.replaceFirst("(?:情况|支出|信息)+$", "");
    boolean known = metric != null && THREE_PUBLIC.matcher(section).matches();
    boolean alone = assets(section) || topic.isEmpty() || (known && !isTotal(item.name()));
    String name = alone ? item.name() : topic + "：" + item.name();
    List<Reading> readings = new ArrayList<>();
    for (ItemFigure figure : item.figures()) {
      readings.add(reading(figure, metric, name, unit));
    }
    return new DraftEntry(
        EntryKind.LINE,
        name,
        region.title() + " " + section + " " + name,
        path,
        metric == null ? Scope.OTHER : Scope.DISCLOSURE,
        new TableRef(region.form().id(), region.title(), region.number()),
        null,
        readings,
        List.of(),
        item.source());
  }

  private Reading reading(ItemFigure figure, @Nullable String metric, String name, String unit) {
    Source at = figure.source();
    Source source = at.inTable(region.title(), at.row(), at.column());
    List<String> labels = figure.labels().isEmpty() ? List.of(name) : figure.labels();
    if (unit.isEmpty()) {
      return Money.inTable(
          metric,
          stage(labels),
          labels,
          figure.value(),
          figure.raw(),
          region.unit(),
          figure.doubt(),
          source);
    }
    return new Reading(
        metric,
        stage(labels),
        labels.getLast(),
        labels,
        figure.value(),
        unit,
        figure.raw(),
        unit,
        Basis.TABLE,
        null,
        figure.doubt(),
        source);
  }

  private static Stage stage(List<String> labels) {
    String all = String.join("", labels);
    if (all.contains("年初预算")) {
      return Stage.INITIAL;
    }
    return all.contains("预算") && !all.contains("决算") ? Stage.ADJUSTED : Stage.FINAL;
  }

  private static @Nullable String metric(String section, String name, String unit) {
    if (THREE_PUBLIC.matcher(section).matches()) {
      return unit.isEmpty() ? ofThreePublic(name) : counted(name);
    }
    if (section.contains("采购")) {
      return name.equals("合计") || name.equals("总计") || name.contains("采购支出") ? "procurement" : null;
    }
    if (section.contains("运行经费") || name.startsWith("机关运行经费")) {
      return "operating_funds";
    }
    return name.startsWith("车辆数合计") ? "vehicle_count" : null;
  }

  private static boolean isTotal(String name) {
    return name.matches("(?:支出)?(?:合计|总计|小计)");
  }

  private static @Nullable String ofThreePublic(String name) {
    if (isTotal(name) || THREE_PUBLIC.matcher(name).matches()) {
      return ThreePublicItem.TOTAL.metric;
    }
    // 其中：外事接待费 and the like are parts of what stands above them.
    return name.startsWith("其中") || name.matches(".*(?:外事|国内|国[（(]?境[)）]?外).*")
        ? null
        : ThreePublicItem.of(List.of(name), false).map(item -> item.metric).orElse(null);
  }

  private static @Nullable String counted(String name) {
    if (name.startsWith("其中") || name.contains("外事") || name.matches(".*国[（(]境[)）]外.*")) {
      return null;
    }
    boolean abroad = name.contains("出国");
    if (name.contains("团组")) {
      return "overseas_groups";
    }
    if (name.contains("人次") || name.contains("人数")) {
      return abroad ? "overseas_visitors" : "reception_visitors";
    }
    if (name.contains("接待批次")) {
      return "reception_batches";
    }
    if (name.contains("购置")) {
      return "vehicle_purchase_count";
    }
    return name.contains("保有量") ? "vehicle_count" : null;
  }
}
