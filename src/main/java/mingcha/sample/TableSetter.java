package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import mingcha.sample.Document.Grid;

/**
 * Sets a table between the margins, over as many sheets as it takes. A row is a band; a cell
 * reaches over bands and columns, and where the sheet ends within it, so does its box: the lines
 * that found no room stand on the next.
 */
final class TableSetter {
  private static final double PAD = 3;

  /** Where no line parts two columns, more room does. */
  private static final double WIDE_PAD = 5;

  private static final double LEAD = 1.25;
  private static final double LARGEST = 9;
  private static final double SMALLEST = 5.5;
  private static final double WIDEST_TEXT = 14;
  private static final double NARROWEST_TEXT = 4;

  private final Grid grid;
  private final Print print;
  private final Typesetter page;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Double> heights = new ArrayList<>();
  private final double[] edges;
  private final double size;
  private final double pad;

  /** A cell, over bands and columns up to but without the last. */
  private static final class Cell {
    int top;
    int bottom;
    final int left;
    final int right;
    final boolean header;
    final boolean figure;
    List<String> lines;

    Cell(int top, int left, Spans spans, boolean header, boolean figure, String text) {
      this.top = top;
      this.bottom = top + spans.rows();
      this.left = left;
      this.right = left + spans.columns();
      this.header = header;
      this.figure = figure;
      this.lines = List.of(text);
    }
  }

  TableSetter(Grid grid, Print print, Typesetter page) {
    this.grid = grid;
    this.print =
        grid.kind() == Grid.Kind.PROJECT && print == Print.HALF_RULED ? Print.RULED : print;
    this.page = page;
    this.pad = this.print == Print.HALF_RULED ? WIDE_PAD : PAD;
    for (int r = 0; r < grid.rows().size(); r++) {
      for (int c = 0; c < grid.rows().get(r).size(); c++) {
        String text = grid.rows().get(r).get(c);
        if (!Grid.isMerged(text)) {
          boolean header = r < grid.headerRows();
          cells.add(new Cell(r, c, Spans.of(grid, r, c), header, isFigure(c, text), text));
        }
      }
    }
    double[] widths = widths(LARGEST);
    double type = LARGEST;
    while (sum(widths) > Typesetter.MEASURE + 1e-6 && type > SMALLEST) {
      type -= 0.5;
      widths = widths(type);
    }
    size = type;
    edges = edges(widths);
    for (Cell cell : cells) {
      double ems = (edges[cell.right] - edges[cell.left] - 2 * pad) / size;
      cell.lines = Lines.of(cell.lines.getFirst(), ems, 0);
    }
    heights();
  }

  /** Codes of subjects stand at the left, like names. */
  private boolean isFigure(int column, String text) {
    boolean code = grid.kind() == Grid.Kind.SUBJECTS && column == 0;
    return !code && text.matches("-?[\\d,]+(?:\\.\\d+)?%?");
  }

  /** Figures get what they need, text what is left, as long as it is a few characters. */
  private double[] widths(double type) {
    double[] widths = new double[grid.rows().getFirst().size()];
    boolean[] text = new boolean[widths.length];
    for (Cell cell : cells) {
      if (cell.right == cell.left + 1) {
        double ems = Sheet.ems(cell.lines.getFirst());
        boolean wraps = !cell.figure && ems > NARROWEST_TEXT;
        double width = type * Math.min(ems, cell.header ? NARROWEST_TEXT : WIDEST_TEXT) + 2 * pad;
        text[cell.left] |= wraps && !cell.header;
        widths[cell.left] = Math.max(widths[cell.left], width);
      }
    }
    for (int c = 0; c < widths.length; c++) {
      widths[c] = Math.max(widths[c], type * 2 + 2 * pad);
    }
    double over = sum(widths) - Typesetter.MEASURE;
    double least = type * NARROWEST_TEXT + 2 * pad;
    double give = 0;
    for (int c = 0; c < widths.length; c++) {
      give += text[c] ? Math.max(0, widths[c] - least) : 0;
    }
    for (int c = 0; c < widths.length; c++) {
      if (over > 0 && text[c] && give > 0) {
        widths[c] -= Math.max(0, widths[c] - least) * Math.min(1, over / give);
      } else if (over < 0) {
        widths[c] *= Typesetter.MEASURE / (Typesetter.MEASURE + over);
      }
    }
    return widths;
  }

  private static double sum(double[] widths) {
    double sum = 0;
    for (double width : widths) {
      sum += width;
    }
    return sum;
  }

  private static double[] edges(double[] widths) {
    double[] edges = new double[widths.length + 1];
    edges[0] = Typesetter.MARGIN;
    for (int c = 0; c < widths.length; c++) {
      edges[c + 1] = edges[c] + widths[c];
    }
    return edges;
  }

