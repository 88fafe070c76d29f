package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.TableRef;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The rows of 绩效指标: first and second level, name, target, attained, weight, points. Levels are told
 * by their words, since merged cells displace the columns; the name is the first cell behind them,
 * and the two figures next to each other after the values are weight and points.
 */
final class IndicatorRows {
  static final Pattern FIRST =
      Pattern.compile(
          "绩效指标|(?:投入|过程|决策|产出|效益|成本|满意度|效果|管理|履职|投入管理|项目)(?:指标)?(?:[(（][\\d.]+分?[)）])?");
  static final Pattern SECOND =
      Pattern.compile(
          "(?:数量|质量|时效|成本|产出数量|产出质量|产出时效|产出成本|经济效益|经济收益|社会效益|生态效益|可持续影响|可持续发展"
              + "|(?:服务对象|社会公众|受益对象|帮扶对象|社会公众或服务对象)?满意度|经济成本|社会成本|生态环境成本"
              + "|工作目标管理|预算和财务管理|绩效管理|重点工作任务完成|履职目标实现|履职效益)(?:指标)?"
              + "(?:[(（][\\d.]+分?[)）])?");
  private static final Pattern VALUE =
      Pattern.compile("^[≥≤=＝><＞＜\\-约达]*(\\d[\\d,]*(?:\\.\\d+)?)([^\\d]{0,8})$");

  private static final Pattern NO_NAME =
      Pattern.compile("[≥≤=＝><＞＜]?-?\\d[\\d.,]*\\D{0,3}|[≥≤=＝><＞＜].*|未填报|达成.*");

  /** ≥ and 座 in columns of their own beside 23. */
  private static final Pattern UNIT = Pattern.compile("(?:度量|计量|指标值?)单位");

