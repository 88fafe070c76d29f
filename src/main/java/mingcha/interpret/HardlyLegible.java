package mingcha.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Box;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.extract.Block;
import mingcha.extract.Page;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The cells of scanned tables that recognition could not agree on with itself: 1,374.63 or
 * 1,874.63. Their figures are kept, since most are right, and each with a doubt. What is not even a
 * figure, 古1.51 in a row and a column of figures, is kept as it was read: a sum without it is none.
 */
final class HardlyLegible {
  private static final String DOUBT = "hardly legible on the picture";

  /**
   * Of 100. A majority among the readings of a cell gives 55, no majority at most 40 ({@code
   * CellReader}).
   */
  private static final int LEGIBLE = 50;

  /** A cell by its place: what a reading's source says of table and row comes later. */
  private record Place(@Nullable Integer page, Box box) {}

  /** A blank, or a dash in place of a figure. */
  private static final Pattern NOTHING = Pattern.compile("[-—–－―_~.·、一\\s]*");

  /** Lines of one table stand this near to each other, in points. */
  private static final double SAME = 3;

  private final Set<Place> places = new HashSet<>();
  private final List<Block.GridCell> unread = new ArrayList<>();

  HardlyLegible(List<Page> pages) {
    for (Page page : pages) {
      for (Block block : page.blocks()) {
        if (block instanceof Block.Grid grid) {
          grid.cells().forEach(this::note);
        }
      }
    }
  }

  private void note(Block.GridCell cell) {
    Integer sure = cell.confidence();
    Box box = cell.source().box();
    if (sure != null && sure < LEGIBLE && box != null) {
      places.add(new Place(cell.source().page(), box));
      if (!NOTHING.matcher(cell.text()).matches() && Figures.cell(cell.text()).isEmpty()) {
        unread.add(cell);
      }
    }
  }

  /** The same entries, with doubts where the figure is hardly legible. */
  List<DraftEntry> doubted(List<DraftEntry> drafts) {
    if (places.isEmpty()) {
      return drafts;
    }
    List<DraftEntry> result = new ArrayList<>();
    for (DraftEntry draft : drafts) {
      List<Reading> readings = new ArrayList<>();
      draft.readings().forEach(reading -> readings.add(doubted(reading)));
      for (Block.GridCell cell : unread) {
        if (stands(draft, cell)) {
          column(draft, cell, drafts).ifPresent(other -> readings.add(unread(cell, other)));
        }
      }
      result.add(draft.with(readings));
    }
    return result;
  }

  /** Whether the cell is of the row of an entry, and none of its figures. */
  private static boolean stands(DraftEntry draft, Block.GridCell cell) {
    Source at = cell.source();
    return draft.kind() == EntryKind.LINE
        && draft.readings().stream().anyMatch(r -> isOfTable(r) && isBeside(r.source(), at))
        && draft.readings().stream().noneMatch(r -> isOfTable(r) && isAt(r.source(), at));
  }

  /** A figure of the column that the cell stands in, best one of the same kind of row. */
  private static Optional<Reading> column(
      DraftEntry draft, Block.GridCell cell, List<DraftEntry> drafts) {
    return drafts.stream()
        .filter(other -> draft.table() != null && draft.table().equals(other.table()))
        .sorted(Comparator.comparing(o -> (o.subject() == null) != (draft.subject() == null)))
        .flatMap(other -> other.readings().stream())
        .filter(r -> isOfTable(r) && r.value() != null && isInLine(r.source(), cell.source()))
        .findFirst();
  }

  private static Reading unread(Block.GridCell cell, Reading other) {
    Source of = other.source();
    return new Reading(
        other.metric(),
        other.stage(),
        other.label(),
        other.labelPath(),
        null,
        other.unit(),
        cell.text(),
        other.printedUnit(),
        Basis.TABLE,
        null,
        DOUBT,
        cell.source().inTable(of.table(), cell.row(), cell.column()));
  }

  private static boolean isOfTable(Reading reading) {
    return reading.basis() == Basis.TABLE;
  }

  private static boolean isAt(Source a, Source b) {
    return isBeside(a, b) && isInLine(a, b);
  }

  /** On one page, at one height. */
  private static boolean isBeside(Source a, Source b) {
    return a.box() != null
        && b.box() != null
        && Objects.equals(a.page(), b.page())
        && Math.abs(a.box().y() - b.box().y()) < SAME
        && Math.abs(a.box().height() - b.box().height()) < SAME;
  }

  /** Between the same lines down the page, on whichever page of the table. */
  private static boolean isInLine(Source a, Source b) {
    return a.box() != null
        && b.box() != null
        && Math.abs(a.box().x() - b.box().x()) < SAME
        && Math.abs(a.box().width() - b.box().width()) < SAME;
  }

  private Reading doubted(Reading reading) {
    Source source = reading.source();
    Box box = source.box();
    boolean hardly =
        box != null
            && reading.basis() == Basis.TABLE
            && reading.value() != null
            && reading.doubt() == null
            && places.contains(new Place(source.page(), box));
    return hardly ? reading.doubted(DOUBT) : reading;
  }
}