  private double high(int lines) {
    return Math.max(1, lines) * LEAD * size + 2 * PAD;
  }

  private void heights() {
    for (int r = 0; r < grid.rows().size(); r++) {
      heights.add(high(1));
    }
    for (Cell cell : cells) {
      if (cell.bottom == cell.top + 1) {
        heights.set(cell.top, Math.max(heights.get(cell.top), high(cell.lines.size())));
      }
    }
    for (Cell cell : cells) {
      double lacks = high(cell.lines.size()) - between(cell.top, cell.bottom);
      if (lacks > 0) {
        heights.set(cell.bottom - 1, heights.get(cell.bottom - 1) + lacks);
      }
    }
  }

  private double between(int top, int bottom) {
    double sum = 0;
    for (int r = top; r < bottom; r++) {
      sum += heights.get(r);
    }
    return sum;
  }

  void set() {
    int headers = grid.headerRows();
    int from = 0;
    while (from < heights.size()) {
      boolean again = from > headers && headers > 0 && print != Print.CONTINUED;
      double room = page.left() - (again ? between(0, headers) : 0);
      int to = from;
      while (to < heights.size() && between(from, to + 1) <= room) {
        to++;
      }
      if (to < heights.size() && print == Print.CONTINUED && to >= headers) {
        to += cut(to, room - between(from, to)) ? 1 : 0;
      }
      boolean beginsLow = from == 0 && to <= headers;
      if (to == from || beginsLow) {
        page.turn();
        continue;
      }
      if (again) {
        bands(0, headers);
      }
      bands(from, to);
      from = to;
      if (from < heights.size()) {
        page.turn();
      }
    }
  }

  /** Cuts a band where the sheet ends, if a line of each cell has room and one is left over. */
  private boolean cut(int band, double room) {
    int fit = (int) ((room - 2 * PAD) / (LEAD * size));
    boolean wraps =
        cells.stream().anyMatch(c -> c.top == band && !c.figure && c.lines.size() > fit);
    if (fit < 1 || !wraps) {
      return false;
    }
    double whole = heights.get(band);
    heights.set(band, high(fit));
    heights.add(band + 1, Math.max(high(1), whole - high(fit) + 2 * PAD));
    for (Cell cell : cells) {
      cell.top += cell.top > band ? 1 : 0;
      cell.bottom += cell.bottom > band ? 1 : 0;
    }
    return true;
  }

  /** Draws bands from where the page stands. */
  private void bands(int from, int to) {
    double top = page.y();
    for (Cell cell : cells) {
      if (cell.top < to && cell.bottom > from) {
        int first = Math.max(cell.top, from);
        int end = Math.min(cell.bottom, to);
        double y = top + between(from, first);
        cell(cell, y, y + between(first, end), cell.bottom > to);
      }
    }
    if (print == Print.HALF_RULED) {
      rules(from, to, top);
    }
    page.down(between(from, to));
  }

  private void cell(Cell cell, double y0, double y1, boolean goesOn) {
    double x0 = edges[cell.left];
    double x1 = edges[cell.right];
    if (print != Print.HALF_RULED) {
      page.rule(x0, y0, x1, y0);
      page.rule(x0, y1, x1, y1);
      page.rule(x0, y0, x0, y1);
      page.rule(x1, y0, x1, y1);
    }
    int room = (int) ((y1 - y0 - 2 * PAD + 0.01) / (LEAD * size));
    int count = Math.min(room, cell.lines.size());
    double above = goesOn ? PAD : (y1 - y0 - count * LEAD * size) / 2;
    for (int i = 0; i < count; i++) {
      String line = cell.lines.get(i);
      double wide = size * Sheet.ems(line);
      double x = cell.header ? (x0 + x1 - wide) / 2 : cell.figure ? x1 - pad - wide : x0 + pad;
      page.type(x, y0 + above + (i + 0.5) * LEAD * size + 0.35 * size, size, line);
    }
    if (!cell.header) {
      cell.lines = cell.lines.subList(count, cell.lines.size());
    }
  }

  /** Lines above and below header and body, and under what heads several columns. */
  private void rules(int from, int to, double top) {
    double left = edges[0];
    double right = edges[edges.length - 1];
    int headers = grid.headerRows();
    for (int r = from; r <= to; r++) {
      double y = top + between(from, r);
      if (r == from || r == headers || r == to) {
        page.rule(left, y, right, y);
      } else if (r < headers) {
        int below = r;
        cells.stream()
            .filter(c -> c.bottom == below && c.right > c.left + 1)
            .forEach(c -> page.rule(edges[c.left] + 2, y, edges[c.right] - 2, y));
      }
    }
  }
}
