package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import mingcha.disclosure.Box;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PDFs drawn here, and what is read of them. Rows are drawn 20 points high, columns 100 wide. */
class PdfExtractorTest {
  private static final double TOP = 700;

  @TempDir private Path folder = Path.of("");
  private final PDDocument document = new PDDocument();

  /** Draws one page; each method takes points from the lower left corner, as PDF does. */
  private final class Drawn implements AutoCloseable {
    final PDPage page = new PDPage(PDRectangle.A4);
    final PDPageContentStream stream;

    Drawn() throws IOException {
      document.addPage(page);
      stream = new PDPageContentStream(document, page);
    }

    Drawn text(double x, double y, String text) throws IOException {
      stream.beginText();
      stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
      stream.newLineAtOffset((float) x, (float) y);
      stream.showText(text);
      stream.endText();
      return this;
    }

    Drawn line(double x0, double y0, double x1, double y1) throws IOException {
      stream.moveTo((float) x0, (float) y0);
      stream.lineTo((float) x1, (float) y1);
      stream.stroke();
      return this;
    }

    /** A line as spreadsheets print it: a thin filled rectangle. */
    Drawn bar(double x, double y, double width, double height) throws IOException {
      stream.addRect((float) x, (float) y, (float) width, (float) height);
      stream.fill();
      return this;
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  private Path saved(String name) throws IOException {
    Path file = folder.resolve(name);
    document.save(file.toFile());
    document.close();
    return file;
  }

  private String read(String name) throws IOException {
    return printed(new PdfExtractor().extract(saved(name), name));
  }

  private static String printed(Outcome outcome) {
    StringJoiner lines = new StringJoiner("\n");
    for (Page page : assertInstanceOf(Extracted.class, outcome).pages()) {
      lines.add("page " + page.number());
      for (Block block : page.blocks()) {
        switch (block) {
          case Block.Text text -> lines.add(text.text());
          case Block.Grid grid -> lines.add(grid(grid));
          case Block.Heading heading -> lines.add("# " + heading.text());
          case Block.Picture picture -> lines.add("picture: " + picture.description());
        }
      }
    }
    return lines.toString();
  }

  /** One row a line; a merged cell with its spans, {@code Total 2x1}. */
  private static String grid(Block.Grid grid) {
    StringBuilder text = new StringBuilder();
    int row = -1;
    for (Block.GridCell cell : grid.cells()) {
      text.append(cell.row() == row ? "" : row < 0 ? "| " : "\n| ");
      row = cell.row();
      boolean merged = cell.rowSpan() > 1 || cell.columnSpan() > 1;
      text.append(cell.text())
          .append(merged ? " " + cell.rowSpan() + "x" + cell.columnSpan() : "")
          .append(" | ");
    }
    return text.toString().replace(" \n", "\n").stripTrailing();
  }

  /** A lattice of rows and columns from (100, 700) downwards. */
  private static void lattice(Drawn page, int rows, int columns) throws IOException {
    for (int r = 0; r <= rows; r++) {
      page.line(100, TOP - 20 * r, 100 + 100 * columns, TOP - 20 * r);
    }
    for (int c = 0; c <= columns; c++) {
      page.line(100 + 100 * c, TOP, 100 + 100 * c, TOP - 20 * rows);
    }
  }

  private static void cell(Drawn page, int row, int column, String text) throws IOException {
    page.text(105 + 100 * column, TOP - 20 * row - 14, text);
  }

  @Test
  void aRuledTableIsAGridWithItsEmptyCellsBetweenTheLinesAroundIt() throws IOException {
    try (Drawn page = new Drawn()) {
      page.text(100, 720, "Expenditure 2023");
      lattice(page, 2, 3);
      cell(page, 0, 0, "Code");
      cell(page, 0, 1, "Name");
      cell(page, 0, 2, "Amount");
      cell(page, 1, 0, "201");
      cell(page, 1, 2, "1,537.40");
      page.text(100, 600, "Note: nothing else.");
    }
    assertEquals(
        """
        page 1
        Expenditure 2023
        | Code | Name | Amount |
        | 201 |  | 1,537.40 |
        Note: nothing else.\
        """,
        read("a.pdf"));
  }

  @Test
  void whereNoLinePartsTwoFieldsTheyAreOneCell() throws IOException {
    try (Drawn page = new Drawn()) {
      // A header over two columns, beside one over two rows.
      page.line(100, 700, 400, 700).line(200, 680, 400, 680);
      page.line(100, 660, 400, 660).line(100, 640, 400, 640);
      page.line(100, 700, 100, 640).line(200, 700, 200, 640);
      page.line(300, 680, 300, 640).line(400, 700, 400, 640);
      page.text(105, 676, "Item").text(205, 686, "This year").text(205, 666, "Basic");
      page.text(305, 666, "Project").text(105, 646, "Total").text(205, 646, "1.00");
    }
    assertEquals(
        """
        page 1
        | Item 2x1 | This year 1x2 |
        | Basic | Project |
        | Total | 1.00 |  |\
        """,
        read("a.pdf"));
  }

  @Test
  void thinFilledRectanglesAreLinesAndWrappedTextIsJoined() throws IOException {
    try (Drawn page = new Drawn()) {
      for (int y : new int[] {700, 660, 640}) {
        page.bar(100, y, 200, 0.5);
      }
      for (int x : new int[] {100, 200, 300}) {
        page.bar(x, 640, 0.5, 60);
      }
      page.text(105, 686, "12,3").text(105, 670, "45.67").text(205, 686, "north");
      page.text(205, 670, "east").text(105, 646, "8").text(205, 646, "9");
    }
    assertEquals(
        """
        page 1
        | 12,345.67 | north east |
        | 8 | 9 |\
        """,
        read("a.pdf"));
  }

  @Test
  void twoTablesOnAPageAreTwoGrids() throws IOException {
    try (Drawn page = new Drawn()) {
      lattice(page, 1, 2);
      cell(page, 0, 0, "1");
      cell(page, 0, 1, "2");
      page.text(100, 640, "between");
      page.line(100, 600, 300, 600).line(100, 580, 300, 580);
      page.line(100, 600, 100, 580).line(200, 600, 200, 580).line(300, 600, 300, 580);
      page.text(105, 586, "3").text(205, 586, "4");
    }
    assertEquals("page 1\n| 1 | 2 |\nbetween\n| 3 | 4 |", read("a.pdf"));
  }

  @Test
  void aPageThatIsTurnedIsReadUpright() throws IOException {
    try (Drawn page = new Drawn()) {
      page.page.setRotation(90);
      // Turned the other way, so that the text is upright when the page is shown.
      page.stream.transform(Matrix.getRotateInstance(Math.PI / 2, 595, 0));
      page.line(100, 500, 300, 500).line(100, 480, 300, 480);
      page.line(100, 500, 100, 480).line(200, 500, 200, 480).line(300, 500, 300, 480);
      page.text(105, 486, "5").text(205, 486, "6").text(100, 520, "above");
    }
    assertEquals("page 1\nabove\n| 5 | 6 |", read("a.pdf"));
  }

  @Test
  void typeThatIsTurnedOnAnUprightPageIsReadUpright() throws IOException {
    try (Drawn page = new Drawn()) {
      page.stream.transform(Matrix.getRotateInstance(Math.PI / 2, 595, 0));
      page.line(100, 500, 300, 500).line(100, 480, 300, 480);
      page.line(100, 500, 100, 480).line(200, 500, 200, 480).line(300, 500, 300, 480);
      page.text(105, 486, "5").text(205, 486, "6").text(100, 520, "above");
    }
    assertEquals("page 1\nabove\n| 5 | 6 |", read("a.pdf"));
  }

  @Test
  void runningHeadsAndPageNumbersAreLeftOut() throws IOException {
    for (int i = 1; i <= 3; i++) {
      try (Drawn page = new Drawn()) {
        page.text(100, 810, "Bureau of Commerce").text(100, 500, "Text " + i);
        page.text(300, 30, "- " + i + " -");
      }
    }
    assertEquals("page 1\nText 1\npage 2\nText 2\npage 3\nText 3", read("a.pdf"));
  }

  @Test
  void typeDrawnTwiceIsReadOnce() throws IOException {
    try (Drawn page = new Drawn()) {
      page.text(100, 500, "Total 12").text(100.4, 500, "Total 12");
    }
    assertEquals("page 1\nTotal 12", read("a.pdf"));
  }

  @Test
  void aCellKnowsItsPageAndItsBox() throws IOException {
    try (Drawn page = new Drawn()) {
      lattice(page, 1, 2);
      cell(page, 0, 1, "2");
    }
    Extracted read = (Extracted) new PdfExtractor().extract(saved("a.pdf"), "a.pdf");
    Block.Grid grid = (Block.Grid) read.pages().getFirst().blocks().getFirst();
    assertEquals(1, grid.cells().get(1).source().page());
    assertEquals(
        new Box(200, Math.rint(PDRectangle.A4.getHeight() - TOP), 100, 20),
        rounded(grid.cells().get(1).source().box()));
  }

  private static Box rounded(@org.jspecify.annotations.Nullable Box box) {
    if (box == null) {
      throw new AssertionError("no box");
    }
    return new Box(
        Math.rint(box.x()), Math.rint(box.y()), Math.rint(box.width()), Math.rint(box.height()));
  }

  @Test
  void aPasswordIsSaid() throws IOException {
    try (Drawn page = new Drawn()) {
      page.text(100, 500, "secret");
    }
    document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    assertEquals(
        new Failed(Reason.ENCRYPTED, "it opens with a password only"),
        new PdfExtractor().extract(saved("a.pdf"), "a.pdf"));
  }

  @Test
  void anEmptyPasswordIsNone() throws IOException {
    try (Drawn page = new Drawn()) {
      page.text(100, 500, "open");
    }
    document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
    assertEquals("page 1\nopen", read("a.pdf"));
  }

  @Test
  void aRowThatTheEndOfAPageCutsGoesOnBetweenTheSameLines() throws IOException {
    try (Drawn page = new Drawn()) {
      lattice(page, 1, 3);
      cell(page, 0, 0, "Code");
      cell(page, 0, 1, "Issued");
      cell(page, 0, 2, "Redeemed");
      page.line(100, TOP - 40, 400, TOP - 40);
      for (int x : new int[] {100, 200, 400}) {
        page.line(x, TOP - 20, x, TOP - 40);
      }
      cell(page, 1, 0, "Analysis");
      cell(page, 1, 1, "of vouchers issued in all years: 1,388.37");
    }
    try (Drawn page = new Drawn()) {
      page.line(100, TOP, 400, TOP);
      page.line(200, TOP - 20, 400, TOP - 20);
      page.line(100, TOP - 40, 400, TOP - 40);
      for (int x : new int[] {100, 200, 400}) {
        page.line(x, TOP, x, TOP - 40);
      }
      cell(page, 0, 1, "yuan");
      cell(page, 1, 1, "of goals: all");
    }
    assertEquals(
        """
        page 1
        | Code | Issued | Redeemed |
        | Analysis | of vouchers issued in all years: 1,388.37yuan 1x2 |
        page 2
        |  | of goals: all |\
        """,
        read("a.pdf"));
  }

  /** Spreadsheets put into a text run on where nobody sees them. */
  @Test
  void whatStandsBelowThePageIsNotOnIt() throws IOException {
    try (Drawn page = new Drawn()) {
      page.text(100, 500, "seen");
      page.text(100, -30, "1,537.40");
      page.text(700, 500, "0.50");
    }
    assertEquals("page 1\nseen", read("a.pdf"));
  }

  @Test
  void damageIsSaid() throws IOException {
    try (Drawn page = new Drawn()) {
      page.text(100, 500, "x");
    }
    byte[] bytes = Files.readAllBytes(saved("a.pdf"));
    Path cut = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(bytes, 60));
    assertEquals(
        new Failed(Reason.TRUNCATED, "it breaks off after 60 bytes"),
        new PdfExtractor().extract(cut, "cut.pdf"));
    Arrays.fill(bytes, 60, bytes.length - 10, (byte) 7);
    Path damaged = Files.write(folder.resolve("damaged.pdf"), bytes);
    Failed failed =
        assertInstanceOf(Failed.class, new PdfExtractor().extract(damaged, "damaged.pdf"));
    assertEquals(new Failed(Reason.CORRUPT, "damaged: its list of pages is broken"), failed);
    Path empty = Files.write(folder.resolve("empty.pdf"), new byte[0]);
    assertEquals(new Empty("no bytes"), new PdfExtractor().extract(empty, "empty.pdf"));
  }

