package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import mingcha.sample.Document.Contents;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Heading;
import mingcha.sample.Document.Paragraph;
import mingcha.sample.Document.Part;
import mingcha.sample.Sheet.Rule;
import mingcha.sample.Sheet.Run;

/** Sets a document on sheets of A4, with a running head and a number on each. */
final class Typesetter {
  static final double WIDTH = 595.3;
  static final double HEIGHT = 841.9;
  static final double MARGIN = 72;
  static final double BOTTOM = HEIGHT - MARGIN;

  /** The line's width, within the margins. */
  static final double MEASURE = WIDTH - 2 * MARGIN;

  private static final double BODY = 12;
  private static final double LEADING = 1.7;
  private static final double TITLE = 16;
  private static final double CAPTION = 9;
  private static final double FURNITURE = 9;

  private final Print print;
  private final String head;
  private final List<Sheet> sheets = new ArrayList<>();
  private List<Run> types = new ArrayList<>();
  private List<Rule> rules = new ArrayList<>();
  private double y = MARGIN;

  private Typesetter(Document document, Print print) {
    this.print = print;
    this.head = document.title();
  }

  static List<Sheet> set(Document document, Print print) {
    Typesetter setter = new Typesetter(document, print);
    document.parts().forEach(setter::part);
    setter.turn();
    return setter.sheets;
  }

  private void part(Part part) {
    switch (part) {
      case Heading heading -> heading(heading);
      case Paragraph paragraph -> lines(paragraph.text(), BODY, 2);
      case Contents contents -> contents(contents);
      case Grid grid -> grid(grid);
    }
  }

  private void heading(Heading heading) {
    if (heading.level() == 0) {
      centred(heading.text(), TITLE);
    } else {
      if (left() < 4 * LEADING * BODY) {
        turn(); // a heading is not left alone at the foot of a page
      }
      lines(heading.text(), heading.level() == 1 ? BODY + 2 : BODY, heading.level() == 1 ? 0 : 2);
    }
  }

  private void lines(String text, double size, double indent) {
    List<String> lines = Lines.of(text, MEASURE / size, indent);
    for (int i = 0; i < lines.size(); i++) {
      baseline(size);
      type(MARGIN + (i == 0 ? indent * size : 0), size, lines.get(i));
    }
  }

  private void centred(String text, double size) {
    baseline(size);
    type((WIDTH - size * Sheet.ems(text)) / 2, size, text);
  }

  private void contents(Contents contents) {
    centred("目 录", TITLE);
    for (int i = 0; i < contents.entries().size(); i++) {
      String entry = contents.entries().get(i);
      String page = contents.pages().get(i).toString();
      int dots = (int) ((MEASURE / BODY - Sheet.ems(entry + page)) / Sheet.ems('.'));
      baseline(BODY);
      type(MARGIN, BODY, entry + ".".repeat(Math.max(3, dots)) + page);
    }
    turn();
  }

  private void grid(Grid grid) {
    if (left() < (BOTTOM - MARGIN) / 4) {
      turn();
    }
    if (!grid.title().isEmpty()) {
      centred(grid.title(), TITLE);
    }
    captions(grid.caption());
    new TableSetter(grid, print, this).set();
    if (!grid.note().isEmpty()) {
      lines(grid.note(), CAPTION, 0);
    }
    y += BODY;
  }

  /** The table's number stands at the right, below it publisher, year and unit on one line. */
  private void captions(List<String> caption) {
    if (caption.isEmpty()) {
      return;
    }
    baseline(CAPTION);
    String first = caption.getFirst();
    type(WIDTH - MARGIN - CAPTION * Sheet.ems(first), CAPTION, first);
    List<String> rest = caption.subList(1, caption.size());
    if (!rest.isEmpty()) {
      baseline(CAPTION);
      for (int i = 0; i < rest.size(); i++) {
        double free = MEASURE - CAPTION * Sheet.ems(rest.get(i));
        double share = rest.size() == 1 ? 0 : (double) i / (rest.size() - 1);
        type(MARGIN + free * share, CAPTION, rest.get(i));
      }
    }
    y += 4;
  }

  /** Goes down to the next line's baseline, on the next sheet if need be. */
  private void baseline(double size) {
    if (y + LEADING * size > BOTTOM) {
      turn();
    }
    y += LEADING * size;
  }

  private void type(double x, double size, String text) {
    types.add(new Run(x, y, size, text));
  }

  void type(double x, double baseline, double size, String text) {
    types.add(new Run(x, baseline, size, text));
  }

  void rule(double x0, double y0, double x1, double y1) {
    rules.add(new Rule(x0, y0, x1, y1));
  }

  /** How far down the page it is. */
  double y() {
    return y;
  }

  void down(double by) {
    y += by;
  }

  double left() {
    return BOTTOM - y;
  }

  /** Begins the next sheet, unless this one is empty. */
  void turn() {
    if (types.isEmpty()) {
      return;
    }
    String folio = "- " + (sheets.size() + 1) + " -";
    types.add(new Run(MARGIN, MARGIN * 0.6, FURNITURE, head));
    types.add(
        new Run(
            (WIDTH - FURNITURE * Sheet.ems(folio)) / 2, HEIGHT - MARGIN * 0.5, FURNITURE, folio));
    sheets.add(new Sheet(WIDTH, HEIGHT, types, rules));
    types = new ArrayList<>();
    rules = new ArrayList<>();
    y = MARGIN;
  }
}
