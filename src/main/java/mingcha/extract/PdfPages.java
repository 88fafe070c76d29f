package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mingcha.disclosure.Box;
import mingcha.disclosure.Source;
import mingcha.extract.PdfLines.TextLine;
import mingcha.extract.PdfScan.Glyph;
import mingcha.extract.PdfScan.Ruling;
import mingcha.extract.PdfScan.Scanned;
import mingcha.extract.RuledTables.Field;
import mingcha.extract.RuledTables.Lattice;

/**
 * Makes pages of what was scanned: a grid of each ruled table, a text of each line outside of them.
 * Lines that stand at the same place on many pages are running heads, and are left out with the
 * page numbers.
 */
final class PdfPages {
  /** How much of a page's height is margin, above and below. */
  private static final double MARGIN = 0.1;

  private static final int REPEATED = 3;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-—–－·\\s]*(?:第\\s*)?\\d{1,4}(?:\\s*页)?(?:\\s*[/／共]\\s*\\d{1,4}\\s*页?)?[-—–－·\\s]*");

  private final String file;
  private final List<Scanned> scanned = new ArrayList<>();
  private final Map<Integer, String> faults = new HashMap<>();
  private final CutRows cuts = new CutRows();

  PdfPages(String file) {
    this.file = file;
  }

  /** Adds a page, from the first to the last. */
  void add(Scanned page) {
    scanned.add(upright(page));
  }

  /** How many were added. */
  int count() {
    return scanned.size();
  }

  /**
   * Adds a page that cannot be read.
   *
   * @param why what is wrong with it
   */
  void addUnread(Scanned page, String why) {
    scanned.add(
        new Scanned(
            List.of(),
            List.of(),
            page.unmapped(),
            page.image(),
            page.dpi(),
            page.width(),
            page.height()));
    faults.put(scanned.size(), why);
  }

  List<Page> pages() {
    List<List<Lattice>> lattices = lattices(scanned);
    List<List<Part>> parts = new ArrayList<>();
    for (int i = 0; i < scanned.size(); i++) {
      parts.add(parts(scanned.get(i), lattices.get(i), i + 1));
    }
    Map<String, Integer> heads = heads(parts);
    List<List<Block>> blocks = new ArrayList<>();
    for (int i = 0; i < scanned.size(); i++) {
      blocks.add(blocks(scanned.get(i), i + 1, parts.get(i), heads));
    }
    cuts.join(blocks);
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      pages.add(new Page(i + 1, blocks.get(i)));
    }
    return pages;
  }

  /** A block at a height of the page. */
  private record Part(double y, Block block) {}

  /** A page whose type is turned is read turned. */
  private static Scanned upright(Scanned page) {
    Scanned result = page;
    for (int i = 0; i < turnsToUpright(page); i++) {
      result = turnedRight(result);
    }
    return result;
  }

  /** How many quarters to the right it is turned to be read. */
  static int turnsToUpright(Scanned page) {
    int[] turns = new int[4];
    page.glyphs().forEach(glyph -> turns[glyph.turn()]++);
    int turn = 0;
    for (int i = 1; i < 4; i++) {
      turn = turns[i] > turns[turn] ? i : turn;
    }
    return Math.floorMod(4 - turn, 4);
  }

  private static Scanned turnedRight(Scanned page) {
    double height = page.height();
    List<Glyph> glyphs = new ArrayList<>();
    for (Glyph g : page.glyphs()) {
      glyphs.add(
          new Glyph(
              g.text(),
              height - g.y(),
              g.x(),
              g.width(),
              g.size(),
              Math.floorMod(g.turn() + 1, 4),
              g.confidence()));
    }
    List<Ruling> rulings = new ArrayList<>();
    for (Ruling r : page.rulings()) {
      rulings.add(
          r.horizontal()
              ? new Ruling(height - r.y0(), r.x0(), height - r.y0(), r.x1())
              : new Ruling(height - r.y1(), r.x0(), height - r.y0(), r.x0()));
    }
    return new Scanned(
        glyphs,
        rulings,
        page.unmapped(),
        page.image(),
        page.dpi(),
        /* width= */ page.height(),
        /* height= */ page.width());
  }

  /** The tables of each page; those without any lines go on from page to page. */
  private static List<List<Lattice>> lattices(List<Scanned> scanned) {
    List<List<Lattice>> ruled = new ArrayList<>();
    List<AlignedTables> aligned = new ArrayList<>();
    for (Scanned page : scanned) {
      ruled.add(RuledTables.of(page.rulings()));
      aligned.add(AlignedTables.of(page, ruled.getLast()));
    }
    OpenTables.draw(aligned);
    List<List<Lattice>> lattices = new ArrayList<>();
    for (int i = 0; i < scanned.size(); i++) {
      List<Ruling> rulings = new ArrayList<>(scanned.get(i).rulings());
      List<Ruling> drawn = aligned.get(i).drawn();
      rulings.addAll(drawn);
      lattices.add(drawn.isEmpty() ? ruled.get(i) : RuledTables.of(rulings));
    }
    return lattices;
  }

  private List<Part> parts(Scanned page, List<Lattice> lattices, int number) {
    List<Part> parts = new ArrayList<>();
    List<Glyph> outside = new ArrayList<>(page.glyphs());
    for (Lattice lattice : lattices) {
      List<Glyph> inside = new ArrayList<>();
      outside.removeIf(
          glyph -> {
            boolean within = contains(lattice.box(), glyph);
            if (within) {
              inside.add(glyph);
            }
            return within;
          });
      if (inside.isEmpty()) {
        continue;
      }
      parts.add(new Part(lattice.box().y(), grid(lattice, inside, number)));
    }
    for (TextLine line : PdfLines.of(outside)) {
      Source source = source(number, line.box());
      parts.add(new Part(line.box().y(), new Block.Text(line.text(), source, line.confidence())));
    }
    parts.sort(Comparator.comparingDouble(Part::y));
    return parts;
  }

  /** Takes the glyphs of its cells out of {@code inside}. */
  private Block.Grid grid(Lattice lattice, List<Glyph> inside, int number) {
    List<Block.GridCell> cells = new ArrayList<>();
    for (Field field : lattice.fields()) {
      List<Glyph> own = new ArrayList<>();
      inside.removeIf(
          glyph -> {
            boolean within = contains(field.box(), glyph);
            if (within) {
              own.add(glyph);
            }
            return within;
          });
      Source at = source(number, field.box()).inTable(null, field.row(), field.column());
      Block.GridCell cell =
          new Block.GridCell(
              field.row(),
              field.column(),
              field.rowSpan(),
              field.columnSpan(),
              PdfLines.joined(own),
              at,
              PdfLines.confidence(own));
      cuts.note(cell, own);
      cells.add(cell);
    }
    return new Block.Grid(cells, cells.getFirst().source().inTable(null, null, null));
  }

  static boolean contains(Box box, Glyph glyph) {
    return glyph.centreX() >= box.x()
        && glyph.centreX() <= box.x() + box.width()
        && glyph.centreY() >= box.y()
        && glyph.centreY() <= box.y() + box.height();
  }

  private Source source(int page, Box box) {
    return new Source(file, page, null, null, null, null, box);
  }

  /** How often each line stands in the margins, digits alike. */
  private Map<String, Integer> heads(List<List<Part>> parts) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      double height = scanned.get(i).height();
      parts.get(i).stream()
          .filter(part -> inMargin(part, height))
          .map(PdfPages::key)
          .distinct()
          .forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    return counts;
  }

  private static boolean inMargin(Part part, double height) {
    if (!(part.block() instanceof Block.Text text)) {
      return false;
    }
    Box box = text.source().box();
    double middle = part.y() + (box == null ? 0 : box.height() / 2);
    return part.y() < MARGIN * height || middle > (1 - MARGIN) * height;
  }

  private static String key(Part part) {
    String text = part.block() instanceof Block.Text line ? line.text() : "";
    return text.replaceAll("\\d+", "#") + "@" + Math.rint(part.y() / 4);
  }

  private List<Block> blocks(
      Scanned page, int number, List<Part> parts, Map<String, Integer> heads) {
    Box whole = new Box(0, 0, page.width(), page.height());
    String fault = faults.get(number);
    if (fault != null) {
      return new ArrayList<>(List.of(new Block.Picture(fault, source(number, whole))));
    }
    List<Block> blocks = new ArrayList<>();
    for (Part part : parts) {
      boolean margin = inMargin(part, page.height());
      boolean head = margin && heads.getOrDefault(key(part), 0) >= REPEATED;
      boolean folio =
          margin
              && part.block() instanceof Block.Text line
              && PAGE_NUMBER.matcher(line.text()).matches();
      if (!head && !folio) {
        blocks.add(part.block());
      }
    }
    return blocks;
  }
}
