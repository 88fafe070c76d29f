package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * Tables of several projects, a row each: 项目单位自评汇总表. In a grid the columns tell. Where the table
 * was printed with narrow columns and came as lines of a few characters, the header is put together
 * again, the figures of a project stand in one line, and its name in the lines before.
 */
final class ProjectSummaries {
  private static final Pattern HEADER_WORD =
      Pattern.compile(
          "系统查询全年执行数|年初预算数|全年预算数|预算数|全年执行数|执行数|预算执行率|执行率|[\\u4e00-\\u9fff]{2,8}得分率|自评得分|评价得分|得分|分值");

  /** What stands between name and figures in such tables. */
  private static final Pattern KIND_OF_PROJECT =
      Pattern.compile("(?:可执行项目|特定目标类|其他运转类|运转类|人员类|部门预算项目|延续性项目|一次性项目|经常性项目|新增项目|专项业务类).*$");

  private static final int LONGEST_HEADER = 90;
  private static final int FEWEST_FIGURES = 3;

  private record Column(@Nullable ProjectSlot slot, String label, int at) {
    static Column of(String label, int at) {
      boolean rate = label.endsWith("得分率");
      return new Column(rate ? null : ProjectSlot.of(label).orElse(null), label, at);
    }

    boolean isScore() {
      return label.equals("自评得分") || label.equals("评价得分") || slot == ProjectSlot.SCORE;
    }
  }

  private final List<ProjectRow> rows;
  private final Outline outline;
  private final List<ProjectDraft> drafts = new ArrayList<>();
  private final List<Source> consumed = new ArrayList<>();

  private ProjectSummaries(List<ProjectRow> rows, Outline outline) {
    this.rows = rows;
    this.outline = outline;
  }

  static ProjectSummaries read(List<ProjectRow> rows, Outline outline) {
    ProjectSummaries summaries = new ProjectSummaries(rows, outline);
    for (int r = 0; r < rows.size(); r++) {
      r = rows.get(r).tabular() ? summaries.grid(r) : summaries.lines(r);
    }
    return summaries;
  }

  List<ProjectDraft> drafts() {
    return drafts;
  }

  List<Source> consumed() {
    return consumed;
  }

  /** Reads a grid whose header is this row; gives the last row that was read. */
  private int grid(int at) {
    int nameColumn = -1;
    int gradeColumn = -1;
    List<Column> columns = new ArrayList<>();
    for (ProjectRow.Cell cell : rows.get(at).filled()) {
      String label = ProjectWords.withoutBrackets(cell.label());
      if (label.equals("项目名称")) {
        nameColumn = cell.column();
      } else if (label.endsWith("等级") || label.endsWith("等次")) {
        gradeColumn = cell.column();
      } else if (ProjectSlot.of(label).isPresent() || label.equals("评价得分")) {
        columns.add(Column.of(label, cell.column()));
      }
    }
    boolean money = columns.stream().anyMatch(c -> c.slot() != null && c.slot().isMoney());
    if (nameColumn < 0 || columns.size() < 2 || !money) {
      return at;
    }
    String unit = unitAbove(at, at);
    int last = at;
    for (int r = at + 1; r < rows.size() && rows.get(r).tabular(); r++) {
      ProjectDraft draft = gridRow(rows.get(r), nameColumn, gradeColumn, columns, unit);
      if (draft != null) {
        drafts.add(draft);
        rows.get(r).cells().forEach(c -> consumed.add(c.source()));
      } else if (rows.get(r).filled().stream().anyMatch(c -> c.label().equals("项目名称"))) {
        break;
      }
      last = r;
    }
    return last;
  }

  private @Nullable ProjectDraft gridRow(
      ProjectRow row,
      int nameColumn,
      int gradeColumn,
      List<Column> columns,
      @Nullable String unit) {
    ProjectRow.Cell name = null;
    for (ProjectRow.Cell cell : row.cells()) {
      name = cell.column() == nameColumn ? cell : name;
    }
    if (name == null
        || name.isEmpty()
        || ProjectWords.number(name.text()).isPresent()
        || ProjectWords.isTotal(name.label())) {
      return null;
    }
    ProjectDraft draft = draft(name.text(), name.source());
    for (ProjectRow.Cell cell : row.filled()) {
      for (Column column : columns) {
        if (column.at() == cell.column()) {
          read(draft, column, cell.text(), cell.source(), unit, null);
        }
      }
      Optional<String> grade = ProjectWords.grade(cell.text());
      if (cell.column() == gradeColumn && grade.isPresent()) {
        draft.read(figure("grade", null, "等级", null, null, grade.get(), null, cell.source(), null));
      }
    }
    return draft.readings().isEmpty() ? null : draft;
  }

  private ProjectDraft draft(String name, Source source) {
    return new ProjectDraft(name, source, outline.pathAt(source), null);
  }

