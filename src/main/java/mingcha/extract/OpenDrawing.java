package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mingcha.extract.PdfScan.Ruling;

/**
 * Draws the part of a table that stands on one page. A row whose amounts do not stand where those
 * of the columns do is drawn as one cell: it is read as text, and no figure of it as that of a
 * column.
 */
final class OpenDrawing {
  private final List<Ruling> drawn;
  private final OpenColumns columns;
  private final List<Ruling> printed;

  /**
   * @param drawn where lines are added
   * @param printed the lines of the page: where one is, none is drawn beside it
   */
  OpenDrawing(List<Ruling> drawn, OpenColumns columns, List<Ruling> printed) {
    this.drawn = drawn;
    this.columns = columns;
    this.printed = printed;
  }

  void draw(List<AlignedRow> header, List<AlignedRow> body) {
    double at =
        body.isEmpty()
            ? beyond(header)
            : header.isEmpty() ? before(body) : body.getFirst().top() - 1;
    if (!header.isEmpty()) {
      double top = before(header);
      double bottom = header.stream().mapToDouble(AlignedRow::bottom).max().orElse(at);
      at = printed((bottom + at) / 2, bottom - 2, at + 1);
      at = Math.max(at, top + 4);
      across(0, columns.count(), top);
      OpenHeader.draw(OpenHeader.blocks(header), columns, top, at, drawn);
      side(top, at);
    }
    across(0, columns.count(), at);
    if (body.isEmpty()) {
      return;
    }
    List<Double> heights = new ArrayList<>(List.of(at));
    heights.addAll(WrappedRows.splits(body));
    heights.add(beyond(body));
    for (int i = 0; i + 1 < heights.size(); i++) {
      double from = heights.get(i);
      double to = heights.get(i + 1);
      row(AlignedTables.between(body, from, to), from, to);
      across(0, columns.count(), to);
      side(from, to);
    }
  }

  /** The line above the first of the rows. */
  private double before(List<AlignedRow> rows) {
    AlignedRow first = rows.getFirst();
    return printed(first.top() - 1, first.top() - first.height(), first.top() + 1);
  }

  /** The line below the last of the rows. */
  private double beyond(List<AlignedRow> rows) {
    double bottom = rows.stream().mapToDouble(AlignedRow::bottom).max().orElse(0);
    return printed(bottom + 1, bottom - 1, bottom + rows.getLast().height());
  }

  /** The printed line nearest to a height, within limits, or that height. */
  private double printed(double y, double from, double to) {
    double middle = (columns.edges().getFirst() + columns.edges().getLast()) / 2;
    return printed.stream()
        .filter(r -> r.horizontal() && r.x0() < middle && r.x1() > middle)
        .map(Ruling::y0)
        .filter(at -> at >= from && at <= to)
        .min(Comparator.comparingDouble(at -> Math.abs(at - y)))
        .orElse(y);
  }

  private void side(double from, double to) {
    down(0, from, to);
    down(columns.count(), from, to);
  }

  private void row(List<AlignedRow> lines, double from, double to) {
    if (!columns.fits(lines)) {
      return;
    }
    for (int i = 1; i < columns.count(); i++) {
      double x = columns.edges().get(i);
      boolean crossed =
          lines.stream()
              .flatMap(line -> line.fields().stream())
              .anyMatch(f -> f.box().x() < x - 1 && OpenColumns.right(f) > x + 1);
      if (!crossed) {
        down(i, from, to);
      }
    }
  }

  private void down(int edge, double from, double to) {
    double x = columns.edges().get(edge);
    drawn.add(new Ruling(x, from, x, to));
  }

  private void across(int from, int to, double y) {
    drawn.add(new Ruling(columns.edges().get(from), y, columns.edges().get(to), y));
  }
}