  @Test
  void aPageWithoutTextIsNoEmptyDisclosure() throws IOException {
    try (Drawn page = new Drawn()) {
      page.line(100, 500, 200, 500);
    }
    assertEquals(new Empty("no text: 1 page"), new PdfExtractor().extract(saved("a.pdf"), "a.pdf"));
  }

  @Test
  void aPdfIsKnownByItsBytes() throws IOException {
    try (Drawn page = new Drawn()) {
      page.text(100, 500, "named as text");
    }
    assertEquals(
        "page 1\nnamed as text", printed(new FileExtractor().extract(saved("a.txt"), "a.txt")));
  }

  /** Servers and mailers cut the last bytes off. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPdfThatBreaksOffIsReadWhileAllOfItsPagesAreThere(boolean packed) throws IOException {
    String marked = pages(30, packed);
    int end = marked.indexOf("startxref");
    assertEquals(List.of(30, 30), List.of(read(marked, end), read(marked, end - 20)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPdfThatLacksAPageBreaksOff(boolean packed) throws IOException {
    String marked = pages(30, packed);
    int last = marked.lastIndexOf("endstream", marked.lastIndexOf(packed ? "/ObjStm" : "/Length"));
    for (int length = 400; length < last; length += marked.length() / 40) {
      assertEquals(-length, read(marked, length));
    }
  }

  /** A document of many pages, each with words of its own. */
  private String pages(int count, boolean packed) throws IOException {
    try (PDDocument many = new PDDocument()) {
      for (int i = 1; i <= count; i++) {
        PDPage page = new PDPage(PDRectangle.A4);
        many.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(many, page)) {
          stream.beginText();
          stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
          stream.newLineAtOffset(100, 500);
          stream.showText("what page " + i + " says");
          stream.endText();
        }
      }
      Path file = folder.resolve("pages.pdf");
      many.save(
          file.toFile(),
          packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
  }

  /** How many pages of so many bytes are read; less than none if it is said to break off. */
  private int read(String bytes, int length) throws IOException {
    Path file = folder.resolve("cut.pdf");
    Files.writeString(file, bytes.substring(0, length), StandardCharsets.ISO_8859_1);
    Outcome outcome = new FileExtractor().extract(file, "cut.pdf");
    if (outcome instanceof Failed failed) {
      assertEquals(
          new Failed(Reason.TRUNCATED, "it breaks off after " + length + " bytes"), failed);
      return -length;
    }
    List<Page> pages = assertInstanceOf(Extracted.class, outcome).pages();
    for (Page page : pages) {
      Block.Text text = assertInstanceOf(Block.Text.class, page.blocks().getFirst());
      assertEquals("what page " + page.number() + " says", text.text());
    }
    return pages.size();
  }
}
