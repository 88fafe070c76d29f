package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mingcha.disclosure.Reading;
import mingcha.disclosure.TableRef;
import org.jspecify.annotations.Nullable;

/**
 * The rows of 绩效指标 in a form of goals: first and second level, name and target, before anything was
 * attained or scored. In a grid the columns tell which is which; a level stands once for the rows
 * below it. In lines of text the levels are told by their words, and what stands last is the
 * target.
 */
final class TargetIndicators {
  private static final Pattern TARGET =
      Pattern.compile(".*(?:指标值|目标值|绩效标准|标准值|年度目标|指标内容及指标值)(?:[(（].*[)）])?");
  private static final Pattern SIGN = Pattern.compile("(?:指标)?(?:性质|方向|值类型)|(?:比较|运算)?符号");
  private static final Pattern UNIT = Pattern.compile("(?:度量|计量|指标值?)?单位");
  private static final Pattern WEIGHT = Pattern.compile("(?:指标)?(?:权重|分值)(?:[(（].*[)）])?");
  private static final Pattern SCORE = Pattern.compile("(?:自评|评价|实际)?得分(?:[(（].*[)）])?");
  private static final Pattern ATTAINED =
      Pattern.compile("得分|(?:实际|自评|评价).*|.*(?:完成|实现|执行)(?:值|情况|率)");
  private static final Pattern REACHED =
      Pattern.compile(".*(?:完成|实现|实际)(?:指标)?(?:值|情况)(?:[(（].*[)）])?");
  private static final Pattern BARE = Pattern.compile("[≥≤=＝><＞＜]?\\d[\\d,.]*");
  private static final Pattern OVER = Pattern.compile("总分|合计|备注|说明|填表.*|审核.*|其他.*说明.*|联系.*");

  private final List<String> above;
  private final @Nullable TableRef table;

  /** The labels of the header by the column where each begins. */
  private final TreeMap<Integer, String> columns = new TreeMap<>();

  private final List<DraftEntry> entries = new ArrayList<>();
  private String first = "";
  private String second = "";

  private TargetIndicators(List<String> above, @Nullable TableRef table) {
    this.above = above;
    this.table = table;
  }

  /** Whether a header names indicators and their targets, and nothing that comes of them. */
  static boolean isHeader(ProjectRow row) {
    List<String> labels = row.filled().stream().map(ProjectRow.Cell::label).toList();
    return labels.contains("三级指标")
        && labels.stream().anyMatch(label -> TARGET.matcher(label).matches())
        && labels.stream().noneMatch(label -> ATTAINED.matcher(label).matches());
  }

  /** Whether a header names what was attained, but no points, as the form of a transfer does. */
  static boolean isUnscored(ProjectRow row) {
    return isUnweighted(row) && row.filled().stream().noneMatch(c -> c.label().contains("得分"));
  }

  /** Whether a header names what was attained, and no weights, as Hubei's does. */
  static boolean isUnweighted(ProjectRow row) {
    List<String> labels = row.filled().stream().map(ProjectRow.Cell::label).toList();
    return row.tabular()
        && labels.contains("三级指标")
        && labels.stream().anyMatch(label -> TARGET.matcher(label).matches())
        && labels.stream().anyMatch(label -> REACHED.matcher(label).matches())
        && labels.stream().noneMatch(label -> WEIGHT.matcher(label).matches());
  }

  /**
   * Reads the indicators below a header.
   *
   * @param rows the header first
   * @param above the headings above, the project's name last
   */
  static List<DraftEntry> read(
      List<ProjectRow> rows, List<String> above, @Nullable TableRef table) {
    TargetIndicators reader = new TargetIndicators(above, table);
    ProjectRow header = rows.getFirst();
    if (header.tabular()) {
      header.filled().stream()
          .filter(c -> c.column() >= 0)
          .forEach(c -> reader.columns.put(c.column(), c.label()));
    }
    for (ProjectRow row : rows.subList(1, rows.size())) {
      List<ProjectRow.Cell> filled = row.filled();
      if (filled.isEmpty() || isHeader(row)) {
        continue;
      }
      if (OVER.matcher(filled.getFirst().label()).matches()) {
        break;
      }
      if (reader.columns.isEmpty()) {
        reader.words(filled);
      } else {
        reader.cells(filled);
      }
    }
    return reader.entries;
  }

