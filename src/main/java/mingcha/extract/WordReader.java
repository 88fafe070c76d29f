package mingcha.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Source;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * Reads Word documents (.docx): paragraphs and tables in their order, with cells merged in both
 * directions. A place in them is the number of the paragraph or of the table's row.
 */
final class WordReader {
  private final String file;
  private final List<Block> blocks = new ArrayList<>();
  private int line;

  private WordReader(String file) {
    this.file = file;
  }

  static List<Page> read(Path path, String file) throws IOException {
    WordReader reader = new WordReader(file);
    try (InputStream in = Files.newInputStream(path);
        XWPFDocument document = new XWPFDocument(in)) {
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          reader.paragraph(paragraph);
        } else if (element instanceof XWPFTable table) {
          reader.table(table);
        }
      }
    }
    return List.of(new Page(null, reader.blocks));
  }

  private void paragraph(XWPFParagraph paragraph) {
    for (String text : paragraph.getText().split("\\n")) {
      if (!text.isBlank()) {
        Source source = Source.line(file, ++line);
        String style = paragraph.getStyleID();
        int level = level(style);
        blocks.add(
            level > 0 ? new Block.Heading(level, text, source) : new Block.Text(text, source));
      }
    }
  }

  /** Heading 1 is style 1 or Heading1; Chinese Word names it so too. */
  private static int level(@Nullable String style) {
    String digits = style == null ? "" : style.replaceFirst("(?i)^heading", "");
    return digits.matches("[1-6]") ? Integer.parseInt(digits) : 0;
  }

  private void table(XWPFTable table) {
    List<Block.GridCell> cells = new ArrayList<>();
    int rows = Math.min(table.getRows().size(), Layout.MOST_ROWS);
    for (int r = 0; r < rows; r++) {
      Source row = Source.line(file, ++line);
      int column = 0;
      for (XWPFTableCell cell : table.getRow(r).getTableCells()) {
        int span = span(cell);
        if (column + span > Layout.MOST_COLUMNS) {
          break;
        }
        if (merge(cell) != STMerge.CONTINUE) {
          int down = merge(cell) == STMerge.RESTART ? down(table, r, column) : 1;
          cells.add(
              new Block.GridCell(r, column, down, span, text(cell), row.inTable(null, r, column)));
        }
        column += span;
      }
    }
    if (!cells.isEmpty()) {
      blocks.add(new Block.Grid(cells, cells.getFirst().source().inTable(null, null, null)));
    }
  }

  /** How many rows a cell that begins a vertical merge reaches down. */
  private static int down(XWPFTable table, int from, int column) {
    int rows = 1;
    for (int r = from + 1; r < table.getRows().size(); r++) {
      XWPFTableCell below = at(table.getRow(r), column);
      if (below == null || merge(below) != STMerge.CONTINUE) {
        break;
      }
      rows++;
    }
    return rows;
  }

  private static @Nullable XWPFTableCell at(XWPFTableRow row, int column) {
    int c = 0;
    for (XWPFTableCell cell : row.getTableCells()) {
      if (c == column) {
        return cell;
      }
      c += span(cell);
    }
    return null;
  }

  private static int span(XWPFTableCell cell) {
    CTTcPr properties = cell.getCTTc().getTcPr();
    return properties == null || properties.getGridSpan() == null
        ? 1
        : Math.clamp(properties.getGridSpan().getVal().longValue(), 1, Layout.MOST_COLUMNS);
  }

  /** A vMerge without a value goes on with the cell above. */
  private static STMerge.@Nullable Enum merge(XWPFTableCell cell) {
    CTTcPr properties = cell.getCTTc().getTcPr();
    if (properties == null || properties.getVMerge() == null) {
      return null;
    }
    return properties.getVMerge().isSetVal() ? properties.getVMerge().getVal() : STMerge.CONTINUE;
  }

  private static String text(XWPFTableCell cell) {
    StringBuilder text = new StringBuilder();
    for (XWPFParagraph paragraph : cell.getParagraphs()) {
      text.append(paragraph.getText().strip());
    }
    return text.toString();
  }
}
