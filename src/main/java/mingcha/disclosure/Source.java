package mingcha.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * Where something was printed.
 *
 * @param file relative to the ingested root, {@code a.zip!/b.pdf} inside an archive
 * @param page from 1, where the file has pages
 * @param line from 1, where the file has lines
 * @param table the title of the table
 * @param row from 0 within the table, header rows included
 * @param column from 0 within the table
 */
public record Source(
    String file,
    @Nullable Integer page,
    @Nullable Integer line,
    @Nullable String table,
    @Nullable Integer row,
    @Nullable Integer column,
    @Nullable Box box) {
  public Source {
    if (file.isEmpty() || file.startsWith("/")) {
      throw new IllegalArgumentException("a source's file is relative, not '" + file + "'");
    }
    atLeast(1, page, "page");
    atLeast(1, line, "line");
    atLeast(0, row, "row");
    atLeast(0, column, "column");
  }

  /** A line of a text file. */
  public static Source line(String file, int line) {
    return new Source(file, null, line, null, null, null, null);
  }

  /** The same place, as the cell of a table. */
  public Source inTable(
      @Nullable String title, @Nullable Integer atRow, @Nullable Integer atColumn) {
    return new Source(file, page, line, title, atRow, atColumn, box);
  }

  private static void atLeast(int least, @Nullable Integer value, String what) {
    if (value != null && value < least) {
      throw new IllegalArgumentException(
          "a source's " + what + " is at least " + least + ", not " + value);
    }
  }
}
