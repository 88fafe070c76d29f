package mingcha.extract;

import java.util.List;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;

/** A part of a page, in reading order. */
public sealed interface Block {
  Source source();

  /**
   * A heading that the format itself marks as one. Plain text has none; interpret finds its own.
   */
  record Heading(int level, String text, Source source) implements Block {}

  /** A paragraph, or one line of a plain text; white space at its ends as printed. */
  record Text(String text, Source source) implements Block {}

  /**
   * A table with cells at known rows and columns. A row of a tab-separated text may be shorter than
   * others.
   */
  record Grid(List<GridCell> cells, Source source) implements Block {
    public Grid {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell, also an empty one.
   *
   * @param row from 0
   * @param column from 0
   */
  record GridCell(int row, int column, int rowSpan, int columnSpan, String text, Source source) {
    public GridCell {
      if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
        throw new IllegalArgumentException("a cell at " + row + "," + column);
      }
    }
  }

  /** An image that stands for text: a scanned page. */
  record Picture(@Nullable String description, Source source) implements Block {}
}
