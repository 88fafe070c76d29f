package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A table that no form prescribes, as a grid of numbers between the names of its rows and its
 * columns: for rules that see from most of its rows how its columns hang together.
 *
 * @param lines its rows, those of headers left out
 * @param headers the words above each column
 * @param turned whether its rows were printed as columns
 */
record NumberGrid(List<Line> lines, List<String> headers, boolean turned) {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?[%％]?");
  private static final int LEAST_LINES = 3;
  private static final int MOST_COLUMNS = 16;
  private static final int MOST_LINES = 120;
  private static final int LONGEST_NAME = 24;

  NumberGrid {
    lines = List.copyOf(lines);
    headers = List.copyOf(headers);
  }

  /**
   * A row.
   *
   * @param name its first words
   * @param numbers one a column, null where there is none
   */
  record Line(String name, List<@Nullable Reading> numbers) {
    @Nullable Reading at(int column) {
      return numbers.get(column);
    }

    boolean isEmpty() {
      return numbers.stream().allMatch(n -> n == null);
    }
  }

  int columns() {
    return headers.size();
  }

  /**
   * The table as printed, and turned by a right angle; none of one that is too large or has few
   * numbers.
   */
  static List<NumberGrid> of(List<List<Cell>> rows) {
    int columns = 0;
    for (List<Cell> row : rows) {
      for (Cell cell : row) {
        columns = Math.max(columns, cell.column() + 1);
      }
    }
    if (columns < 2 || columns > MOST_COLUMNS || rows.size() > MOST_LINES) {
      return List.of();
    }
    @Nullable Cell[][] cells = new Cell[rows.size()][columns];
    @Nullable Cell[][] turned = new Cell[columns][rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      for (Cell cell : rows.get(r)) {
        cells[r][cell.column()] = cell;
        turned[cell.column()][r] = cell;
      }
    }
    List<NumberGrid> grids = new ArrayList<>();
    add(cells, false, grids);
    if (rows.size() <= MOST_COLUMNS) {
      add(turned, true, grids);
    }
    return grids;
  }

  private static void add(@Nullable Cell[][] cells, boolean turned, List<NumberGrid> grids) {
    List<StringBuilder> headers = new ArrayList<>();
    int columns = cells[0].length;
    for (int c = 0; c < columns; c++) {
      headers.add(new StringBuilder());
    }
    List<Line> lines = new ArrayList<>();
    for (@Nullable Cell[] row : cells) {
      Line line = line(row, headers);
      if (!line.isEmpty()) {
        lines.add(line);
      } else if (lines.isEmpty()) {
        for (int c = 0; c < columns; c++) {
          headers.get(c).append(text(row[c]));
        }
      }
    }
    if (lines.size() >= LEAST_LINES) {
      List<String> names = headers.stream().map(StringBuilder::toString).toList();
      grids.add(new NumberGrid(lines, names, turned));
    }
  }

  private static Line line(@Nullable Cell[] row, List<StringBuilder> headers) {
    String name = "";
    List<@Nullable Reading> numbers = new ArrayList<>();
    for (int c = 0; c < row.length; c++) {
      String text = text(row[c]);
      Cell cell = row[c];
      boolean number = cell != null && NUMBER.matcher(text).matches();
      numbers.add(number && cell != null ? reading(cell, text, headers.get(c).toString()) : null);
      name = name.isEmpty() && !number && text.length() <= LONGEST_NAME ? text : name;
    }
    return new Line(name, Collections.unmodifiableList(numbers));
  }

  private static String text(@Nullable Cell cell) {
    return cell == null || cell.text().length() > LONGEST_NAME * 4 ? "" : Compact.of(cell.text());
  }

  private static Reading reading(Cell cell, String text, String header) {
    boolean rate = text.endsWith("%") || text.endsWith("％");
    String digits = rate ? text.substring(0, text.length() - 1) : text;
    String label = header.length() > LONGEST_NAME ? header.substring(0, LONGEST_NAME) : header;
    return new Reading(
        null,
        null,
        label,
        List.of(label),
        new BigDecimal(digits.replace(",", "")),
        rate ? "%" : null,
        text,
        null,
        Basis.TABLE,
        null,
        null,
        cell.source());
  }
}
