package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mingcha.disclosure.Form;
import mingcha.sample.Budget.Spending;
import mingcha.sample.Document.Grid;
import mingcha.sample.World.Code;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table by subject, which the ledger takes down as they are printed: 合计, and below it
 * 类, 款 and 项.
 */
record SubjectRows(World world, Style style, Ledger ledger) {
  private static final Code TOTAL = new Code("", "合计");

  /**
   * Without any subject the total's cells are blank.
   *
   * @param labels of the columns behind code and name
   * @param figures a subject's, a column each
   */
  List<List<String>> of(
      Form form,
      String number,
      List<String> labels,
      List<Spending> leaves,
      Function<Spending, List<Amount>> figures) {
    List<List<String>> rows = new ArrayList<>();
    Spending total = Budget.below(TOTAL, leaves);
    rows.add(row(form, number, null, total, labels, figures.apply(total), leaves.isEmpty()));
    for (Spending each : Budget.tree(world, leaves)) {
      String code = each.subject().code();
      rows.add(row(form, number, code, each, labels, figures.apply(each), false));
    }
    return rows;
  }

  private List<String> row(
      Form form,
      String number,
      @Nullable String code,
      Spending spending,
      List<String> labels,
      List<Amount> amounts,
      boolean blank) {
    String name = spending.subject().name();
    List<String> raws = amounts.stream().map(a -> blank ? "" : style.cell(a)).toList();
    ledger.line(form, number, code, name, labels, amounts, raws);
    List<String> row =
        new ArrayList<>(code == null ? List.of("合计", Grid.LEFT) : List.of(code, name));
    row.addAll(raws);
    return row;
  }
}
