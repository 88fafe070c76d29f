package mingcha.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Stage;
import mingcha.sample.Budget.Spending;
import mingcha.sample.Project.Vouchers;

/** What the narrative and the projects' forms say, as entries. */
final class ProseEntries {
  private static final String NARRATIVE = "第三部分 情况说明";
  private static final String ANNEX = "第五部分 附件";
  private static final List<String[]> GLOSSARY = World.rows("glossary.tsv");

  private final Budget budget;
  private final Budget before;
  private final boolean isDepartment;
  private final EntryTeller teller;

  /**
   * @param isDepartment an institution hands out no vouchers
   */
  ProseEntries(Budget budget, Budget before, boolean isDepartment, EntryTeller teller) {
    this.budget = budget;
    this.before = before;
    this.isDepartment = isDepartment;
    this.teller = teller;
  }

  void tell() {
    passage("第一部分 概况", teller.publisher());
    budget.publisher().bureau().duties().forEach(duty -> passage("第一部分 概况", duty));
    changed("收入总计", "revenue_total", budget.grandTotal(), before.grandTotal());
    changed("支出总计", "expenditure_total", budget.grandTotal(), before.grandTotal());
    changed("本年收入", "revenue", budget.income(), before.income());
    changed("本年支出", "expenditure", budget.expenditure(), before.expenditure());
    changed("财政拨款支出", "executed", budget.generalExpenditure(), before.generalExpenditure());
    changed("“三公”经费", "three_public", budget.threePublic().total(), before.threePublic().total());
    changed(
        "公务接待费", "reception", budget.threePublic().reception(), before.threePublic().reception());
    changed("机关运行经费", "operating_funds", budget.operations().funds(), before.operations().funds());
    changed(
        "政府采购支出",
        "procurement",
        budget.operations().procurement(),
        before.operations().procurement());
    budget.general().forEach(this::spent);
    for (String[] term : GLOSSARY) {
      passage("第四部分 名词解释", term[0] + "：" + term[1]);
    }
    budget.projects().stream()
        .filter(project -> isDepartment || project.vouchers() == null)
        .forEach(this::project);
  }

  private void passage(String part, String text) {
    teller.other(EntryKind.PASSAGE, text, text, List.of(part), Scope.OTHER, List.of());
  }

  private void changed(String name, String metric, Amount now, Amount then) {
    Amount change = now.minus(then);
    boolean less = change.hundreds() < 0;
    String text =
        teller.year()
            + "年度"
            + name
            + now.plain()
            + "万元，与上年相比"
            + (less ? "减少" : "增加")
            + change.abs().plain()
            + "万元，主要原因是"
            + (less ? "部分项目上年已完成，本年不再安排。" : "人员增加和工资调整。");
    List<Reading> readings =
        List.of(
            teller.said(metric, Stage.FINAL, name, now),
            teller.said(metric + "_change_amount", null, less ? "减少" : "增加", change));
    passage(NARRATIVE, text);
    teller.other(EntryKind.STATEMENT, name, text, List.of(NARRATIVE), Scope.DISCLOSURE, readings);
  }

  /** 完成年初预算的…% of each 项. */
  private void spent(Spending of) {
    if (of.initial().isZero()) {
      return;
    }
    BigDecimal rate = of.appropriatedTotal().percentOf(of.initial(), 2);
    String name = of.subject().name();
    String text =
        name
            + "年初预算为"
            + of.initial().plain()
            + "万元，支出决算为"
            + of.appropriatedTotal().plain()
            + "万元，完成年初预算的"
            + rate.toPlainString()
            + "%。";
    passage(NARRATIVE, text);
    List<Reading> readings =
        List.of(
            teller.said("budget_initial", Stage.INITIAL, "年初预算", of.initial()),
            teller.said("executed", Stage.FINAL, "支出决算", of.appropriatedTotal()),
            teller.figure("completion_rate", "完成年初预算", rate, "%", Basis.NARRATIVE));
    teller.other(EntryKind.STATEMENT, name, text, List.of(NARRATIVE), Scope.OTHER, readings);
  }

  private void project(Project of) {
    teller.form(EntryKind.PROJECT, of.name(), told(of), List.of(ANNEX), null, figures(of));
    for (Indicator indicator : of.indicators()) {
      teller.form(
          EntryKind.INDICATOR,
          indicator.name(),
          indicator.family() + "\n" + indicator.kind() + "\n" + indicator.reason(),
          List.of(ANNEX, of.name(), indicator.family(), indicator.kind()),
          null,
          List.of(
              teller.words(null, "年初指标值", indicator.signedTarget()),
              teller.words(null, "实际完成值", indicator.signedAttained()),
              teller.figure("score", "得分", indicator.score(), "分", Basis.TABLE)));
    }
    if (of.tableRate().compareTo(of.narrativeRate()) != 0) {
      teller.form(
          EntryKind.FINDING,
          of.name(),
          "同一项目的执行率，表格与文字说明不一致，需要说明",
          List.of(ANNEX),
          "rate-conflict/table-narrative",
          List.of(
              rate("执行率", of.tableRate(), Basis.TABLE),
              rate("预算执行率", of.narrativeRate(), Basis.NARRATIVE)));
    }
  }

  private static String told(Project of) {
    String text =
        of.template().goal()
            + "\n该项目年初预算"
            + of.initial().brief()
            + "万元，截至年底支出"
            + of.executed().brief()
            + "万元，执行率"
            + of.narrativeRate().toPlainString()
            + "%。\n"
            + of.template().benefit()
            + "，社会反映较好。";
    Vouchers vouchers = of.vouchers();
    String reason = of.indicators().getFirst().reason();
    return text
        + (vouchers == null ? "" : "活动期间累计发放消费券" + vouchers.issued().plain() + "万元。")
        + (reason.isEmpty() ? "" : "\n偏差原因：" + reason);
  }

  private List<Reading> figures(Project of) {
    List<Reading> figures = new ArrayList<>();
    figures.add(teller.cell("budget_initial", Stage.INITIAL, "年初预算数", of.initial()));
    figures.add(teller.cell("budget_adjusted", Stage.ADJUSTED, "全年预算数", of.adjusted()));
    figures.add(teller.cell("executed", Stage.FINAL, "全年执行数", of.executed()));
    figures.add(rate("执行率", of.tableRate(), Basis.TABLE));
    figures.add(rate("执行率", of.narrativeRate(), Basis.NARRATIVE));
    figures.add(teller.figure("score", "得分", of.score(), "分", Basis.TABLE));
    figures.add(teller.words("grade", "等级", of.grade()));
    Vouchers vouchers = of.vouchers();
    if (vouchers != null && !vouchers.redeemed().isZero()) {
      figures.add(teller.said("issued", null, "发放", vouchers.issued()));
      figures.add(teller.said("redeemed", null, "核销", vouchers.redeemed()));
      figures.add(
          teller.figure("redemption_rate", "核销率", vouchers.redemptionRate(), "%", Basis.NARRATIVE));
    }
    return figures;
  }

  private Reading rate(String label, BigDecimal value, Basis basis) {
    return teller.figure("execution_rate", label, value, "%", basis);
  }
}
