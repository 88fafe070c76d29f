package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.index.Answer;
import mingcha.index.EntryIndexer;
import mingcha.index.EntrySearcher;
import mingcha.index.Frame;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.Filters;
import mingcha.query.Overrides;
import mingcha.query.Question;
import mingcha.query.QuestionParser;
import mingcha.store.Store;
import mingcha.wire.Json;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Files as a client gets them, read back by libraries that did not write them. */
class ExportTest {
  /** More than a page, and than what the index ranks at once. */
  private static final int MANY = 10_321;

  private static final String QUESTION =
      "&kind=project&sort=executed+asc&q=" + House.encoded("设备购置");

  private static House house;
  private static String sentence = "";
  private static String indexDate = "";

  @BeforeAll
  static void open(@TempDir Path dir) throws IOException {
    Store store = Example.store(dir);
    Path segments = dir.resolve("segments");
    try (EntryIndexer indexer = LuceneIndexer.open(segments)) {
      indexer.replace(
          Example.DISCLOSURE,
          1,
          IntStream.rangeClosed(1, MANY).mapToObj(ExportTest::entry).toList());
      indexer.commit(1);
    }
    EntrySearcher searcher = LuceneSearcher.open(segments);
    Server server = Server.start(searcher, House.parser(), store, Metrics.standard(), 0);
    house = new House(server, searcher, store, HttpClient.newHttpClient());
    sentence = house.json("/api/search?size=0" + QUESTION).get("sentence").asText();
    indexDate = searcher.indexed().orElseThrow().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @AfterAll
  static void close() throws IOException {
    house.close();
  }

  @Test
  void everyLineIsAnEntryWithItsLinkTheQuestionAndTheDateOfTheIndex() throws IOException {
    List<String> lines = House.text(got("jsonl", QUESTION)).lines().toList();
    List<Entry> entries = entries();
    assertEquals(MANY, lines.size());
    for (int i = 0; i < MANY; i++) {
      ObjectNode line = (ObjectNode) Json.tree(lines.get(i));
      assertEquals(link(entries.get(i)), line.remove("link").asText());
      assertEquals(sentence, line.remove("question").asText());
      assertEquals(indexDate, line.remove("indexDate").asText());
      assertEquals(Json.tree(Json.write(entries.get(i))), line);
    }
  }

  @Test
  void everyRowOfTheCsvIsAReading() throws IOException {
    HttpResponse<byte[]> file = got("csv", QUESTION);
    assertEquals("text/csv;charset=utf-8", House.header(file, "Content-Type"));
    String text = House.text(file);
    assertEquals('\uFEFF', text.charAt(0));
    List<List<String>> rows = new ArrayList<>();
    for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(text.substring(1)))) {
      rows.add(row.toList());
    }
    assertRows(rows, true);
  }

  @Test
  void everyRowOfTheWorkbookIsAReadingAndItsNumbersAreNumbers(@TempDir Path dir) throws Exception {
    Path file = Files.write(dir.resolve("all.xlsx"), got("xlsx", QUESTION).body());
    List<List<String>> rows = new ArrayList<>();
    try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(opened);
      XSSFSheetXMLHandler handler =
          new XSSFSheetXMLHandler(
              reader.getStylesTable(),
              new ReadOnlySharedStringsTable(opened),
              new Rows(rows),
              new DataFormatter(Locale.ROOT),
              false);
      var xml = XMLHelper.newXMLReader();
      // The JDK counts the marks of all cells together.
      xml.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
      xml.setProperty("jdk.xml.totalEntitySizeLimit", "0");
      xml.setContentHandler(handler);
      xml.parse(new InputSource(reader.getSheetsData().next()));
    }
    assertRows(rows, false);
    String few = "&q=" + House.encoded("支出决算最低的2个项目");
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(got("xlsx", few).body()))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      Cell value = sheet.getRow(1).getCell(EntryExport.COLUMNS.indexOf("value"));
      assertEquals(CellType.NUMERIC, value.getCellType());
      Cell year = sheet.getRow(1).getCell(EntryExport.COLUMNS.indexOf("year"));
      assertEquals(CellType.NUMERIC, year.getCellType());
      Cell name = sheet.getRow(1).getCell(EntryExport.COLUMNS.indexOf("name"));
      assertEquals(CellType.STRING, name.getCellType());
    }
  }

  @Test
  void aComparisonIsExportedInItsOrder() throws IOException {
    String csv = House.text(house.get("/api/frames/expenditure/export?format=csv&order=asc"));
    assertTrue(csv.startsWith("\uFEFFrank,percentile,publisher,region"), csv);
    assertEquals(200, house.get("/api/frames/expenditure/export?format=xlsx").statusCode());
    assertEquals(200, house.get("/api/frames/expenditure/export?format=jsonl").statusCode());
  }

  @Test
  void aFileThatBreaksOffIsNotTakenForAWholeOne(@TempDir Path dir) throws IOException {
    try (Store store = Example.store(dir);
        Server server =
            Server.start(
                new BreaksOff(house.searcher()), House.parser(), store, Metrics.standard(), 0)) {
      House broken = new House(server, house.searcher(), store, HttpClient.newHttpClient());
      for (String format : List.of("jsonl", "csv", "xlsx")) {
        assertThrows(
            UncheckedIOException.class,
            () -> broken.get("/api/export?format=" + format + QUESTION),
            format);
      }
      broken.client().close();
    }
  }

  @Test
  void whatIsInMemoryDoesNotGrowWithTheWorkbook() throws IOException {
    ExportOrigin origin = new ExportOrigin("全部", Instant.EPOCH, URI.create("/"));
    EntryExport export = EntryExport.workbook(OutputStream.nullOutputStream(), origin);
    Entry pattern = entry(1);
    long before = 0;
    for (int i = 0; i < 12_000; i++) {
      if (i == 2_000) {
        before = used();
      }
      export.accept(named(pattern, ("条目" + i + "。").repeat(300)));
    }
    long grown = used() - before;
    export.close();
    assertTrue(grown < 24 << 20, grown + " bytes are kept of 10,000 entries");
  }

  @Test
  void whereASheetIsFullAnotherFollows() throws IOException {
    var out = new ByteArrayOutputStream();
    var workbook = new Workbook(out, "Mingcha", "1.0");
    try (TableFile.Sheets sheets = new TableFile.Sheets(workbook, List.of("n", "text"), 4)) {
      for (int i = 1; i <= 7; i++) {
        sheets.row(List.of(i, "\u0001=" + i + "x".repeat(i == 7 ? 40_000 : 0)));
      }
    }
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      assertEquals(3, read.getNumberOfSheets());
      for (int i = 0; i < 7; i++) {
        XSSFSheet sheet = read.getSheetAt(i / 3);
        assertEquals("n", sheet.getRow(0).getCell(0).getStringCellValue());
        assertEquals(i + 1, sheet.getRow(i % 3 + 1).getCell(0).getNumericCellValue());
        String text = sheet.getRow(i % 3 + 1).getCell(1).getStringCellValue();
        assertEquals(i == 6 ? "=7" + "x".repeat(32_764) + "…" : "=" + (i + 1), text);
      }
    }
  }

  private static HttpResponse<byte[]> got(String format, String query) {
    HttpResponse<byte[]> file = house.get("/api/export?format=" + format + query);
    assertEquals(200, file.statusCode(), () -> House.text(file));
    assertTrue(
        House.header(file, "Content-Disposition")
            .startsWith("attachment; filename=\"mingcha." + format));
    return file;
  }

  private static void assertRows(List<List<String>> rows, boolean guarded) throws IOException {
    assertEquals(EntryExport.COLUMNS, rows.removeFirst());
    List<List<String>> expected = new ArrayList<>();
    for (Entry entry : entries()) {
      for (Reading reading : entry.readings()) {
        expected.add(row(entry, reading, guarded));
      }
    }
    assertEquals(expected.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(expected.get(i), rows.get(i));
    }
  }

  private static List<String> row(Entry entry, Reading reading, boolean guarded) {
    String apostrophe = guarded ? "'" : "";
    return List.of(
        entry.id(),
        "project",
        apostrophe + entry.name(),
        "明河市商务局",
        "示例省/明河市",
        "990100",
        "2023",
        "部门决算",
        "",
        "",
        "",
        said(reading.metric()),
        "",
        reading.label(),
        plain(new BigDecimal(said(reading.value())), guarded),
        said(reading.unit()),
        reading.raw(),
        said(reading.printedUnit()),
        reading.basis().toString(),
        said(reading.formula()),
        "",
        Example.FILE,
        "7",
        said(reading.source().line()),
        entry.text(),
        link(entry),
        sentence,
        indexDate);
  }

  /** A workbook has 0.01 and no 0.010. */
  private static String plain(BigDecimal value, boolean asIs) {
    BigDecimal shown = asIs ? value : value.stripTrailingZeros();
    return shown.signum() == 0 && !asIs ? "0" : shown.toPlainString();
  }

  private static String said(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static List<Entry> entries() throws IOException {
    QuestionParser parser = House.parser();
    Question question =
        Overrides.apply(
            parser.parse("设备购置"),
            Map.of("kind", List.of("project"), "sort", List.of("executed asc")));
    List<Entry> entries = new ArrayList<>();
    house.searcher().export(question, entries::add);
    return entries;
  }

  private static String link(Entry entry) {
    return "http://127.0.0.1:0/d/" + Example.DISCLOSURE.id() + "#e-" + entry.id();
  }

  /** A project whose name is a formula and whose figures are many, small, large and negative. */
  private static Entry entry(int number) {
    String name = "=设备购置 " + number + "号,\"甲\"";
    String id = Ids.entry(Example.DISCLOSURE.id(), EntryKind.PROJECT, null, name, 0);
    List<Reading> readings =
        List.of(
            reading("executed", new BigDecimal(number).movePointLeft(2), "元", number),
            reading("execution_rate", new BigDecimal("-12.5"), "%", number));
    return new Entry(
        id,
        EntryKind.PROJECT,
        name,
        "设备购置，\n第二行：“引号”",
        List.of("附件"),
        Scope.PROJECT,
        Example.DISCLOSURE,
        null,
        null,
        null,
        null,
        readings,
        List.of());
  }

  private static Reading reading(String metric, BigDecimal value, String unit, int line) {
    return new Reading(
        metric,
        null,
        "数",
        List.of("数"),
        value,
        unit,
        value.toPlainString(),
        unit,
        Basis.TABLE,
        null,
        null,
        new Source(Example.FILE, 7, line, null, null, null, null));
  }

  private static Entry named(Entry entry, String text) {
    return new Entry(
        entry.id(),
        entry.kind(),
        entry.name(),
        text,
        entry.path(),
        entry.scope(),
        entry.disclosure(),
        null,
        null,
        null,
        null,
        entry.readings(),
        List.of());
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** The cells of a sheet as text, absent ones empty. */
  private record Rows(List<List<String>> rows) implements SheetContentsHandler {
    @Override
    public void startRow(int number) {
      rows.add(new ArrayList<>(Collections.nCopies(EntryExport.COLUMNS.size(), "")));
    }

    @Override
    public void endRow(int number) {}

    @Override
    public void cell(String reference, String value, @Nullable XSSFComment comment) {
      rows.getLast().set(new CellReference(reference).getCol(), value);
    }
  }

  /** An index that fails within an export. */
  private record BreaksOff(EntrySearcher real) implements EntrySearcher {
    private static final int AFTER = 5_000;

    @Override
    public Answer search(Question question, Slice slice) throws IOException {
      return real.search(question, slice);
    }

    @Override
    public void export(Question question, Consumer<Entry> consumer) throws IOException {
      int[] told = {0};
      real.export(
          question,
          entry -> {
            if (told[0]++ == AFTER) {
              throw new IllegalStateException("the disk is gone");
            }
            consumer.accept(entry);
          });
    }

    @Override
    public Optional<Entry> entry(String id) throws IOException {
      return real.entry(id);
    }

    @Override
    public List<Frame> frames(String metric, Filters filters) throws IOException {
      return real.frames(metric, filters);
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) throws IOException {
      return real.suggest(typed, limit);
    }

    @Override
    public Stats stats() throws IOException {
      return real.stats();
    }

    @Override
    public void close() {}
  }
}
