package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Part;

/**
 * Another text in one cell of a table.
 *
 * @param title of the table, whole
 * @param row its cells between bars
 * @param column from 0
 * @param cell what must stand in the cell
 */
record CellPlanting(
    String title, Pattern row, int column, Pattern cell, UnaryOperator<String> change)
    implements Planting {
  private static final Pattern FIGURE = Pattern.compile("[\\d,]*[1-9][\\d,]*\\.\\d\\d|0\\.\\d\\d");
  private static final Pattern ZERO = Pattern.compile("0\\.00");

  /** An amount printed too large, in its own style. */
  static CellPlanting amount(String title, String row, int column) {
    return new CellPlanting(title, Pattern.compile(row), column, FIGURE, CellPlanting::raised);
  }

  static CellPlanting text(
      String title, String row, int column, String cell, UnaryOperator<String> change) {
    return new CellPlanting(title, Pattern.compile(row), column, Pattern.compile(cell), change);
  }

  @Override
  public Optional<Planted> in(Document document, Dice dice) {
    record Place(int part, int row) {}
    List<Place> places = new ArrayList<>();
    for (int p = 0; p < document.parts().size(); p++) {
      if (document.parts().get(p) instanceof Grid grid && grid.title().matches(title)) {
        for (int r = grid.headerRows(); r < grid.rows().size(); r++) {
          List<String> cells = grid.rows().get(r);
          boolean here =
              column < cells.size()
                  && cell.matcher(cells.get(column)).matches()
                  && !ZERO.matcher(cells.get(column)).matches()
                  && row.matcher(joined(cells)).matches();
          if (here) {
            places.add(new Place(p, r));
          }
        }
      }
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Place place = dice.one(places);
    Grid grid = (Grid) document.parts().get(place.part());
    List<List<String>> rows = new ArrayList<>(grid.rows());
    List<String> cells = new ArrayList<>(rows.get(place.row()));
    String changed = change.apply(cells.get(column));
    cells.set(column, changed);
    rows.set(place.row(), cells);
    List<Part> parts = new ArrayList<>(document.parts());
    parts.set(
        place.part(),
        new Grid(grid.kind(), grid.title(), grid.caption(), rows, grid.headerRows(), grid.note()));
    return Optional.of(new Planted(new Document(document.title(), parts), changed));
  }

  private static String joined(List<String> cells) {
    return String.join("|", cells.stream().map(c -> Grid.isMerged(c) ? "" : c).toList());
  }

  /** 1,234.50 becomes 1,271.63. */
  static String raised(String raw) {
    boolean grouped = raw.contains(",");
    Amount raised = Amount.ofWan(0).plus(new Amount(hundreds(raw) + 3713));
    return grouped ? raised.grouped() : raised.plain();
  }

  /** In hundreds of 元, which is the second decimal of 万元. */
  private static long hundreds(String raw) {
    return Long.parseLong(raw.replace(",", "").replace(".", ""));
  }
}
