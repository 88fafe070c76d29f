package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** 类 = Σ款, 款 = Σ项, 合计 = Σ类, in every column of the tables of subjects and of economic classes. */
final class SubjectSums implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/subjects",
          "上级科目与所属下级科目之和不符，需要说明",
          "A subject is not the sum of the subjects below it",
          "政府收支分类科目：类、款、项逐级汇总");

  private static final List<Form> FORMS =
      List.of(
          Form.INCOME,
          Form.EXPENDITURE,
          Form.GENERAL_EXPENDITURE,
          Form.BASIC_EXPENDITURE,
          Form.GOVERNMENT_FUND,
          Form.STATE_CAPITAL);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Form form : FORMS) {
      for (String label : labels(account, form)) {
        column(account.column(form, label), label, form, outcomes);
      }
    }
  }

  private static Set<String> labels(Account account, Form form) {
    Set<String> labels = new LinkedHashSet<>();
    for (Entry line : account.lines(form)) {
      Account.sure(line)
          .filter(r -> r.basis() == Basis.TABLE && "元".equals(r.unit()))
          .forEach(r -> labels.add(r.label()));
    }
    return labels;
  }

  private static void column(
      Map<String, Account.Stated> column, String label, Form form, Outcomes outcomes) {
    for (Map.Entry<String, Account.Stated> parent : column.entrySet()) {
      String code = parent.getKey();
      if (code.isEmpty() && form == Form.BASIC_EXPENDITURE) {
        continue;
      }
      List<Reading> children = children(column, code);
      if (!children.isEmpty()) {
        check(parent.getValue(), children, label, outcomes);
      }
    }
  }

  /** The rows right below: of 合计 the 3 digits, of 201 the 201xx. */
  private static List<Reading> children(Map<String, Account.Stated> column, String code) {
    int digits = code.isEmpty() ? 3 : code.length() + 2;
    Map<String, Reading> found = new LinkedHashMap<>();
    column.forEach(
        (below, stated) -> {
          if (below.length() == digits && below.startsWith(code)) {
            found.put(below, stated.reading());
          }
        });
    return new ArrayList<>(found.values());
  }

  private static void check(
      Account.Stated parent, List<Reading> children, String label, Outcomes outcomes) {
    BigDecimal sum =
        children.stream().map(Rounding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    Reading total = parent.reading();
    BigDecimal tolerance = Rounding.halfUnits(children).add(Rounding.halfUnit(total));
    if (!Rounding.beyond(sum, Rounding.value(total), tolerance)) {
      outcomes.holds();
      return;
    }
    Reading computed =
        Figures.computed(
            total.metric(),
            total.stage(),
            label,
            sum,
            "元",
            "Σ " + children.size() + " rows below",
            total.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            parent.entry(),
            parent.entry().name(),
            label
                + "为"
                + Figures.printed(total)
                + "，下级"
                + children.size()
                + "项之和为"
                + computed.raw(),
            List.of(total, computed)));
  }
}
