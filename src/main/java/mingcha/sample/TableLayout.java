package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Grid.Kind;

/** How the rows of a table come out as plain text; each way was met in published files. */
sealed interface TableLayout {
  List<String> lines(Grid grid);

  /**
   * A row a line, its cells between tabs, merged ones empty: what a word processor's table gives.
   */
  record Tabbed() implements TableLayout {
    @Override
    public List<String> lines(Grid grid) {
      return grid.rows().stream()
          .map(row -> String.join("\t", row.stream().map(c -> Grid.isMerged(c) ? "" : c).toList()))
          .toList();
    }
  }

  /**
   * A cell a line behind a tab, an empty line behind each row: what some converters make of a web
   * page's table. A cell merged with the one above is an empty one, one merged to the left is none.
   */
  record CellALine() implements TableLayout {
    @Override
    public List<String> lines(Grid grid) {
      List<String> lines = new ArrayList<>();
      for (List<String> row : grid.rows()) {
        for (String cell : row) {
          if (!cell.equals(Grid.LEFT)) {
            lines.add("\t" + (cell.equals(Grid.UP) ? "" : cell));
          }
        }
        lines.add("");
      }
      return lines;
    }
  }

  /**
   * The text layer of a PDF: cells between spaces, empty ones gone, and the name of a subject that
   * does not fit its narrow column broken into lines between the code and the figures.
   */
  record Flowed() implements TableLayout {
    private static final int NAME_COLUMN = 7;

    @Override
    public List<String> lines(Grid grid) {
      List<String> lines = new ArrayList<>();
      for (int r = 0; r < grid.rows().size(); r++) {
        List<String> filled =
            grid.rows().get(r).stream().filter(c -> !c.isEmpty() && !Grid.isMerged(c)).toList();
        boolean subject =
            grid.kind() == Kind.SUBJECTS && r >= grid.headerRows() && filled.size() > 2;
        if (subject && filled.get(0).matches("\\d+") && filled.get(1).length() > NAME_COLUMN) {
          lines.add(filled.get(0));
          String name = filled.get(1);
          for (int i = 0; i < name.length(); i += NAME_COLUMN) {
            lines.add(name.substring(i, Math.min(name.length(), i + NAME_COLUMN)));
            lines.add("");
          }
          lines.set(lines.size() - 1, String.join(" ", filled.subList(2, filled.size())));
        } else {
          lines.add(String.join(" ", filled));
        }
        lines.add("");
      }
      return lines;
    }
  }
}
