package mingcha.extract;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mingcha.disclosure.Box;
import mingcha.extract.PdfScan.Glyph;
import mingcha.extract.PdfScan.Ruling;
import mingcha.extract.PdfScan.Scanned;

/**
 * Reads a page off its picture, whichever way it lies there. That its lines lean or stand on end is
 * seen before it is read; that it stands on its head, by what is read of it: of upright pages of
 * real scans recognition is sure by 84 of 100 and more, of others by 45 and less. Upright pages
 * that are legible cost nothing more.
 */
final class PagePicture {
  /** Of 100. */
  private static final double LEGIBLE = 60;

  /** Characters of a picture without a table; fewer are the labels of a chart. */
  private static final int FEWEST = 60;

  private final BufferedImage picture;
  private final int dpi;

  private PagePicture(BufferedImage picture, int dpi) {
    this.picture = picture;
    this.dpi = dpi;
  }

  /**
   * A page as it was read.
   *
   * @param page upright
   * @param tilt how it lies on its picture
   */
  record Read(Scanned page, Tilt tilt) {
    boolean isLegible() {
      return page.glyphs().isEmpty() || certainty() >= LEGIBLE;
    }

    double certainty() {
      return page.glyphs().stream().mapToInt(Glyph::confidence).average().orElse(0);
    }
  }

  /**
   * @param dpi the picture's resolution
   */
  static Read read(BufferedImage picture, int dpi) throws IOException {
    return new PagePicture(picture, dpi).read();
  }

  /**
   * Reads the pictures of text on a page of text: a table pasted below its heading. What the page
   * says within them gives way to what is read there; a photograph or a chart, of which nothing
   * legible is read, leaves the page as it is.
   *
   * @param boxes of the pictures
   * @param picture of the whole page
   */
  static Scanned within(Scanned page, List<Box> boxes, BufferedImage picture, int dpi)
      throws IOException {
    Scanned found = new Ocr(only(boxes, picture, dpi / 72.0), dpi).read();
    boolean table = !RuledTables.of(found.rulings()).isEmpty();
    Read read = new Read(found, Tilt.NONE);
    if (!read.isLegible() || found.glyphs().size() < (table ? 1 : FEWEST)) {
      return page;
    }
    List<Glyph> glyphs = new ArrayList<>(page.glyphs());
    glyphs.removeIf(g -> boxes.stream().anyMatch(box -> PdfPages.contains(box, g)));
    glyphs.addAll(found.glyphs());
    List<Ruling> rulings = new ArrayList<>(page.rulings());
    rulings.addAll(found.rulings());
    return new Scanned(
        glyphs,
        rulings,
        page.unmapped(),
        page.image(),
        page.dpi(),
        page.width(),
        page.height(),
        page.beside());
  }

  private static BufferedImage only(List<Box> boxes, BufferedImage picture, double scale) {
    BufferedImage only =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = only.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, only.getWidth(), only.getHeight());
    for (Box box : boxes) {
      Graphics2D within =
          (Graphics2D)
              pen.create(
                  (int) Math.floor(box.x() * scale),
                  (int) Math.floor(box.y() * scale),
                  (int) Math.ceil(box.width() * scale),
                  (int) Math.ceil(box.height() * scale));
      within.drawImage(
          picture, -(int) Math.floor(box.x() * scale), -(int) Math.floor(box.y() * scale), null);
      within.dispose();
    }
    pen.dispose();
    return only;
  }

  private Read read() throws IOException {
    Tilt tilt = Tilt.of(picture);
    Ocr ocr = ocr(tilt);
    if (InkProfile.isSideways(ocr.type())) {
      Integer turns = Tesseract.turns(ocr.type().picture(), dpi);
      tilt = tilt.turnedRight(turns == null ? 1 : turns);
      ocr = ocr(tilt);
    }
    Read read = new Read(ocr.read(), tilt);
    if (read.isLegible()) {
      return read;
    }
    Integer turns = Tesseract.turns(tilt.upright(picture), dpi);
    if (Objects.equals(turns, 0)) {
      return read; // a bad copy, but upright
    }
    Tilt otherWay = tilt.turnedRight(turns == null ? 2 : turns);
    Read other = new Read(ocr(otherWay).read(), otherWay);
    return other.certainty() > read.certainty() ? other : read;
  }

  private Ocr ocr(Tilt tilt) {
    return new Ocr(tilt.upright(picture), dpi);
  }
}
