package mingcha.interpret;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mingcha.interpret.FigureRow.Cell;
import mingcha.interpret.Item.ItemFigure;

/** “三公” figures whose labels, above their column or at the head of their row, say what they are. */
final class LabelledThreePublic {
  /** Fewer items than these could be a mistake. */
  private static final int LEAST = 3;

  private LabelledThreePublic() {}

  /** Empty where the labels are lost. */
  static Optional<List<ThreePublicFigure>> figures(TableRegion region) {
    return byColumn(region).or(() -> byRow(region));
  }

  /** The labels above each column of the one row of figures say what it holds. */
  private static Optional<List<ThreePublicFigure>> byColumn(TableRegion region) {
    FigureRow row = FigureRow.of(region);
    if (row == null || !row.isInGrid()) {
      return Optional.empty();
    }
    HeaderTree tree = row.header();
    boolean subtotalled = false;
    for (int column = 0; column < tree.width(); column++) {
      List<String> labels = tree.path(column);
      subtotalled |=
          labels.size() > 1
              && labels.getLast().equals("小计")
              && labels.get(labels.size() - 2).contains("三公");
    }
    Set<ThreePublicItem> known = EnumSet.noneOf(ThreePublicItem.class);
    for (int column = 0; column < tree.width(); column++) {
      ThreePublicItem.of(items(tree.path(column)), subtotalled).ifPresent(known::add);
    }
    if (known.size() < LEAST) {
      return Optional.empty();
    }
    List<ThreePublicFigure> stated = new ArrayList<>();
    for (Cell cell : row.cells()) {
      List<String> labels = tree.path(cell.column());
      Optional<ThreePublicItem> item = ThreePublicItem.of(items(labels), subtotalled);
      item.ifPresent(
          i -> stated.add(ThreePublicFigure.of(i, group(labels), printed(i, labels), cell, null)));
    }
    boolean twice =
        stated.stream().map(s -> List.of(s.item(), s.group())).distinct().count() < stated.size();
    // A row narrower than its header whose sums fail has lost its blank cells, not its arithmetic.
    boolean torn = row.lastColumn() < tree.width() - 1 && !ThreePublicFigure.allHold(stated);
    return twice || torn ? Optional.empty() : Optional.of(stated);
  }

  /** One item a row: 1.因公出国（境）费用 0.00 0.00. */
  private static Optional<List<ThreePublicFigure>> byRow(TableRegion region) {
    List<ThreePublicFigure> stated = new ArrayList<>();
    for (Item item : ItemLines.items(region)) {
      Optional<ThreePublicItem> named = ThreePublicItem.of(List.of(item.name()), false);
      if (named.isEmpty()) {
        continue;
      }
      for (ItemFigure figure : item.figures()) {
        stated.add(
            new ThreePublicFigure(
                named.get(),
                group(figure.labels()),
                printed(named.get(), List.of(item.name())),
                figure.raw(),
                figure.value(),
                figure.source(),
                null));
      }
    }
    long items = stated.stream().map(ThreePublicFigure::item).distinct().count();
    return items < LEAST ? Optional.empty() : Optional.of(stated);
  }

  private static List<String> group(List<String> labels) {
    return labels.stream().filter(ThreePublicFigure::isGroup).toList();
  }

  /** The innermost label that is no sum of what stands beside it. */
  private static String printed(ThreePublicItem item, List<String> labels) {
    return items(labels).reversed().stream()
        .filter(label -> !label.matches("小计|合计|总计"))
        .map(label -> label.replaceFirst("^其中[:：]?", ""))
        .findFirst()
        .orElse(item.label);
  }

  private static List<String> items(List<String> labels) {
    return labels.stream().filter(l -> !ThreePublicFigure.isGroup(l)).toList();
  }
}
