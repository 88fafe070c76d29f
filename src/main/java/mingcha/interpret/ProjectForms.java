package mingcha.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.extract.Block;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a disclosure. To whoever calls: {@code read(blocks of all pages, outline)} gives
 * a {@link ProjectReading}: its entries (projects, indicators, the line of a whole-department form)
 * and the sources (of text blocks, of grid cells) that are consumed and need no passage or row.
 *
 * <p>A project is found in its form, in a summary table, in its evaluation report, and where
 * running text names it with figures; what is one by {@link ProjectName} becomes one entry, under
 * the name of the first of these.
 */
final class ProjectForms {
  private static final Pattern NAME_LABEL =
      Pattern.compile(
          "(?:政策|专项)?(?:[(（](?:政策|专项)[)）])?项目(?:[(（]\\S{1,4}[)）])?(?:支出)?名称"
              + "|(?:专项)?转移支付(?:[(（]\\S{1,4}[)）])?(?:项目)?名称|专项(?:资金)?(?:[(（]项目[)）])?名称");
  private static final Pattern NAME_IN_LINE =
      Pattern.compile("^项\\s?目\\s?名\\s?称\\s*[:：\\s]\\s*\\S.*");
  private static final Pattern AFTER_NAME =
      Pattern.compile(
          "主管部门.*|实施单位.*|预算单位.*|项目(?:类型|类别|属性|性质|编码|代码|负责人|起止).*|单位(?:名称|编码|代码|负责人)?"
              + "|(?:单位|部门|项目|资金)?编码|资金(?:类别|来源|性质|归口|用途).*|是否\\S{1,8}|联系(?:人|电话)|自评\\S{0,4}");
  private static final Pattern FORM_TITLE = Pattern.compile(".{0,30}(?:自评|评价|目标(?:申报)?)(?:情况)?表");
  private static final Pattern DEPARTMENT_TITLE =
      Pattern.compile(".{0,20}(?:部门|单位)(?:[(（](?:部门|单位)[)）])?整体.{0,10}(?:自评|评价|目标(?:申报)?)(?:情况)?表");

  /** 51092324T000010263357-某补助资金: the code of the project library. */
  private static final Pattern CODE_BEFORE = Pattern.compile("^[0-9A-Z]{12,}\\s*[-－—_]\\s*(?=\\S)");

  private static final int LONGEST_PLAIN_FORM = 160;
  private static final int MOST_REMARKS = 6;
  private static final int MOST_WRAPPED_LINES = 8;
  private static final int LONGEST_DEPARTMENT_FORM = 400;
  private static final String DEPARTMENT = "部门整体支出";

  private final ColumnWords words;
  private final List<ProjectDraft> drafts = new ArrayList<>();
  private final List<DraftEntry> entries = new ArrayList<>();
  private final Set<Source> consumed = new HashSet<>();

  /** The rows outside forms and reports. */
  private List<ProjectRow> otherRows = List.of();

  private ProjectForms(ColumnWords words) {
    this.words = words;
  }

  /** Reads the blocks of all pages, in their order. */
  static ProjectReading read(List<Block> blocks, Outline outline, ColumnWords words) {
    ProjectForms forms = new ProjectForms(words);
    forms.readRows(ProjectRows.of(blocks), outline);
    return forms.joined();
  }

  private void readRows(List<ProjectRow> rows, Outline outline) {
    List<ProjectRow> others = new ArrayList<>();
    List<ProjectDraft> reports = new ArrayList<>();
    ProjectProse prose = new ProjectProse();
    for (int r = 0; r < rows.size(); ) {
      int end = form(rows, r, outline);
      if (end < 0) {
        end = department(rows, r, outline);
      }
      if (end < 0) {
        end = report(rows, r, outline, reports);
      }
      if (end < 0) {
        ProjectRow row = rows.get(r);
        others.add(row);
        if (!row.tabular()) {
          prose.line(row.text(), row.cells().getFirst().source());
        }
        end = r + 1;
      }
      r = end;
    }
    ProjectSummaries summaries = ProjectSummaries.read(others, outline);
    drafts.addAll(summaries.drafts());
    consumed.addAll(summaries.consumed());
    TargetTables targets = TargetTables.read(others, outline);
    drafts.addAll(targets.drafts());
    entries.addAll(targets.indicators());
    consumed.addAll(targets.consumed());
    ProjectBudgetTable budgets = ProjectBudgetTable.read(others, outline, words, consumed);
    drafts.addAll(budgets.drafts());
    consumed.addAll(budgets.consumed());
    attained(null, others, outline);
    drafts.addAll(reports);
    drafts.addAll(ProjectMentions.read(prose, outline, this::known));
    otherRows = others;
  }

