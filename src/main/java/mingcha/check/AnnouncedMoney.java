package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/**
 * The money of the self-evaluated projects that the narrative announces, against that of the forms.
 * It may be the initial or the adjusted budgets, or what was spent: any of these will do.
 */
final class AnnouncedMoney implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "amount-conflict/announced",
          "所写自评项目的资金与公开的自评表合计不一致，需要说明",
          "The announced money of the self-evaluated projects is not that of the forms",
          "财预〔2020〕10号：绩效自评结果随部门决算公开");

  private static final Pattern MONEY = Pattern.compile(".*(?:资金|金额)");
  private static final Pattern PROJECTS = Pattern.compile(".*项目");
  private static final List<String> MEASURES =
      List.of("budget_initial", "budget_adjusted", "executed");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Entry> forms =
        account.projects().stream()
            .filter(p -> Account.stated(p, "executed", Basis.TABLE).size() == 1)
            .toList();
    for (Entry said : account.statements()) {
      if (Compact.of(said.text()).contains("绩效自评")) {
        Optional<Reading> money =
            Account.sure(said)
                .filter(r -> "元".equals(r.unit()) && MONEY.matcher(r.label()).matches())
                .findFirst();
        Optional<Reading> count =
            Account.sure(said)
                .filter(r -> "个".equals(r.unit()) && PROJECTS.matcher(r.label()).matches())
                .findFirst();
        if (money.isPresent() && count.isPresent()) {
          check(said, money.get(), count.get(), forms, outcomes);
          return;
        }
      }
    }
    outcomes.cannot("没有写自评项目的资金");
  }

  private static void check(
      Entry said, Reading money, Reading count, List<Entry> forms, Outcomes outcomes) {
    if (Rounding.value(count).intValue() != forms.size() || forms.isEmpty()) {
      outcomes.cannot("公开的自评表不是全部");
      return;
    }
    List<Reading> nearest = new ArrayList<>();
    for (String measure : MEASURES) {
      List<Reading> amounts =
          forms.stream()
              .flatMap(p -> Account.stated(p, measure, Basis.TABLE).stream().limit(1))
              .toList();
      if (amounts.size() != forms.size()) {
        outcomes.cannot("自评表的金额没有读全");
        return;
      }
      BigDecimal sum = Cases.add(amounts);
      BigDecimal tolerance = Rounding.halfUnits(amounts).add(Rounding.halfUnit(money));
      if (!Rounding.beyond(sum, Rounding.value(money), tolerance)) {
        outcomes.holds();
        return;
      }
      nearest.add(
          Figures.computed(
              measure,
              amounts.getFirst().stage(),
              amounts.getFirst().label() + "合计",
              sum,
              "元",
              "Σ " + measure + ", " + forms.size() + " forms",
              amounts.getFirst().source()));
    }
    List<Reading> readings = new ArrayList<>(List.of(money));
    readings.addAll(nearest);
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            said,
            said.name(),
            money.label()
                + "写为"
                + Figures.printed(money)
                + "，"
                + forms.size()
                + "份自评表的年初预算、全年预算和执行数合计分别为"
                + nearest.get(0).raw()
                + "、"
                + nearest.get(1).raw()
                + "、"
                + nearest.get(2).raw(),
            readings));
  }
}
