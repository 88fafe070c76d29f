package mingcha.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mingcha.disclosure.Source;
import mingcha.extract.OldWordTable.Held;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Word, Excel and web pages made here, and what is read of them. */
class FileExtractorTest {
  @TempDir private Path folder = Path.of("");

  private Outcome extract(String name, byte[] bytes) throws IOException {
    return new FileExtractor().extract(Files.write(folder.resolve(name), bytes), name);
  }

  private static String printed(Outcome outcome) {
    StringJoiner lines = new StringJoiner("\n");
    for (Page page : assertInstanceOf(Extracted.class, outcome).pages()) {
      for (Block block : page.blocks()) {
        switch (block) {
          case Block.Text text -> lines.add(text.text());
          case Block.Heading heading -> lines.add("#" + heading.level() + " " + heading.text());
          case Block.Grid grid -> lines.add(grid(grid));
          case Block.Picture picture -> lines.add("picture");
        }
      }
    }
    return lines.toString();
  }

  /** One row a line; a merged cell with its spans: {@code 项目 1x2}. */
  private static String grid(Block.Grid grid) {
    StringBuilder text = new StringBuilder();
    int row = -1;
    for (Block.GridCell cell : grid.cells()) {
      text.append(cell.row() == row ? "" : row < 0 ? "|" : "\n|");
      row = cell.row();
      boolean merged = cell.rowSpan() > 1 || cell.columnSpan() > 1;
      text.append(cell.text())
          .append(merged ? " " + cell.rowSpan() + "x" + cell.columnSpan() : "")
          .append("|");
    }
    return text.toString();
  }

