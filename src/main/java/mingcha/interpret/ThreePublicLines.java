package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.disclosure.TableRef;
import mingcha.extract.Block.GridCell;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Reads “三公”经费支出决算表, whose one row of figures has the items in its columns: six of them, or twelve
 * with the budget's six before those of the final account. The form prescribes their order, and the
 * sums that hold among them show that it was kept.
 */
final class ThreePublicLines {
  private enum Item {
    TOTAL("three_public", "“三公”经费"),
    OVERSEAS("overseas_travel", "因公出国（境）费"),
    VEHICLE("vehicle", "公务用车购置及运行维护费"),
    PURCHASE("vehicle_purchase", "公务用车购置费"),
    OPERATION("vehicle_operation", "公务用车运行维护费"),
    RECEPTION("reception", "公务接待费");

    private final String metric;
    private final String label;

    Item(String metric, String label) {
      this.metric = metric;
      this.label = label;
    }
  }

  private static final int ITEMS = Item.values().length;
  private static final BigDecimal TOLERANCE = new BigDecimal("0.021");
  private static final String DOUBT =
      "the sums of this table do not hold: the columns are not certain";

  private final boolean budget;

  ThreePublicLines(boolean budget) {
    this.budget = budget;
  }

  static boolean reads(Form form) {
    return form == Form.THREE_PUBLIC;
  }

  private record Cell(int column, String raw, BigDecimal value, Source source) {}

  List<DraftEntry> lines(TableRegion region, List<String> path) {
    Map<Item, List<Reading>> readings = new LinkedHashMap<>();
    Line row = row(region);
    if (row == null) {
      return List.of();
    }
    List<Cell> cells = cells(row);
    boolean placed = row.isRow() && width(region) % ITEMS == 0;
    int width = placed ? width(region) : cells.size();
    if (width != ITEMS && width != 2 * ITEMS) {
      return List.of();
    }
    for (int half = 0; half < width / ITEMS; half++) {
      half(region, placed ? cells : inOrder(cells), half, width / ITEMS, readings);
    }
    List<DraftEntry> lines = new ArrayList<>();
    readings.forEach((item, figures) -> lines.add(line(region, item, figures, path, row.source())));
    return lines;
  }

  private void half(
      TableRegion region,
      List<Cell> cells,
      int half,
      int halves,
      Map<Item, List<Reading>> readings) {
    Map<Item, Cell> items = new LinkedHashMap<>();
    for (Cell cell : cells) {
      if (cell.column() / ITEMS == half) {
        items.put(Item.values()[cell.column() % ITEMS], cell);
      }
    }
    String doubt = holds(items) ? null : DOUBT;
    boolean planned = halves == 2 && half == 0;
    Stage stage = budget ? Stage.INITIAL : planned ? Stage.ADJUSTED : Stage.FINAL;
    String above = halves == 1 ? "" : planned ? "预算数" : "决算数";
    items.forEach(
        (item, cell) -> {
          List<String> labels = above.isEmpty() ? List.of(item.label) : List.of(above, item.label);
          Source at = cell.source();
          readings
              .computeIfAbsent(item, i -> new ArrayList<>())
              .add(
                  Money.inTable(
                      item.metric,
                      stage,
                      labels,
                      cell.value(),
                      cell.raw(),
                      region.unit(),
                      doubt,
                      at.inTable(region.title(), at.row(), at.column())));
        });
  }

  /** 合计 = 出国 + 用车 + 接待, 用车 = 购置 + 运行; what is blank is 0. */
  private static boolean holds(Map<Item, Cell> items) {
    BigDecimal vehicle = value(items, Item.VEHICLE);
    BigDecimal sum = value(items, Item.OVERSEAS).add(vehicle).add(value(items, Item.RECEPTION));
    BigDecimal parts = value(items, Item.PURCHASE).add(value(items, Item.OPERATION));
    return near(sum, value(items, Item.TOTAL)) && near(parts, vehicle);
  }

  private static BigDecimal value(Map<Item, Cell> items, Item item) {
    Cell cell = items.get(item);
    return cell == null ? BigDecimal.ZERO : cell.value();
  }

  private static boolean near(BigDecimal a, BigDecimal b) {
    return a.subtract(b).abs().compareTo(TOLERANCE) <= 0;
  }

  /** The last line that holds nothing but figures; the one with 1 2 3 … above it does not count. */
  private static @Nullable Line row(TableRegion region) {
    for (Line line : region.body().reversed()) {
      List<Cell> cells = cells(line);
      long words = line.isRow() ? line.filled().size() : line.text().split("\\s+").length;
      boolean ordinals = true;
      for (int i = 0; i < cells.size(); i++) {
        ordinals &= cells.get(i).raw().equals(Integer.toString(i + 1));
      }
      if (!cells.isEmpty() && cells.size() == words && !ordinals) {
        return line;
      }
    }
    return null;
  }

  private static int width(TableRegion region) {
    int width = 0;
    for (Line line : region.body()) {
      for (GridCell cell : line.filled()) {
        width = Math.max(width, cell.column() + cell.columnSpan());
      }
    }
    return width;
  }

  private static List<Cell> cells(Line line) {
    List<Cell> cells = new ArrayList<>();
    for (GridCell cell : line.filled()) {
      Optional<BigDecimal> value = Figures.cell(cell.text());
      value.ifPresent(
          v -> cells.add(new Cell(cell.column(), cell.text().strip(), v, cell.source())));
    }
    if (!line.isRow()) {
      for (String token : line.text().split("\\s+")) {
        Optional<BigDecimal> value = Figures.cell(token);
        value.ifPresent(v -> cells.add(new Cell(cells.size(), token, v, line.source())));
      }
    }
    return cells;
  }

  private static List<Cell> inOrder(List<Cell> cells) {
    List<Cell> result = new ArrayList<>();
    for (Cell cell : cells) {
      result.add(new Cell(result.size(), cell.raw(), cell.value(), cell.source()));
    }
    return result;
  }

  private static DraftEntry line(
      TableRegion region, Item item, List<Reading> readings, List<String> path, Source source) {
    return new DraftEntry(
        EntryKind.LINE,
        item.label,
        region.title() + " " + item.label,
        path,
        Scope.DISCLOSURE,
        new TableRef(region.form().id(), region.title(), region.number()),
        null,
        readings,
        List.of(),
        source);
  }
}
