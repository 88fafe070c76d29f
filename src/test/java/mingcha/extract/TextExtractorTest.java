package mingcha.extract;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mingcha.disclosure.Source;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextExtractorTest {
  private static final String SIMPLIFIED = "一、部门预算执行情况\n执行率为45.2%，“三公”经费支出12.5万元。\n";
  private static final String TRADITIONAL = "一、部門預算執行情況\n執行率為45.2%，支出12.5萬元。\n";

  private static final String FILE = "f/a.txt";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE"})
  void simplifiedChineseIsReadInEveryEncodingOfTheMainland(String charset) throws IOException {
    Outcome outcome = extract(FILE, SIMPLIFIED.getBytes(Charset.forName(charset)));
    String said = charset.equals("GBK") ? "GB18030" : charset;
    assertEquals(twoLines(said, SIMPLIFIED), outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "Big5", "GB18030"})
  void traditionalChineseIsReadToo(String charset) throws IOException {
    Outcome outcome = extract(FILE, TRADITIONAL.getBytes(Charset.forName(charset)));
    assertEquals(twoLines(charset, TRADITIONAL), outcome);
  }

  @ParameterizedTest
  @CsvSource({"预算, GB18030", "甲, GB18030", "预算执行率：６０％, GB18030", "Budget 万, GB18030"})
  void veryShortTextsAreNotMistaken(String text, String charset) throws IOException {
    assertEquals(
        new Extracted("text/plain; charset=" + charset, List.of(page(text(1, text)))),
        extract(FILE, text.getBytes(Charset.forName(charset))));
  }

  @Test
  void aByteOrderMarkSaysTheEncodingAndIsNoText() throws IOException {
    assertEquals(
        twoLines("UTF-8", SIMPLIFIED), extract(FILE, ("\uFEFF" + SIMPLIFIED).getBytes(UTF_8)));
    assertEquals(
        twoLines("UTF-16LE", SIMPLIFIED),
        extract(FILE, ("\uFEFF" + SIMPLIFIED).getBytes(UTF_16LE)));
    assertEquals(
        twoLines("UTF-16BE", SIMPLIFIED),
        extract(FILE, ("\uFEFF" + SIMPLIFIED).getBytes(UTF_16BE)));
  }

  @Test
  void curlyQuotesOfWindowsAreReadInEnglish() throws IOException {
    assertEquals(
        new Extracted(
            "text/plain; charset=windows-1252",
            List.of(page(text(1, "The department’s budget of 2023")))),
        extract(FILE, "The department’s budget of 2023".getBytes(Charset.forName("windows-1252"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Исполнение бюджета", "예산", "zhíxínglǜ", "😀", "𠮷"})
  void whateverIsValidUtf8IsText(String text) throws IOException {
    assertEquals(
        new Extracted("text/plain; charset=UTF-8", List.of(page(text(1, text)))),
        extract(FILE, text.getBytes(UTF_8)));
  }

  @Test
  void aTextCutWithinACharacterIsReadAndTheFaultCounted() throws IOException {
    byte[] bytes = "决算".getBytes(UTF_8);
    assertEquals(
        new Extracted("text/plain; charset=UTF-8; malformed=1", List.of(page(text(1, "决\uFFFD")))),
        extract(FILE, Arrays.copyOf(bytes, bytes.length - 1)));
  }

  @Test
  void linesWithTabsAreOneGridAndEveryCellIsKept() throws IOException {
    assertEquals(
        new Extracted(
            "text/plain; charset=UTF-8",
            List.of(
                page(
                    text(1, "支出决算表"),
                    new Block.Grid(
                        List.of(
                            cell(3, 0, 0, "科目"),
                            cell(3, 0, 1, "金额 "),
                            cell(4, 1, 0, "216"),
                            cell(4, 1, 1, ""),
                            cell(4, 1, 2, "1.0"),
                            cell(4, 1, 3, "")),
                        Source.line(FILE, 3)),
                    text(5, "  注：无")))),
        extract(FILE, "支出决算表\n\n科目\t金额 \n216\t\t1.0\t\n  注：无".getBytes(UTF_8)));
  }

  @Test
  void aBlankLineEndsAGrid() throws IOException {
    assertEquals(
        new Extracted(
            "text/plain; charset=UTF-8",
            List.of(
                page(
                    new Block.Grid(
                        List.of(cell(1, 0, 0, "a"), cell(1, 0, 1, "b")), Source.line(FILE, 1)),
                    new Block.Grid(
                        List.of(cell(3, 0, 0, "c"), cell(3, 0, 1, "d")), Source.line(FILE, 3))))),
        extract(FILE, "a\tb\n\nc\td\n".getBytes(UTF_8)));
  }

  @Test
  void everyLineEndCountsOnce() throws IOException {
    assertEquals(
        new Extracted(
            "text/plain; charset=UTF-8",
            List.of(page(text(1, "a"), text(2, "b"), text(4, "c"), text(5, "d")))),
        extract(FILE, "a\r\nb\r\rc\nd\r\n".getBytes(UTF_8)));
  }

  @Test
  void formFeedsBeginPages() throws IOException {
    assertEquals(
        new Extracted(
            "text/plain; charset=UTF-8",
            List.of(
                new Page(1, List.of(paged(1, 1, "一"))),
                new Page(2, List.of()),
                new Page(3, List.of(paged(3, 2, "三"))))),
        extract(FILE, "一\n\f\f三\n\f".getBytes(UTF_8)));
  }

  @Test
  void controlCharactersAreLeftOutOfALine() throws IOException {
    String clean = "执行率为百分之六十，".repeat(30);
    assertEquals(
        new Extracted("text/plain; charset=UTF-8", List.of(page(text(1, clean)))),
        extract(FILE, ("执行\u0007率\uFEFF" + clean.substring(3)).getBytes(UTF_8)));
  }

  @Test
  void nothingIsNoFault() throws IOException {
    assertEquals(new Empty("no bytes"), extract(FILE, new byte[0]));
    assertEquals(
        new Empty("white space only"), extract(FILE, " \n\t\r\n\u3000\f\n".getBytes(UTF_8)));
    assertEquals(new Empty("white space only"), extract(FILE, "\uFEFF".getBytes(UTF_16LE)));
  }

  @Test
  void junkNamedTextSaysWhatAndWhere() throws IOException {
    byte[] junk = new byte[10_000];
    new Random(7).nextBytes(junk);
    byte[] zeros = new byte[1000];
    byte[] text = ("预算".repeat(100) + "\0".repeat(100)).getBytes(UTF_8);
    byte[] high = new byte[5000];
    Random random = new Random(8);
    for (int i = 0; i < high.length; i++) {
      high[i] = (byte) (0x80 + random.nextInt(0x80));
    }
    assertEquals(
        List.of(
            new Failed(
                Reason.NOT_TEXT, "control byte 0x00 at offset 0, 100.0% of 3 bytes are such"),
            new Failed(
                Reason.NOT_TEXT, "control byte 0x17 at offset 1, 11.5% of 10,000 bytes are such"),
            new Failed(
                Reason.NOT_TEXT, "control byte 0x00 at offset 0, 100.0% of 1,000 bytes are such"),
            new Failed(
                Reason.NOT_TEXT, "control byte 0x00 at offset 600, 14.3% of 700 bytes are such"),
            new Failed(Reason.NOT_TEXT, "no encoding makes sense of it; not UTF-8 at offset 0")),
        List.of(
            extract("tiny.txt", new byte[] {0, 1, 2}),
            extract("junk.txt", junk),
            extract("zeros.txt", zeros),
            extract("mixed.txt", text),
            extract("high.txt", high)));
  }

  @Test
  void otherTypesNamedTextSayTheirType() throws IOException {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    assertEquals(
        List.of(
            new Failed(Reason.NOT_TEXT, "it is application/pdf"),
            new Failed(Reason.NOT_TEXT, "it is application/zip"),
            new Failed(Reason.NOT_TEXT, "it is image/png")),
        List.of(
            extract(FILE, "%PDF-1.7\n1 0 obj\nendobj\n".getBytes(UTF_8)),
            extract("b.txt", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2}),
            extract("c.md", png)));
  }

  @Test
  void typesThatAreNotReadYetAreNamed() throws IOException {
    assertEquals(
        List.of(
            new Failed(Reason.UNSUPPORTED, "application/pdf is not read yet"),
            new Failed(Reason.UNSUPPORTED, "application/pdf is not read yet"),
            new Failed(
                Reason.UNSUPPORTED,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet is not read"
                    + " yet"),
            new Failed(Reason.UNSUPPORTED, "text/html is not read yet")),
        List.of(
            extract("决算.PDF", "%PDF-1.7\n".getBytes(UTF_8)),
            extract("no-extension", "%PDF-1.7\n".getBytes(UTF_8)),
            extract("a.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2}),
            extract("a.html", "<html><body>预算</body></html>".getBytes(UTF_8))));
  }

  @Test
  void aTextWithoutAnExtensionIsRead() throws IOException {
    assertEquals(
        new Extracted(
            "text/plain; charset=UTF-8", List.of(page(new Block.Text("预算", Source.line("预算", 1))))),
        extract("预算", "预算".getBytes(UTF_8)));
  }

  @Test
  void aHugeTextIsRefusedByItsSizeAlone() throws IOException {
    Path file = folder.resolve("huge");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toString(), "rw")) {
      sparse.setLength(200L << 20);
    }
    assertEquals(
        new Failed(Reason.TOO_LARGE, "209,715,200 bytes; texts up to 67,108,864 bytes are read"),
        new TextExtractor().extract(file, "huge.txt"));
  }

  @Test
  void aFileThatGrowsMeanwhileIsRefusedToo() throws IOException {
    Path file = Files.writeString(folder.resolve("grown"), "12345678901");
    assertEquals(
        new Failed(Reason.TOO_LARGE, "11 bytes; texts up to 10 bytes are read"),
        new TextExtractor(10).extract(file, "grown.txt"));
  }

  @Test
  void whatIsNotThereVanished() {
    assertEquals(
        new Failed(Reason.VANISHED, "no longer there when it was opened"),
        new TextExtractor().extract(folder.resolve("gone.txt"), "gone.txt"));
  }

  @Test
  void aFolderIsNoFile() {
    assertEquals(
        new Failed(Reason.UNREADABLE, "a folder, not a file"),
        new TextExtractor().extract(folder, "folder.txt"));
  }

  @Test
  void randomBytesNeverThrow() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      Outcome outcome = extract(FILE, bytes);
      boolean ours = outcome instanceof Failed failed && failed.reason() == Reason.INTERNAL;
      assertEquals(false, ours, "seed " + seed + ": " + outcome);
    }
  }

  private Outcome extract(String file, byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("file"), bytes);
    return new TextExtractor().extract(path, file);
  }

  private static Outcome twoLines(String charset, String text) {
    List<String> lines = text.lines().toList();
    return new Extracted(
        "text/plain; charset=" + charset,
        List.of(page(text(1, lines.get(0)), text(2, lines.get(1)))));
  }

  private static Page page(Block... blocks) {
    return new Page(null, List.of(blocks));
  }

  private static Block text(int line, String text) {
    return new Block.Text(text, Source.line(FILE, line));
  }

  private static Block paged(int page, int line, String text) {
    return new Block.Text(text, new Source(FILE, page, line, null, null, null, null));
  }

  private static Block.GridCell cell(int line, int row, int column, String text) {
    Source source = new Source(FILE, null, line, null, row, column, null);
    return new Block.GridCell(row, column, 1, 1, text, source);
  }
}
