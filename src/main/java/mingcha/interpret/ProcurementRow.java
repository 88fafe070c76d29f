package mingcha.interpret;

import java.util.List;
import mingcha.disclosure.Source;
import mingcha.interpret.Item.ItemFigure;

/**
 * A row of 政府采购预算表, as read from any layout.
 *
 * @param name of what is bought, or of what the row sums up: a project, 货物, 合计
 * @param text the row and what stands above it: 货物A, the project, the economic class
 */
record ProcurementRow(
    String name, boolean total, String text, List<ItemFigure> figures, Source source) {
  ProcurementRow {
    figures = List.copyOf(figures);
  }
}
