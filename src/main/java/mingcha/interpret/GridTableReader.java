package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.extract.Block.GridCell;
import mingcha.interpret.SubjectTable.Column;
import mingcha.interpret.SubjectTable.Figure;
import mingcha.interpret.SubjectTable.OpenRow;
import mingcha.text.Figures;

/** Reads a table of subjects that still has its grid. */
final class GridTableReader {
  private static final Pattern CODE =
      Pattern.compile("^([12]\\d{2}(?:\\d{2}){0,2})(?![\\d.,，])[-\\s]*(.*)$");
  private static final Pattern PIECE_OF_CODE = Pattern.compile("\\d{2}");

  /** How many digits stand before those of a level: 201 before 款, 20103 before 项. */
  private static final Map<String, Integer> LEVEL_DIGITS = Map.of("款", 3, "项", 5);

  private static final Pattern LEVELS = Pattern.compile("[类款项]");
  private static final Pattern OF_UNIT = Pattern.compile("(?:预算)?(?:部门|单位)(?:编码|代码)");
  private static final Pattern TOTAL = Pattern.compile("合计|总计");
  private static final Pattern DASHES = Pattern.compile("[-—–－―]+");
  private static final Pattern ORDINALS = Pattern.compile("[栏档行]次");

  private final List<Line> headers = new ArrayList<>();
  private final List<OpenRow> rows = new ArrayList<>();
  private final List<Integer> firstFigures = new ArrayList<>();

  private GridTableReader() {}

  static SubjectTable read(List<Line> body) {
    GridTableReader reader = new GridTableReader();
    for (Line line : body) {
      if (line.isRow()) {
        reader.row(line);
      }
    }
    return reader.table();
  }

  private void row(Line line) {
    List<GridCell> filled = behindLevels(line.filled());
    String first = Line.compact(filled.getFirst().text());
    if (TOTAL.matcher(first).matches() && !isHeader(filled)) {
      OpenRow row = new OpenRow(null, line.source());
      rows.add(row);
      figures(row, filled.subList(1, filled.size()));
      return;
    }
    if (isUnnamedTotal(filled)) {
      OpenRow row = new OpenRow(null, line.source());
      rows.add(row);
      figures(row, filled);
      return;
    }
    Matcher code = CODE.matcher(aboveLevels(filled.getFirst()) + first);
    if (isOfUnit(filled.getFirst())) {
      return;
    }
    if (code.matches() && !isOrdinals(filled)) {
      subject(line, filled, code);
    } else if (rows.isEmpty()) {
      headers.add(line);
    } else {
      continuation(filled);
    }
  }

  /** 201 below 部门代码 is an office, and not 一般公共服务支出. */
  private boolean isOfUnit(GridCell first) {
    List<String> path = new HeaderTree(headers).path(first.column());
    return !path.isEmpty()
        && OF_UNIT.matcher(path.getLast()).matches()
        && first.text().strip().chars().allMatch(Character::isDigit);
  }

  /** 类, 款, 项 and 合计 may share a row; what is behind them is the row of 合计. */
  private static List<GridCell> behindLevels(List<GridCell> filled) {
    int at = 0;
    while (at < filled.size() - 1
        && LEVELS.matcher(Line.compact(filled.get(at).text())).matches()) {
      at++;
    }
    boolean total = TOTAL.matcher(Line.compact(filled.get(at).text())).matches();
    return at > 0 && total ? filled.subList(at, filled.size()) : filled;
  }

  /** What a row says whose 款 or 项 alone is printed: the levels above are those of the last row. */
  private String aboveLevels(GridCell first) {
    String last = rows.isEmpty() ? null : rows.getLast().code;
    if (last == null || !PIECE_OF_CODE.matcher(Line.compact(first.text())).matches()) {
      return "";
    }
    List<String> path = new HeaderTree(headers).path(first.column());
    int digits = path.isEmpty() ? 0 : LEVEL_DIGITS.getOrDefault(path.getLast(), 0);
    return last.length() < digits ? "" : last.substring(0, digits);
  }

  /** Where the label 合计 stands in the header, the one row of figures has no name. */
  private boolean isUnnamedTotal(List<GridCell> filled) {
    boolean figures =
        filled.stream()
                .allMatch(
                    c -> Figures.cell(c.text()).isPresent() || DASHES.matcher(c.text()).matches())
            && filled.stream().anyMatch(cell -> cell.text().contains("."));
    return rows.isEmpty()
        && figures
        && new HeaderTree(headers).path(filled.getFirst().column()).contains("合计");
  }

