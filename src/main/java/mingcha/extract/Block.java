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

  /**
   * A paragraph, or one line of a plain text; white space at its ends as printed.
   *
   * @param confidence of 100 that a text off a picture is read right, or null where it is no
   *     picture
   */
  record Text(String text, Source source, @Nullable Integer confidence) implements Block {
    public Text(String text, Source source) {
      this(text, source, null);
    }
  }

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
   * @param confidence of 100 that a text off a picture is read right, or null where it is no
   *     picture
   */
  record GridCell(
      int row,
      int column,
      int rowSpan,
      int columnSpan,
      String text,
      Source source,
      @Nullable Integer confidence) {
    public GridCell(int row, int column, int rowSpan, int columnSpan, String text, Source source) {
      this(row, column, rowSpan, columnSpan, text, source, null);
    }

    public GridCell {
      if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
        throw new IllegalArgumentException("a cell at " + row + "," + column);
      }
    }
  }

  /** An image that stands for text: a scanned page. */
  record Picture(@Nullable String description, Source source) implements Block {}
}
