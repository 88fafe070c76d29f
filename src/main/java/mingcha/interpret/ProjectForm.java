package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.TableRef;
import org.jspecify.annotations.Nullable;

/** One form, 项目支出绩效自评表 or its counterpart for a whole department, from its rows. */
final class ProjectForm {
  private static final int SHORTEST_PROSE = 8;
  private static final Pattern GRADE = Pattern.compile("(?:自评|评价|绩效|评定)+(?:等级|等次|结论|结果)");
  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  /** The headings of the analysis, where it is printed below the form instead of in it. */
  private static final Pattern ANALYSIS =
      Pattern.compile(
          "(?:项目)?(?:绩效分析|实施(?:和|的)?预算执行情况|预算执行情况|自评结果分析|产出情况|效益情况|满意度情况)(?:及分析)?[:：\\s]");

  private static final Pattern END = Pattern.compile("[。；：]$");

  private static final int MOST_WRAPPED = 8;

  private static final Pattern CODED = Pattern.compile("\\d{3,}\\s*[-－—]");

  private final List<ProjectRow> rows;
  private final ProjectDraft draft;
  private final @Nullable String title;
  private final List<DraftEntry> indicators = new ArrayList<>();

  private ProjectForm(List<ProjectRow> rows, ProjectDraft draft, @Nullable String title) {
    this.rows = rows;
    this.draft = draft;
    this.title = title;
  }

  /**
   * Reads a form.
   *
   * @param rows from the row of the name on
   * @param unit printed above it, or null
   * @param title printed above it, or null
   * @return empty when it has neither money nor a score, nor indicators with their targets
   */
  static Optional<ProjectForm> read(
      String name,
      List<ProjectRow> rows,
      List<String> path,
      @Nullable String unit,
      @Nullable String title) {
    TableRef table = title == null ? null : new TableRef(null, title, null);
    ProjectDraft draft =
        new ProjectDraft(name, rows.getFirst().cells().getFirst().source(), path, table);
    ProjectForm form = new ProjectForm(HalvedHeader.joined(rows), draft, title);
    List<Reading> money = form.money(unit);
    money.forEach(draft::read);
    form.total();
    form.grade();
    if (draft.readings().isEmpty() && !form.isTarget()) {
      return Optional.empty();
    }
    int indicators = form.indicators(name, path, table);
    if (draft.readings().isEmpty() && form.indicators.isEmpty()) {
      return Optional.empty();
    }
    form.prose(money, indicators);
    return Optional.of(form);
  }

  /** What was spent is in columns; what is asked for stands beside its label. */
  private List<Reading> money(@Nullable String unit) {
    List<Reading> beside =
        ProjectMoney.headerRow(rows) < 0 ? BesideMoney.read(rows, unit, title) : List.of();
    if (!beside.isEmpty()) {
      return beside;
    }
    return isTarget() && ProjectMoney.headerRow(rows) < 0
        ? TargetMoney.read(rows, unit, title)
        : ProjectMoney.read(rows, unit, title);
  }

  /** Whether this is 绩效目标表: nothing is attained or scored yet. */
  private boolean isTarget() {
    return rows.stream().anyMatch(TargetIndicators::isHeader);
  }

  ProjectDraft draft() {
    return draft;
  }

  List<DraftEntry> indicatorEntries() {
    return indicators;
  }

  DraftEntry departmentLine() {
    return draft.departmentLine(draft.name);
  }

  /** 评价等级：优 in a row of its own. */
  private void grade() {
    for (ProjectRow row : rows) {
      List<ProjectRow.Cell> filled = row.filled();
      for (int c = 0; c + 1 < filled.size(); c++) {
        Optional<String> letter = ProjectWords.grade(filled.get(c + 1).text());
        if (GRADE.matcher(filled.get(c).label()).matches() && letter.isPresent()) {
          draft.read(
              reading("grade", filled.get(c).label(), filled.get(c + 1), null, null, letter.get()));
          return;
        }
      }
    }
  }

  /** 总分: the last figure of its row is the score, the one before it, if any, the full marks. */
  private void total() {
    for (int r = 0; r < rows.size(); r++) {
      List<ProjectRow.Cell> filled = rows.get(r).filled();
      for (int c = 0; c < filled.size(); c++) {
        if (isTotalScore(ProjectWords.withoutBrackets(filled.get(c).label()))) {
          List<ProjectRow.Cell> after = new ArrayList<>(filled.subList(c + 1, filled.size()));
          for (int below = r + 1; below < rows.size() && below <= r + 3; below++) {
            if (!rows.get(below).filled().stream().allMatch(ProjectForm::isScoreOrGrade)) {
              break;
            }
            after.addAll(rows.get(below).filled());
          }
          score(filled.get(c).label(), after);
          return;
        }
      }
    }
    sumOfPoints();
  }

  /** 合计 below the indicators: first the full hundred, then what was reached. */
  private void sumOfPoints() {
    boolean indicators = false;
    for (ProjectRow row : rows) {
      List<ProjectRow.Cell> filled = row.filled();
      indicators |= filled.stream().anyMatch(c -> c.label().equals("三级指标"));
      if (!indicators || filled.size() < 3 || !filled.getFirst().label().matches("合计|总计")) {
        continue;
      }
      boolean full =
          ProjectWords.number(filled.get(1).text()).filter(v -> v.compareTo(FULL) == 0).isPresent();
      if (full && ProjectWords.number(filled.get(2).text()).isPresent()) {
        score(filled.getFirst().label(), filled.subList(1, 3));
        return;
      }
    }
  }

  private static boolean isTotalScore(String label) {
    return label.equals("总分")
        || label.equals("总得分")
        || label.equals("自评总分")
        || label.equals("自评总得分")
        || label.equals("总计得分")
        || label.equals("合计得分")
        || label.equals("总分值");
  }