  private void cells(List<ProjectRow.Cell> filled) {
    ProjectRow.Cell name = null;
    ProjectRow.Cell sign = null;
    String unit = "";
    List<ProjectRow.Cell> targets = new ArrayList<>();
    ProjectRow.Cell weight = null;
    ProjectRow.Cell score = null;
    List<String> rest = new ArrayList<>();
    for (ProjectRow.Cell cell : filled) {
      String label = labelOf(cell);
      if (label.equals("一级指标")) {
        first = cell.label();
        second = "";
      } else if (label.equals("二级指标")) {
        second = cell.label();
      } else if (label.equals("三级指标")) {
        name = name == null ? cell : name;
      } else if (TARGET.matcher(label).matches()
          || (REACHED.matcher(label).matches() && name != null)) {
        targets.add(cell);
      } else if (SIGN.matcher(label).matches()) {
        sign = cell;
      } else if (UNIT.matcher(label).matches()) {
        unit = cell.label();
      } else if (WEIGHT.matcher(label).matches() && points(cell)) {
        weight = cell;
      } else if (SCORE.matcher(label).matches() && points(cell)) {
        score = cell;
      } else if (name != null) {
        rest.add(cell.text());
      }
    }
    if (name != null && !targets.isEmpty()) {
      String told = sign == null ? "" : sign.text() + targets.getFirst().text() + unit;
      add(name, targets, unit, weight, score, told, rest);
    }
  }

  private static boolean points(ProjectRow.Cell cell) {
    return ProjectWords.number(cell.text()).isPresent() && !cell.text().contains("%");
  }

  /** The header that begins in the cell's column, or last before it. */
  private String labelOf(ProjectRow.Cell cell) {
    Map.Entry<Integer, String> header = columns.floorEntry(cell.column());
    return header == null ? "" : header.getValue();
  }

  private void words(List<ProjectRow.Cell> filled) {
    int at = 0;
    while (at + 1 < filled.size() && level(filled.get(at).label(), filled.get(at + 1).label())) {
      at++;
    }
    if (filled.size() - at < 2) {
      return;
    }
    ProjectRow.Cell begin = filled.get(at);
    int target = filled.size() - 1;
    if (target - at > 1 && BARE.matcher(filled.get(target - 1).label()).matches()) {
      target--; // ≥12 公里
    }
    String name = joined(filled.subList(at, target));
    ProjectRow.Cell aimed =
        new ProjectRow.Cell(
            joined(filled.subList(target, filled.size())), -1, filled.get(target).source());
    add(
        new ProjectRow.Cell(name, begin.column(), begin.source()),
        List.of(aimed),
        "",
        null,
        null,
        "",
        List.of());
  }

  private static String joined(List<ProjectRow.Cell> words) {
    return words.stream().map(ProjectRow.Cell::text).collect(Collectors.joining());
  }

  /** Whether a word is a level; remembers it. 满意度指标 is a first level where a second follows. */
  private boolean level(String label, String next) {
    if (label.equals("绩效指标") || !label.endsWith("指标")) {
      return label.equals("绩效指标");
    }
    boolean one = IndicatorRows.FIRST.matcher(label).matches();
    boolean two = IndicatorRows.SECOND.matcher(label).matches();
    if (one && (!two || first.isEmpty() || isSecond(next))) {
      first = label;
      second = "";
    } else if (two) {
      second = label;
    }
    return one || two;
  }

  private static boolean isSecond(String label) {
    return label.endsWith("指标") && IndicatorRows.SECOND.matcher(label).matches();
  }

  private void add(
      ProjectRow.Cell name,
      List<ProjectRow.Cell> targets,
      String unit,
      ProjectRow.@Nullable Cell weight,
      ProjectRow.@Nullable Cell score,
      String told,
      List<String> rest) {
    List<Reading> readings = new ArrayList<>();
    for (ProjectRow.Cell target : targets) {
      String label = columns.isEmpty() ? "指标值" : labelOf(target);
      readings.add(IndicatorRows.stated(name, label, target, unit));
    }
    Optional.ofNullable(weight)
        .ifPresent(cell -> readings.add(IndicatorRows.points("weight", labelOf(cell), cell)));
    Optional.ofNullable(score)
        .ifPresent(cell -> readings.add(IndicatorRows.points("score", labelOf(cell), cell)));
    List<String> text = new ArrayList<>(List.of(told));
    text.addAll(rest);
    entries.add(DraftEntry.indicator(name, above, List.of(first, second), text, table, readings));
  }
}
