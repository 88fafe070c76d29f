package mingcha.sample;

import java.util.List;

/** How a table comes out as plain text; each is a way that published files are found in. */
enum Layout {
  /** Cells between tabs, a row a line: the text of a word processor's table. */
  TABBED {
    @Override
    void rows(StringBuilder out, List<List<String>> rows) {
      rows.forEach(row -> out.append(String.join("\t", row)).append('\n'));
    }
  },
  /** One indented cell a line, a blank line behind a row: the text of a web page's table. */
  CELL_A_LINE {
    @Override
    void rows(StringBuilder out, List<List<String>> rows) {
      for (List<String> row : rows) {
        row.forEach(cell -> out.append('\t').append(cell).append('\n'));
        out.append('\n');
      }
    }
  },
  /** Cells between spaces, blank ones gone: the text layer of a PDF. */
  FLOWED {
    @Override
    void rows(StringBuilder out, List<List<String>> rows) {
      for (List<String> row : rows) {
        out.append(String.join(" ", row.stream().filter(cell -> !cell.isEmpty()).toList()));
        out.append("\n\n");
      }
    }
  };

  abstract void rows(StringBuilder out, List<List<String>> rows);
}
