package mingcha.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Stage;
import mingcha.sample.Budget.Spending;
import mingcha.sample.Document.Heading;
import mingcha.sample.Document.Paragraph;
import mingcha.sample.Document.Part;
import mingcha.sample.Truth.Identity;
import mingcha.sample.World.Publisher;

/** A 部门预算: what the year's money was planned to be, before it was spent. */
record PlannedBudget(Document document, Truth truth) {
  private static final int PERMILLE = 1000;

  /**
   * Tells the initial amounts of a budget.
   *
   * @param before the year before, whose plan the narrative compares with
   */
  static PlannedBudget of(World world, Budget budget, Budget before, Style style) {
    Publisher publisher = budget.publisher();
    Budget plan = planned(budget);
    Ledger ledger = new Ledger();
    String title = publisher.name() + budget.year() + "年部门预算公开";
    List<Part> parts = new ArrayList<>();
    parts.add(new Paragraph(FinalAccount.NOTICE));
    parts.add(new Heading(0, publisher.name()));
    parts.add(new Heading(0, budget.year() + "年部门预算公开"));
    parts.add(new Heading(1, "第一部分 部门概况"));
    parts.add(new Heading(2, "一、主要职责"));
    publisher.bureau().duties().forEach(duty -> parts.add(new Paragraph(duty)));
    parts.add(new Heading(1, "第二部分 " + budget.year() + "年部门预算表"));
    parts.addAll(new PlannedTables(world, plan, style, ledger).all());
    parts.add(new Heading(1, "第三部分 " + budget.year() + "年部门预算情况说明"));
    narrative(plan, planned(before), style, ledger, parts);
    parts.add(new Paragraph(FinalAccount.NOTICE));
    Identity identity =
        new Identity(
            title,
            publisher.name(),
            publisher.place().path(),
            publisher.place().code(),
            budget.year(),
            "部门预算",
            "部门");
    return new PlannedBudget(
        new Document(title, parts), ledger.truth(FinalAccount.NOTICE, identity));
  }

  /** The same budget with its plan in place of what became of it. */
  static Budget planned(Budget budget) {
    List<Spending> spendings = budget.spendings().stream().map(PlannedBudget::planned).toList();
    Amount basic =
        Budget.sum(spendings.stream().filter(s -> !s.isFund()).toList(), Spending::basic);
    return new Budget(
        budget.publisher(),
        budget.year(),
        spendings,
        Amount.ZERO,
        Amount.ZERO,
        scaled(budget.economic(), basic),
        budget.threePublicBudget(),
        budget.threePublicBudget(),
        budget.operations(),
        budget.projects());
  }

  private static Spending planned(Spending spending) {
    Amount initial = spending.initial();
    long basicPermille =
        spending.total().isZero()
            ? 0
            : spending.basic().hundreds() * PERMILLE / spending.total().hundreds();
    Amount basic = initial.permille(basicPermille);
    return new Spending(
        spending.subject(),
        spending.role(),
        initial,
        basic,
        initial.minus(basic),
        Amount.ZERO,
        initial);
  }

  /**
   * The economic leaves, changed alike so that they add to another sum; the first takes the rest.
   */
  private static Map<String, Amount> scaled(Map<String, Amount> economic, Amount to) {
    Amount sum = Amount.sum(economic.values());
    Map<String, Amount> scaled = new LinkedHashMap<>();
    Amount left = to;
    for (Map.Entry<String, Amount> each : economic.entrySet()) {
      Amount part =
          sum.isZero()
              ? Amount.ZERO
              : new Amount(each.getValue().hundreds() * to.hundreds() / sum.hundreds());
      scaled.put(each.getKey(), part);
      left = left.minus(part);
    }
    Amount rest = left;
    scaled.entrySet().stream().findFirst().ifPresent(e -> e.setValue(e.getValue().plus(rest)));
    return scaled;
  }

  private static void narrative(
      Budget plan, Budget before, Style style, Ledger ledger, List<Part> parts) {
    Telling total = new Telling(style, Basis.NARRATIVE);
    String name = plan.publisher().name();
    say(
        parts,
        ledger,
        total,
        "一、收支预算总体情况说明",
        name
            + plan.year()
            + "年度收入预算总计"
            + total.money("revenue_total", Stage.INITIAL, plan.expenditure())
            + "，与上年相比"
            + total.change("revenue_total", plan.expenditure(), before.expenditure())
            + "；支出预算总计"
            + total.money("expenditure_total", Stage.INITIAL, plan.expenditure())
            + "，与上年相比"
            + total.change("expenditure_total", plan.expenditure(), before.expenditure())
            + "。");
    Telling spent = new Telling(style, Basis.NARRATIVE);
    say(
        parts,
        ledger,
        spent,
        "二、支出预算情况说明",
        "本年支出预算合计"
            + spent.money("expenditure", Stage.INITIAL, plan.expenditure())
            + "，其中：基本支出"
            + spent.money("basic_expenditure", Stage.INITIAL, plan.basic())
            + "，占"
            + spent.share(plan.basic(), plan.expenditure())
            + "；项目支出"
            + spent.money("project_expenditure", Stage.INITIAL, plan.project())
            + "，占"
            + spent.share(plan.project(), plan.expenditure())
            + "。");
    Telling basic = new Telling(style, Basis.NARRATIVE);
    say(
        parts,
        ledger,
        basic,
        "三、一般公共预算基本支出预算情况说明",
        "一般公共预算基本支出"
            + style.said(plan.personnel().plus(plan.publicFunds()))
            + "万元，其中：人员经费"
            + basic.money("personnel", Stage.INITIAL, plan.personnel())
            + "，公用经费"
            + basic.money("public_funds", Stage.INITIAL, plan.publicFunds())
            + "。");
    Telling three = new Telling(style, Basis.NARRATIVE);
    say(
        parts,
        ledger,
        three,
        "四、一般公共预算“三公”经费支出预算情况说明",
        "“三公”经费支出预算为"
            + three.money("three_public", Stage.INITIAL, plan.threePublic().total())
            + "，其中：因公出国（境）费"
            + three.money("overseas_travel", Stage.INITIAL, plan.threePublic().overseas())
            + "，公务用车购置及运行费"
            + three.money("vehicle", Stage.INITIAL, plan.threePublic().vehicles())
            + "，公务接待费"
            + three.money("reception", Stage.INITIAL, plan.threePublic().reception())
            + "。与上年相比"
            + three.change("three_public", plan.threePublic().total(), before.threePublic().total())
            + "。");
  }

  private static void say(
      List<Part> parts, Ledger ledger, Telling telling, String heading, String text) {
    parts.add(new Heading(2, heading));
    parts.add(new Paragraph(text));
    ledger.statement(heading, telling);
  }
}