  private static final Pattern SIGN = Pattern.compile("(?:指标)?(?:性质|方向)|(?:比较|运算)?符号");
  private static final Set<String> HEADERS = Set.of("一级指标", "二级指标", "三级指标", "分值", "得分");
  private static final Pattern WEIGHT = Pattern.compile("(?:指标)?权重(?:[(（].*[)）])?|标准分值?");
  private static final Pattern VALUES =
      Pattern.compile(".*(?:目标|指标|标准|计划|完成|实际|实现)(?:指标)?(?:值|情况)(?:[(（].*[)）])?");
  private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);

  private final List<String> above;
  private final @Nullable TableRef table;
  private final List<DraftEntry> entries = new ArrayList<>();

  /** The labels of the header behind 三级指标. */
  private final List<String> labels = new ArrayList<>();

  /** The columns of {@link #HEADERS}. */
  private final Map<String, Integer> columns = new HashMap<>();

  private final Map<Integer, String> labelAt = new HashMap<>();

  private String first = "";
  private String second = "";

  private IndicatorRows(List<String> above, @Nullable TableRef table) {
    this.above = above;
    this.table = table;
  }

  /**
   * Reads the indicators below a header.
   *
   * @param rows the header first; reading ends at 总分
   * @param above the headings above, the project's name last
   */
  static List<DraftEntry> read(
      List<ProjectRow> rows, List<String> above, @Nullable TableRef table) {
    IndicatorRows reader = new IndicatorRows(above, table);
    boolean behind = false;
    for (ProjectRow.Cell cell : rows.getFirst().filled()) {
      String label = canonical(cell.label());
      reader.labelAt.put(cell.column(), cell.label());
      if (HEADERS.contains(label) && cell.column() >= 0) {
        reader.columns.putIfAbsent(label, cell.column());
      }
      if (behind) {
        reader.labels.add(label);
      }
      behind |= label.equals("三级指标");
    }
    for (ProjectRow row : rows.subList(1, rows.size())) {
      List<ProjectRow.Cell> filled = row.filled();
      if (filled.stream().anyMatch(c -> c.label().startsWith("总分"))) {
        break;
      }
      reader.row(row);
    }
    return reader.entries;
  }

  /** The words of the Ministry's form for those of others. */
  private static String canonical(String label) {
    if (WEIGHT.matcher(label).matches()) {
      return "分值";
    }
    if (label.equals("指标名称")) {
      return "三级指标";
    }
    return label.matches("(?:自评|评价|实际|指标)得分(?:[(（].*[)）])?") ? "得分" : label;
  }

  /** Whether a row is the header of indicators. */
  static boolean isHeader(ProjectRow row) {
    List<String> labels = row.filled().stream().map(ProjectRow.Cell::label).toList();
    return labels.contains("三级指标")
        || (labels.contains("指标名称")
            && labels.stream().map(IndicatorRows::canonical).anyMatch("得分"::equals));
  }

  /** Whether a header has targets or what was attained, and points, in a grid. */
  static boolean isScoredHeader(ProjectRow row) {
    List<String> labels = row.filled().stream().map(ProjectRow.Cell::label).toList();
    return row.tabular()
        && labels.contains("三级指标")
        && labels.stream().anyMatch(label -> label.matches("(?:自评|评价|实际)?得分"))
        && labels.stream().anyMatch(label -> VALUES.matcher(label).matches());
  }

  /** Whether a row begins with a first and a second level: 产出指标 数量指标. */
  static boolean begin(ProjectRow row) {
    List<ProjectRow.Cell> filled = row.filled();
    for (int i = 0; i + 2 < filled.size() && i < 2; i++) {
      if (FIRST.matcher(filled.get(i).label()).matches()
          && SECOND.matcher(filled.get(i + 1).label()).matches()) {
        return weight(filled.subList(i + 3, filled.size())) >= 1;
      }
    }
    return false;
  }

  private void row(ProjectRow row) {
    List<ProjectRow.Cell> filled = row.filled();
    int at = byColumns(row, filled);
    boolean below = at >= 0;
    if (!below) {
      at = 0;
      while (at < filled.size() - 1 && isLevel(filled, at)) {
        at++;
      }
      if (at > 0 && NO_NAME.matcher(filled.get(at).label()).matches()) {
        at--;
        second = "";
      }
    }
    if (filled.size() - at < 4) {
      return;
    }
    if (below && isApart()) {
      addByColumns(filled.get(at), filled.subList(at + 1, filled.size()));
      return;
    }
    List<ProjectRow.Cell> values = filled.subList(at + 1, filled.size());
    int told = below ? tooMany(values) : -1;
    int weight = told >= 1 ? told : weight(values);
    if (weight >= 1 && ProjectWords.number(filled.get(at).text()).isEmpty()) {
      add(filled.get(at), values, weight);
    }
  }

  /** The index of the name where name, weight and points stand below their headers, or -1. */
  private int byColumns(ProjectRow row, List<ProjectRow.Cell> filled) {
    if (!row.tabular() || columns.size() < 3) {
      return -1;
    }
    Map<Integer, ProjectRow.Cell> at = new HashMap<>();
    filled.forEach(c -> at.put(c.column(), c));
    ProjectRow.Cell name = at.get(columns.get("三级指标"));
    ProjectRow.Cell weight = at.get(columns.get("分值"));
    ProjectRow.Cell points = at.get(columns.get("得分"));
    if (name == null
        || weight == null
        || points == null
        || points(weight).isEmpty()
        || points(points).isEmpty()
        || (at.get(columns.get("二级指标")) == null && SECOND.matcher(name.label()).matches())
        || NO_NAME.matcher(name.label()).matches()) {
      return -1;
    }
    ProjectRow.Cell one = at.get(columns.get("一级指标"));
    ProjectRow.Cell two = at.get(columns.get("二级指标"));
    boolean goesOn = one != null && isRestOfFirst(one.label());
    first = one == null ? first : goesOn ? whole(first, one.label()) : one.label();
    second = two == null ? (one == null || goesOn ? second : "") : two.label();
    return filled.indexOf(name);
  }

  /** The end of a page cuts 产出指标 too, and some programs print its last line on both pages. */
  private boolean isRestOfFirst(String label) {
    return !first.isEmpty()
        && !FIRST.matcher(label).matches()
        && !SECOND.matcher(label).matches()
        && (first.endsWith(label) || FIRST.matcher(first + label).matches());
  }

  private static String whole(String first, String rest) {
    return first.endsWith(rest) ? first : first + rest;
  }

  private void add(ProjectRow.Cell name, List<ProjectRow.Cell> values, int weight) {
    String unit = "";
    String sign = "";
    for (int i = 0; i < weight; i++) {
      unit = UNIT.matcher(labelOf(i, weight)).matches() ? values.get(i).label() : unit;
      sign = SIGN.matcher(labelOf(i, weight)).matches() ? values.get(i).label() : sign;
    }
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < weight; i++) {
      String label = labelOf(i, weight);
      boolean value = !UNIT.matcher(label).matches() && !label.contains("系数");
      if (value && !SIGN.matcher(label).matches()) {
        readings.add(stated(name, label, values.get(i), unit));
      }
    }
    String told =
        sign.isEmpty() || readings.isEmpty() ? "" : sign + readings.getFirst().raw() + unit;
    readings.add(points("weight", "分值", values.get(weight)));
    readings.add(points("score", "得分", values.get(weight + 1)));
    entry(
        name,
        values.subList(weight + 2, values.size()).stream().map(ProjectRow.Cell::text).toList(),
        told,
        readings);
  }

  private void entry(ProjectRow.Cell name, List<String> rest, String told, List<Reading> readings) {
    List<String> text = new ArrayList<>(List.of(told));
    text.addAll(rest);
    entries.add(DraftEntry.indicator(name, above, List.of(first, second), text, table, readings));
  }

  /** Whether values or explanations stand between 分值 and 得分. */
  private boolean isApart() {
    int weight = columns.getOrDefault("分值", Integer.MAX_VALUE);
    int score = columns.getOrDefault("得分", -1);
    return labelAt.keySet().stream().anyMatch(column -> column > weight && column < score);
  }

  private void addByColumns(ProjectRow.Cell name, List<ProjectRow.Cell> behind) {
    List<Reading> readings = new ArrayList<>();
    List<String> text = new ArrayList<>();
    for (ProjectRow.Cell cell : behind) {
      String label = labelAt.getOrDefault(cell.column(), "");
      if (Objects.equals(columns.get("分值"), cell.column())) {
        readings.add(points("weight", "分值", cell));
      } else if (Objects.equals(columns.get("得分"), cell.column())) {
        readings.add(points("score", "得分", cell));
      } else if (VALUES.matcher(label).matches()) {
        readings.add(stated(name, label, cell, ""));
      } else if (ProjectWords.number(cell.text()).isEmpty()) {
        text.add(cell.text());
      }
    }
    entry(name, text, "", readings);
  }

  /** Whether this cell is a first or second level; remembers it for the rows below. */
  private boolean isLevel(List<ProjectRow.Cell> filled, int at) {
    String label = filled.get(at).label();
    boolean nameFollows =
        at + 1 < filled.size() && weight(filled.subList(at + 2, filled.size())) >= 1;
    if (!nameFollows) {
      return false;
    }
    if (isRestOfFirst(label)) {
      first = whole(first, label);
      return true;
    }
    if (SECOND.matcher(label).matches() && !(first.isEmpty() && FIRST.matcher(label).matches())) {
      boolean secondFollows = SECOND.matcher(filled.get(at + 1).label()).matches();
      if (!FIRST.matcher(label).matches() || !secondFollows) {
        second = label;
        return true;
      }
    }
    if (FIRST.matcher(label).matches()) {
      first = label.equals("绩效指标") ? first : label;
      second = label.equals("绩效指标") ? second : "";
      return true;
    }
    return false;
  }

  /** The index of the last figure that has another beside it, not above it; -1 where none has. */
  private static int weight(List<ProjectRow.Cell> values) {
    for (int i = values.size() - 2; i >= 1; i--) {
      Optional<BigDecimal> weight = points(values.get(i));
      Optional<BigDecimal> points = points(values.get(i + 1));
      if (weight.isPresent()
          && points.isPresent()
          && points.get().compareTo(weight.get()) <= 0
          && weight.get().compareTo(MOST_POINTS) <= 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The index of the weight where the headers say that more points than it were given; -1 where
   * they say no such thing.
   */
  private int tooMany(List<ProjectRow.Cell> values) {
    for (int i = 1; i + 1 < values.size(); i++) {
      ProjectRow.Cell weight = values.get(i);
      ProjectRow.Cell points = values.get(i + 1);
      if (Objects.equals(columns.get("分值"), weight.column())
          && Objects.equals(columns.get("得分"), points.column())) {
        boolean last =
            values.subList(i + 2, values.size()).stream().allMatch(c -> points(c).isEmpty());
        boolean more =
            points(weight).flatMap(w -> points(points).map(p -> p.compareTo(w) > 0)).orElse(false);
        return last && more ? i : -1;
      }
    }
    return -1;
  }

  private static Optional<BigDecimal> points(ProjectRow.Cell cell) {
    return cell.text().contains("%") ? Optional.empty() : ProjectWords.number(cell.text());
  }

  /**
   * The header of the i-th value; where values are missing, what stands last is the attained one.
   */
  private String labelOf(int i, int count) {
    List<String> valueLabels = new ArrayList<>();
    for (String label : labels) {
      if (label.equals("分值") || label.equals("得分") || label.startsWith("权重")) {
        break;
      }
      valueLabels.add(label);
    }
    if (count == valueLabels.size()) {
      return valueLabels.get(i);
    }
    return i == count - 1 ? "实际完成值" : i < valueLabels.size() ? valueLabels.get(i) : "指标值";
  }

  static Reading stated(
      ProjectRow.Cell name, String label, ProjectRow.Cell cell, String unitBeside) {
    Matcher matcher = VALUE.matcher(ProjectWords.withoutSpace(cell.text()));
    BigDecimal value = null;
    String unit = null;
    String metric = null;
    if (matcher.matches()) {
      value = Figures.cell(matcher.group(1)).orElse(null);
      unit = matcher.group(2).isEmpty() ? unitBeside : matcher.group(2);
      // 患者满意度（%）
      boolean inName = unit.isEmpty() && name.label().matches(".*[(（][%％][)）]");
      unit = inName ? "%" : unit;
      boolean attained = label.contains("实际") || label.contains("完成");
      metric = attained && unit.equals("%") ? rate(name.label()) : null;
    }
    return new Reading(
        metric,
        null,
        label,
        List.of(label),
        value,
        unit,
        cell.text(),
        unit,
        Basis.TABLE,
        null,
        null,
        cell.source());
  }

  /** The rate that an indicator is about, where it is one of the registry. */
  private static @Nullable String rate(String name) {
    if (name.contains("满意")) {
      return "satisfaction";
    }
    return name.matches("(?:部门|单位)?预算调整率")
        ? "adjustment_rate"
        : name.matches("(?:部门|单位)?结转结余率") ? "carryover_rate" : null;
  }

  static Reading points(String metric, String label, ProjectRow.Cell cell) {
    return new Reading(
        metric,
        null,
        label,
        List.of(label),
        ProjectWords.number(cell.text()).orElse(null),
        "分",
        cell.text(),
        null,
        Basis.TABLE,
        null,
        null,
        cell.source());
  }
}
