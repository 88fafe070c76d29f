package mingcha.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Part;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jsoup.nodes.Element;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * What kind of file a disclosure becomes. All say the same but Excel, which holds the tables only.
 */
public enum Format {
  TEXT("txt") {
    @Override
    byte[] render(Document document, Style style) {
      return TextRenderer.text(document, style).getBytes(StandardCharsets.UTF_8);
    }
  },

  HTML("html") {
    @Override
    byte[] render(Document document, Style style) {
      org.jsoup.nodes.Document page = org.jsoup.nodes.Document.createShell("");
      page.charset(StandardCharsets.UTF_8);
      page.title(document.title());
      for (Part part : document.parts()) {
        switch (part) {
          case Document.Heading heading -> page.body().appendElement("p").text(heading.text());
          case Document.Paragraph paragraph ->
              page.body().appendElement("p").text(paragraph.text());
          case Document.Contents contents -> {
            // A page on the web needs no list of pages.
          }
          case Grid grid -> htmlTable(grid, page.body());
        }
      }
      return page.outerHtml().getBytes(StandardCharsets.UTF_8);
    }
  },

  WORD("docx") {
    @Override
    byte[] render(Document document, Style style) throws IOException {
      try (XWPFDocument word = new XWPFDocument()) {
        for (Part part : document.parts()) {
          switch (part) {
            case Document.Heading heading -> paragraph(word, heading.text());
            case Document.Paragraph paragraph -> paragraph(word, paragraph.text());
            case Document.Contents contents -> {
              // Word makes its own.
            }
            case Grid grid -> wordTable(grid, word);
          }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        word.write(out);
        return out.toByteArray();
      }
    }
  },

  EXCEL("xlsx") {
    @Override
    byte[] render(Document document, Style style) throws IOException {
      try (Workbook workbook = new XSSFWorkbook()) {
        Sheet cover = workbook.createSheet("cover");
        cover.createRow(0).createCell(0).setCellValue(document.title());
        for (Part part : document.parts()) {
          if (part instanceof Grid grid) {
            sheet(grid, workbook);
          }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
      }
    }
  },

  PDF_RULED("pdf") {
    @Override
    byte[] render(Document document, Style style) throws IOException {
      return PdfSheets.bytes(Typesetter.set(document, Print.RULED));
    }
  },

  PDF_HALF_RULED("pdf") {
    @Override
    byte[] render(Document document, Style style) throws IOException {
      return PdfSheets.bytes(Typesetter.set(document, Print.HALF_RULED));
    }
  },

  PDF_CONTINUED("pdf") {
    @Override
    byte[] render(Document document, Style style) throws IOException {
      return PdfSheets.bytes(Typesetter.set(document, Print.CONTINUED));
    }
  },

  OFD("ofd") {
    @Override
    byte[] render(Document document, Style style) throws IOException {
      return OfdSheets.bytes(Typesetter.set(document, Print.RULED));
    }
  },

  /** Pictures of the ruled pages. It takes a Chinese typeface on the machine. */
  SCAN("pdf") {
    @Override
    byte[] render(Document document, Style style) throws IOException {
      return ScanSheets.bytes(Typesetter.set(document, Print.RULED));
    }
  };

  /** Of a page, in twentieths of a point. */
  private static final int TEXT_WIDTH = 9000;

  private final String extension;

  Format(String extension) {
    this.extension = extension;
  }

  /** Without a dot: {@code docx}. */
  public String extension() {
    return extension;
  }

  abstract byte[] render(Document document, Style style) throws IOException;

  private static void htmlTable(Grid grid, Element body) {
    if (!grid.title().isEmpty()) {
      body.appendElement("p").text(grid.title());
    }
    grid.caption().forEach(line -> body.appendElement("p").text(line));
    Element table = body.appendElement("table");
    for (int r = 0; r < grid.rows().size(); r++) {
      Element row = table.appendElement("tr");
      for (int c = 0; c < grid.rows().get(r).size(); c++) {
        String text = grid.rows().get(r).get(c);
        if (!Grid.isMerged(text)) {
          Spans spans = Spans.of(grid, r, c);
          row.appendElement("td")
              .text(text)
              .attr("rowspan", Integer.toString(spans.rows()))
              .attr("colspan", Integer.toString(spans.columns()));
        }
      }
    }
    if (!grid.note().isEmpty()) {
      body.appendElement("p").text(grid.note());
    }
  }

  private static void paragraph(XWPFDocument word, String text) {
    word.createParagraph().createRun().setText(text);
  }

  private static void wordTable(Grid grid, XWPFDocument word) {
    if (!grid.title().isEmpty()) {
      paragraph(word, grid.title());
    }
    grid.caption().forEach(line -> paragraph(word, line));
    XWPFTable table = word.createTable(grid.rows().size(), 1);
    wordColumns(table, grid.rows().getFirst().size());
    for (int r = 0; r < grid.rows().size(); r++) {
      List<String> row = grid.rows().get(r);
      boolean first = true;
      for (int c = 0; c < row.size(); c++) {
        if (Spans.isCovered(grid, r, c)) {
          continue;
        }
        XWPFTableCell cell = first ? table.getRow(r).getCell(0) : table.getRow(r).createCell();
        first = false;
        wordCell(cell, grid, r, c);
      }
    }
    if (!grid.note().isEmpty()) {
      paragraph(word, grid.note());
    }
  }

  /** Without its grid, some programs lay out a row with merged cells as if they were not. */
  private static void wordColumns(XWPFTable table, int columns) {
    CTTblGrid widths = table.getCTTbl().getTblGrid();
    if (widths == null) {
      widths = table.getCTTbl().addNewTblGrid();
    }
    while (widths.sizeOfGridColArray() > 0) {
      widths.removeGridCol(0);
    }
    for (int c = 0; c < columns; c++) {
      widths.addNewGridCol().setW(BigInteger.valueOf(TEXT_WIDTH / columns));
    }
  }

  private static void wordCell(XWPFTableCell cell, Grid grid, int row, int column) {
    String text = grid.rows().get(row).get(column);
    Spans spans = Spans.ofWhole(grid, row, column);
    CTTcPr properties =
        cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    if (spans.columns() > 1) {
      properties.addNewGridSpan().setVal(BigInteger.valueOf(spans.columns()));
    }
    if (text.equals(Grid.UP)) {
      properties.addNewVMerge();
    } else {
      if (spans.rows() > 1) {
        properties.addNewVMerge().setVal(STMerge.RESTART);
      }
      cell.setText(text);
    }
  }

  private static void sheet(Grid grid, Workbook workbook) {
    Sheet sheet = workbook.createSheet("t" + workbook.getNumberOfSheets());
    int at = 0;
    int width = grid.rows().getFirst().size();
    if (!grid.title().isEmpty()) {
      sheet.createRow(at).createCell(0).setCellValue(grid.title());
      merge(sheet, at, 0, new Spans(1, width));
      at++;
    }
    for (String line : grid.caption()) {
      sheet.createRow(at++).createCell(0).setCellValue(line);
    }
    for (int r = 0; r < grid.rows().size(); r++) {
      Row row = sheet.createRow(at + r);
      for (int c = 0; c < width; c++) {
        String text = grid.rows().get(r).get(c);
        if (!Grid.isMerged(text)) {
          row.createCell(c).setCellValue(text);
          merge(sheet, at + r, c, Spans.of(grid, r, c));
        }
      }
    }
    if (!grid.note().isEmpty()) {
      sheet.createRow(at + grid.rows().size()).createCell(0).setCellValue(grid.note());
    }
  }

  private static void merge(Sheet sheet, int row, int column, Spans spans) {
    if (spans.rows() > 1 || spans.columns() > 1) {
      sheet.addMergedRegion(
          new CellRangeAddress(row, row + spans.rows() - 1, column, column + spans.columns() - 1));
    }
  }
}
