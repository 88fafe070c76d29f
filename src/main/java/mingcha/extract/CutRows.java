package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Box;
import mingcha.extract.Block.Grid;
import mingcha.extract.Block.GridCell;
import mingcha.extract.PdfLines.TextLine;
import mingcha.extract.PdfScan.Glyph;

/**
 * Joins rows that the end of a page cuts: 社会保障和就 is the last cell of one page, 业支出 stands alone in
 * the first row of the next. The first half keeps its place and its figures; of the second, nothing
 * else is left. A header that the page's end parts from its table goes with the table ({@link
 * CutHeaders}).
 */
final class CutRows {
  /** A name is cut where its line was full: the next piece and so many ems are not free. */
  private static final double MARGIN = 1.5;

  /** What a line's end does not part: a figure, what is in brackets, and the marks around it. */
  private static final Pattern PIECE = Pattern.compile("[（(“《]*(?:[\\x21-\\x7e]+|.)[）)”》，。、；：％]*");

  private static final double EMS_OF_ASCII = 0.55;

  private static final int MANY = 3;
  private static final int HEADER_ROWS = 2;

  /** What begins a name of its own. */
  private static final Pattern BEGINS =
      Pattern.compile(
          "[（(]?[一二三四五六七八九十\\d]+[、.．）)].*|\\d.*|其中.*|合\\s*计|小\\s*计|总\\s*计|[-—–]+|注[:：].*");

  /** Lines that go on from page to page stand this near to each other, in points. */
  private static final double SAME = 3;

  private static final Comparator<GridCell> ACROSS = Comparator.comparingInt(GridCell::column);

  private static final Pattern FIGURE = Pattern.compile("[-−]?[\\d,，]+(?:\\.\\d+)?%?");

  /** A sentence goes on with a figure too. */
  private static final Pattern OPEN_PROSE = Pattern.compile("(?s).*[，。；].*[^。；：:]");

  /** What goes on behind the last digit of a line. */
  private static final Pattern UNIT = Pattern.compile("[年月日%％万亿元].*");

  private static final Pattern VALUE = Pattern.compile(".*\\d\\.?");

  private static final Pattern MONEY =
      Pattern.compile("[-−]?(?:\\d{1,3}(?:[,，]\\d{3})+|\\d+)\\.\\d{2}");

  private static final Pattern PART_OF_FIGURE =
      Pattern.compile("[-−]?(?:\\d+(?:[,，]\\d+)*\\.|(?:\\d+[,，])+\\d{0,2})");
  private static final Pattern PART_OF_CODE = Pattern.compile("\\d{3,6}");
  private static final Pattern END_OF_CODE = Pattern.compile("\\d{1,4}");

  private static final Pattern TOTAL = Pattern.compile("[合小总]\\s*计");

  /** By the box of the cell, which it keeps wherever it is moved to. */
  private final IdentityHashMap<Box, Double> free = new IdentityHashMap<>();

  /** Notes how much room the last line of a cell leaves. */
  void note(GridCell cell, List<Glyph> glyphs) {
    Box box = cell.source().box();
    List<TextLine> lines = PdfLines.of(glyphs);
    if (box != null && !lines.isEmpty()) {
      double size = glyphs.getLast().size();
      free.put(box, (box.width() - lines.getLast().box().width()) / Math.max(1, size));
    }
  }

  /**
   * @param pages the blocks of each page, changed in place
   */
  void join(List<List<Block>> pages) {
    for (int i = 1; i < pages.size(); i++) {
      List<Block> above = pages.get(i - 1);
      List<Block> below = pages.get(i);
      if (!above.isEmpty()
          && !below.isEmpty()
          && above.getLast() instanceof Grid first
          && below.getFirst() instanceof Grid second) {
        join(above, first, below, second);
      }
    }
  }