  /** Reads a form that begins in this row; gives the row after it, or -1. */
  private int form(List<ProjectRow> rows, int at, Outline outline) {
    if (!isFormStart(rows.get(at))) {
      return -1;
    }
    int end = formEnd(rows, at);
    List<ProjectRow> form = rows.subList(at, end).stream().map(ProjectRow::split).toList();
    Source source = form.getFirst().cells().getFirst().source();
    Optional<ProjectForm> read =
        ProjectForm.read(
            nameOf(form), form, outline.pathAt(source), unitAbove(rows, at), titleAbove(rows, at));
    if (read.isEmpty()) {
      return -1;
    }
    drafts.add(read.get().draft());
    entries.addAll(read.get().indicatorEntries());
    consume(rows.subList(at, end));
    int r = end;
    for (int i = 0; i < MOST_REMARKS && r < rows.size(); i++) {
      boolean plain = !rows.get(r).tabular() && ProjectReports.titleAt(rows, r).isEmpty();
      int lines =
          plain && !isFormStart(rows.get(r)) ? read.get().remark(rows.subList(r, rows.size())) : 0;
      if (lines == 0) {
        break;
      }
      r += lines;
    }
    return end;
  }

  private void consume(List<ProjectRow> rows) {
    for (ProjectRow row : rows) {
      row.cells().forEach(c -> consumed.add(c.source()));
      consumed.addAll(row.pieces());
    }
  }

  /** 项目名称 and a name that is no header of another column. */
  private static boolean isFormStart(ProjectRow row) {
    if (!row.tabular()) {
      return NAME_IN_LINE.matcher(row.text()).matches() && row.text().length() <= 80;
    }
    List<ProjectRow.Cell> filled = row.filled();
    return filled.size() >= 2
        && NAME_LABEL.matcher(filled.get(0).label()).matches()
        && !TargetTables.isHeader(row)
        && ProjectSlot.of(filled.get(1).text()).isEmpty()
        && !AFTER_NAME.matcher(filled.get(1).label()).matches();
  }

  private static int formEnd(List<ProjectRow> rows, int start) {
    boolean plain = !rows.get(start).tabular();
    boolean scored = false;
    for (int r = start + 1; r < rows.size(); r++) {
      ProjectRow row = rows.get(r);
      List<ProjectRow.Cell> filled = row.filled();
      String first = filled.isEmpty() ? "" : filled.getFirst().label();
      if (isFormStart(row) || isFormTitle(first)) {
        return r;
      }
      if (!row.tabular()) {
        boolean over =
            ProjectWords.isHeading(row.text())
                || ProjectReports.titleAt(rows, r).isPresent()
                || (scored && !isScoreOrGrade(row))
                || (plain ? r - start > LONGEST_PLAIN_FORM : !gridFollows(rows, r));
        if (over) {
          return r;
        }
      }
      scored |= filled.stream().anyMatch(c -> c.label().startsWith("总分"));
    }
    return rows.size();
  }

  /** 项目支出绩效自评表, also with its year behind it in brackets. */
  private static boolean isFormTitle(String label) {
    return FORM_TITLE.matcher(ProjectWords.withoutBrackets(label)).matches();
  }

  private static boolean isScoreOrGrade(ProjectRow row) {
    return ProjectWords.number(row.text()).isPresent()
        || ProjectWords.grade(row.text()).isPresent();
  }

  /** Lines between the rows of a form are wrapped pieces of its cells, or a page's number. */
  private static boolean gridFollows(List<ProjectRow> rows, int at) {
    for (int r = at + 1; r < Math.min(rows.size(), at + MOST_WRAPPED_LINES); r++) {
      if (rows.get(r).tabular()) {
        return !isFormStart(rows.get(r)) && !isFormTitle(ProjectWords.label(rows.get(r).text()));
      }
    }
    return false;
  }