  private static boolean isScoreOrGrade(ProjectRow.Cell cell) {
    return ProjectWords.number(cell.text()).isPresent()
        || ProjectWords.grade(cell.text()).isPresent();
  }

  private void score(String label, List<ProjectRow.Cell> cells) {
    ProjectRow.Cell score = null;
    ProjectRow.Cell grade = null;
    for (ProjectRow.Cell cell : cells) {
      if (ProjectWords.number(cell.text()).isPresent()) {
        score = cell;
      } else if (ProjectWords.grade(cell.text()).isPresent()) {
        grade = cell;
        break;
      } else if (score != null) {
        break;
      }
    }
    if (score != null) {
      BigDecimal value = ProjectWords.number(score.text()).orElseThrow();
      draft.read(reading("score", label, score, value, "分", score.text()));
    }
    if (grade != null) {
      String letter = ProjectWords.grade(grade.text()).orElseThrow();
      draft.read(reading("grade", label, grade, null, null, letter));
    }
  }

  private Reading reading(
      String metric,
      String label,
      ProjectRow.Cell cell,
      @Nullable BigDecimal value,
      @Nullable String unit,
      String raw) {
    return new Reading(
        metric,
        null,
        label,
        List.of(label),
        value,
        unit,
        raw,
        null,
        Basis.TABLE,
        null,
        null,
        cell.source().inTable(title, cell.source().row(), cell.source().column()));
  }

  /** Reads the indicators; gives the row of their header, or the number of rows. */
  private int indicators(String name, List<String> path, @Nullable TableRef table) {
    int header = 0;
    while (header < rows.size() && !IndicatorRows.isHeader(rows.get(header))) {
      header++;
    }
    for (int r = 1; r < rows.size() && header == rows.size(); r++) {
      // The header is missing: then the row above the first levels stands for it.
      header = IndicatorRows.begin(rows.get(r)) ? r - 1 : header;
    }
    if (header < rows.size()) {
      List<String> below = new ArrayList<>(path);
      below.add(name);
      List<ProjectRow> listed = rows.subList(header, rows.size());
      boolean targets =
          TargetIndicators.isHeader(listed.getFirst())
              || TargetIndicators.isUnscored(listed.getFirst());
      List<DraftEntry> scored = targets ? List.of() : IndicatorRows.read(listed, below, table);
      boolean unweighted = scored.isEmpty() && TargetIndicators.isUnweighted(listed.getFirst());
      indicators.addAll(
          targets || unweighted ? TargetIndicators.read(listed, below, table) : scored);
    }
    return header;
  }

  /** Goals and analysis: the cells with sentences outside the indicators. */
  private void prose(List<Reading> money, int indicatorHeader) {
    ProjectProse prose = new ProjectProse();
    boolean amongIndicators = false;
    for (int r = 1; r < rows.size(); r++) {
      List<ProjectRow.Cell> filled = rows.get(r).filled();
      if (r == indicatorHeader) {
        amongIndicators = true;
      }
      if (filled.stream().anyMatch(c -> isTotalScore(c.label()))) {
        amongIndicators = false;
      }
      boolean header = filled.stream().anyMatch(c -> ProjectSlot.of(c.text()).isPresent());
      for (ProjectRow.Cell cell : amongIndicators || header ? List.<ProjectRow.Cell>of() : filled) {
        if (isProse(cell)) {
          draft.say(cell.text());
          prose.line(cell.text(), cell.source());
          if (rows.get(r).tabular()) {
            prose.paragraph();
          }
        }
      }
    }
    narrate(prose, money);
  }

  private void narrate(ProjectProse prose, List<Reading> money) {
    ProjectNarrative narrative =
        new ProjectNarrative(
            value(money, "budget_initial"),
            value(money, "budget_adjusted"),
            "budget_initial",
            draft.name);
    narrative.read(prose, 0, prose.length()).forEach(draft::read);
  }

  /**
   * Reads what is said of this project below its form, with the lines that it is wrapped into.
   *
   * @return how many rows that are; none if it is of something else
   */
  int remark(List<ProjectRow> below) {
    String text = below.getFirst().text();
    boolean ofThis =
        ANALYSIS.matcher(text).lookingAt()
            || ProjectWords.withoutSpace(text).contains(ProjectWords.withoutSpace(draft.name));
    if (!ofThis) {
      return 0;
    }
    ProjectProse prose = new ProjectProse();
    int lines = 0;
    do {
      ProjectRow line = below.get(lines++);
      draft.say(line.text());
      prose.line(line.text(), line.cells().getFirst().source());
    } while (lines < Math.min(below.size(), MOST_WRAPPED)
        && !END.matcher(below.get(lines - 1).text()).find()
        && isWrapped(below.get(lines)));
    narrate(prose, List.copyOf(draft.readings()));
    return lines;
  }

  private static boolean isWrapped(ProjectRow line) {
    return !line.tabular()
        && !ANALYSIS.matcher(line.text()).lookingAt()
        && !ProjectWords.isHeading(line.text());
  }

  /** A sentence, or a long phrase; not a figure, and not an office with its code. */
  private static boolean isProse(ProjectRow.Cell cell) {
    String text = cell.text();
    boolean sentence = text.chars().anyMatch(c -> "，。,；;".indexOf(c) >= 0);
    return text.length() >= SHORTEST_PROSE
        && (sentence || text.length() >= 16)
        && !CODED.matcher(text).lookingAt()
        && ProjectWords.number(text).isEmpty();
  }

  static @Nullable BigDecimal value(List<Reading> readings, String metric) {
    for (Reading reading : readings) {
      if (metric.equals(reading.metric())) {
        return reading.value();
      }
    }
    return null;
  }
}
