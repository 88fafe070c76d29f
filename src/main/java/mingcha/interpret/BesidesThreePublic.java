package mingcha.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.extract.Block.GridCell;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the “三公” items in their table: 会议费 and 培训费 in Jiangsu's, 机关运行经费 in Shanghai's
 * budgets, and 合计 of all that.
 */
final class BesidesThreePublic {
  private static final Pattern ITEM = Pattern.compile(".*(?:会议费|培训费|机关运行经费).*");
  private static final Pattern PURE = Pattern.compile("(?:会议费|培训费|机关运行经费)(?:支出)?(?:预算数|决算数|数)?");
  private static final Pattern SUM = Pattern.compile("合计|总计");
  private static final Pattern NUMBER = Pattern.compile("(?:预算|决算)?数$");

  private final TableRegion region;
  private final List<String> path;
  private final Function<List<String>, @Nullable Stage> stage;

  /**
   * @param stage by the labels above a figure
   */
  BesidesThreePublic(
      TableRegion region, List<String> path, Function<List<String>, @Nullable Stage> stage) {
    this.region = region;
    this.path = List.copyOf(path);
    this.stage = stage;
  }

  List<DraftEntry> lines(FigureRow row) {
    HeaderTree header = row.header();
    Map<String, List<Reading>> readings = new LinkedHashMap<>();
    for (GridCell cell : row.line().filled()) {
      List<String> labels = header.path(cell.column());
      String name = name(labels);
      if (name != null && Figures.cell(cell.text()).isPresent()) {
        readings.computeIfAbsent(name, n -> new ArrayList<>()).add(reading(name, labels, cell));
      }
    }
    List<DraftEntry> lines = new ArrayList<>();
    readings.forEach(
        (name, of) ->
            lines.add(ThreePublicLines.line(region, name, of, path, row.line().source())));
    return lines;
  }

  /** The item that a column is of, or null if it is one of the “三公”. */
  private @Nullable String name(List<String> labels) {
    boolean threePublic = labels.stream().anyMatch(l -> l.contains("三公"));
    Optional<String> item = labels.stream().filter(l -> PURE.matcher(l).matches()).findFirst();
    if (item.isPresent() && !threePublic) {
      return NUMBER.matcher(item.get()).replaceFirst("").replaceFirst("支出$", "");
    }
    boolean sum = !labels.isEmpty() && labels.stream().allMatch(l -> SUM.matcher(l).matches());
    return sum && hasOthers() ? "合计" : null;
  }

  /** Whether 合计 is of more than “三公”. */
  private boolean hasOthers() {
    return region.body().stream()
            .flatMap(line -> line.filled().stream())
            .map(cell -> Line.compact(cell.text()))
            .anyMatch(text -> ITEM.matcher(text).matches())
        && region.body().stream()
            .flatMap(line -> line.filled().stream())
            .map(cell -> Line.compact(cell.text()))
            .anyMatch("小计"::equals);
  }

  private Reading reading(String name, List<String> labels, GridCell cell) {
    return Money.inTable(
        name.equals("机关运行经费") ? "operating_funds" : null,
        stage.apply(labels),
        labels,
        Figures.cell(cell.text()).orElseThrow(),
        cell.text().strip(),
        region.unit(),
        null,
        cell.source().inTable(region.title(), cell.source().row(), cell.source().column()));
  }
}
