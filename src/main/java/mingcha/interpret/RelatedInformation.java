package mingcha.interpret;

import java.util.ArrayList;
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
 * Makes lines of 部门决算公开相关信息统计表: procurement and operating costs in money, vehicles and equipment as
 * counts, whose unit stands in the item's name: 车辆数合计（辆）.
 */
final class RelatedInformation {
  private static final Pattern COUNT = Pattern.compile("[(（](辆|台|套|台套|台、套|个|件|平方米)[)）]");
  private static final Pattern ASSETS = Pattern.compile(".*(?:资产|车辆|设备).*");

  private RelatedInformation() {}

  static List<DraftEntry> lines(TableRegion region, List<String> path) {
    List<DraftEntry> lines = new ArrayList<>();
    String unit = "";
    for (Item item : ItemLines.items(region)) {
      Matcher counted = COUNT.matcher(item.name());
      if (counted.find()) {
        unit = counted.group(1);
      } else if (item.section() == null || !assets(item.section())) {
        unit = "";
      }
      lines.add(line(region, item, unit, path));
    }
    return lines;
  }

  private static boolean assets(String section) {
    return ASSETS.matcher(section).matches();
  }

  private static DraftEntry line(TableRegion region, Item item, String unit, List<String> path) {
    String section = item.section() == null ? "" : item.section();
    String topic = section.replaceFirst("(?:情况|支出)+$", "");
    String name = assets(section) || topic.isEmpty() ? item.name() : topic + "：" + item.name();
    String metric = metric(section, item.name());
    List<Reading> readings = new ArrayList<>();
    for (ItemFigure figure : item.figures()) {
      readings.add(reading(region, figure, metric, name, unit));
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

  private static Reading reading(
      TableRegion region, ItemFigure figure, @Nullable String metric, String name, String unit) {
    Source at = figure.source();
    Source source = at.inTable(region.title(), at.row(), at.column());
    List<String> labels = figure.labels().isEmpty() ? List.of(name) : figure.labels();
    if (unit.isEmpty()) {
      return Money.inTable(
          metric,
          Stage.FINAL,
          labels,
          figure.value(),
          figure.raw(),
          region.unit(),
          figure.doubt(),
          source);
    }
    return new Reading(
        metric,
        Stage.FINAL,
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

  private static @Nullable String metric(String section, String name) {
    if (section.contains("采购")) {
      return name.equals("合计") || name.equals("总计") || name.contains("采购支出") ? "procurement" : null;
    }
    if (section.contains("运行经费") || name.startsWith("机关运行经费")) {
      return "operating_funds";
    }
    return name.startsWith("车辆数合计") ? "vehicle_count" : null;
  }
}
