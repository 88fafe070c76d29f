package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mingcha.disclosure.Box;
import mingcha.extract.PdfLines.TextLine;
import mingcha.extract.PdfScan.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * Draws the part of a table that stands on one page. A row whose amounts do not stand where those
 * of the columns do is drawn as one cell: it is read as text, and no figure of it as that of a
 * column.
 */
final class OpenDrawing {
  /** Lines of one header stand as near to each other, in heights of their type. */
  private static final double SAME_BLOCK = 0.4;

  private final List<Ruling> drawn;
  private final OpenColumns columns;

  OpenDrawing(List<Ruling> drawn, OpenColumns columns) {
    this.drawn = drawn;
    this.columns = columns;
  }

  void draw(List<AlignedRow> header, List<AlignedRow> body) {
    double at =
        body.isEmpty()
            ? header.stream().mapToDouble(AlignedRow::bottom).max().orElse(0) + 4
            : body.getFirst().top() - 1;
    if (!header.isEmpty()) {
      double top = header.getFirst().top() - 1;
      double bottom = header.stream().mapToDouble(AlignedRow::bottom).max().orElse(at);
      at = Math.max((bottom + at) / 2, top + 4);
      across(0, columns.count(), top);
      header(blocks(header), top, at);
      side(top, at);
    }
    across(0, columns.count(), at);
    if (body.isEmpty()) {
      return;
    }
    List<Double> heights = new ArrayList<>(List.of(at));
    heights.addAll(AlignedTables.splits(body));
    heights.add(body.stream().mapToDouble(AlignedRow::bottom).max().orElse(at) + 1);
    for (int i = 0; i + 1 < heights.size(); i++) {
      double from = heights.get(i);
      double to = heights.get(i + 1);
      row(AlignedTables.between(body, from, to), from, to);
      across(0, columns.count(), to);
      side(from, to);
    }
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

  /** The lines of each header joined, as far as they stand below each other without a gap. */
  static List<Box> blocks(List<AlignedRow> header) {
    List<Box> blocks = new ArrayList<>();
    for (AlignedRow line : header) {
      for (TextLine field : line.fields()) {
        Box box = field.box();
        Box above =
            blocks.stream()
                .filter(b -> b.x() < box.x() + box.width() && box.x() < b.x() + b.width())
                .filter(b -> Math.abs(box.y() - bottom(b)) < SAME_BLOCK * box.height())
                .findFirst()
                .orElse(null);
        blocks.remove(above);
        blocks.add(above == null ? box : union(above, box));
      }
    }
    return blocks;
  }

  private static double bottom(Box box) {
    return box.y() + box.height();
  }

  private static Box union(Box a, Box b) {
    double x = Math.min(a.x(), b.x());
    double right = Math.max(a.x() + a.width(), b.x() + b.width());
    return new Box(x, a.y(), right - x, bottom(b) - a.y());
  }

  private boolean stands(Box block, int column) {
    return columns.at(block.x() + 1) <= column
        && columns.at(block.x() + block.width() - 1) >= column;
  }

  /** Above a column stands its own header, and over some of them that of several. */
  private void header(List<Box> blocks, double top, double to) {
    List<@Nullable Box> parents = new ArrayList<>();
    for (int i = 0; i < columns.count(); i++) {
      parents.add(parent(i, blocks));
    }
    double[] from = new double[columns.count()];
    for (int i = 0; i < columns.count(); i++) {
      Box parent = parents.get(i);
      from[i] = parent == null ? top : bottom(parent) + 1;
      if (parent != null) {
        across(i, i + 1, from[i]);
      }
      boolean same = i > 0 && parent != null && parent.equals(parents.get(i - 1));
      if (i > 0) {
        down(i, same ? from[i] : top, to);
      }
    }
  }

  /**
   * What stands over the lowest header of the column, or nearest to it in the same line; or null.
   */
  private @Nullable Box parent(int column, List<Box> blocks) {
    List<Box> own =
        blocks.stream()
            .filter(b -> stands(b, column))
            .sorted(Comparator.comparingDouble(OpenDrawing::bottom))
            .toList();
    if (own.isEmpty()) {
      return null;
    }
    Box leaf = own.getLast();
    double x = (columns.edges().get(column) + columns.edges().get(column + 1)) / 2;
    return blocks.stream()
        .filter(b -> bottom(b) < leaf.y() + 2 && !b.equals(leaf))
        .min(Comparator.comparingDouble(b -> away(b, x)))
        .orElse(null);
  }

  private static double away(Box box, double x) {
    return Math.max(0, Math.max(box.x() - x, x - box.x() - box.width()));
  }
}
