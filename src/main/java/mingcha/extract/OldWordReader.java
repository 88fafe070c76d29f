package mingcha.extract;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Source;
import mingcha.extract.Block.GridCell;
import mingcha.extract.OldWordTable.Held;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/**
 * Reads binary Word documents (.doc, and the .wps of WPS Office): paragraphs and tables in their
 * order. A place in them is the number of the paragraph or of the table's row, as in {@link
 * WordReader}. Those of Word 6 and 95 are read as text.
 */
final class OldWordReader {
  private static final Pattern HEADING = Pattern.compile("(?i)(?:heading|标题)\\s*([1-6])");

  private final String file;
  private final List<Block> blocks = new ArrayList<>();
  private int line;

  private OldWordReader(String file) {
    this.file = file;
  }

  static List<Page> read(DirectoryNode root, String file) throws IOException {
    OldWordReader reader = new OldWordReader(file);
    try (HWPFDocument document = new HWPFDocument(root)) {
      reader.range(document);
    } catch (OldWordFileFormatException e) {
      try (Word6Extractor words = new Word6Extractor(root)) {
        reader.text(words.getText(), 0);
      }
    }
    return List.of(new Page(null, reader.blocks));
  }

  private void range(HWPFDocument document) {
    Range range = document.getRange();
    int i = 0;
    while (i < range.numParagraphs() && !Thread.currentThread().isInterrupted()) {
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable()) {
        Table table = range.getTable(paragraph);
        table(table);
        i += Math.max(1, table.numParagraphs());
      } else {
        text(paragraph.text(), level(document, paragraph));
        i++;
      }
    }
  }

  private static int level(HWPFDocument document, Paragraph paragraph) {
    int style = paragraph.getStyleIndex();
    if (style <= 0 || style >= document.getStyleSheet().numStyles()) {
      return 0;
    }
    var description = document.getStyleSheet().getStyleDescription(style);
    String name = description == null ? null : description.getName();
    Matcher heading = HEADING.matcher(name == null ? "" : name);
    return heading.lookingAt() ? Integer.parseInt(heading.group(1)) : 0;
  }

  private void text(String raw, int level) {
    for (String text : printed(raw).split("[\\r\\n\\u000B\\f]")) {
      if (!text.isBlank()) {
        Source source = Source.line(file, ++line);
        blocks.add(
            level > 0
                ? new Block.Heading(level, text.strip(), source)
                : new Block.Text(text, source));
      }
    }
  }

  /**
   * Without the marks that stand for cell ends and pictures, and without the instructions of
   * fields: 0x13 instruction 0x14 what is shown 0x15, nested ([MS-DOC] 2.8.25).
   */
  static String printed(String text) {
    StringBuilder printed = new StringBuilder();
    Deque<Boolean> instructions = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0x13) {
        instructions.push(true);
      } else if (c == 0x14 && !instructions.isEmpty()) {
        instructions.pop();
        instructions.push(false);
      } else if (c == 0x15 && !instructions.isEmpty()) {
        instructions.pop();
      } else if ((c >= 0x20 || "\t\r\n\u000B\f".indexOf(c) >= 0) && !instructions.contains(true)) {
        printed.append(c);
      }
    }
    return printed.toString();
  }

  private void table(Table table) {
    OldWordTable layout = new OldWordTable();
    int rows = Math.min(table.numRows(), Layout.MOST_ROWS);
    for (int r = 0; r < rows; r++) {
      layout.row(held(table.getRow(r)), Source.line(file, ++line));
    }
    List<GridCell> cells = layout.cells();
    if (!cells.isEmpty()) {
      blocks.add(new Block.Grid(cells, cells.getFirst().source().inTable(null, null, null)));
    }
  }

  private static List<Held> held(TableRow row) {
    List<Held> cells = new ArrayList<>();
    for (int c = 0; c < row.numCells(); c++) {
      TableCell cell = row.getCell(c);
      boolean across = cell.isMerged() && !cell.isFirstMerged();
      boolean down = cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
      cells.add(new Held(cell.getLeftEdge(), cell.getWidth(), across, down, text(cell)));
    }
    return cells;
  }

  private static String text(TableCell cell) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cell.numParagraphs(); i++) {
      String paragraph = printed(cell.getParagraph(i).text());
      text.append(paragraph.replaceAll("[\\r\\n\\u000B\\f]", "").strip());
    }
    return text.toString();
  }
}
