package mingcha.extract;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import mingcha.extract.PdfScan.Glyph;
import mingcha.extract.PdfScan.Ruling;
import mingcha.extract.PdfScan.Scanned;

/**
 * A page of an OFD as a picture: its pictures, its straight lines and its characters, each at its
 * place and of its size. The fonts are this machine's, not the file's: what is to be seen is where
 * a figure stands, and that it is this figure.
 */
final class OfdPicture {
  private static final double POINTS_PER_INCH = 72;
  private static final float HAIRLINE = 0.6f;

  private final Graphics2D pen;
  private final Font font = new Font(Font.SERIF, Font.PLAIN, 1);

  private OfdPicture(Graphics2D pen) {
    this.pen = pen;
  }

  /**
   * Draws it as it lies, not turned.
   *
   * @param scale pixels a point
   */
  static BufferedImage of(OfdScan scan, Scanned page, double scale) throws IOException {
    BufferedImage below = scan.picture((int) Math.round(scale * POINTS_PER_INCH));
    int wide = (int) Math.round(page.width() * scale);
    int high = (int) Math.round(page.height() * scale);
    BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      pen.drawImage(below, 0, 0, wide, high, null);
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setColor(Color.BLACK);
      pen.setStroke(new BasicStroke(HAIRLINE));
      pen.scale(scale, scale);
      OfdPicture picture = new OfdPicture(pen);
      for (Ruling line : page.rulings()) {
        pen.draw(new Line2D.Double(line.x0(), line.y0(), line.x1(), line.y1()));
      }
      page.glyphs().forEach(picture::draw);
    } finally {
      pen.dispose();
    }
    return image;
  }

  private void draw(Glyph glyph) {
    AffineTransform page = pen.getTransform();
    pen.translate(glyph.x(), glyph.y());
    pen.rotate(glyph.turn() * Math.PI / 2);
    Font sized = font.deriveFont((float) glyph.size());
    if (sized.canDisplayUpTo(glyph.text()) < 0) {
      pen.setFont(sized);
      double wide = pen.getFontMetrics().stringWidth(glyph.text());
      // The file's own digits may be narrower than ours.
      pen.scale(Math.min(1, glyph.width() / Math.max(wide, 1e-6)), 1);
      pen.drawString(glyph.text(), 0, 0);
    } else {
      // A machine without such a font shows that something stands here.
      double side = 0.7 * glyph.size();
      pen.draw(new Rectangle2D.Double(0, -side, 0.8 * glyph.width(), side));
    }
    pen.setTransform(page);
  }
}
