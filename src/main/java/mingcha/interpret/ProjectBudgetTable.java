package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.disclosure.TableRef;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * 项目支出表 of a budget (财政部《地方预决算公开操作规程》, 财预〔2016〕143号, leaves its layout to the provinces): a project
 * a row, its amount in a column of the total, where the money comes from in those beside it. The
 * row of a unit above its projects, of a kind of them (特定目标类) and of the total are none.
 */
final class ProjectBudgetTable {
  private static final Pattern TITLE =
      Pattern.compile(".{0,30}项目.{0,12}(?:支出|预算|经费|资金|决算).{0,12}表(?:[(（].{1,12}[)）])?");
  private static final Pattern OTHER = Pattern.compile("采购|绩效|自评|评价|目标|购买服务|基本支出|三公|基金|资本|债");
  private static final Pattern NOT_HERE = Pattern.compile(".*(?:采购|品目|规格|单价).*|[一二三]级指标");
  private static final Pattern NAME =
      Pattern.compile("(?:(?:单位|部门)(?:名称)?[/、和及(（])?(?:预算|支出|专项)?项目(?:支出)?(?:名称)?[)）]?");
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:20\\d{2}年度?|本年|当年|年度|年初|项目|支出|资金|预算|安排)*(?:合计|总计|小计|金额|总额|预算|预算数|支出|资金)(?:[(（].{1,4}[)）])?");
  private static final Pattern OF_YEAR = Pattern.compile("20\\d{2}年|本年|当年|年度");
  private static final Pattern ALL_YEARS = Pattern.compile("^项目总|总投资|累计");
  private static final Pattern NO_AMOUNT =
      Pattern.compile("序号|行次|.*(?:编码|代码|科目|分类|数量|年限|周期|电话|日期|时间|面积|人数)(?:[(（].*[)）])?");
  private static final Pattern SAYS = Pattern.compile(".*(?:目标|内容|依据|概况|用途|简介|说明|备注).*");
  private static final Pattern KIND =
      Pattern.compile("(?:人员|公用经费|运转|其他运转|特定目标|部门预算项目|专项业务|一次性|经常性|延续性)类?(?:项目)?(?:支出)?");

  /** 22-特定目标类 */
  private static final Pattern KIND_CODE = Pattern.compile("^\\d{1,3}[-－—]");

  private static final Pattern CODE_BEFORE = Pattern.compile("^[0-9A-Z]{8,}\\s*[-－—_]\\s*(?=\\S)");

  private static final String UNIT_ASSUMED = "no unit is printed; read as 万元";
  private static final String ONE_OF_SEVERAL = "the project has several rows; this is one of them";
  private static final int TITLE_ABOVE = 6;
  private static final int MOST_HEADER_ROWS = 4;

  /** A column with amounts. */
  private record Column(int at, List<String> labels, boolean main, @Nullable String unit) {}

  private final List<ProjectRow> rows;
  private final Outline outline;
  private final ColumnWords words;
  private final List<ProjectDraft> drafts = new ArrayList<>();
  private final Set<Source> consumed = new HashSet<>();

  private ProjectBudgetTable(List<ProjectRow> rows, Outline outline, ColumnWords words) {
    this.rows = rows;
    this.outline = outline;
    this.words = words;
  }

  /**
   * Reads all such tables.
   *
   * @param taken the sources of cells that something else was made of
   */
  static ProjectBudgetTable read(
      List<ProjectRow> rows, Outline outline, ColumnWords words, Set<Source> taken) {
    ProjectBudgetTable table = new ProjectBudgetTable(rows, outline, words);
    for (int r = 0; r < rows.size(); ) {
      boolean free = rows.get(r).cells().stream().noneMatch(cell -> taken.contains(cell.source()));
      r = free ? table.table(r) : r + 1;
    }
    return table;
  }

  List<ProjectDraft> drafts() {
    return drafts;
  }

  Set<Source> consumed() {
    return consumed;
  }

  /** Reads the table whose header begins in this row; gives the row after what was read. */
  private int table(int at) {
    Optional<ProjectRow.Cell> name = nameIn(rows.get(at));
    String title = name.isEmpty() ? null : titleAbove(at);
    if (name.isEmpty() || title == null) {
      return at + 1;
    }
    int first = at + 1;
    while (first < rows.size()
        && rows.get(first).tabular()
        && first - at < MOST_HEADER_ROWS
        && rows.get(first).filled().stream().noneMatch(ProjectBudgetTable::isAmount)) {
      first++;
    }
    int end = first;
    while (end < rows.size() && rows.get(end).tabular() && nameIn(rows.get(end)).isEmpty()) {
      end++;
    }
    List<Column> columns = columns(rows.subList(at, first), rows.subList(first, end), at);
    if (!columns.isEmpty()) {
      projects(name.get(), rows.subList(first, end), columns, title);
    }
    return end;
  }

  private static Optional<ProjectRow.Cell> nameIn(ProjectRow row) {
    List<ProjectRow.Cell> filled = row.filled();
    boolean header =
        row.tabular()
            && filled.size() > 1
            && filled.stream().noneMatch(ProjectBudgetTable::isAmount)
            && filled.stream().noneMatch(cell -> NOT_HERE.matcher(cell.label()).matches());
    return header
        ? filled.stream().filter(cell -> NAME.matcher(cell.label()).matches()).findFirst()
        : Optional.empty();
  }

  private @Nullable String titleAbove(int at) {
    for (int r = at - 1; r >= Math.max(0, at - TITLE_ABOVE); r--) {
      ProjectRow row = rows.get(r);
      if (row.filled().size() > 2) {
        return null;
      }
      String text = ProjectWords.withoutSpace(row.text());
      if (TITLE.matcher(text).matches()) {
        return OTHER.matcher(text).find() ? null : text;
      }
    }
    return null;
  }

  private static boolean isAmount(ProjectRow.Cell cell) {
    return ProjectWords.number(cell.text()).isPresent() && !cell.text().endsWith("%");
  }

  private List<Column> columns(List<ProjectRow> header, List<ProjectRow> body, int at) {
    List<Integer> places =
        body.stream()
            .flatMap(row -> row.filled().stream())
            .filter(ProjectBudgetTable::isAmount)
            .map(ProjectRow.Cell::column)
            .distinct()
            .sorted()
            .toList();
    List<List<String>> paths = new ArrayList<>();
    for (int place : places) {
      paths.add(labels(header, place));
    }
    int main = main(paths);
    List<Column> columns = new ArrayList<>();
    String above = unitAbove(at);
    for (int i = 0; i < places.size(); i++) {
      if (isMoney(paths.get(i))) {
        String own = ProjectWords.unit(paths.get(i).getLast());
        columns.add(new Column(places.get(i), paths.get(i), i == main, own == null ? above : own));
      }
    }
    return columns;
  }

  /** 2025年预算数 before 项目总额, which is that of all its years; -1 where no column is the total. */
  private int main(List<List<String>> paths) {
    int best = -1;
    int rank = 0;
    for (int i = 0; i < paths.size(); i++) {
      List<String> path = paths.get(i);
      if (path.isEmpty()
          || !TOTAL.matcher(path.getLast()).matches()
          || !isMoney(path)
          || !words.isOwnMoney(path, "")) {
        continue;
      }
      boolean year = path.size() == 1 && OF_YEAR.matcher(path.getLast()).find();
      int own = year ? 3 : ALL_YEARS.matcher(path.getLast()).find() ? 1 : 2;
      if (own > rank) {
        best = i;
        rank = own;
      }
    }
    return best;
  }

  private static boolean isMoney(List<String> path) {
    return !path.isEmpty() && path.stream().noneMatch(l -> NO_AMOUNT.matcher(l).matches());
  }

  /** The labels above a column; a merged one stands left of those below it. */
  private static List<String> labels(List<ProjectRow> header, int column) {
    List<String> labels = new ArrayList<>();
    for (ProjectRow row : header.reversed()) {
      ProjectRow.Cell above = null;
      for (ProjectRow.Cell cell : row.filled()) {
        boolean covers = cell.column() == column || (!labels.isEmpty() && cell.column() < column);
        above = covers ? cell : above;
      }
      if (above != null && !labels.contains(above.label())) {
        labels.addFirst(above.label());
      }
    }
    return labels;
  }

  private @Nullable String unitAbove(int at) {
    for (int r = at; r >= Math.max(0, at - TITLE_ABOVE); r--) {
      String unit = ProjectWords.unit(rows.get(r).text());
      if (unit != null) {
        return unit;
      }
    }
    return null;
  }

  private void projects(
      ProjectRow.Cell header, List<ProjectRow> body, List<Column> columns, String title) {
    boolean ofUnits = header.label().contains("单位") || header.label().contains("部门");
    for (int r = 0; r < body.size(); r++) {
      Optional<ProjectRow.Cell> name =
          body.get(r).filled().stream().filter(c -> c.column() == header.column()).findFirst();
      if (name.isEmpty() || !isProject(body.get(r), name.get(), ofUnits)) {
        continue;
      }
      boolean more = r + 1 < body.size() && goesOn(body.get(r + 1), header.column(), columns);
      project(body.get(r), name.get(), columns, title, more);
    }
  }

  private static boolean isProject(ProjectRow row, ProjectRow.Cell name, boolean ofUnits) {
    String label = name.label();
    return !isAmount(name)
        && label.length() > 1
        && row.filled().stream().noneMatch(cell -> ProjectWords.isTotal(cell.label()))
        && !KIND.matcher(label).matches()
        && !(ofUnits && Publishers.isName(label));
  }

  /** Whether a row without a name has an amount of the project above it. */
  private static boolean goesOn(ProjectRow row, int name, List<Column> columns) {
    return row.filled().stream().noneMatch(c -> c.column() == name)
        && row.filled().stream().noneMatch(c -> ProjectWords.isTotal(c.label()))
        && row.filled().stream()
            .anyMatch(c -> isAmount(c) && columns.stream().anyMatch(o -> o.at() == c.column()));
  }

  private void project(
      ProjectRow row, ProjectRow.Cell name, List<Column> columns, String title, boolean more) {
    String plain = CODE_BEFORE.matcher(name.text().replaceAll("[\\r\\n]", "")).replaceFirst("");
    ProjectDraft draft =
        new ProjectDraft(
            plain, name.source(), outline.pathAt(name.source()), new TableRef(null, title, null));
    for (ProjectRow.Cell cell : row.filled()) {
      for (Column column : columns) {
        if (column.at() == cell.column() && isAmount(cell)) {
          draft.read(reading(column, cell, title, more));
        }
      }
      boolean kind = KIND.matcher(KIND_CODE.matcher(cell.label()).replaceFirst("")).matches();
      boolean sentence = cell.text().length() > 6 && !isAmount(cell) && says(cell);
      if (!cell.equals(name) && (kind || sentence)) {
        draft.say(cell.text());
      }
    }
    if (!draft.readings().isEmpty()) {
      drafts.add(draft);
      row.cells().forEach(cell -> consumed.add(cell.source()));
    }
  }

  /** A sentence: goals and reasons, not the office that has the project. */
  private static boolean says(ProjectRow.Cell cell) {
    return SAYS.matcher(cell.text()).matches()
        || cell.text().chars().anyMatch(c -> "，。；".indexOf(c) >= 0)
        || !Publishers.isName(cell.label());
  }

  private Reading reading(Column column, ProjectRow.Cell cell, String title, boolean more) {
    BigDecimal value = ProjectWords.number(cell.text()).orElseThrow();
    boolean account = title.contains("决算");
    String unit = column.unit();
    String doubt = unit == null ? UNIT_ASSUMED : null;
    Stage stage = account && !words.budget() ? Stage.FINAL : words.stage(column.labels());
    return new Reading(
        column.main() ? (account ? "executed" : "budget_initial") : null,
        column.main() && !account ? Stage.INITIAL : stage,
        column.labels().getLast(),
        column.labels(),
        Units.toYuan(value, unit == null ? "万元" : unit),
        "元",
        cell.text(),
        unit,
        Basis.TABLE,
        null,
        more ? ONE_OF_SEVERAL : doubt,
        cell.source().inTable(title, cell.source().row(), cell.source().column()));
  }
}
