package mingcha.check;

import java.util.List;
import java.util.Map;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Stage;

/** Vehicles, receptions and journeys in the tables and in the narrative. */
final class CountsToldTwice implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "count-conflict/table-narrative",
          "同一数量，表格与文字说明不一致，需要说明",
          "A count differs between the tables and the narrative",
          "财预〔2016〕143号：公开的决算表与文字说明应当一致");

  private static final Map<String, String> METRICS =
      Map.of(
          "vehicle_purchase_count", "公务用车购置数",
          "reception_batches", "公务接待批次",
          "reception_visitors", "公务接待人次",
          "overseas_groups", "因公出国（境）团组数",
          "overseas_visitors", "因公出国（境）人次");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    METRICS.forEach(
        (metric, name) -> {
          List<Account.Stated> table =
              account.stated().ofTheWhole(metric, Stage.FINAL, Basis.TABLE);
          List<Account.Stated> said =
              account.stated().ofTheWhole(metric, Stage.FINAL, Basis.NARRATIVE);
          if (table.isEmpty() || said.isEmpty()) {
            outcomes.cannot("表格与文字没有都写" + name);
            return;
          }
          for (Account.Stated each : said) {
            boolean agrees =
                table.stream()
                    .anyMatch(
                        t ->
                            Rounding.value(t.reading()).compareTo(Rounding.value(each.reading()))
                                == 0);
            if (agrees) {
              outcomes.holds();
            } else {
              Cases.same(table.getFirst(), "表格" + name, each, "文字", outcomes);
            }
          }
        });
  }
}
