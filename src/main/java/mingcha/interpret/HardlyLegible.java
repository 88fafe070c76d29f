package mingcha.interpret;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Box;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.extract.Block;
import mingcha.extract.Page;
import org.jspecify.annotations.Nullable;

/**
 * The cells of scanned tables that recognition could not agree on with itself: 1,374.63 or
 * 1,874.63. Their figures are kept, since most are right, and each with a doubt.
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

  private final Set<Place> places = new HashSet<>();

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
    }
  }

  /** The same entries, with doubts where the figure is hardly legible. */
  List<DraftEntry> doubted(List<DraftEntry> drafts) {
    if (places.isEmpty()) {
      return drafts;
    }
    List<DraftEntry> result = new ArrayList<>();
    for (DraftEntry draft : drafts) {
      result.add(draft.with(draft.readings().stream().map(this::doubted).toList()));
    }
    return result;
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