  /** The name's cells up to the next label, and those of a row below that has none. */
  private static String nameOf(List<ProjectRow> form) {
    StringBuilder name = new StringBuilder();
    List<ProjectRow.Cell> cells = form.getFirst().filled();
    String label = cells.getFirst().label();
    if (label.length() > 4 && label.startsWith("项目名称")) {
      name.append(label.substring(4).replaceFirst("^[:：]", ""));
    }
    boolean plain = !form.getFirst().tabular();
    for (ProjectRow.Cell cell : cells.subList(1, cells.size())) {
      if (AFTER_NAME.matcher(cell.label()).matches() || (!plain && !name.isEmpty())) {
        break;
      }
      name.append(cell.text());
    }
    if (form.size() > 1) {
      List<ProjectRow.Cell> below = form.get(1).filled();
      boolean wrapped =
          below.size() == 1
              && form.get(1).tabular()
              && below.getFirst().column() > 0
              && below.getFirst().text().length() <= 30
              && !AFTER_NAME.matcher(below.getFirst().label()).matches();
      if (wrapped) {
        name.append(below.getFirst().text());
      }
    }
    return CODE_BEFORE.matcher(name.toString().replaceAll("[\\r\\n]", "").strip()).replaceFirst("");
  }

  private static @Nullable String unitAbove(List<ProjectRow> rows, int at) {
    for (int r = at - 1; r >= Math.max(0, at - 4); r--) {
      String text = ProjectWords.withoutSpace(rows.get(r).text());
      String unit = text.length() <= 60 ? ProjectWords.unit(text) : null;
      if (unit != null) {
        return unit;
      }
    }
    return null;
  }

  private static @Nullable String titleAbove(List<ProjectRow> rows, int at) {
    for (int r = at - 1; r >= Math.max(0, at - 4); r--) {
      for (ProjectRow.Cell cell : rows.get(r).filled()) {
        String title = ProjectWords.withoutBrackets(cell.label());
        if (isFormTitle(title)) {
          return title;
        }
      }
    }
    return null;
  }

  private static boolean isDepartmentTitle(ProjectRow row) {
    String text = row.text();
    return text.length() <= 80 && DEPARTMENT_TITLE.matcher(ProjectWords.label(text)).matches();
  }

  /** Reads the form of a whole department below its title; gives the row after it, or -1. */
  private int department(List<ProjectRow> rows, int at, Outline outline) {
    if (!isDepartmentTitle(rows.get(at))) {
      return -1;
    }
    String title = ProjectWords.label(rows.get(at).text());
    int end = at + 1;
    boolean scored = false;
    while (end < rows.size()
        && end - at < LONGEST_DEPARTMENT_FORM
        && !scored
        && !(title.contains("目标") && isOver(rows, end))
        && !isDepartmentTitle(rows.get(end))
        && !isFormStart(rows.get(end))
        && ProjectReports.titleAt(rows, end).isEmpty()
        && !ProjectWords.label(rows.get(end).text()).startsWith("附件")) {
      scored = rows.get(end).filled().stream().anyMatch(c -> c.label().startsWith("总分"));
      end++;
    }
    List<ProjectRow> form = rows.subList(at, end).stream().map(ProjectRow::split).toList();
    Source source = form.getFirst().cells().getFirst().source();
    Optional<ProjectForm> read =
        ProjectForm.read(DEPARTMENT, form, outline.pathAt(source), null, title);
    if (read.isEmpty()) {
      return -1;
    }
    entries.add(read.get().departmentLine());
    // The line is made of the totals; the tasks above them remain rows.
    consume(rows.subList(at, end).stream().filter(ProjectForms::isTotal).toList());
    entries.addAll(read.get().indicatorEntries());
    return end;
  }

  private static boolean isTotal(ProjectRow row) {
    return row.filled().stream()
        .anyMatch(c -> ProjectWords.isTotal(c.label()) || c.label().matches("金额[合总]计|总分"));
  }

  /** A form of goals has no total at its end: it ends with its grid, or where a heading stands. */
  private static boolean isOver(List<ProjectRow> rows, int at) {
    ProjectRow row = rows.get(at);
    boolean grid = rows.get(at - 1).tabular();
    return isFormTitle(ProjectWords.label(row.text()))
        || TargetTables.isHeader(row)
        || (!row.tabular()
            && (ProjectWords.isHeading(row.text()) || (grid && !gridFollows(rows, at))));
  }

