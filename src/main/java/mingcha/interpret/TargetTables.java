package mingcha.interpret;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;

/**
 * Tables of the goals of several projects, an indicator a row: 项目名称, its money and goal, then 一级指标
 * to 指标值. A project's name stands once, in a cell that is merged over its rows, or in each of them.
 */
final class TargetTables {
  private static final Pattern NAME =
      Pattern.compile("(?:单位名称[、,，]?)?(?:预算|政策|专项)?项目(?:[(（]\\S{1,6}[)）])?(?:支出)?名称");
  private static final Pattern AMOUNT =
      Pattern.compile("(?:年初|年度|本年|当年|项目|申报)*(?:预算|资金)?(?:金额|总额|数|合计|总计|总金额)|预算");
  private static final Pattern GOAL = Pattern.compile(".*目标(?:[(（].*[)）])?");

  private final List<ProjectRow> rows;
  private final Outline outline;
  private final List<ProjectDraft> drafts = new ArrayList<>();
  private final List<DraftEntry> indicators = new ArrayList<>();
  private final Set<Source> consumed = new HashSet<>();

  private TargetTables(List<ProjectRow> rows, Outline outline) {
    this.rows = rows;
    this.outline = outline;
  }

  static TargetTables read(List<ProjectRow> rows, Outline outline) {
    TargetTables tables = new TargetTables(rows, outline);
    for (int r = 0; r < rows.size(); ) {
      r = isHeader(rows.get(r)) ? tables.table(r) : r + 1;
    }
    return tables;
  }

  List<ProjectDraft> drafts() {
    return drafts;
  }

  List<DraftEntry> indicators() {
    return indicators;
  }

  Set<Source> consumed() {
    return consumed;
  }

  /** A header with the project's name beside the indicator's: no form of one project. */
  static boolean isHeader(ProjectRow row) {
    return row.tabular()
        && TargetIndicators.isHeader(row)
        && row.filled().stream().anyMatch(c -> NAME.matcher(c.label()).matches());
  }

  /** Reads the table below a header; gives the row after it. */
  private int table(int at) {
    ProjectRow header = rows.get(at);
    int end = at + 1;
    while (end < rows.size() && rows.get(end).tabular() && !isHeader(rows.get(end))) {
      end++;
    }
    int nameColumn =
        header.filled().stream()
            .filter(c -> NAME.matcher(c.label()).matches())
            .findFirst()
            .orElseThrow()
            .column();
    String unit = unit(at);
    for (int r = at + 1; r < end; ) {
      int next = r + 1;
      ProjectRow.Cell name = at(rows.get(r), nameColumn);
      while (next < end && isSame(name, at(rows.get(next), nameColumn))) {
        next++;
      }
      if (name != null) {
        project(header, name, rows.subList(r, next), unit);
      }
      r = next;
    }
    return end;
  }

  private static boolean isSame(ProjectRow.@Nullable Cell name, ProjectRow.@Nullable Cell below) {
    return below == null || (name != null && below.label().equals(name.label()));
  }

  private static ProjectRow.@Nullable Cell at(ProjectRow row, int column) {
    return row.filled().stream().filter(c -> c.column() == column).findFirst().orElse(null);
  }

  private void project(
      ProjectRow header, ProjectRow.Cell name, List<ProjectRow> own, @Nullable String unit) {
    List<String> below = new ArrayList<>(outline.pathAt(name.source()));
    ProjectDraft draft = new ProjectDraft(name.text(), name.source(), below, null);
    List<ProjectRow> all = new ArrayList<>(List.of(header));
    all.addAll(own);
    below.add(name.text());
    List<DraftEntry> read = TargetIndicators.read(all, below, null);
    if (read.isEmpty()) {
      return;
    }
    boolean amount = false;
    for (ProjectRow.Cell column : header.filled()) {
      ProjectRow.Cell cell = at(own.getFirst(), column.column());
      String label = ProjectWords.withoutBrackets(column.label());
      if (cell == null || label.endsWith("指标值")) {
        continue;
      }
      if (AMOUNT.matcher(label).matches() && ProjectWords.number(cell.text()).isPresent()) {
        String printed = ProjectWords.unit(column.text());
        draft.read(
            TargetMoney.reading(
                amount ? null : "budget_initial",
                label,
                cell,
                printed == null ? unit : printed,
                null));
        amount = true;
      } else if (GOAL.matcher(label).matches()) {
        draft.say(cell.text());
      }
    }
    drafts.add(draft);
    indicators.addAll(read);
    own.forEach(row -> row.cells().forEach(cell -> consumed.add(cell.source())));
  }

  private @Nullable String unit(int at) {
    for (int r = at; r >= Math.max(0, at - 4); r--) {
      String unit = ProjectWords.unit(rows.get(r).text());
      if (unit != null) {
        return unit;
      }
    }
    return null;
  }
}
