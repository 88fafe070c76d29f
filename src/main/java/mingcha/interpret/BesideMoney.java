package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * The money of a form that has no table for it: labels with the figure beside them, as Shanghai
 * publishes 项目绩效自评结果信息: 当年预算数（元）, 上年预算数（元）, 预算执行数（元）, 预算执行率（%）, 绩效等级.
 */
final class BesideMoney {
  /** What the rate is of, so what the year's budget came to. */
  private static final Pattern OWN = Pattern.compile("(?:当年|本年|本年度|项目)?预算(?:数|金额|总额|资金)?");

  private static final Pattern PRIOR = Pattern.compile("(?:上年|去年|上年度).*");
  private static final Pattern SCORE = Pattern.compile("(?:自评|评价|绩效|综合)*(?:总)?(?:得分|评分|分数)");
  private static final Pattern GRADE = Pattern.compile("(?:自评|评价|绩效)*(?:等级|等次|结论)");
  private static final String UNIT_ASSUMED = "no unit is printed; read as 万元";

  private final List<Reading> readings = new ArrayList<>();
  private final @Nullable String unit;
  private final @Nullable String title;

  private BesideMoney(@Nullable String unit, @Nullable String title) {
    this.unit = unit;
    this.title = title;
  }

  /**
   * Empty where what was spent stands beside no label.
   *
   * @param rows of the form
   * @param unit printed above the form, or null
   */
  static List<Reading> read(List<ProjectRow> rows, @Nullable String unit, @Nullable String title) {
    BesideMoney money = new BesideMoney(unit, title);
    for (ProjectRow row : rows) {
      List<ProjectRow.Cell> cells = row.filled();
      if (cells.stream().anyMatch(cell -> cell.label().equals("三级指标"))) {
        break;
      }
      for (int c = 0; c + 1 < cells.size(); c++) {
        money.pair(cells.get(c), cells.get(c + 1));
      }
    }
    boolean spent = money.readings.stream().anyMatch(r -> "executed".equals(r.metric()));
    return spent ? money.readings : List.of();
  }

  private void pair(ProjectRow.Cell named, ProjectRow.Cell cell) {
    String label = ProjectWords.withoutBrackets(named.label());
    Optional<BigDecimal> number = ProjectWords.number(cell.text());
    Optional<String> grade = ProjectWords.grade(cell.text());
    if (GRADE.matcher(label).matches() && grade.isPresent()) {
      add("grade", null, named, cell, null, null, grade.get(), null);
    } else if (number.isPresent() && SCORE.matcher(label).matches()) {
      add("score", null, named, cell, number.get(), "分", cell.text(), null);
    } else if (number.isPresent() && PRIOR.matcher(label).matches()) {
      money(null, Stage.PRIOR, named, cell, number.get());
    } else if (number.isPresent() && OWN.matcher(label).matches()) {
      money("budget_adjusted", Stage.ADJUSTED, named, cell, number.get());
    } else if (number.isPresent() && ProjectWords.number(named.text()).isEmpty()) {
      ProjectSlot.of(named.text()).ifPresent(slot -> slot(slot, named, cell, number.get()));
    }
  }

  private void slot(
      ProjectSlot slot, ProjectRow.Cell named, ProjectRow.Cell cell, BigDecimal number) {
    if (slot.isMoney()) {
      money(slot.metric(), slot.stage(), named, cell, number);
    } else if (slot == ProjectSlot.RATE) {
      add("execution_rate", null, named, cell, number, "%", cell.text(), "%");
    }
  }

  private void money(
      @Nullable String metric,
      @Nullable Stage stage,
      ProjectRow.Cell named,
      ProjectRow.Cell cell,
      BigDecimal number) {
    String own = ProjectWords.unit(named.text());
    String printed = own == null ? unit : own;
    BigDecimal yuan = Units.toYuan(number, printed == null ? "万元" : printed);
    add(metric, stage, named, cell, yuan, "元", cell.text(), printed);
  }

  private void add(
      @Nullable String metric,
      @Nullable Stage stage,
      ProjectRow.Cell named,
      ProjectRow.Cell cell,
      @Nullable BigDecimal value,
      @Nullable String held,
      String raw,
      @Nullable String printed) {
    boolean assumed = "元".equals(held) && printed == null;
    readings.add(
        new Reading(
            metric,
            stage,
            named.label(),
            List.of(named.label()),
            value,
            held,
            raw,
            printed,
            Basis.TABLE,
            null,
            assumed ? UNIT_ASSUMED : null,
            cell.source().inTable(title, cell.source().row(), cell.source().column())));
  }
}
