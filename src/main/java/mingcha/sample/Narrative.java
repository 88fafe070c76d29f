package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Stage;
import mingcha.sample.Budget.Operations;
import mingcha.sample.Budget.Spending;
import mingcha.sample.Budget.ThreePublic;
import mingcha.sample.Document.Heading;
import mingcha.sample.Document.Paragraph;
import mingcha.sample.Document.Part;

/** 第三部分 情况说明: the budget told in sentences, beside last year's. */
final class Narrative {

  private final World world;
  private final Budget budget;
  private final Budget before;
  private final Style style;
  private final Ledger ledger;
  private final Dice dice;
  private final List<Part> parts = new ArrayList<>();

  private Narrative(
      World world, Budget budget, Budget before, Style style, Ledger ledger, Dice dice) {
    this.world = world;
    this.budget = budget;
    this.before = before;
    this.style = style;
    this.ledger = ledger;
    this.dice = dice;
  }

  static List<Part> parts(
      World world, Budget budget, Budget before, Style style, Ledger ledger, Dice dice) {
    Narrative narrative = new Narrative(world, budget, before, style, ledger, dice);
    narrative.totals();
    narrative.appropriation();
    narrative.general();
    narrative.basic();
    narrative.fund();
    narrative.threePublic();
    narrative.operations();
    return narrative.parts;
  }

  private Telling telling() {
    return new Telling(style, Basis.NARRATIVE);
  }

  private void say(String heading, int level, Telling telling, String text) {
    parts.add(new Heading(level, heading));
    parts.add(new Paragraph(text));
    if (!telling.figures().isEmpty()) {
      ledger.statement(heading, telling);
    }
  }

  private String why(Amount now, Amount then) {
    int sign = now.compareTo(then);
    return sign == 0 ? "。" : "。主要原因是" + Completions.reason(dice, sign > 0) + "。";
  }

  private static String whyThreePublic(Amount now, Amount then) {
    int sign = now.compareTo(then);
    return sign == 0 ? "。" : "。主要原因是" + (sign > 0 ? "公务活动增加" : "从严控制一般性支出") + "。";
  }

  private String year() {
    return budget.year() + "年度";
  }

  private void totals() {
    Telling total = telling();
    Amount now = budget.grandTotal();
    say(
        "一、收入支出决算总体情况说明",
        2,
        total,
        year()
            + "收入总计"
            + total.money("revenue_total", Stage.FINAL, now)
            + "，支出总计"
            + total.money("expenditure_total", Stage.FINAL, now)
            + "。与上年相比，收入总计"
            + total.change("revenue_total", now, before.grandTotal())
            + "，支出总计"
            + total.change("expenditure_total", now, before.grandTotal())
            + why(now, before.grandTotal()));
    Telling income = telling();
    say(
        "二、收入决算情况说明",
        2,
        income,
        year()
            + "收入合计"
            + income.money("revenue", Stage.FINAL, budget.income())
            + "，其中：财政拨款收入"
            + income.money("fiscal_appropriation", Stage.FINAL, budget.appropriation())
            + "，占"
            + income.share(budget.appropriation(), budget.income())
            + "；其他收入"
            + style.said(budget.otherIncome())
            + "万元，占"
            + income.share(budget.otherIncome(), budget.income())
            + "。");
    Telling spent = telling();
    say(
        "三、支出决算情况说明",
        2,
        spent,
        year()
            + "支出合计"
            + spent.money("expenditure", Stage.FINAL, budget.expenditure())
            + "，其中：基本支出"
            + spent.money("basic_expenditure", Stage.FINAL, budget.basic())
            + "，占"
            + spent.share(budget.basic(), budget.expenditure())
            + "；项目支出"
            + spent.money("project_expenditure", Stage.FINAL, budget.project())
            + "，占"
            + spent.share(budget.project(), budget.expenditure())
            + "。");
  }

