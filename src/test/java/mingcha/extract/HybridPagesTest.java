package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import mingcha.extract.Outcome.Extracted;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDFs whose text is not what they show, or only a part of it: nothing is lost, or read twice. */
class HybridPagesTest {
  private static final String TABLE = "Code|Budget|Final|2011308|1,374.63||20805|27,664.22|0.50";
  private static final String HEAD = "Final account of the bureau of commerce 2023";

  @TempDir private Path folder = Path.of("");
  private final PDDocument document = new PDDocument();

  /** Draws pages of 595 by 842 points. */
  private final class Drawn implements AutoCloseable {
    final PDPage page = new PDPage(PDRectangle.A4);
    final PDPageContentStream stream;
    PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    Drawn() throws IOException {
      document.addPage(page);
      stream = new PDPageContentStream(document, page);
    }

    void text(double x, double y, String text) throws IOException {
      stream.beginText();
      stream.setFont(font, 10);
      stream.newLineAtOffset((float) x, (float) y);
      stream.showText(text);
      stream.endText();
    }

    /** A part of {@link OcrTest#picture}, between these points from its top, at its place. */
    void picture(int top, int bottom) throws IOException {
      BufferedImage whole = OcrTest.picture(200);
      int from = Math.round(top * 200 / 72f);
      int to = Math.min(whole.getHeight(), Math.round(bottom * 200 / 72f));
      float high = (to - from) * 72 / 200f;
      stream.drawImage(
          LosslessFactory.createFromImage(
              document, whole.getSubimage(0, from, whole.getWidth(), to - from)),
          0,
          PDRectangle.A4.getHeight() - from * 72 / 200f - high,
          PDRectangle.A4.getWidth(),
          high);
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  /** The pages, and what the media type says of them. */
  private String read() throws IOException {
    Path file = folder.resolve("a.pdf");
    document.save(file.toFile());
    document.close();
    Extracted read = assertInstanceOf(Extracted.class, new FileExtractor().extract(file, "a.pdf"));
    StringJoiner lines = new StringJoiner("\n");
    lines.add(read.mediaType());
    for (Page page : read.pages()) {
      for (Block block : page.blocks()) {
        switch (block) {
          case Block.Text text -> lines.add(text.text() + sure(text.confidence()));
          case Block.Grid grid -> lines.add(cells(grid));
          case Block.Heading heading -> lines.add("# " + heading.text());
          case Block.Picture picture -> lines.add("picture: " + picture.description());
        }
      }
    }
    return lines.toString();
  }

  private static String sure(@Nullable Integer confidence) {
    return confidence == null ? "" : " (recognised)";
  }

  private static String cells(Block.Grid grid) {
    assertTrue(
        grid.cells().stream().allMatch(c -> c.text().isEmpty() == (c.confidence() == null)),
        "what was recognised has a confidence");
    return grid.cells().stream().map(Block.GridCell::text).collect(Collectors.joining("|"));
  }

  private static final String OCR = "application/pdf; pages-by-ocr=1\n";
  private static final String SCAN = OCR + "Expenditure 2023 (recognised)\n" + TABLE;

  @Test
  void aTablePastedAsAPictureIsReadBelowItsHead() throws IOException {
    OcrTest.needsTesseract();
    try (Drawn page = new Drawn()) {
      page.text(100, 800, HEAD);
      page.picture(130, 330);
      page.text(100, 400, "Note: the figures are rounded.");
    }
    assertEquals(OCR + HEAD + "\n" + TABLE + "\nNote: the figures are rounded.", read());
  }

  @Test
  void aPhotographLeavesItsPageAsItIs() throws IOException {
    OcrTest.needsTesseract();
    try (Drawn page = new Drawn()) {
      page.text(100, 800, HEAD);
      BufferedImage photograph = new BufferedImage(800, 500, BufferedImage.TYPE_BYTE_GRAY);
      for (int y = 0; y < 500; y++) {
        for (int x = 0; x < 800; x++) {
          int grey = (int) (128 + 90 * Math.sin(x / 97.0) * Math.cos(y / 61.0));
          photograph.getRaster().setSample(x, y, 0, grey);
        }
      }
      page.stream.drawImage(
          LosslessFactory.createFromImage(document, photograph), 100, 300, 400, 250);
    }
    assertEquals("application/pdf\n" + HEAD, read());
  }

  @Test
  void aPageOfTextAndAScannedOneAreReadEachInItsWay() throws IOException {
    OcrTest.needsTesseract();
    try (Drawn page = new Drawn()) {
      page.text(100, 700, HEAD);
    }
    try (Drawn page = new Drawn()) {
      page.picture(0, 842);
      page.text(290, 20, "- 2 -");
    }
    assertEquals(OCR + HEAD + SCAN.substring(OCR.length() - 1), read());
  }

  @Test
  void aScanInStripsIsOnePage() throws IOException {
    OcrTest.needsTesseract();
    try (Drawn page = new Drawn()) {
      for (int top = 0; top < 842; top += 50) {
        page.picture(top, top + 50);
      }
      page.text(290, 20, "- 2 -");
    }
    assertEquals(SCAN, read());
  }

  /** Scanners lay what they recognised behind the picture, to be searched for. */
  @Test
  void whatOthersRecognisedBehindAPictureIsReadAnew() throws IOException {
    OcrTest.needsTesseract();
    try (Drawn page = new Drawn()) {
      page.stream.setRenderingMode(RenderingMode.NEITHER);
      page.text(100, 740, "Expendlture 2O23 of the bureau of commerce");
      page.text(100, 680, "2011308 1,874.63");
      page.picture(0, 842);
    }
    assertEquals(SCAN, read());
  }

  @Test
  void whatAPictureIsLaidUponIsNotReadTwice() throws IOException {
    OcrTest.needsTesseract();
    try (Drawn page = new Drawn()) {
      page.text(100, 740, "Expenditure 2023 of the bureau of commerce");
      page.text(100, 684, "2011308 1,874.63");
      page.picture(0, 842);
    }
    assertEquals(SCAN, read());
  }

  /** A font whose map says a space, or nothing, for each letter that it draws. */
  @Test
  void whatSaysNothingButSpacesIsReadOffItsPicture() throws IOException {
    OcrTest.needsTesseract();
    StringBuilder cmap = new StringBuilder("/CIDInit /ProcSet findresource begin begincmap\n");
    cmap.append("1 begincodespacerange <00> <FF> endcodespacerange\n");
    cmap.append("94 beginbfchar\n");
    for (int c = 0x21; c < 0x7F; c++) {
      cmap.append(String.format(Locale.ROOT, "<%02X> <0020>%n", c));
    }
    cmap.append("endbfchar endcmap end\n");
    try (Drawn page = new Drawn()) {
      COSStream map = document.getDocument().createCOSStream();
      try (var out = map.createOutputStream()) {
        out.write(cmap.toString().getBytes(StandardCharsets.US_ASCII));
      }
      PDFont blank = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      blank.getCOSObject().setItem(COSName.TO_UNICODE, map);
      page.font = PDFontFactory.createFont(blank.getCOSObject());
      page.text(100, 700, HEAD);
    }
    assertEquals(OCR + HEAD + " (recognised)", read());
  }

  @Test
  void typeDrawnAsCurvesIsReadOffItsPicture() throws IOException {
    OcrTest.needsTesseract();
    try (Drawn page = new Drawn()) {
      outline(page.stream, new Font(Font.SANS_SERIF, Font.PLAIN, 14), HEAD, 100, 700);
    }
    assertEquals(OCR + HEAD + " (recognised)", read());
  }

  private static void outline(
      PDPageContentStream stream, Font font, String text, double x, double y) throws IOException {
    PathIterator path =
        font.createGlyphVector(new FontRenderContext(null, true, true), text)
            .getOutline()
            .getPathIterator(new AffineTransform(1, 0, 0, -1, x, y));
    float[] p = new float[6];
    float[] at = new float[2];
    for (; !path.isDone(); path.next()) {
      int end = 0;
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> stream.moveTo(p[0], p[1]);
        case PathIterator.SEG_LINETO -> stream.lineTo(p[0], p[1]);
        case PathIterator.SEG_QUADTO -> {
          end = 2;
          stream.curveTo(
              at[0] + 2 * (p[0] - at[0]) / 3,
              at[1] + 2 * (p[1] - at[1]) / 3,
              p[2] + 2 * (p[0] - p[2]) / 3,
              p[3] + 2 * (p[1] - p[3]) / 3,
              p[2],
              p[3]);
        }
        case PathIterator.SEG_CUBICTO -> {
          end = 4;
          stream.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
        }
        default -> stream.closePath();
      }
      at = new float[] {p[end], p[end + 1]};
    }
    stream.fill();
  }
}
