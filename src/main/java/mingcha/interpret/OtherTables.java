package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;
import mingcha.disclosure.TableRef;
import mingcha.extract.Block.GridCell;
import mingcha.text.Figures;

/**
 * The grids that are no statutory table: forms of projects, which others read, and whatever else a
 * disclosure holds. Rows that nothing else was made of become {@code row} entries.
 */
final class OtherTables {
  private static final int TITLE_ABOVE = 4;
  private static final int MOST_HEADER_ROWS = 5;
  private static final Pattern TITLE =
      Pattern.compile(".{2,50}(?:表|明细|清单|一览|统计|情况)(?:[(（].{0,12}[)）])?");
  private static final Pattern HEADER_BEGINS =
      Pattern.compile("序号|年度|类别|一级指标|(?:\\p{IsHan}{2,6})?(?:名称|编码)|项目|科目|内容");
  private static final Pattern UNIT = Pattern.compile("(?:单位|金额)\\s*[:：]\\s*[(（]?(亿元|百万元|万元|千元|元)");

  private static final Pattern UNIT_IN_HEADER =
      Pattern.compile(".*(?:资金|金额|预算|经费|支出|收入).{0,6}[(（](亿元|百万元|万元|千元|元)[)）]");

  private final Structure structure;
  private final Set<Line> statutory;

  OtherTables(Structure structure, Set<Line> statutory) {
    this.structure = structure;
    this.statutory = statutory;
  }

  /**
   * A table of whatever kind.
   *
   * @param header its first rows, as far as they hold no figures
   */
  record Found(
      TableRef ref, Optional<String> unit, HeaderTree header, List<Line> rows, Source source) {
    Found {
      rows = List.copyOf(rows);
    }

    /** All its cells, also the empty ones. */
    Table table(List<String> path) {
      List<Cell> cells = new ArrayList<>();
      int row = 0;
      List<Line> all = new ArrayList<>(header.rows());
      all.addAll(rows);
      for (Line line : all) {
        for (GridCell cell : line.cells()) {
          cells.add(
              new Cell(
                  row,
                  cell.column(),
                  cell.rowSpan(),
                  cell.columnSpan(),
                  Line.clean(cell.text()),
                  cell.source().inTable(ref.title(), row, cell.column())));
        }
        row++;
      }
      return new Table(ref, unit.orElse(null), header.rows().size(), cells, null, path, source);
    }
  }

  /** In the order of the disclosure. */
  List<Found> find() {
    List<Found> found = new ArrayList<>();
    List<Line> lines = structure.lines();
    for (int i = 0; i < lines.size(); ) {
      int end = i;
      while (end < lines.size() && isRow(end) && !(end > i && isNewHeader(end))) {
        end++;
      }
      if (end > i) {
        found.add(found(i, end));
      }
      i = Math.max(end, i + 1);
    }
    return found;
  }

  private boolean isRow(int i) {
    Line line = structure.lines().get(i);
    return line.isRow() && !statutory.contains(line) && !structure.contents().get(i);
  }

  /** Where two tables follow each other without a word between: 科目名称, 年初预算, … below figures. */
  private boolean isNewHeader(int i) {
    List<Line> lines = structure.lines();
    List<GridCell> header = lines.get(i).filled();
    return header.size() > 2
        && HEADER_BEGINS.matcher(Line.compact(header.getFirst().text())).matches()
        && isHeader(lines.get(i))
        && !isHeader(lines.get(i - 1))
        && i + 1 < lines.size()
        && isRow(i + 1)
        && !isHeader(lines.get(i + 1))
        && lines.get(i + 1).filled().size() == header.size();
  }

  private Found found(int from, int to) {
    List<Line> lines = structure.lines();
    List<Line> printed = lines.subList(from, to);
    Optional<List<Line>> grid = SingleCells.grid(printed);
    List<Line> rows = grid.orElse(printed);
    int titles = titleRows(rows);
    int first = titles;
    while (first < rows.size() && isHeader(rows.get(first))) {
      first++;
    }
    // Words alone are no header: there is nothing below that they could be the header of. And where
    // each cell is a row, none is above another.
    boolean lost = grid.isEmpty() && SingleCells.is(printed);
    int headerEnd = first == rows.size() || first - titles > MOST_HEADER_ROWS || lost ? 0 : first;
    int headerFrom = headerEnd == 0 ? 0 : titles;
    String title = "";
    Optional<String> unit = Optional.empty();
    for (int i = from + headerFrom - 1;
        i >= Math.max(0, from - TITLE_ABOVE) && (i >= from || !lines.get(i).isRow());
        i--) {
      String text = lines.get(i).compact();
      Matcher matcher = UNIT.matcher(text);
      if (unit.isEmpty() && matcher.find()) {
        unit = Optional.of(matcher.group(1));
      }
      if (title.isEmpty() && TITLE.matcher(text).matches()) {
        title = text;
      }
    }
    unit = unit.or(() -> unitInHeader(rows.subList(headerFrom, headerEnd)));
    Source source = lines.get(from).source();
    if (title.isEmpty()) {
      List<String> path = structure.outline().pathAt(source);
      title = path.isEmpty() ? "" : path.getLast();
    }
    return new Found(
        new TableRef(null, title, null),
        unit,
        new HeaderTree(rows.subList(headerFrom, headerEnd)),
        rows.subList(headerEnd, rows.size()),
        source);
  }

  /** 部门预算资金情况（万元） left of the columns. */
  private static Optional<String> unitInHeader(List<Line> header) {
    return header.stream()
        .flatMap(line -> line.filled().stream())
        .filter(cell -> cell.column() == 0)
        .map(cell -> UNIT_IN_HEADER.matcher(Line.compact(cell.text())))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  /** A workbook's title and caption are cells above its header. */
  private static int titleRows(List<Line> rows) {
    int titles = 0;
    while (titles + 1 < rows.size()
        && rows.get(titles).filled().size() == 1
        && rows.get(titles).cells().getFirst().columnSpan() > 2
        && isHeader(rows.get(titles))) {
      titles++;
    }
    return titles;
  }

  private static boolean isHeader(Line line) {
    return line.filled().stream().allMatch(cell -> Figures.whole(cell.text()).isEmpty());
  }
}
