package mingcha.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Source;
import mingcha.extract.Block.Grid;
import mingcha.extract.Block.GridCell;
import mingcha.extract.Block.Text;
import org.jspecify.annotations.Nullable;

/**
 * Turns a text into pages: a line is a {@link Text}, consecutive lines with tabs (or bars) are one
 * {@link Grid}, a form feed begins a page. Lines end with LF, CR LF or CR, and are counted as an
 * editor counts them. Control characters and byte order marks within a line are left out.
 */
final class TextPages {
  /** {@code | --- | ---: |}, between a header and its rows. */
  private static final Pattern RULE = Pattern.compile("(?:\\s*:?-{3,}:?\\s*\\|?)+");

  private static final Pattern SPACED_BAR = Pattern.compile("\\s*\\|\\s*");

  private final String file;
  private final boolean paged;
  private final List<Page> pages = new ArrayList<>();
  private List<Block> blocks = new ArrayList<>();
  private List<GridCell> cells = new ArrayList<>();
  private int rows;
  private int page = 1;
  private int line = 1;

  private TextPages(String file, boolean paged) {
    this.file = file;
    this.paged = paged;
  }

  /** The pages; none if the text is white space only. */
  static List<Page> of(String text, String file) {
    if (blank(text)) {
      return List.of();
    }
    TextPages pages = new TextPages(file, text.indexOf('\f') >= 0);
    pages.read(text);
    return pages.pages;
  }

  private void read(String text) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\f') {
        line(text.substring(start, i));
        if (c == '\f') {
          endPage();
        } else {
          i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
          line++;
        }
        start = i + 1;
      }
    }
    line(text.substring(start));
    if (!(paged && start == text.length())) {
      endPage();
    }
  }

  private void line(String raw) {
    String text = unpiped(clean(raw));
    if (text.indexOf('\t') >= 0) {
      row(text);
      return;
    }
    endGrid();
    if (!blank(text)) {
      blocks.add(new Text(text, source()));
    }
  }

  /**
   * The row of a table that was copied off a web page, {@code 名称 | 金额 |}, with tabs for its bars; a
   * line with one bar within is none.
   */
  private static String unpiped(String text) {
    String line = text.strip();
    long bars = line.chars().filter(c -> c == '|').count();
    boolean row = bars > 1 || (bars == 1 && line.endsWith("|"));
    if (!row || text.indexOf('\t') >= 0) {
      return text;
    }
    String cells = line.length() > 1 && line.startsWith("|") ? line.substring(1) : line;
    return RULE.matcher(cells).matches() ? "" : SPACED_BAR.matcher(cells).replaceAll("\t");
  }

  private void row(String text) {
    int column = 0;
    int start = 0;
    for (int tab = text.indexOf('\t'); ; tab = text.indexOf('\t', start)) {
      String cell = tab < 0 ? text.substring(start) : text.substring(start, tab);
      cells.add(new GridCell(rows, column, 1, 1, cell, source().inTable(null, rows, column)));
      if (tab < 0) {
        break;
      }
      start = tab + 1;
      column++;
    }
    rows++;
  }

  private void endGrid() {
    if (!cells.isEmpty()) {
      Source first = cells.getFirst().source();
      blocks.add(new Grid(cells, first.inTable(null, null, null)));
      cells = new ArrayList<>();
      rows = 0;
    }
  }

  private void endPage() {
    endGrid();
    pages.add(new Page(number(), blocks));
    blocks = new ArrayList<>();
    page++;
  }

  private @Nullable Integer number() {
    return paged ? page : null;
  }

  private Source source() {
    return new Source(file, number(), line, null, null, null, null);
  }

  private static String clean(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (unprinted(line.charAt(i))) {
        StringBuilder printed = new StringBuilder(line.length());
        line.chars().filter(c -> !unprinted((char) c)).forEach(c -> printed.append((char) c));
        return printed.toString();
      }
    }
    return line;
  }

  private static boolean unprinted(char c) {
    return Trial.control(c) || c == '\uFEFF';
  }

  /** No-break, ideographic and zero-width spaces are blank as well. */
  private static boolean blank(String text) {
    return text.chars()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || unprinted((char) c)
                    || c == 0x200B);
  }
}