  private void appropriation() {
    Telling telling = telling();
    Amount now = budget.appropriationGrandTotal();
    Amount then = before.appropriationGrandTotal();
    say(
        "四、财政拨款收入支出决算总体情况说明",
        2,
        telling,
        year()
            + "财政拨款收、支总计均为"
            + style.said(now)
            + "万元。与上年相比，财政拨款收、支总计"
            + (now.equals(then) ? "持平" : telling().change("fiscal_appropriation", now, then))
            + why(now, then));
  }

  private void general() {
    parts.add(new Heading(2, "五、一般公共预算财政拨款支出决算情况说明"));
    Telling telling = telling();
    Amount now = budget.generalExpenditure();
    say(
        "（一）一般公共预算财政拨款支出决算总体情况",
        3,
        telling,
        year()
            + "一般公共预算财政拨款支出"
            + style.said(now)
            + "万元，占本年支出合计的"
            + telling.share(now, budget.expenditure())
            + "。与上年相比，一般公共预算财政拨款支出"
            + telling().change("expenditure", now, before.generalExpenditure())
            + why(now, before.generalExpenditure()));
    StringBuilder structure = new StringBuilder();
    structure.append(year()).append("一般公共预算财政拨款支出").append(style.said(now)).append("万元，主要用于以下方面：");
    List<String> shares = new ArrayList<>();
    for (Spending each : classes()) {
      shares.add(
          each.subject().name()
              + "（类）"
              + style.said(each.appropriatedTotal())
              + "万元，占"
              + telling.share(each.appropriatedTotal(), now));
    }
    structure.append(String.join("；", shares)).append("。");
    say("（二）一般公共预算财政拨款支出决算结构情况", 3, telling(), structure.toString());
    parts.add(new Heading(3, "（三）一般公共预算财政拨款支出决算具体情况"));
    Completions completions = new Completions(world, style, ledger, dice);
    parts.add(
        new Paragraph(
            completions.sentence(year() + "一般公共预算财政拨款支出", "", budget.generalInitial(), now)
                + "。其中："));
    int number = 1;
    for (Spending each : style.byItem() ? budget.general() : classes()) {
      parts.add(new Paragraph(number++ + "." + completions.of(each)));
    }
  }

  private List<Spending> classes() {
    return Budget.tree(world, budget.general()).stream()
        .filter(s -> s.subject().code().length() == 3)
        .toList();
  }

  private void basic() {
    Telling telling = telling();
    Amount all = budget.personnel().plus(budget.publicFunds());
    say(
        "六、一般公共预算财政拨款基本支出决算情况说明",
        2,
        telling,
        year()
            + "一般公共预算财政拨款基本支出"
            + style.said(all)
            + "万元，其中：人员经费"
            + telling.money("personnel", Stage.FINAL, budget.personnel())
            + "，主要包括基本工资、津贴补贴、奖金、社会保障缴费和住房公积金等；公用经费"
            + telling.money("public_funds", Stage.FINAL, budget.publicFunds())
            + "，主要包括办公费、差旅费、邮电费、工会经费和其他交通费用等。");
  }

  private void fund() {
    Amount fund = Budget.sum(budget.fund(), Spending::total);
    say(
        "七、政府性基金预算财政拨款收支决算情况说明",
        2,
        telling(),
        fund.isZero()
            ? "本部门" + year() + "没有政府性基金预算财政拨款收支。"
            : year()
                + "政府性基金预算财政拨款收入"
                + style.said(fund)
                + "万元，支出"
                + style.said(fund)
                + "万元，全部为项目支出。");
    say("八、国有资本经营预算财政拨款支出决算情况说明", 2, telling(), "本部门" + year() + "没有国有资本经营预算财政拨款支出。");
  }

