package mingcha.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the lines of a text break off. The text of a PDF has its lines as they were set, so that
 * most of them end in the middle of a sentence; in other texts a line is a paragraph.
 */
final class Margins {
  private static final int FARTHEST_NEIGHBOUR = 8;

  /** Half characters that a full line may fall short by: an indent, and a sign moved down. */
  private static final int SLACK = 10;

  private static final int SHORTEST = 12;
  private static final String ENDS = "。；;！!？?：:，,、";

  private final List<Line> lines;
  private final boolean wrapped;

  Margins(List<Line> lines) {
    this.lines = lines;
    int open = 0;
    int all = 0;
    for (Line line : lines) {
      if (!line.isRow() && line.text().length() >= SHORTEST && isProse(line.text())) {
        all++;
        open += ENDS.indexOf(line.text().charAt(line.text().length() - 1)) < 0 ? 1 : 0;
      }
    }
    wrapped = all > 0 && open * 3 > all;
  }

  /** Whether a line is about as long as the longest near it, in a text that is set in lines. */
  boolean isFull(int i) {
    if (!wrapped) {
      return false;
    }
    List<Integer> widths = new ArrayList<>();
    int last = Math.min(lines.size() - 1, i + FARTHEST_NEIGHBOUR);
    for (int j = Math.max(0, i - FARTHEST_NEIGHBOUR); j <= last; j++) {
      if (!lines.get(j).isRow()) {
        widths.add(width(lines.get(j).text()));
      }
    }
    widths.sort(Comparator.reverseOrder());
    // The very longest may be a note in small type.
    int width = widths.get(Math.min(2, widths.size() - 1));
    return width(lines.get(i).text()) + figureBelow(i) >= width - SLACK;
  }

  /** How wide the figure is that begins the next line: it found no room on this one. */
  private int figureBelow(int i) {
    String next = i + 1 < lines.size() ? lines.get(i + 1).text() : "";
    int end = 0;
    while (end < next.length() && (Character.isDigit(next.charAt(end)) || isPoint(next, end))) {
      end++;
    }
    return end;
  }

  private static boolean isPoint(String text, int at) {
    return text.charAt(at) == '.' || text.charAt(at) == ',' || text.charAt(at) == '%';
  }

  boolean isWrapped() {
    return wrapped;
  }

  /** Headings and rows of figures say nothing about margins. */
  private static boolean isProse(String text) {
    return HeadingText.level(text) == 0 && text.split("\\s+").length < 8;
  }

  /**
   * Letters and digits are half as wide as Chinese characters, and the spaces are the converter's.
   */
  private static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      width += c == ' ' ? 0 : c < 0x2000 ? 1 : 2;
    }
    return width;
  }
}
