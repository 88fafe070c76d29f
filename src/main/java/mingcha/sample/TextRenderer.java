package mingcha.sample;

import java.util.List;
import mingcha.sample.Document.Contents;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Grid.Kind;
import mingcha.sample.Document.Heading;
import mingcha.sample.Document.Paragraph;
import mingcha.sample.Document.Part;

/** A document as a plain-text file. */
final class TextRenderer {
  private static final int LINE = 30;

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private TextRenderer(Style style) {
    this.style = style;
  }

  static String text(Document document, Style style) {
    TextRenderer renderer = new TextRenderer(style);
    document.parts().forEach(renderer::part);
    return renderer.out.toString();
  }

  private void part(Part part) {
    switch (part) {
      case Heading heading -> paragraph(heading.text());
      case Paragraph paragraph -> paragraph(paragraph.text());
      case Contents contents -> contents(contents);
      case Grid grid -> grid(grid);
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void paragraph(String text) {
    if (!style.wrapped()) {
      line(text);
      line("");
      return;
    }
    int from = 0;
    while (from < text.length()) {
      int to = breakAfter(text, from);
      line(text.substring(from, to));
      line("");
      from = to;
    }
  }

  /**
   * Where a printed line ends: not within a number, nor before a full stop. Latin is half as wide.
   */
  private static int breakAfter(String text, int from) {
    int halves = 0;
    int to = from;
    while (to < text.length() && halves < 2 * LINE) {
      halves += text.charAt(to++) < 0x100 ? 1 : 2;
    }
    if (to == text.length()) {
      return to;
    }
    while (to > from + LINE / 2 && (holdsTogether(text, to) || isClosing(text.charAt(to)))) {
      to--;
    }
    return to;
  }

  private static boolean holdsTogether(String text, int at) {
    return isOfNumber(text.charAt(at - 1)) && isOfNumber(text.charAt(at));
  }

  private static boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '%';
  }

  private static boolean isClosing(char c) {
    return "，。；：、）”".indexOf(c) >= 0;
  }

  private void contents(Contents contents) {
    line("目 录");
    for (int i = 0; i < contents.entries().size(); i++) {
      line(contents.entries().get(i) + style.leader() + contents.pages().get(i));
    }
    line("");
  }

  private void grid(Grid grid) {
    List<String> head = grid.caption();
    if (!grid.title().isEmpty()) {
      line(grid.title());
    }
    if (style.wrapped() && !head.isEmpty()) {
      line("");
      line(head.getFirst());
      line("");
      line(String.join(" ", head.subList(1, head.size())));
      line("");
    } else {
      head.forEach(this::line);
    }
    TableLayout layout = grid.kind() == Kind.PROJECT ? style.forms() : style.tables();
    layout.lines(grid).forEach(this::line);
    if (!grid.note().isEmpty()) {
      line(grid.note());
    }
    line("");
  }
}