  private void join(List<Block> above, Grid first, List<Block> below, Grid second) {
    Map<GridCell, GridCell> pairs = pairs(first, second);
    boolean cut = isRest(pairs, isWithinHeader(pairs, first), List.of(first, second));
    Grid whole = CutHeaders.joined(first, second, cut ? pairs : Map.of());
    if (whole != null) {
      above.removeLast();
      below.set(0, whole);
    } else if (cut && isAllPaired(second, pairs)) {
      above.set(above.size() - 1, joined(first, pairs));
      if (second.cells().stream().anyMatch(c -> c.row() + c.rowSpan() > 1)) {
        below.set(0, withoutFirstRow(second));
      } else {
        below.removeFirst();
      }
    }
  }

  /** Whether nothing but rests stands in the first row. */
  private static boolean isAllPaired(Grid below, Map<GridCell, GridCell> pairs) {
    return below.cells().stream()
        .filter(c -> c.row() == 0 && !c.text().isBlank())
        .allMatch(pairs::containsValue);
  }

  /** The grid above with the rest of its last row. */
  private static Grid joined(Grid above, Map<GridCell, GridCell> rest) {
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : above.cells()) {
      GridCell more = rest.get(cell);
      cells.add(more == null || more.text().isBlank() ? cell : with(cell, more.text()));
    }
    return new Grid(cells, above.source());
  }

  /**
   * Each cell of the last row of the first page, and what the second begins with below it. Where
   * fewer rows are left, fewer columns may be; but what goes on stands between the same lines.
   */
  private static Map<GridCell, GridCell> pairs(Grid above, Grid below) {
    int last = above.cells().stream().mapToInt(c -> c.row() + c.rowSpan()).max().orElse(0);
    List<GridCell> cut =
        above.cells().stream().filter(c -> c.row() + c.rowSpan() == last).sorted(ACROSS).toList();
    List<GridCell> rest = below.cells().stream().filter(c -> c.row() == 0).sorted(ACROSS).toList();
    boolean columns =
        cut.stream()
            .map(GridCell::column)
            .toList()
            .equals(rest.stream().map(GridCell::column).toList());
    Map<GridCell, GridCell> pairs = new LinkedHashMap<>();
    for (int i = 0; i < cut.size(); i++) {
      GridCell first = cut.get(i);
      GridCell second =
          columns
              ? rest.get(i)
              : rest.stream().filter(r -> isBelow(first, r)).findFirst().orElse(null);
      if (second != null) {
        pairs.put(first, second);
      }
    }
    return pairs;
  }

  private static boolean isBelow(GridCell cut, GridCell rest) {
    Box a = cut.source().box();
    Box b = rest.source().box();
    return a != null
        && b != null
        && Math.abs(a.x() - b.x()) < SAME
        && Math.abs(a.x() + a.width() - b.x() - b.width()) < SAME;
  }

  /**
   * Whether this is within a header: all of it goes on, or some cells, but fewer than go on, have
   * others beneath them.
   */
  private static boolean isWithinHeader(Map<GridCell, GridCell> pairs, Grid above) {
    int last = above.cells().stream().mapToInt(c -> c.row() + c.rowSpan()).max().orElse(0);
    long unpaired =
        above.cells().stream()
            .filter(c -> c.row() + c.rowSpan() == last && !pairs.containsKey(c))
            .count();
    long rests = pairs.values().stream().filter(c -> !c.text().isBlank()).count();
    boolean all = last <= HEADER_ROWS && rests >= MANY && rests == pairs.size();
    return all ? CutHeaders.isHeader(above) : unpaired > 0 && unpaired < rests;
  }

  /**
   * Whether the cells below go on with those above, and lack what begins a row of its own.
   *
   * @param header whether they are of a header
   * @param table its parts, above and below
   */
  private boolean isRest(Map<GridCell, GridCell> pairs, boolean header, List<Grid> table) {
    boolean some = false;
    boolean lacks = header;
    long rests = pairs.values().stream().filter(c -> !c.text().isBlank()).count();
    for (Map.Entry<GridCell, GridCell> each : pairs.entrySet()) {
      String first = each.getKey().text();
      String second = each.getValue().text();
      if (!second.isBlank()) {
        lacks |= OPEN_PROSE.matcher(first).matches();
        // What is merged with other rows is the heading of a group: it says nothing of the row.
        some |= each.getKey().rowSpan() == 1;
        // 本年支出 and 合计 are one where all the cells around them are cut too.
        boolean total = TOTAL.matcher(second).matches() && rests >= MANY;
        boolean code = isCode(first, second) && !hasFigure(pairs, each.getKey());
        boolean figure = isCutFigure(first, second) || isCutMoney(each.getKey(), second, table);
        boolean value = rests >= MANY && isCutValue(first, second);
        boolean prose = OPEN_PROSE.matcher(first).matches();
        boolean number = code || figure || value;
        if (first.isBlank()
            || (FIGURE.matcher(first).matches() && !number)
            || (BEGINS.matcher(second).matches() && !total && !prose && !number)
            || free(each.getKey()) > MARGIN + firstPiece(second)) {
          return false;
        }
      } else {
        lacks |= !first.isBlank();
      }
    }
    return some && lacks;
  }

  /** 20805 and 01, the former in a column that is too narrow for both. */
  private static boolean isCode(String first, String second) {
    return PART_OF_CODE.matcher(first).matches() && END_OF_CODE.matcher(second).matches();
  }

  /** 2552. and 38: what no figure ends with, or whose groups are whole only together. */
  private static boolean isCutFigure(String first, String second) {
    return PART_OF_FIGURE.matcher(first).matches() && FIGURE.matcher(first + second).matches();
  }

  /** 2024 and 年12月底前, or ≤1062.7 and 5万元, where all around them is cut too. */
  private static boolean isCutValue(String first, String second) {
    boolean unit = UNIT.matcher(second).matches() && Character.isDigit(first.charAt(0));
    boolean digits = VALUE.matcher(first).matches() && Character.isDigit(second.charAt(0));
    return unit || (digits && !FIGURE.matcher(first).matches());
  }

  /** 1,929.6 and 9, in a column of amounts with two decimals. */
  private static boolean isCutMoney(GridCell first, String second, List<Grid> table) {
    return FIGURE.matcher(first.text()).matches()
        && !MONEY.matcher(first.text()).matches()
        && MONEY.matcher(first.text() + second).matches()
        && table.stream()
                .flatMap(part -> part.cells().stream())
                .filter(c -> c.column() == first.column() && MONEY.matcher(c.text()).matches())
                .count()
            >= MANY;
  }

  private static double firstPiece(String text) {
    Matcher piece = PIECE.matcher(text);
    return piece.lookingAt()
        ? piece.group().chars().mapToDouble(c -> c < 0x7f ? EMS_OF_ASCII : 1).sum()
        : 0;
  }

  /** Whether the row below has a figure other than below {@code code}. */
  private static boolean hasFigure(Map<GridCell, GridCell> pairs, GridCell code) {
    return pairs.entrySet().stream()
        .anyMatch(e -> !e.getKey().equals(code) && FIGURE.matcher(e.getValue().text()).matches());
  }

  private double free(GridCell cell) {
    Box box = cell.source().box();
    return box == null ? Double.MAX_VALUE : free.getOrDefault(box, Double.MAX_VALUE);
  }

  private static GridCell with(GridCell cell, String rest) {
    return new GridCell(
        cell.row(),
        cell.column(),
        cell.rowSpan(),
        cell.columnSpan(),
        cell.text() + rest,
        cell.source(),
        cell.confidence());
  }

  private static Grid withoutFirstRow(Grid grid) {
    List<GridCell> cells = new ArrayList<>();
    for (GridCell c : grid.cells()) {
      if (c.row() + c.rowSpan() > 1) {
        int row = Math.max(0, c.row() - 1);
        cells.add(
            new GridCell(
                row,
                c.column(),
                c.row() == 0 ? c.rowSpan() - 1 : c.rowSpan(),
                c.columnSpan(),
                c.text(),
                c.source().inTable(null, row, c.column()),
                c.confidence()));
      }
    }
    cells.sort(Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column));
    return new Grid(cells, cells.getFirst().source().inTable(null, null, null));
  }
}