  private void threePublic() {
    parts.add(new Heading(2, "九、财政拨款“三公”经费支出决算情况说明"));
    Telling telling = telling();
    ThreePublic planned = budget.threePublicBudget();
    ThreePublic spent = budget.threePublic();
    say(
        "（一）“三公”经费财政拨款支出决算总体情况说明",
        3,
        telling,
        year()
            + "“三公”经费财政拨款支出全年预算"
            + style.said(planned.total())
            + "万元，支出决算"
            + telling.money("three_public", Stage.FINAL, spent.total())
            + (planned.total().isZero()
                ? ""
                : "，完成全年预算的" + telling.share(spent.total(), planned.total()))
            + "，比上年"
            + telling.change("three_public", spent.total(), before.threePublic().total())
            + whyThreePublic(spent.total(), before.threePublic().total()));
    Telling details = telling();
    Operations operations = budget.operations();
    say(
        "（二）“三公”经费财政拨款支出决算具体情况说明",
        3,
        telling(),
        "1.因公出国（境）费支出"
            + details.money("overseas_travel", Stage.FINAL, spent.overseas())
            + "，全年因公出国（境）团组"
            + (spent.overseas().isZero() ? 0 : 1)
            + "个，累计"
            + operations.travellers()
            + "人次。");
    parts.add(
        new Paragraph(
            "2.公务用车购置及运行维护费支出"
                + details.money("vehicle", Stage.FINAL, spent.vehicles())
                + "。其中：公务用车购置费支出"
                + details.money("vehicle_purchase", Stage.FINAL, spent.vehiclePurchase())
                + "；公务用车运行维护费支出"
                + details.money("vehicle_operation", Stage.FINAL, spent.vehicleOperation())
                + "，年末公务用车保有量"
                + operations.vehicles()
                + "辆。"));
    parts.add(
        new Paragraph(
            "3.公务接待费支出"
                + details.money("reception", Stage.FINAL, spent.reception())
                + "，共接待国内来访"
                + operations.receptions()
                + "批次、"
                + operations.guests()
                + "人次。"));
    ledger.statement("（二）“三公”经费财政拨款支出决算具体情况说明", details);
  }

  private void operations() {
    parts.add(new Heading(2, "十、其他重要事项情况说明"));
    Operations operations = budget.operations();
    Telling funds = telling();
    say(
        "（一）机关运行经费支出情况说明",
        3,
        funds,
        year()
            + "机关运行经费支出"
            + funds.money("operating_funds", Stage.FINAL, operations.funds())
            + "，比上年"
            + funds.change("operating_funds", operations.funds(), before.operations().funds())
            + why(operations.funds(), before.operations().funds()));
    Telling bought = telling();
    say(
        "（二）政府采购支出情况说明",
        3,
        bought,
        year()
            + "政府采购支出总额"
            + bought.money("procurement", Stage.FINAL, operations.procurement())
            + "，其中：政府采购货物支出"
            + style.said(operations.goods())
            + "万元、政府采购工程支出"
            + style.said(operations.works())
            + "万元、政府采购服务支出"
            + style.said(operations.services())
            + "万元。授予中小企业合同金额"
            + style.said(operations.small())
            + "万元，占政府采购支出总额的"
            + bought.share(operations.small(), operations.procurement())
            + "。");
    say(
        "（三）国有资产占用情况说明",
        3,
        telling(),
        "截至"
            + budget.year()
            + "年12月31日，本部门共有车辆"
            + operations.vehicles()
            + "辆，均为其他用车；单价100万元（含）以上设备（不含车辆）0台（套）。");
    say("（四）预算绩效情况说明", 3, telling(), evaluation());
  }

  private String evaluation() {
    Amount money = Amount.sum(budget.projects().stream().map(Project::initial).toList());
    long excellent = budget.projects().stream().filter(p -> p.grade().equals("优")).count();
    return "根据预算绩效管理要求，本部门对"
        + year()
        + "项目支出开展绩效自评，涉及项目"
        + budget.projects().size()
        + "个，年初预算资金"
        + style.said(money)
        + "万元。自评结果为："
        + excellent
        + "个项目自评等级为“优”，其余"
        + (budget.projects().size() - excellent)
        + "个项目自评等级为“良”及以下。自评表见第五部分附件。";
  }
}
