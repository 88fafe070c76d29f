package mingcha.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Box;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;
import org.jspecify.annotations.Nullable;

/** The figures of one table by the place of their cells. */
final class Placed {
  /** A box on a page; without boxes a line, or a row, and a column. */
  private record Place(
      @Nullable Integer page,
      @Nullable Integer line,
      @Nullable Integer row,
      @Nullable Integer column,
      @Nullable Box box) {
    static Place of(Source source) {
      boolean boxed = source.box() != null;
      boolean lined = source.line() != null;
      return new Place(
          source.page(),
          source.line(),
          boxed || lined ? null : source.row(),
          boxed ? null : source.column(),
          source.box());
    }
  }

  private final Map<Place, Account.Stated> figures = new HashMap<>();
  private boolean isDoubtful;

  private Placed() {}

  static Placed of(Account account, Table table) {
    Placed placed = new Placed();
    for (Entry entry : account.inTables()) {
      if (table.ref().equals(entry.table())) {
        entry.readings().forEach(reading -> placed.take(entry, reading));
      }
    }
    return placed;
  }

  private void take(Entry entry, Reading reading) {
    if (reading.basis() != Basis.TABLE) {
      return;
    }
    isDoubtful |= reading.doubt() != null;
    if (reading.value() != null && Objects.equals(reading.unit(), "元")) {
      figures.putIfAbsent(Place.of(reading.source()), new Account.Stated(entry, reading));
    }
  }

  /** Whether a figure may have been read wrongly: then the sums of the table say nothing. */
  boolean isDoubtful() {
    return isDoubtful;
  }

  /** The figure of a cell: one that prints what stands in it. */
  Optional<Account.Stated> at(Cell cell) {
    return Optional.ofNullable(figures.get(Place.of(cell.source())))
        .filter(s -> Compact.of(s.reading().raw()).equals(Compact.of(cell.text())));
  }
}
