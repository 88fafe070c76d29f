package mingcha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mingcha.check.Checks;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metrics;
import mingcha.extract.Block;
import mingcha.extract.Extractor;
import mingcha.extract.FileExtractor;
import mingcha.extract.Outcome;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import mingcha.extract.Page;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * Whatever the bytes are, the readers answer with an outcome, what they read keeps its promises,
 * and the interpreter and the checks take it. Fuzzed by Jazzer for a while in every {@code mvn
 * verify} and for longer with {@code -Pstress}; inputs it has found lie in {@code
 * ReadersFuzzTestInputs} and are replayed for ever.
 */
@Tag("fuzz")
class ReadersFuzzTest {
  private static final Extractor EXTRACTOR = new FileExtractor();
  private static final Interpreter INTERPRETER =
      new Interpreter(Places.lexicon(), Metrics.standard());
  private static final int MOST_BYTES = 20_000;

  /** Jazzer's own memory, which it would go through first, for longer every time. */
  @BeforeAll
  static void forget() throws IOException {
    Path corpus = Path.of(".cifuzz-corpus");
    if (Files.isDirectory(corpus)) {
      try (Stream<Path> files = Files.walk(corpus)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The first byte says what the others are: text, a web page, or what is drawn on a page. */
  @FuzzTest(maxDuration = "30s")
  void read(byte[] bytes) throws IOException {
    if (bytes.length < 2 || bytes.length > MOST_BYTES) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
    switch (bytes[0] & 3) {
      case 0 -> read("a.txt", rest);
      case 1 -> read("a.html", html(rest));
      case 2 -> read("a.pdf", pdf(rest));
      default -> read("a.txt", tabbed(rest));
    }
  }

  private static void read(String name, byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", name.substring(1));
    try {
      Files.write(file, bytes);
      Outcome outcome = EXTRACTOR.extract(file, name);
      if (outcome instanceof Failed failed) {
        assertNotEquals(Reason.INTERNAL, failed.reason(), failed.detail());
      }
      if (outcome instanceof Extracted extracted) {
        extracted.pages().forEach(ReadersFuzzTest::hold);
        interpret(name, extracted.pages());
      }
    } finally {
      Files.delete(file);
    }
  }

  /** No two cells of a grid in one place, and every block with its source. */
  private static void hold(Page page) {
    for (Block block : page.blocks()) {
      assertEquals(String.valueOf(block.source().file()).isEmpty(), false);
      if (block instanceof Block.Grid grid) {
        long places =
            grid.cells().stream().map(cell -> cell.row() + "," + cell.column()).distinct().count();
        assertEquals(grid.cells().size(), places, grid.toString());
        assertTrue(
            grid.cells().stream().allMatch(cell -> cell.rowSpan() > 0 && cell.columnSpan() > 0));
      }
    }
  }

  private static void interpret(String name, List<Page> pages) {
    Content content = INTERPRETER.interpret(name, "0".repeat(64), pages, Hints.NONE);
    List<Entry> findings = Checks.findings(content);
    assertEquals(
        content.entries().size(), content.entries().stream().map(Entry::id).distinct().count());
    assertEquals(findings.size(), findings.stream().map(Entry::id).distinct().count());
  }

  private static byte[] html(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("<!DOCTYPE html><html><body>".getBytes(StandardCharsets.UTF_8));
    out.write(bytes);
    return out.toByteArray();
  }

  /** Words that tables are made of, one for each byte, parted by tabs and line ends. */
  private static byte[] tabbed(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append(WORDS.get((each & 0xFF) % WORDS.size()));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static final List<String> WORDS =
      List.of(
          "\t",
          "\n",
          "\t",
          "\n",
          " ",
          "　",
          "|",
          "、",
          "。",
          "，",
          "（",
          "）",
          "“",
          "”",
          "%",
          "-",
          ".",
          ",",
          "0",
          "1",
          "2",
          "9",
          "201",
          "2011308",
          "100.00",
          "1,234.56",
          "45.2%",
          "2023年度",
          "第一部分",
          "支出决算表",
          "收入支出决算总表",
          "科目编码",
          "科目名称",
          "合计",
          "小计",
          "本年支出合计",
          "基本支出",
          "项目支出",
          "栏次",
          "单位：万元",
          "部门：",
          "一、",
          "（一）",
          "1.",
          "年初预算",
          "全年预算数",
          "决算数",
          "执行率",
          "得分",
          "分值",
          "权重",
          "项目名称",
          "绩效指标",
          "一级指标",
          "三级指标",
          "产出指标",
          "年度指标值",
          "实际完成值",
          "其中：",
          "“三公”经费",
          "公务接待费",
          "比上年增加",
          "完成年初预算的",
          "占",
          "元",
          "万元",
          "人次",
          "辆",
          "消费券",
          "某市商务局",
          "部门决算",
          "绩效自评表",
          "目 录",
          "……",
          "优",
          "良",
          "不存在",
          "无",
          "0.00",
          "附件",
          "说明",
          "为",
          "其他资金",
          "当年财政拨款",
          "上年结转资金");

  /** A page on which bytes by threes are lines and words: what they are, across and up. */
  private static byte[] pdf(byte[] bytes) throws IOException {
    StringBuilder drawing = new StringBuilder();
    for (int i = 0; i + 3 < bytes.length && i < 1200; i += 4) {
      int x = 20 + 2 * (bytes[i] & 0xFF);
      int y = 20 + 3 * (bytes[i + 1] & 0xFF);
      int size = 1 + (bytes[i + 3] & 0xFF) / 2;
      drawing.append(
          switch (bytes[i + 2] & 7) {
            case 0, 1 -> String.format(Locale.ROOT, "%d %d m %d %d l S%n", x, y, x + 4 * size, y);
            case 2, 3 -> String.format(Locale.ROOT, "%d %d m %d %d l S%n", x, y, x, y + 4 * size);
            case 4 -> String.format(Locale.ROOT, "%d %d %d 1 re f%n", x, y, 4 * size);
            case 5 -> String.format(Locale.ROOT, "%d %d %d %d re S%n", x, y, 4 * size, size);
            default ->
                String.format(
                    Locale.ROOT,
                    "BT /F 9 Tf %d %d Td (%d.%02d) Tj ET%n",
                    x,
                    y,
                    size,
                    bytes[i + 3] & 63);
          });
    }
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      page.setRotation(90 * (bytes[0] & 3));
      PDResources resources = new PDResources();
      resources.put(COSName.getPDFName("F"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
      page.setResources(resources);
      PDStream stream = new PDStream(document);
      try (OutputStream out = stream.createOutputStream()) {
        out.write(drawing.toString().getBytes(StandardCharsets.US_ASCII));
      }
      page.setContents(stream);
      document.addPage(page);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
