package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Table;

/**
 * A table of the report itself, with a row 合计: 土建工程 3,200.00, 机械车库 1,400.00, 合计 5,600.00. That the
 * row is the sum of the others is seen from another column that does add up, or from the figure
 * that one slip would make right.
 */
final class TableTotals implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/table-total",
          "表中合计与所列各行之和不符，需要说明",
          "The total row of a table is not the sum of its rows",
          "表内合计等于各行之和");

  private static final Pattern TOTAL =
      Pattern.compile("(?:合计|总计|共计|总分|合计得分|小计)(?:[（(].{1,6}[）)])?");
  private static final Pattern NO_ADDEND =
      Pattern.compile("序号|行次|编[号码]|代码|年度|[率均比价]|标准|成本|目标|人均|单位");

  /** Of the rows 权重 and 得分 {@link ScoreMatrix} tells. */
  private static final Pattern SCORES = Pattern.compile("得分|权重|分值");

  private static final int LEAST = 2;
  private static final int LEAST_DIGITS = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    if (account.isHardlyLegible()) {
      outcomes.cannot("表格从图片识别，可能有误");
      return;
    }
    for (Table table : account.layout().plain()) {
      for (NumberGrid grid : account.layout().grids(table)) {
        check(account, table, grid, outcomes);
      }
    }
  }

  private static void check(Account account, Table table, NumberGrid grid, Outcomes outcomes) {
    List<NumberGrid.Line> totals =
        grid.lines().stream().filter(l -> TOTAL.matcher(l.name()).matches()).toList();
    List<NumberGrid.Line> parts =
        grid.lines().stream().filter(l -> !TOTAL.matcher(l.name()).matches()).toList();
    boolean nested =
        parts.stream().anyMatch(l -> l.name().contains("其中") || l.name().contains("计"));
    if (totals.size() != 1 || parts.size() < LEAST || nested) {
      outcomes.cannot("表中没有一行合计，或各行有上下级");
      return;
    }
    List<Sum> sums = sums(grid, totals.getFirst(), parts);
    long holding = sums.stream().filter(Sum::holds).count();
    for (Sum sum : sums) {
      if (sum.holds()) {
        outcomes.holds();
      } else if (sum.whole() && sums.size() - holding == 1 && (holding > 0 || sum.isSlip())) {
        tell(account, table, sum, outcomes);
      } else {
        outcomes.cannot("各行可能有上下级");
      }
    }
  }

  /**
   * A total and the figures above it.
   *
   * @param whole whether every row has one
   */
  private record Sum(Reading total, List<Reading> parts, boolean whole) {
    boolean holds() {
      List<Reading> all = new ArrayList<>(parts);
      all.add(total);
      return !Rounding.beyond(Cases.add(parts), Rounding.value(total), Rounding.halfUnits(all));
    }

    /** Whether the total, or one of the others, is but one slip away from what would add up. */
    boolean isSlip() {
      BigDecimal more = Rounding.value(total).subtract(Cases.add(parts));
      return isSlip(total, more.negate()) || parts.stream().anyMatch(p -> isSlip(p, more));
    }

    private static boolean isSlip(Reading figure, BigDecimal more) {
      BigDecimal meant = Rounding.value(figure).add(more);
      String digits = figure.raw().replace(",", "");
      return meant.signum() > 0
          && digits.length() >= LEAST_DIGITS
          && Slip.between(digits, meant.toPlainString());
    }
  }

  private static List<Sum> sums(
      NumberGrid grid, NumberGrid.Line total, List<NumberGrid.Line> parts) {
    List<Sum> sums = new ArrayList<>();
    for (int c = 0; c < grid.columns(); c++) {
      Reading whole = total.at(c);
      List<Reading> column = new ArrayList<>();
      for (NumberGrid.Line line : parts) {
        Reading part = line.at(c);
        if (part != null) {
          column.add(part);
        }
      }
      if (whole != null
          && column.size() >= LEAST
          && whole.unit() == null
          && column.stream().allMatch(p -> p.unit() == null)
          && !(grid.turned() && SCORES.matcher(grid.headers().get(c)).find())
          && !NO_ADDEND.matcher(grid.headers().get(c)).find()) {
        sums.add(new Sum(whole, column, column.size() == parts.size()));
      }
    }
    return sums;
  }

  private static void tell(Account account, Table table, Sum sum, Outcomes outcomes) {
    List<Reading> readings = new ArrayList<>(List.of(sum.total()));
    readings.addAll(sum.parts());
    String label = sum.total().label();
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(new Paragraph(label, table.path(), sum.total().source())),
            label.isEmpty() ? "合计" : label,
            "合计写为"
                + sum.total().raw()
                + "，所列"
                + sum.parts().size()
                + "行之和为"
                + Cases.add(sum.parts()).toPlainString(),
            readings));
  }
}