  /** Reads a table that came as lines, whose header holds 项目名称 in this row. */
  private int lines(int at) {
    if (!ProjectWords.label(rows.get(at).text()).equals("项目名称")) {
      return at;
    }
    StringBuilder header = new StringBuilder();
    int r = at + 1;
    while (r < rows.size() && r - at < LONGEST_HEADER && !isData(rows.get(r))) {
      if (rows.get(r).tabular()
          || ProjectWords.isHeading(rows.get(r).text())
          || ProjectWords.label(rows.get(r).text()).equals("项目名称")) {
        return at;
      }
      header.append(ProjectWords.withoutSpace(rows.get(r).text()));
      r++;
    }
    List<Column> columns = new ArrayList<>();
    Matcher matcher = HEADER_WORD.matcher(header);
    while (matcher.find()) {
      columns.add(Column.of(matcher.group(), -1));
    }
    boolean money = columns.stream().anyMatch(c -> c.slot() != null && c.slot().isMoney());
    return columns.size() < FEWEST_FIGURES || !money ? at : records(r, columns, unitAbove(at, r));
  }

  /** A unit's code, or a line of figures. */
  private static boolean isData(ProjectRow row) {
    String text = row.text().strip();
    return text.matches("\\d{3,}") || figures(row).size() >= FEWEST_FIGURES;
  }

  private static List<String> figures(ProjectRow row) {
    List<String> figures = new ArrayList<>();
    for (String word : ProjectWords.words(row.text())) {
      if (ProjectWords.number(word).isPresent() || ProjectWords.isPlaceholder(word)) {
        figures.add(word);
      }
    }
    return figures;
  }

  private int records(int from, List<Column> columns, @Nullable String unit) {
    List<ProjectRow> name = new ArrayList<>();
    int last = from - 1;
    for (int r = from; r < rows.size() && r - last < LONGEST_HEADER; r++) {
      ProjectRow row = rows.get(r);
      if (row.tabular() || ProjectWords.isHeading(row.text()) || row.text().length() > 120) {
        break;
      }
      name.add(row);
      List<String> figures = figures(row);
      if (figures.size() >= FEWEST_FIGURES) {
        record(name, figures, columns, unit);
        name.forEach(n -> consumed.add(n.cells().getFirst().source()));
        name.clear();
        last = r;
      }
    }
    return Math.max(last, from - 1);
  }

  private void record(
      List<ProjectRow> lines, List<String> figures, List<Column> columns, @Nullable String unit) {
    String name = nameOf(lines);
    if (name.length() < 3) {
      return;
    }
    Source source = lines.getLast().cells().getFirst().source();
    String doubt =
        figures.size() == columns.size()
            ? null
            : figures.size() + " figures for " + columns.size() + " columns";
    ProjectDraft draft = draft(name, source);
    for (int i = 0; i < Math.min(figures.size(), columns.size()); i++) {
      read(draft, columns.get(i), figures.get(i), source, unit, doubt);
    }
    drafts.add(draft);
  }

  /**
   * The name among the lines before the figures: behind the last code and the unit's name that
   * follows each code, before the kind of project.
   */
  private static String nameOf(List<ProjectRow> lines) {
    List<StringBuilder> behindCodes = new ArrayList<>();
    for (ProjectRow row : lines.subList(0, lines.size() - 1)) {
      String text = ProjectWords.withoutSpace(row.text());
      if (text.matches("\\d{3,}")) {
        behindCodes.add(new StringBuilder());
      } else if (!behindCodes.isEmpty()) {
        behindCodes.getLast().append(text);
      } else {
        behindCodes.add(new StringBuilder(text));
      }
    }
    if (behindCodes.isEmpty()) {
      return "";
    }
    String name = behindCodes.getLast().toString();
    String unit = behindCodes.getFirst().toString();
    if (behindCodes.size() > 1 && !unit.isEmpty() && name.startsWith(unit)) {
      name = name.substring(unit.length());
    }
    return KIND_OF_PROJECT.matcher(name).replaceFirst("");
  }

  private @Nullable String unitAbove(int at, int below) {
    for (int r = below; r >= Math.max(0, at - 24); r--) {
      if (r < rows.size()) {
        String unit = ProjectWords.unit(rows.get(r).text());
        if (unit != null) {
          return unit;
        }
      }
    }
    return null;
  }

  private static void read(
      ProjectDraft draft,
      Column column,
      String text,
      Source source,
      @Nullable String unit,
      @Nullable String doubt) {
    Optional<BigDecimal> number = ProjectWords.number(text);
    if (number.isEmpty()) {
      return;
    }
    ProjectSlot slot = column.slot();
    if (column.isScore()) {
      draft.read(
          figure("score", null, column.label(), number.get(), "分", text, null, source, doubt));
    } else if (slot != null && slot.isMoney()) {
      BigDecimal yuan = Units.toYuan(number.get(), unit == null ? "万元" : unit);
      String why = unit == null && doubt == null ? "no unit is printed; read as 万元" : doubt;
      draft.read(figure(slot.metric(), slot, column.label(), yuan, "元", text, unit, source, why));
    } else {
      String metric = slot == null ? null : slot.metric();
      boolean rate = slot == ProjectSlot.RATE || text.endsWith("%");
      String held = rate ? "%" : "";
      draft.read(
          figure(metric, slot, column.label(), number.get(), held, text, held, source, doubt));
    }
  }

  private static Reading figure(
      @Nullable String metric,
      @Nullable ProjectSlot slot,
      String label,
      @Nullable BigDecimal value,
      @Nullable String unit,
      String raw,
      @Nullable String printedUnit,
      Source source,
      @Nullable String doubt) {
    return new Reading(
        metric,
        slot == null ? null : slot.stage(),
        label,
        List.of(label),
        value,
        unit,
        raw,
        printedUnit,
        Basis.TABLE,
        null,
        doubt,
        source);
  }
}
