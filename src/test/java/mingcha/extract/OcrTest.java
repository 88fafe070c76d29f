package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.disclosure.Box;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.PdfScan.Glyph;
import mingcha.extract.PdfScan.Scanned;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as scanners leave them: pictures of type and lines. */
class OcrTest {
  @TempDir private Path folder = Path.of("");

  /** A table of three columns and rows, 24 points high and 130 wide, below a heading. */
  static BufferedImage picture(int dpi) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        for (int i = 0; i <= 3; i++) {
          line(stream, 100, 700 - 24 * i, 490, 700 - 24 * i);
          line(stream, 100 + 130 * i, 700, 100 + 130 * i, 628);
        }
        String[][] texts = {
          {"Code", "Budget", "Final"}, {"2011308", "1,374.63", ""}, {"20805", "27,664.22", "0.50"}
        };
        for (int r = 0; r < 3; r++) {
          for (int c = 0; c < 3; c++) {
            text(stream, 106 + 130 * c, 684 - 24 * r, 11, texts[r][c]);
          }
        }
        text(stream, 220, 740, 20, "Expenditure 2023");
      }
      return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
    }
  }

  private static void line(PDPageContentStream stream, float x0, float y0, float x1, float y1)
      throws IOException {
    stream.moveTo(x0, y0);
    stream.lineTo(x1, y1);
    stream.stroke();
  }

  private static void text(PDPageContentStream stream, float x, float y, float size, String text)
      throws IOException {
    stream.beginText();
    stream.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), size);
    stream.newLineAtOffset(x, y);
    stream.showText(text);
    stream.endText();
  }

  /** On machines that shall have everything, a missing command is a failure. */
  static void needsTesseract() {
    if (Boolean.getBoolean("mingcha.complete")) {
      assertTrue(Tesseract.isThere(), "tesseract with chi_sim");
    }
    assumeTrue(Tesseract.isThere());
  }

  private Path scanned() throws IOException {
    return scanned(1);
  }

  private Path scanned(int pages) throws IOException {
    Path file = folder.resolve("scan.pdf");
    try (PDDocument document = new PDDocument()) {
      PDImageXObject picture = JPEGFactory.createFromImage(document, picture(200), 0.8f);
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
          PDRectangle whole = page.getCropBox();
          stream.drawImage(picture, 0, 0, whole.getWidth(), whole.getHeight());
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  @Test
  void aThickScanHasItsTimeForEachPage() throws IOException {
    needsTesseract();
    int pages = 5;
    Path scan = scanned(pages);
    long start = System.nanoTime();
    Outcome here = new FileExtractor().extract(scan, "scan.pdf");
    Duration mostOfIt = Duration.ofNanos((System.nanoTime() - start) * 3 / 5);
    try (Workers workers = new Workers(new Limits(mostOfIt, 512), Hostile.classPath())) {
      assertEquals(here, workers.extract(scan, "scan.pdf"));
    }
    assertEquals(pages, assertInstanceOf(Extracted.class, here).pages().size());
  }

  @Test
  void theTableOfAScanKeepsItsCells() throws IOException {
    needsTesseract();
    Extracted read =
        assertInstanceOf(Extracted.class, new FileExtractor().extract(scanned(), "scan.pdf"));
    assertEquals("application/pdf; pages-by-ocr=1", read.mediaType());
    List<Block> blocks = read.pages().getFirst().blocks();
    Block.Text heading = assertInstanceOf(Block.Text.class, blocks.getFirst());
    assertEquals("Expenditure 2023", heading.text());
    assertNotNull(heading.confidence());
    Block.Grid grid = assertInstanceOf(Block.Grid.class, blocks.getLast());
    assertEquals(
        "Code|Budget|Final|2011308|1,374.63||20805|27,664.22|0.50",
        grid.cells().stream().map(Block.GridCell::text).collect(Collectors.joining("|")));
    Box box = grid.cells().get(4).source().box();
    assertNotNull(box);
    assertEquals(230, box.x(), 1);
    assertEquals(PDRectangle.A4.getHeight() - 676, box.y(), 1);
    assertEquals(130, box.width(), 1);
    assertNotNull(grid.cells().get(4).confidence());
    assertNull(grid.cells().get(5).confidence(), "an empty cell is not in doubt");
  }

  @Test
  void linesAreFoundAndStrokesOfLargeTypeAreNone() throws IOException {
    List<InkLines.Stroke> strokes = InkLines.of(Ink.of(picture(200)), 200);
    assertEquals(8, strokes.size(), strokes::toString);
  }

  private static Scanned page(String text, double image) {
    List<Glyph> glyphs = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      glyphs.add(new Glyph(text.substring(i, i + 1), 10 * i, 10, 10, 10, 0, Glyph.SAID));
    }
    return new Scanned(glyphs, List.of(), 0, image, 200, 595, 842);
  }

  @Test
  void aTextLayerThatSaysOtherThanThePageShowsIsNoticed() {
    assertNull(TextLayer.fault(page("一般公共预算财政拨款支出决算表", 0)));
    assertNull(TextLayer.fault(page("", 0)), "a blank page");
    assertEquals("a page without text", TextLayer.fault(page("", 0.3)));
    assertEquals("a picture with 3 characters of text", TextLayer.fault(page("第1页", 1)));
    assertNull(TextLayer.fault(page("一般公共预算财政拨款支出决算表（按功能分类科目）", 1)));
    assertEquals(
        "its text is garbled", TextLayer.fault(page("ÊÕÖ§Ô¤Ëã×Ü±íÊÕÈëÖ§³öÏîÄ¿Ãû³Æ½ð¶î", 0)));
    assertEquals("its text is garbled", TextLayer.fault(page("綢縣鑽貳彜瓏駟軻".repeat(20), 0)));
    assertEquals(
        "its text is garbled",
        TextLayer.fault(page("Ò»°ã¹«¹²·þÎñÖ§³öÐÐÕþÔËÐÐ 22,395.50 " + "1,374.63 ".repeat(40), 0)),
        "names among many figures");
    assertEquals("its text is garbled", TextLayer.fault(page("口".repeat(50) + "2023", 0)));
    assertEquals("its text is garbled", TextLayer.fault(page("?".repeat(50) + "2023", 0)));
    assertEquals("its text is garbled", TextLayer.fault(page("猫狗兔鹿狼虎豹熊象猴".repeat(8), 0)));
    assertNull(TextLayer.fault(page("面积10×20米±5°，§3·王小明 " + "0.00 ".repeat(40), 0)));
  }

  @Test
  void radicalsAreTheCharactersTheyAre() {
    assertEquals("支出", Radicals.unified("\u2F40") + Radicals.unified("出"));
    assertEquals("户", Radicals.unified("\u2F3E"), "not the traditional form");
    assertEquals("长", Radicals.unified("\u2ED3"));
    assertEquals("车", Radicals.unified("\uF902").replace('車', '车'));
    assertEquals("１２", Radicals.unified("１２"), "nothing else is changed");
  }

  @Test
  void whatIsMisreadAgainAndAgainIsPutRight() {
    assertEquals("维修（护）费", corrected("维修《〈护)费"));
    assertEquals("财政拨款支出（功能科目）", corrected("财政拨款文出【功能科目)"));
    assertEquals("《预算法》(修正)".replace('(', '（').replace(')', '）'), corrected("《预算法》(修正)"));
    assertEquals("1) 收入", corrected("1) 收入"));
    assertEquals("金额单位:万元", corrected("金额单位;万元"));
    assertEquals("商贸事务（款）行政运行（项)。年初预算", corrected("商贸事务（款）行政运行项)。年初预算"));
    assertEquals("拨款）和专项）", corrected("拨款）和专项）"));
    assertEquals("因公出国（境)费", corrected("因公出国境)费"));
    assertEquals("行政单位离退休（", corrected("行政单位离退休〈"));
    assertEquals("财政拨款收支预算总表", corrected("财政拨歼收支预算总表"));
    assertEquals("财政拨付的资金", corrected("财政拨付的资金"));
    assertEquals("其他支出（项）", corrected("其他支出（项）"));
  }

  @Test
  void aCellThatIsNearlyALabelOfTheFormsIsThatLabel() {
    assertEquals("决算数", label("决策数"));
    assertEquals("执行数", label("执行数"), "though 执行率 is near");
    assertEquals("核算数", label("核算数"), "as near to one as to another");
    assertEquals("基本工资", label("基本工资"), "a name of its own");
    assertEquals("上级补助收入", label("上级补且收入", 74), "a long one is sooner put right");
    assertEquals("决策数", label("决策数", 74));
    assertEquals(
        "决策数",
        Misread.label(page("决策数", 0).glyphs()).stream()
            .map(Glyph::text)
            .collect(Collectors.joining()),
        "what is legible is not touched");
  }

  /** Of a cell that is hardly legible. */
  private static String label(String text) {
    return label(text, 20);
  }

  private static String label(String text, int confidence) {
    List<Glyph> unsure = new ArrayList<>();
    for (Glyph g : page(text, 0).glyphs()) {
      unsure.add(new Glyph(g.text(), g.x(), g.y(), g.width(), g.size(), 0, confidence));
    }
    return Misread.label(unsure).stream().map(Glyph::text).collect(Collectors.joining());
  }

  private static String corrected(String text) {
    return Misread.corrected(page(text, 0).glyphs()).stream()
        .map(Glyph::text)
        .collect(Collectors.joining());
  }
}