  private static byte[] openDocument(String type, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write(("application/vnd.oasis.opendocument." + type).getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(
          ("<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'"
                  + " xmlns:style='s'\n>"
                  + content
                  + "</office:document-content>")
              .getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aWorkbookOfLibreOfficeIsReadWithItsMergedCells() throws IOException {
    String content =
        """
        <style:style style:name="off"><style:table-properties table:display="false"/></style:style>
        <table:table table:name="lists" table:style-name="off">
          <table:table-row><table:table-cell><text:p>是</text:p></table:table-cell></table:table-row>
        </table:table>
        <table:table table:name="支出">
          <table:table-column table:number-columns-repeated="3"/>
          <table:table-header-rows><table:table-row>
            <table:table-cell table:number-rows-spanned="2"><text:p>科目</text:p></table:table-cell>
            <table:table-cell table:number-columns-spanned="2"><text:p>金额</text:p>
              </table:table-cell><table:covered-table-cell/>
          </table:table-row></table:table-header-rows>
          <table:table-row>
            <table:covered-table-cell/>
            <table:table-cell><text:p>预算</text:p></table:table-cell>
            <table:table-cell><text:p>决算</text:p></table:table-cell>
          </table:table-row>
          <table:table-row>
            <table:table-cell><text:p>教育<text:s text:c="2"/>支出</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="2" office:value="1537.4">
              <office:annotation><text:p>核对</text:p></office:annotation>
              <text:p>1,537.40</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="16381"/>
          </table:table-row>
          <table:table-row table:number-rows-repeated="1048572">
            <table:table-cell table:number-columns-repeated="16384"/>
          </table:table-row>
        </table:table>
        """;
    Outcome read = extract("a.ods", openDocument("spreadsheet", content));
    assertEquals(
        """
        |科目 2x1|金额 1x2|
        |预算|决算|
        |教育  支出|1,537.40|1,537.40|\
        """,
        printed(read));
    Extracted extracted = assertInstanceOf(Extracted.class, read);
    assertEquals(
        "application/vnd.oasis.opendocument.spreadsheet; hidden-sheets=1", extracted.mediaType());
    assertEquals(2, extracted.pages().getFirst().number());
  }

  @Test
  void aTextOfLibreOfficeIsReadInItsOrder() throws IOException {
    String content =
        """
        <text:tracked-changes><text:p>删去的话</text:p></text:tracked-changes>
        <text:h text:outline-level="2">一、概况</text:h>
        <text:list><text:list-item><text:p>本部门<text:span>共有</text:span>3人。</text:p>
        </text:list-item></text:list>
        <table:table><table:table-row>
          <table:table-cell><text:p>合计</text:p></table:table-cell>
          <table:table-cell><text:p>12.50</text:p></table:table-cell>
        </table:table-row></table:table>
        <text:p/>
        """;
    assertEquals(
        """
        #2 一、概况
        本部门共有3人。
        |合计|12.50|\
        """,
        printed(extract("named.doc", openDocument("text", content))));
    assertEquals(
        new Failed(Reason.CORRUPT, "damaged: its text breaks off in line 2"),
        extract("b.odt", openDocument("text", "<text:p>open")));
  }

  @Test
  void aFileWithoutBytesIsEmptyWhateverItsNameSays() throws IOException {
    for (String name : List.of("a.doc", "a.xlsx", "a.ofd", "a.html", "a.png")) {
      assertEquals(new Empty("no bytes"), extract(name, new byte[0]), name);
    }
  }

  private static byte[] workbook(Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("03");
    Row title = sheet.createRow(0);
    title.createCell(0).setCellValue("支出决算表");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
    Row header = sheet.createRow(1);
    header.createCell(0).setCellValue("项目");
    header.createCell(1).setCellValue("hidden under the merged cell");
    header.createCell(2).setCellValue("执行率");
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 1));
    Row row = sheet.createRow(2);
    row.createCell(0).setCellValue(201);
    row.createCell(1).setCellFormula("A3*10");
    CellStyle percent = workbook.createCellStyle();
    percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
    row.createCell(2).setCellValue(0.452);
    row.getCell(2).setCellStyle(percent);
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    workbook.createSheet("notes").createRow(0).createCell(0).setCellValue("not shown");
    workbook.setSheetHidden(1, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    workbook.close();
    return out.toByteArray();
  }

  private static final String SHEET = "|支出决算表 1x3|\n|项目 1x2|执行率|\n|201|2010|45.2%|";

  @Test
  void aSheetReadsAsItIsDisplayed() throws IOException {
    assertEquals(SHEET, printed(extract("a.xlsx", workbook(new XSSFWorkbook()))));
    assertEquals(SHEET, printed(extract("a.xls", workbook(new HSSFWorkbook()))));
  }

  @Test
  void aWorkbookIsKnownByItsBytes() throws IOException {
    Extracted read =
        assertInstanceOf(Extracted.class, extract("a.dat", workbook(new XSSFWorkbook())));
    assertEquals(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; hidden-sheets=1",
        read.mediaType());
  }

  @Test
  void aWordTableHasItsCellsMergedInBothDirections() throws IOException {
    XWPFDocument document = new XWPFDocument();
    document.createParagraph().createRun().setText("一、收入决算情况说明");
    XWPFTable table = document.createTable(3, 3);
    String[][] texts = {{"项目", "", "金额"}, {"人员", "工资", "1.00"}, {"", "津贴", "2.00"}};
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        table.getRow(r).getCell(c).setText(texts[r][c]);
      }
    }
    XWPFTableCell wide = table.getRow(0).getCell(0);
    wide.getCTTc().addNewTcPr().addNewGridSpan().setVal(java.math.BigInteger.TWO);
    table.getRow(0).removeCell(1);
    table.getRow(1).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.RESTART);
    table.getRow(2).getCell(0).getCTTc().addNewTcPr().addNewVMerge();
    document.createParagraph().createRun().setText("说明：无。");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.write(out);
    document.close();
    assertEquals(
        """
        一、收入决算情况说明
        |项目 1x2|金额|
        |人员 2x1|工资|1.00|
        |津贴|2.00|
        说明：无。\
        """,
        printed(extract("a.docx", out.toByteArray())));
  }

  @Test
  void theColumnsOfAnOldWordTableAreTheEdgesOfAllItsRows() {
    OldWordTable table = new OldWordTable();
    Source row = Source.line("a.doc", 1);
    table.row(List.of(held(0, 3000, "项目"), held(3010, 2000, "金额")), row);
    table.row(List.of(held(0, 1000, "人员"), held(1000, 2000, "工资"), held(3000, 2000, "1")), row);
    table.row(
        List.of(new Held(0, 1000, false, true, ""), held(1000, 2000, "津贴"), held(3000, 2000, "2")),
        row);
    table.row(
        List.of(held(0, 1000, "合"), new Held(1000, 2000, true, false, "计"), held(3000, 2000, "3")),
        row);
    assertEquals(
        "|项目 1x2|金额|\n|人员 2x1|工资|1|\n|津贴|2|\n|合计 1x2|3|", grid(new Block.Grid(table.cells(), row)));
  }

  private static Held held(int left, int width, String text) {
    return new Held(left, width, false, false, text);
  }

  @Test
  void theInstructionsOfAFieldAreNotPrinted() {
    assertEquals(
        "见附件1。\t完",
        OldWordReader.printed("见\u0013 HYPERLINK \u0013 X \u0014y\u0015\u0014附件1\u0015。\t完\u0007"));
  }

  @Test
  void hiddenSheetsAndRowsAreCounted() throws IOException {
    Workbook workbook = new HSSFWorkbook();
    Sheet sheet = workbook.createSheet("a");
    sheet.createRow(0).createCell(0).setCellValue("shown");
    sheet.createRow(1).createCell(0).setCellValue("hidden");
    sheet.getRow(1).setZeroHeight(true);
    workbook.createSheet("b").createRow(0).createCell(0).setCellValue("not read");
    workbook.setSheetHidden(1, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    workbook.close();
    Outcome outcome = extract("a.et", out.toByteArray());
    assertEquals("|shown|\n|hidden|", printed(outcome));
    assertEquals(
        "application/vnd.ms-excel; hidden-sheets=1; hidden-rows=1",
        ((Extracted) outcome).mediaType());
  }

  @Test
  void aCompoundFileThatIsNeitherWordNorExcelIsSaid() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new java.io.ByteArrayInputStream(new byte[8]), "MatOST");
      files.writeFilesystem(out);
    }
    assertEquals(
        new Failed(
            Reason.UNSUPPORTED,
            "a document of Microsoft Works, which is not WPS Office, is not read yet"),
        extract("a.wps", out.toByteArray()));
  }

  @Test
  void aWebPageHasItsHeadingsParagraphsAndTables() throws IOException {
    String html =
        """
        <html><head><meta charset="gbk"><title>x</title><script>var a = 1;</script></head><body>
        <nav>首页 &gt; 公开</nav><h2>部门决算</h2>
        <table><tr><td><p>版式表中的一段。</p></td></tr></table>
        <p>2023年度<b>收入</b>总计1.00万元。<br>第二行</p>
        <table><tr><th rowspan="2">项目</th><th colspan="2">支出</th></tr>
        <tr><th>基本</th><th>项目</th></tr><tr><td>合计</td><td>1.00</td><td></td></tr></table>
        <p style="display:none">hidden</p></body></html>
        """;
    assertEquals(
        """
        #2 部门决算
        版式表中的一段。
        2023年度收入总计1.00万元。
        第二行
        |项目 2x1|支出 1x2|
        |基本|项目|
        |合计|1.00||\
        """,
        printed(extract("a.html", html.getBytes(Charset.forName("GBK")))));
  }

  @Test
  void commaSeparatedValuesAreAGridInWhateverEncoding() throws IOException {
    String csv = "项目,金额\r\n\"人员, 公用\",\"1,374.63\"\r\n合计,\r\n";
    String grid = "|项目|金额|\n|人员, 公用|1,374.63|\n|合计||";
    assertEquals(grid, printed(extract("a.csv", csv.getBytes(Charset.forName("GBK")))));
    String semicolons = "项目;金额\n人员, 公用;\"1,374.63\"\n合计;";
    assertEquals(grid, printed(extract("a.csv", semicolons.getBytes(Charset.forName("UTF-8")))));
    String unpaired = "名称,金额\n5\" 屏,\"1\" x,2\n";
    assertEquals(
        "|名称|金额|\n|5\" 屏|\"1\" x|2|",
        printed(extract("a.csv", unpaired.getBytes(Charset.forName("UTF-8")))));
    assertEquals(
        new Empty("no values in it"), extract("a.csv", " ,\n".getBytes(Charset.forName("UTF-8"))));
    Failed failed = assertInstanceOf(Failed.class, extract("a.csv", new byte[5000]));
    assertEquals(Reason.NOT_TEXT, failed.reason());
  }

  @Test
  void anEndlessSpanIsBounded() throws IOException {
    String html = "<table><tr><td colspan=9999 rowspan=9999>a</td><td>b</td></tr></table>";
    assertEquals(
        "|a 200x200|", printed(extract("a.html", html.getBytes(Charset.forName("UTF-8")))));
  }

  @Test
  void aPasswordIsSaid() throws IOException, GeneralSecurityException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream encrypted = encryptor.getDataStream(files)) {
        encrypted.write(workbook(new XSSFWorkbook()));
      }
      files.writeFilesystem(out);
    }
    assertEquals(
        new Failed(Reason.ENCRYPTED, "it opens with a password only"),
        extract("a.xlsx", out.toByteArray()));
  }

  @Test
  void damageIsSaid() throws IOException {
    byte[] bytes = workbook(new XSSFWorkbook());
    Failed failed =
        assertInstanceOf(Failed.class, extract("a.xlsx", Arrays.copyOf(bytes, bytes.length / 2)));
    assertEquals(Reason.TRUNCATED, failed.reason());
    Arrays.fill(bytes, 40, bytes.length / 2, (byte) 7);
    assertEquals(Reason.CORRUPT, assertInstanceOf(Failed.class, extract("b.xlsx", bytes)).reason());
  }

  @Test
  void aWorkbookWithoutCellsIsEmpty() throws IOException {
    Workbook workbook = new XSSFWorkbook();
    workbook.createSheet("a");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    workbook.close();
    assertEquals(new Empty("neither text nor tables in it"), extract("a.xlsx", out.toByteArray()));
  }
}
