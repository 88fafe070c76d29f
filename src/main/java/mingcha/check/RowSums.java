package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** Each row's total column is the sum of the others: 本年支出合计 = 基本支出 + 项目支出 + 上缴 + 经营 + 补助. */
final class RowSums implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/columns",
          "合计列与各栏之和不符，需要说明",
          "A row's total is not the sum of its columns",
          "部门决算报表：合计栏等于各明细栏之和");

  private static final Pattern SUBTOTAL = Pattern.compile("小计|合计");
  private static final Pattern TOTAL = Pattern.compile("(?:本年)?(?:收入|支出)?(?:合计|小计)");
  private static final List<Form> FORMS =
      List.of(Form.INCOME, Form.EXPENDITURE, Form.GENERAL_EXPENDITURE, Form.STATE_CAPITAL);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Form form : FORMS) {
      for (Entry line : account.lines(form)) {
        List<Reading> table = Account.table(line);
        if (Account.isDoubtful(line)
            || table.size() < 2
            || !TOTAL.matcher(table.getFirst().label()).matches()) {
          outcomes.cannot("栏目没有读全");
        } else {
          check(line, table.getFirst(), table.subList(1, table.size()), outcomes);
        }
      }
    }
  }

  /** 人员经费 below 基本支出, where 基本支出 has its 小计 too. */
  private static boolean isOfSubtotal(Reading part, List<Reading> parts) {
    List<String> path = part.labelPath();
    return path.size() > 1
        && !SUBTOTAL.matcher(part.label()).matches()
        && parts.stream()
            .anyMatch(
                other ->
                    SUBTOTAL.matcher(other.label()).matches()
                        && other.labelPath().size() == path.size()
                        && other
                            .labelPath()
                            .subList(0, path.size() - 1)
                            .equals(path.subList(0, path.size() - 1)));
  }

  private static void check(Entry line, Reading total, List<Reading> parts, Outcomes outcomes) {
    // A subtotal within the columns (其中) would be counted twice.
    List<Reading> addends = new ArrayList<>();
    for (Reading part : parts) {
      if (part.labelPath().size() > 1
          && part.labelPath().stream().anyMatch(l -> l.contains("其中"))) {
        outcomes.cannot("栏目中有其中项");
        return;
      }
      if ("元".equals(part.unit()) && !isOfSubtotal(part, parts)) {
        addends.add(part);
      }
    }
    BigDecimal sum = addends.stream().map(Rounding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tolerance = Rounding.halfUnits(addends).add(Rounding.halfUnit(total));
    if (!Rounding.beyond(sum, Rounding.value(total), tolerance)) {
      outcomes.holds();
      return;
    }
    Reading computed =
        Figures.computed(
            total.metric(),
            total.stage(),
            total.label(),
            sum,
            "元",
            "Σ " + addends.size() + " columns",
            total.source());
    List<Reading> readings = new ArrayList<>(List.of(total, computed));
    readings.addAll(addends);
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            line,
            line.name(),
            total.label() + "为" + Figures.printed(total) + "，各栏之和为" + computed.raw(),
            readings));
  }
}
