package mingcha.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mingcha.disclosure.Source;
import mingcha.extract.Block.GridCell;

/**
 * The cells of a table in a binary Word document. Each row there has cells of its own widths: one
 * that is merged across is merely wider. The columns are the edges of all rows together. Where a
 * writer leaves the widths out, cells are as wide as each other.
 */
final class OldWordTable {
  /** Edges that are this near are one: 60 twips are a millimetre. */
  private static final int NEAR = 60;

  private static final int WIDTH_IF_NONE = 1000;

  private final List<Piece> pieces = new ArrayList<>();
  private int rows;

  /**
   * A cell as a document holds it.
   *
   * @param left in twips
   * @param width in twips, or 0 where it is left out
   * @param across whether it goes on with the cell to its left
   * @param down whether it goes on with the cell above
   */
  record Held(int left, int width, boolean across, boolean down, String text) {}

  private static final class Piece {
    final int left;
    final boolean down;
    final Source source;
    final int row;
    final StringBuilder text = new StringBuilder();
    int right;
    int rowSpan = 1;

    Piece(Held cell, int left, int row, Source source) {
      this.left = left;
      this.down = cell.down();
      this.source = source;
      this.row = row;
    }
  }

  void row(List<Held> cells, Source source) {
    Piece last = null;
    int end = 0;
    for (Held cell : cells) {
      int left = cell.width() > 0 ? cell.left() : end;
      end = left + (cell.width() > 0 ? cell.width() : WIDTH_IF_NONE);
      if (last == null || !cell.across()) {
        last = new Piece(cell, left, rows, source);
        pieces.add(last);
      }
      last.right = end;
      last.text.append(cell.text());
    }
    rows++;
  }

  List<GridCell> cells() {
    int[] edges = edges();
    List<GridCell> cells = new ArrayList<>();
    Piece[] open = new Piece[edges.length + 1];
    List<Piece> kept = new ArrayList<>();
    for (Piece piece : pieces) {
      int column = column(edges, piece.left);
      Piece above = open[column];
      if (piece.down && above != null && above.row + above.rowSpan == piece.row) {
        above.rowSpan++;
      } else {
        open[column] = piece;
        kept.add(piece);
      }
    }
    for (Piece piece : kept) {
      int column = column(edges, piece.left);
      int span = Math.max(1, column(edges, piece.right) - column);
      if (column + span <= Layout.MOST_COLUMNS) {
        Source source = piece.source.inTable(null, piece.row, column);
        cells.add(
            new GridCell(piece.row, column, piece.rowSpan, span, piece.text.toString(), source));
      }
    }
    cells.sort(Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column));
    return cells;
  }

  private int[] edges() {
    int[] all = new int[2 * pieces.size()];
    for (int i = 0; i < pieces.size(); i++) {
      all[2 * i] = pieces.get(i).left;
      all[2 * i + 1] = pieces.get(i).right;
    }
    Arrays.sort(all);
    int count = 0;
    for (int edge : all) {
      if (count == 0 || edge - all[count - 1] > NEAR) {
        all[count++] = edge;
      }
    }
    return Arrays.copyOf(all, count);
  }

  private static int column(int[] edges, int edge) {
    int column = 0;
    while (column + 1 < edges.length && edges[column + 1] - NEAR <= edge) {
      column++;
    }
    return column;
  }
}
