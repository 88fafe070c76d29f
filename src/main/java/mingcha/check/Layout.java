package mingcha.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Content;
import mingcha.disclosure.Table;
import org.jspecify.annotations.Nullable;

/** Where the cells of a content's tables stand: by row, by line and as printed; each found once. */
final class Layout {
  private final Content content;
  private final Map<String, List<Table>> byFile = new HashMap<>();
  private final IdentityHashMap<Table, Extent> extents = new IdentityHashMap<>();
  private final IdentityHashMap<Table, NavigableMap<Integer, List<Cell>>> rows =
      new IdentityHashMap<>();
  private final IdentityHashMap<Table, Map<Integer, List<Cell>>> byLine = new IdentityHashMap<>();
  private final IdentityHashMap<Table, List<List<Cell>>> printed = new IdentityHashMap<>();

  private final IdentityHashMap<Table, List<NumberGrid>> grids = new IdentityHashMap<>();
  private static final List<String> INDICATORS = List.of("二级指标", "三级指标", "年度指标", "指标值");
  private @Nullable List<Table> plain;

  Layout(Content content) {
    this.content = content;
  }

  /** The tables that have a word in a cell, spaces apart. */
  List<Table> tablesHaving(String word) {
    return content.tables().stream().filter(table -> has(table, word)).toList();
  }

  private static boolean has(Table table, String word) {
    for (Cell cell : table.cells()) {
      // Most cells have not even its first character.
      if (cell.text().indexOf(word.charAt(0)) >= 0 && Compact.of(cell.text()).contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The rows of a table as a reader sees them. */
  List<List<Cell>> printed(Table table) {
    return printed.computeIfAbsent(table, t -> PrintedRows.of(rows(t).values(), t));
  }

  /**
   * The tables that no form prescribes and that hold no single indicators: of those, which have
   * rows of many kinds, other rules tell.
   */
  List<Table> plain() {
    if (plain == null) {
      plain =
          content.tables().stream()
              .filter(t -> t.ref().form() == null)
              .filter(t -> INDICATORS.stream().noneMatch(word -> has(t, word)))
              .toList();
    }
    return plain;
  }

  /** A table as numbers between names, as printed and turned. */
  List<NumberGrid> grids(Table table) {
    return grids.computeIfAbsent(table, t -> NumberGrid.of(printed(t)));
  }

  private List<Table> inFile(String file) {
    return byFile.computeIfAbsent(
        file, f -> content.tables().stream().filter(t -> t.source().file().equals(f)).toList());
  }

  /** A file's tables that have cells within these lines of it; all where it has no lines. */
  List<Table> tablesWithin(String file, @Nullable Integer first, @Nullable Integer last) {
    List<Table> own = inFile(file);
    if (first == null || last == null) {
      return own;
    }
    List<Table> within = new ArrayList<>();
    for (Table table : own) {
      Extent extent = extents.computeIfAbsent(table, Extent::of);
      if (extent.first() <= last && extent.last() >= first) {
        within.add(table);
      }
    }
    return within;
  }

  /** The lines between which a table stands. */
  private record Extent(int first, int last) {
    static Extent of(Table table) {
      int first = Integer.MAX_VALUE;
      int last = Integer.MIN_VALUE;
      for (Cell cell : table.cells()) {
        Integer line = cell.source().line();
        if (line != null) {
          first = Math.min(first, line);
          last = Math.max(last, line);
        }
      }
      return new Extent(first, last);
    }
  }

  /** The cells of a table by their rows. */
  NavigableMap<Integer, List<Cell>> rows(Table table) {
    return rows.computeIfAbsent(
        table,
        t -> {
          NavigableMap<Integer, List<Cell>> byRow = new TreeMap<>();
          List<Cell> row = new ArrayList<>();
          int last = -1;
          for (Cell cell : t.cells()) {
            if (cell.row() != last) {
              last = cell.row();
              row = byRow.computeIfAbsent(last, r -> new ArrayList<>());
            }
            row.add(cell);
          }
          return byRow;
        });
  }

  /** The cells of a table by the lines of the text that they stand in. */
  Map<Integer, List<Cell>> byLine(Table table) {
    return byLine.computeIfAbsent(
        table,
        t -> {
          Map<Integer, List<Cell>> lines = new HashMap<>();
          for (Cell cell : t.cells()) {
            Integer line = cell.source().line();
            if (line != null) {
              lines.computeIfAbsent(line, l -> new ArrayList<>()).add(cell);
            }
          }
          return lines;
        });
  }
}
