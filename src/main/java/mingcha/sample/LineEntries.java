package mingcha.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Stage;
import mingcha.disclosure.Subject;
import mingcha.sample.Budget.Spending;
import mingcha.sample.Budget.ThreePublic;
import mingcha.sample.World.Code;
import org.jspecify.annotations.Nullable;

/** The rows of the statutory tables, as entries. */
final class LineEntries {
  private static final String TOTALS = "收入支出决算总表";
  private static final String APPROPRIATIONS = "财政拨款收入支出决算总表";
  private static final String INCOME = "收入决算表";
  private static final String EXPENDITURE = "支出决算表";
  private static final String GENERAL = "一般公共预算财政拨款支出决算表";
  private static final String BASIC = "一般公共预算财政拨款基本支出决算明细表";
  private static final String FUND = "政府性基金预算财政拨款收入支出决算表";
  private static final String THREE_PUBLIC = "财政拨款“三公”经费支出决算表";
  private static final String RELATED = "部门决算公开相关信息统计表";

  private final World world;
  private final Budget budget;
  private final EntryTeller teller;

  LineEntries(World world, Budget budget, EntryTeller teller) {
    this.world = world;
    this.budget = budget;
    this.teller = teller;
  }

  void tell() {
    totals();
    for (Spending row : Budget.tree(world, budget.spendings())) {
      incomeAndExpenditure(row);
    }
    for (Spending row : Budget.tree(world, budget.general())) {
      subject(
          Form.GENERAL_EXPENDITURE,
          GENERAL,
          row.subject(),
          cell("executed", "小计", row.appropriatedTotal()),
          cell("basic_expenditure", "基本支出", row.basic()),
          cell("project_expenditure", "项目支出", row.appropriatedProject()),
          teller.cell("budget_initial", Stage.INITIAL, "年初预算数", row.initial()));
    }
    for (Spending row : Budget.tree(world, budget.fund())) {
      subject(Form.GOVERNMENT_FUND, FUND, row.subject(), cell("executed", "本年支出小计", row.total()));
    }
    economic();
    threePublic("预算数", Stage.INITIAL, budget.threePublicBudget());
    threePublic("决算数", Stage.FINAL, budget.threePublic());
    related();
  }

  private void totals() {
    total(Form.INCOME_EXPENDITURE_TOTAL, TOTALS, "本年收入合计", "revenue", budget.income());
    total(Form.INCOME_EXPENDITURE_TOTAL, TOTALS, "本年支出合计", "expenditure", budget.expenditure());
    total(Form.INCOME_EXPENDITURE_TOTAL, TOTALS, "收入总计", "revenue_total", budget.grandTotal());
    total(Form.INCOME_EXPENDITURE_TOTAL, TOTALS, "支出总计", "expenditure_total", budget.grandTotal());
    total(Form.INCOME_EXPENDITURE_TOTAL, TOTALS, "年末结转和结余", "carryover", budget.closing());
    other(Form.INCOME_EXPENDITURE_TOTAL, TOTALS, "年初结转和结余", budget.opening());
    other(Form.INCOME_EXPENDITURE_TOTAL, TOTALS, "八、其他收入", budget.otherIncome());
    other(Form.APPROPRIATION_TOTAL, APPROPRIATIONS, "一、一般公共预算财政拨款", budget.appropriation());
    other(Form.APPROPRIATION_TOTAL, APPROPRIATIONS, "年初财政拨款结转和结余", budget.opening());
    total(
        Form.APPROPRIATION_TOTAL,
        APPROPRIATIONS,
        "本年收入合计",
        "fiscal_appropriation",
        budget.appropriation());
    for (Map.Entry<String, Amount> function : functions().entrySet()) {
      other(Form.INCOME_EXPENDITURE_TOTAL, TOTALS, function.getKey(), function.getValue());
      other(Form.APPROPRIATION_TOTAL, APPROPRIATIONS, function.getKey(), function.getValue());
    }
  }

  /** All 类 of the classification, most of them without money. */
  private Map<String, Amount> functions() {
    Map<String, Amount> functions = new TreeMap<>();
    for (String code : world.classes()) {
      Code parent = new Code(code, world.subject(code));
      functions.put(parent.name(), Budget.below(parent, budget.spendings()).total());
    }
    return functions;
  }

  private void incomeAndExpenditure(Spending row) {
    subject(
        Form.INCOME,
        INCOME,
        row.subject(),
        cell(null, "本年收入合计", row.income()),
        cell("fiscal_appropriation", "财政拨款收入", row.appropriated()),
        cell(null, "其他收入", row.other()));
    subject(
        Form.EXPENDITURE,
        EXPENDITURE,
        row.subject(),
        cell("executed", "本年支出合计", row.total()),
        cell("basic_expenditure", "基本支出", row.basic()),
        cell("project_expenditure", "项目支出", row.project()));
  }

  /** The table prints every economic code, also those without money. */
  private void economic() {
    for (Code code : world.economic()) {
      Amount amount = budget.economicSum(code.code());
      subject(Form.BASIC_EXPENDITURE, BASIC, code, cell("executed", "决算数", amount));
    }
    total(Form.BASIC_EXPENDITURE, BASIC, "人员经费合计", "personnel", budget.personnel());
    total(Form.BASIC_EXPENDITURE, BASIC, "公用经费合计", "public_funds", budget.publicFunds());
  }

  private void threePublic(String label, Stage stage, ThreePublic of) {
    Map<String, Amount> items =
        Map.of(
            "three_public", of.total(),
            "overseas_travel", of.overseas(),
            "vehicle", of.vehicles(),
            "reception", of.reception());
    Map<String, String> names =
        Map.of(
            "three_public", "“三公”经费合计",
            "overseas_travel", "因公出国（境）费",
            "vehicle", "公务用车购置及运行维护费",
            "reception", "公务接待费");
    new TreeMap<>(names)
        .forEach(
            (metric, name) ->
                teller.line(
                    Form.THREE_PUBLIC,
                    THREE_PUBLIC,
                    null,
                    name,
                    Scope.DISCLOSURE,
                    List.of(
                        teller.cell(
                            metric, stage, label, items.getOrDefault(metric, Amount.ZERO)))));
  }

  private void related() {
    total(
        Form.RELATED_INFORMATION,
        RELATED,
        "机关运行经费",
        "operating_funds",
        budget.operations().funds());
    total(
        Form.RELATED_INFORMATION,
        RELATED,
        "政府采购支出总额",
        "procurement",
        budget.operations().procurement());
    other(Form.RELATED_INFORMATION, RELATED, "政府采购货物支出", budget.operations().goods());
    other(Form.RELATED_INFORMATION, RELATED, "政府采购工程支出", budget.operations().works());
    other(Form.RELATED_INFORMATION, RELATED, "政府采购服务支出", budget.operations().services());
  }

  private void subject(Form form, String title, Code code, Reading... readings) {
    Subject subject = new Subject(code.code(), code.name());
    teller.line(form, title, subject, code.name(), Scope.SUBJECT, List.of(readings));
  }

  private void total(Form form, String title, String name, String metric, Amount amount) {
    teller.line(form, title, null, name, Scope.DISCLOSURE, List.of(cell(metric, "决算数", amount)));
  }

  private void other(Form form, String title, String name, Amount amount) {
    teller.line(form, title, null, name, Scope.OTHER, List.of(cell(null, "金额", amount)));
  }

  private Reading cell(@Nullable String metric, String label, Amount a) {
    return teller.cell(metric, Stage.FINAL, label, a);
  }
}
