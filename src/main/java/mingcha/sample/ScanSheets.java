package mingcha.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mingcha.sample.Sheet.Rule;
import mingcha.sample.Sheet.Run;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Sheets as a scanner leaves them: a PDF of grey pictures, in JPEG. Needs a Chinese typeface. */
final class ScanSheets {
  private static final int DPI = 200;
  private static final float QUALITY = 0.8f;

  private ScanSheets() {}

  static byte[] bytes(List<Sheet> sheets) throws IOException {
    Font font = font();
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(1L); // else it is the time
      for (Sheet sheet : sheets) {
        PDPage page = new PDPage(new PDRectangle((float) sheet.width(), (float) sheet.height()));
        PDImageXObject picture = JPEGFactory.createFromImage(document, draw(sheet, font), QUALITY);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
          stream.drawImage(picture, 0, 0, (float) sheet.width(), (float) sheet.height());
        }
        document.addPage(page);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static Font font() throws IOException {
    return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
        .filter(font -> font.canDisplayUpTo("支出决算表“三公”") < 0)
        .min(
            Comparator.<Font>comparingInt(ScanSheets::rank)
                .thenComparing(font -> font.getFontName()))
        .orElseThrow(() -> new IOException("no Chinese typeface on this machine to draw with"));
  }

  /** Mainland forms, in an upright weight for print, before any other. */
  private static int rank(Font font) {
    String name = font.getFontName();
    boolean mainland = name.contains("SC") || name.contains("Song");
    boolean bold = name.contains("Bold") || name.contains("Black") || name.contains("Light");
    return (mainland ? 0 : 4) + (bold ? 2 : 0) + (name.contains("Serif") ? 0 : 1);
  }

  private static BufferedImage draw(Sheet sheet, Font font) {
    double scale = DPI / 72.0;
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(sheet.width() * scale),
            (int) Math.round(sheet.height() * scale),
            BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.setColor(new Color(40, 40, 40));
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.transform(AffineTransform.getScaleInstance(scale, scale));
      graphics.setStroke(new BasicStroke(0.5f));
      for (Rule rule : sheet.rules()) {
        graphics.draw(new Line2D.Double(rule.x0(), rule.y0(), rule.x1(), rule.y1()));
      }
      for (Run type : sheet.types()) {
        draw(type, font, graphics);
      }
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** A character in the middle of its room, or as narrow as that is. */
  private static void draw(Run type, Font font, Graphics2D graphics) {
    graphics.setFont(font.deriveFont((float) type.size()));
    double x = type.x();
    for (int character : type.text().codePoints().toArray()) {
      String text = Character.toString(character);
      double room = type.size() * Sheet.ems(character);
      double wide = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
      AffineTransform page = graphics.getTransform();
      graphics.translate(x + Math.max(0, room - wide) / 2, type.y());
      graphics.scale(Math.min(1, room / Math.max(1e-3, wide)), 1);
      graphics.drawString(text, 0, 0);
      graphics.setTransform(page);
      x += room;
    }
  }
}
