package mingcha.sample;

import java.math.BigDecimal;
import mingcha.disclosure.Stage;
import mingcha.sample.Project.Vouchers;
import org.jspecify.annotations.Nullable;

/** What is said of a project in sentences, in its form or beside it. */
final class ProjectTale {
  private final int year;
  private final Project project;
  private final Telling narrative;
  private final Dice dice;

  ProjectTale(int year, Project project, Telling narrative, Dice dice) {
    this.year = year;
    this.project = project;
    this.narrative = narrative;
    this.dice = dice;
  }

  /** 实际完成情况 */
  String attained() {
    return switch (project.execution()) {
      case NOTHING -> "因条件变化，项目当年未实施。";
      case LOW -> "项目已启动，部分目标未完成，剩余工作结转下年。";
      case FULL, NEARLY, CUT_TO_SPENT, RAISED -> "年度目标基本完成，" + project.template().benefit() + "。";
    };
  }

  /** What was given, what was spent, and the rate as the writer sees it. */
  String execution() {
    BigDecimal rate = project.narrativeRate();
    String reason =
        project.tableRate().intValue() == 100 && rate.intValue() == 100
            ? "资金支付及时。"
            : ProjectMaker.reason(dice);
    String text =
        switch (project.execution()) {
          case RAISED ->
              "年初预算"
                  + told("budget_initial", Stage.INITIAL, project.initial())
                  + "，年中追加后全年预算"
                  + told("budget_adjusted", Stage.ADJUSTED, project.adjusted())
                  + "，实际支出"
                  + told("executed", Stage.FINAL, project.executed())
                  + "，预算执行率为"
                  + narrative.rate("execution_rate", rate)
                  + "。"
                  + reason;
          case NOTHING ->
              year
                  + "年预算下达"
                  + told("budget_initial", Stage.INITIAL, project.initial())
                  + "，实际执行"
                  + told("executed", Stage.FINAL, project.executed())
                  + "，预算执行率为"
                  + narrative.rate("execution_rate", rate)
                  + "。"
                  + reason;
          case FULL, NEARLY, LOW, CUT_TO_SPENT -> spent(rate, reason);
        };
    return text + vouchers();
  }

  private String spent(BigDecimal rate, String reason) {
    return switch ((int) dice.between(0, 3)) {
      case 0 ->
          year
              + "年预算下达"
              + told("budget_initial", Stage.INITIAL, project.initial())
              + "，实际执行"
              + told("executed", Stage.FINAL, project.executed())
              + "，预算执行率为"
              + narrative.rate("execution_rate", rate)
              + "。"
              + reason;
      case 1 ->
          "该项目年初预算"
              + told("budget_initial", Stage.INITIAL, project.initial())
              + "，截至年底支出"
              + narrative.yuan("executed", Stage.FINAL, project.executed())
              + "，执行率"
              + narrative.rate("execution_rate", rate)
              + "，"
              + reason;
      case 2 ->
          "年初安排预算资金"
              + told("budget_initial", Stage.INITIAL, project.initial())
              + "，全年支付"
              + told("executed", Stage.FINAL, project.executed())
              + "，预算执行率"
              + narrative.rate("execution_rate", rate)
              + "。"
              + reason;
      default ->
          "项目按计划组织实施。"
              + year
              + "年下达预算"
              + told("budget_initial", Stage.INITIAL, project.initial())
              + "，已支付"
              + told("executed", Stage.FINAL, project.executed())
              + "，资金执行率达到"
              + narrative.rate("execution_rate", rate)
              + "。"
              + reason;
    };
  }

  String told(String metric, @Nullable Stage stage, Amount amount) {
    return narrative.wan(metric, stage, amount, amount.brief()) + "万元";
  }

  private String vouchers() {
    Vouchers vouchers = project.vouchers();
    if (vouchers == null || vouchers.redeemed().isZero()) {
      return "";
    }
    return "活动期间累计发放消费券"
        + told("issued", null, vouchers.issued())
        + "，核销"
        + told("redeemed", null, vouchers.redeemed())
        + "，核销率"
        + narrative.rate("redemption_rate", vouchers.redemptionRate())
        + "，直接带动消费"
        + told("consumption_driven", null, vouchers.driven())
        + "，杠杆率"
        + narrative.number("leverage", vouchers.leverage(), "倍")
        + "倍。";
  }

  /** Where a report follows, the rate is said there. */
  String summaryRate() {
    if (project.vouchers() != null && project.execution() == Execution.CUT_TO_SPENT) {
      return "";
    }
    if (project.execution() == Execution.CUT_TO_SPENT) {
      return "，占年初预算"
          + told("budget_initial", Stage.INITIAL, project.initial())
          + "，预算执行率为"
          + narrative.rate("execution_rate", project.narrativeRate());
    }
    return "，完成预算的" + narrative.rate("execution_rate", project.narrativeRate());
  }
}