  private void subject(Line line, List<GridCell> filled, Matcher matcher) {
    StringBuilder code = new StringBuilder(matcher.group(1));
    int next = 1;
    // 类, 款 and 项 may have a column each.
    while (code.length() < 7
        && next < filled.size()
        && PIECE_OF_CODE.matcher(Line.compact(filled.get(next).text())).matches()) {
      code.append(Line.compact(filled.get(next).text()));
      next++;
    }
    OpenRow row = new OpenRow(code.toString(), line.source());
    row.name(matcher.group(2));
    if (next < filled.size() && Figures.cell(filled.get(next).text()).isEmpty()) {
      row.name(Line.clean(filled.get(next).text()));
      next++;
    }
    rows.add(row);
    figures(row, filled.subList(next, filled.size()));
  }

  /** A row that a page's end or a wrapped name has cut in two. */
  private void continuation(List<GridCell> filled) {
    OpenRow row = rows.getLast();
    GridCell first = filled.getFirst();
    boolean name = Figures.cell(first.text()).isEmpty();
    boolean allFigures =
        filled.stream().skip(name ? 1 : 0).noneMatch(c -> Figures.cell(c.text()).isEmpty());
    if (!allFigures || isOrdinals(filled) || row.code == null) {
      return;
    }
    if (name
        && (row.figures.isEmpty() || filled.size() == 1)
        && !new HeaderTree(headers).says(first.text())) {
      row.name(Line.clean(first.text()));
    }
    if (row.figures.isEmpty()) {
      figures(row, filled.subList(name ? 1 : 0, filled.size()));
    }
  }

  private static void figures(OpenRow row, List<GridCell> cells) {
    for (GridCell cell : cells) {
      Optional<BigDecimal> value = ProjectWords.number(cell.text());
      value.ifPresent(
          v ->
              row.figures.add(
                  new Figure(cell.column(), cell.text().strip(), v, cell.source(), null)));
    }
  }

  private static boolean isHeader(List<GridCell> filled) {
    return filled.stream().skip(1).anyMatch(c -> Figures.cell(c.text()).isEmpty())
        && filled.size() > 1
        && filled.stream().skip(1).noneMatch(c -> Figures.cell(c.text()).isPresent());
  }

  /** 栏次 1 2 3, or the numbers alone. */
  private static boolean isOrdinals(List<GridCell> filled) {
    if (ORDINALS.matcher(Line.compact(filled.getFirst().text())).matches()) {
      return true;
    }
    for (int i = 0; i < filled.size(); i++) {
      if (!Line.compact(filled.get(i).text()).equals(Integer.toString(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private SubjectTable table() {
    headers.removeIf(line -> isOrdinals(line.filled()));
    TreeSet<Integer> used = new TreeSet<>();
    for (OpenRow row : rows) {
      row.figures.forEach(figure -> used.add(figure.column()));
      if (!row.figures.isEmpty()) {
        firstFigures.add(row.figures.getFirst().column());
      }
    }
    Map<Integer, Integer> indexes = new LinkedHashMap<>();
    List<Column> columns = new ArrayList<>();
    HeaderTree tree = new HeaderTree(headers);
    for (int column : allColumns(used)) {
      List<String> path = tree.path(column);
      if (!path.isEmpty()) {
        indexes.put(column, columns.size());
        columns.add(new Column(path.getLast(), path));
      }
    }
    return new SubjectTable(columns, placed(indexes));
  }

  /** From the first column with figures to the last with a figure or a header. */
  private Set<Integer> allColumns(NavigableSet<Integer> used) {
    TreeSet<Integer> all = new TreeSet<>(used);
    if (used.isEmpty()) {
      return all;
    }
    for (Line header : headers) {
      for (GridCell cell : header.filled()) {
        for (int c = cell.column(); c < cell.column() + cell.columnSpan(); c++) {
          if (c >= used.first()) {
            all.add(c);
          }
        }
      }
    }
    return all;
  }

  private List<SubjectTable.Row> placed(Map<Integer, Integer> indexes) {
    List<SubjectTable.Row> result = new ArrayList<>();
    for (OpenRow open : rows) {
      SubjectTable.Row row = open.close();
      List<Figure> figures = new ArrayList<>();
      for (Figure figure : row.figures()) {
        Integer index = indexes.get(figure.column());
        figures.add(index == null ? figure.at(-1, "no header above") : figure.at(index, null));
      }
      if (row.code() == null || !row.name().isEmpty() || !figures.isEmpty()) {
        result.add(row.with(figures));
      }
    }
    return result;
  }
}