  /** Reads an evaluation report whose title begins here; gives the row after it, or -1. */
  private int report(List<ProjectRow> rows, int at, Outline outline, List<ProjectDraft> reports) {
    Optional<ProjectReports.Title> title = ProjectReports.titleAt(rows, at);
    if (title.isEmpty()) {
      return -1;
    }
    int end = title.get().end();
    while (end < rows.size()
        && !isFormStart(rows.get(end))
        && !rows.get(end).text().strip().matches("第[一二三四五六七八九十]+部分.*")
        && ProjectReports.titleAt(rows, end).isEmpty()) {
      end++;
    }
    ProjectDraft draft = ProjectReports.read(title.get(), rows, end, outline);
    if (ProjectReports.isOfDepartment(title.get())) {
      if (!draft.readings().isEmpty()) {
        entries.add(draft.departmentLine(DEPARTMENT));
      }
    } else {
      reports.add(draft);
    }
    attained(title.get().name(), rows.subList(title.get().end(), end), outline);
    return end;
  }

  /** The table of a report that says what was aimed at and attained, beside the points. */
  private void attained(@Nullable String name, List<ProjectRow> rows, Outline outline) {
    for (int r = 0; r < rows.size(); r++) {
      if (!IndicatorRows.isScoredHeader(rows.get(r))) {
        continue;
      }
      int end = r + 1;
      while (end < rows.size()
          && rows.get(end).tabular()
          && !IndicatorRows.isScoredHeader(rows.get(end))) {
        end++;
      }
      List<String> path = new ArrayList<>(outline.pathAt(rows.get(r).cells().getFirst().source()));
      if (name != null) {
        path.add(name);
      }
      List<DraftEntry> indicators = IndicatorRows.read(rows.subList(r, end), path, null);
      if (!indicators.isEmpty()) {
        entries.addAll(indicators);
        consume(rows.subList(r, end));
      }
      r = end - 1;
    }
  }

  /** Rows that begin with a known project's name and go on with sentences: 年度主要任务. */
  private void tasks(Map<String, List<ProjectDraft>> byCore) {
    for (ProjectRow row : otherRows) {
      List<ProjectRow.Cell> filled = row.filled();
      for (int c = 0; row.tabular() && c < Math.min(2, filled.size() - 1); c++) {
        String text = filled.get(c).text();
        ProjectName name = ProjectName.of(text.length() > 60 ? "" : text);
        for (ProjectDraft project : byCore.getOrDefault(name.core(), List.of())) {
          if (filled.get(c + 1).text().length() >= 12
              && ProjectName.of(project.name).matches(name)) {
            filled.subList(c + 1, filled.size()).forEach(cell -> project.say(cell.text()));
            project.aka().add(filled.get(c).source());
          }
        }
      }
    }
  }

  private Optional<ProjectDraft> known(String name) {
    ProjectName asked = ProjectName.of(name);
    return drafts.stream().filter(draft -> ProjectName.of(draft.name).matches(asked)).findFirst();
  }

  private ProjectReading joined() {
    Map<String, List<ProjectDraft>> byCore = new HashMap<>();
    List<ProjectDraft> projects = new ArrayList<>();
    for (ProjectDraft draft : drafts) {
      ProjectName name = ProjectName.of(draft.name);
      List<ProjectDraft> alike = byCore.computeIfAbsent(name.core(), c -> new ArrayList<>());
      ProjectDraft same = null;
      for (ProjectDraft candidate : alike) {
        if (same == null && ProjectName.of(candidate.name).matches(name)) {
          same = candidate;
        }
      }
      if (same == null) {
        alike.add(draft);
        projects.add(draft);
      } else {
        same.join(draft);
      }
    }
    tasks(byCore);
    for (ProjectDraft project : projects) {
      entries.add(
          new DraftEntry(
              EntryKind.PROJECT,
              project.name,
              project.text(),
              project.path,
              Scope.PROJECT,
              project.table,
              null,
              project.readings(),
              project.aka(),
              project.source));
    }
    entries.sort(Comparator.comparingInt(e -> e.source().line() == null ? 0 : e.source().line()));
    return new ProjectReading(entries, consumed);
  }
}
