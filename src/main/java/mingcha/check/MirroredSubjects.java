package mingcha.check;

import java.util.List;
import java.util.Map;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/**
 * What the general public budget pays for a subject is part of all expenditure on it: a subject of
 * 一般公共预算财政拨款支出决算表 cannot exceed, nor lack, its row in 支出决算表.
 */
final class MirroredSubjects implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/subjects",
          "一般公共预算财政拨款支出超过同一科目的全部支出，需要说明",
          "A subject's expenditure from the general budget exceeds all expenditure on it",
          "部门决算报表表间勾稽关系");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (List<String> labels :
        List.of(List.of("本年支出合计", "小计", "合计"), List.of("基本支出"), List.of("项目支出"))) {
      Map<String, Account.Stated> all = column(account, Form.EXPENDITURE, labels);
      Map<String, Account.Stated> general = column(account, Form.GENERAL_EXPENDITURE, labels);
      if (all.isEmpty() || general.isEmpty()) {
        outcomes.cannot("两张表没有都读到");
        continue;
      }
      general.forEach((code, part) -> check(part, all.get(code), outcomes));
    }
  }

  private static Map<String, Account.Stated> column(
      Account account, Form form, List<String> labels) {
    for (String label : labels) {
      Map<String, Account.Stated> column = account.stated().column(form, label);
      if (!column.isEmpty()) {
        return column;
      }
    }
    return Map.of();
  }

  private static void check(
      Account.Stated part,
      Account.@org.jspecify.annotations.Nullable Stated whole,
      Outcomes outcomes) {
    if (whole == null) {
      outcomes.cannot("支出决算表没有这一科目的这一栏");
      return;
    }
    Reading general = part.reading();
    Reading all = whole.reading();
    boolean more = Rounding.value(general).compareTo(Rounding.value(all)) > 0;
    if (!more || !Rounding.differ(general, all)) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            part.entry(),
            part.entry().name(),
            general.label()
                + "：一般公共预算为"
                + Figures.printed(general)
                + "，全部支出为"
                + Figures.printed(all),
            List.of(general, all)));
  }
}
