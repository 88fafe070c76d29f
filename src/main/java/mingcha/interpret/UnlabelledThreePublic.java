package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.interpret.FigureRow.Cell;

/**
 * “三公” figures whose labels are lost: the form's order, and the sums among them, say what they are.
 */
final class UnlabelledThreePublic {
  private static final List<ThreePublicItem> PRESCRIBED = List.of(ThreePublicItem.values());
  private static final int ITEMS = PRESCRIBED.size();

  /** Fewer figures than these could be anything. */
  private static final int LEAST = 3;

  private static final String LOST = "blank cells were lost: the column is not certain";

  private UnlabelledThreePublic() {}

  /** The form prescribes the order of the items, and the sums show that it was kept. */
  static List<ThreePublicFigure> figures(TableRegion region) {
    FigureRow row = FigureRow.of(region);
    if (row == null) {
      return List.of();
    }
    boolean placed = row.isInGrid() && row.width() % ITEMS == 0;
    int width = placed ? row.width() : row.cells().size();
    if (width != ITEMS && width != 2 * ITEMS) {
      return bySums(region, row.cells());
    }
    String text = region.body().stream().map(Line::compact).collect(Collectors.joining());
    List<ThreePublicFigure> stated = new ArrayList<>();
    for (Cell cell : placed ? row.cells() : row.inOrder()) {
      List<String> group =
          width == ITEMS ? List.of() : List.of(cell.column() < ITEMS ? "预算数" : "决算数");
      ThreePublicItem item = PRESCRIBED.get(cell.column() % ITEMS);
      stated.add(ThreePublicFigure.of(item, group, item.wordedIn(text), cell, null));
    }
    boolean narrow = placed && row.lastColumn() < width - 1;
    List<ThreePublicFigure> decided =
        narrow && !ThreePublicFigure.allHold(stated) ? bySums(region, row.cells()) : List.of();
    return decided.isEmpty() ? stated : decided;
  }

  /** Fewer figures than items: the sums among them show which items these are. */
  private static List<ThreePublicFigure> bySums(TableRegion region, List<Cell> cells) {
    String text = region.body().stream().map(Line::compact).collect(Collectors.joining());
    boolean pairs = text.split("预算数", -1).length > 2 && text.split("决算数", -1).length > 2;
    int rows = pairs ? 2 : 1;
    if (cells.size() < LEAST * rows || cells.size() % rows != 0 || cells.size() > ITEMS * rows) {
      return List.of();
    }
    List<List<BigDecimal>> figures = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<BigDecimal> own = new ArrayList<>();
      for (int i = row; i < cells.size(); i += rows) {
        own.add(cells.get(i).value());
      }
      figures.add(own);
    }
    List<List<ThreePublicItem>> choices = ThreePublicSums.choices(figures);
    List<ThreePublicFigure> stated = new ArrayList<>();
    for (int i = 0; i < cells.size() && !choices.isEmpty(); i++) {
      int at = i / rows;
      ThreePublicItem item = choices.getFirst().get(at);
      boolean certain = choices.stream().allMatch(choice -> choice.get(at) == item);
      stated.add(
          ThreePublicFigure.of(
              item,
              !pairs ? List.of() : List.of(i % rows == 0 ? "预算数" : "决算数"),
              item.wordedIn(text),
              cells.get(i),
              certain ? null : LOST));
    }
    return stated;
  }
}
