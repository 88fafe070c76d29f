package mingcha.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import mingcha.sample.Indicator.Sign;
import mingcha.sample.Project.Vouchers;
import mingcha.sample.World.Publisher;
import mingcha.sample.World.Template;

/** Draws a publisher's projects of one year. */
final class ProjectMaker {
  private static final int FEWEST = 2;
  private static final int MOST = 6;
  private static final List<String> REASONS =
      List.of(
          "因财政支付紧张，部分资金暂未支付。",
          "项目启动较晚，剩余资金转入下年支付。",
          "部分申报材料未通过审核，资金未能兑付。",
          "招标节约资金，按实际结算支付。",
          "参与人数低于预期，资金使用进度偏慢。");

  private final Publisher publisher;
  private final int year;
  private final Dice dice;

  private ProjectMaker(Publisher publisher, int year, Dice dice) {
    this.publisher = publisher;
    this.year = year;
    this.dice = dice;
  }

  static List<Project> projects(Publisher publisher, int year, Dice dice) {
    return new ProjectMaker(publisher, year, dice).draw();
  }

  static String reason(Dice dice) {
    return dice.one(REASONS);
  }

  private List<Project> draw() {
    List<Template> templates = publisher.bureau().projects();
    int most = Math.min(MOST, templates.size());
    List<Template> drawn = dice.some(templates, (int) dice.between(FEWEST, most));
    boolean voucherIsMissing =
        drawn.stream().noneMatch(Template::voucher)
            && templates.stream().anyMatch(Template::voucher);
    if (voucherIsMissing && dice.chance(85)) {
      drawn.set(0, templates.stream().filter(Template::voucher).findFirst().orElseThrow());
    }
    List<Project> projects = new ArrayList<>();
    for (Template template : drawn) {
      projects.add(project(template));
    }
    return projects;
  }

  private Project project(Template template) {
    Execution execution = Execution.draw(dice, template.voucher());
    Amount scale = new Amount(publisher.place().size());
    Amount initial = dice.skewed(template.least(), template.most()).permille(scale.hundreds());
    initial = dice.chance(75) ? initial.toWholeWan() : initial;
    Amount spent =
        switch (execution) {
          case FULL -> initial;
          case NEARLY -> dice.about(initial, 900, 998);
          case LOW -> dice.about(initial, 110, 595);
          case CUT_TO_SPENT ->
              template.voucher() ? dice.about(initial, 300, 590) : dice.about(initial, 400, 960);
          case RAISED -> dice.about(initial, 1080, 1900);
          case NOTHING -> Amount.ZERO;
        };
    Amount adjusted =
        switch (execution) {
          case CUT_TO_SPENT, RAISED -> spent;
          case NOTHING -> dice.chance(50) ? Amount.ZERO : initial;
          case FULL, NEARLY, LOW -> initial;
        };
    String name =
        template.name().startsWith("Y年") ? year + template.name().substring(1) : template.name();
    return new Project(
        name,
        template,
        execution,
        initial,
        adjusted,
        spent,
        indicators(template, execution, initial, spent),
        template.voucher() ? vouchers(initial, spent) : null,
        decimals(execution, initial, adjusted, spent));
  }

  /** Few decimals are usual, but a rate below 100% is not rounded up to it. */
  private int decimals(Execution execution, Amount initial, Amount adjusted, Amount spent) {
    int decimals = (int) dice.between(0, 2);
    Amount whole = execution == Execution.CUT_TO_SPENT ? initial : adjusted;
    boolean roundsUp =
        !whole.isZero()
            && spent.compareTo(whole) < 0
            && spent.percentOf(whole, decimals).compareTo(BigDecimal.valueOf(100)) >= 0;
    // A voucher project below 60% stays below it in its narrative.
    boolean hidesLow =
        !whole.isZero()
            && spent.permille(1000).hundreds() * 100 < whole.hundreds() * 60
            && spent.percentOf(whole, decimals).compareTo(BigDecimal.valueOf(60)) >= 0;
    return roundsUp || hidesLow ? 2 : decimals;
  }

  private Vouchers vouchers(Amount initial, Amount spent) {
    Amount issued = dice.about(initial.compareTo(spent) > 0 ? initial : spent, 1000, 1060);
    return new Vouchers(issued, spent, dice.about(spent, 3200, 9400));
  }

  private List<Indicator> indicators(
      Template template, Execution execution, Amount initial, Amount spent) {
    boolean missed = execution == Execution.LOW || execution == Execution.NOTHING;
    boolean cut = execution == Execution.CUT_TO_SPENT;
    long done =
        execution == Execution.NOTHING
            ? 0
            : missed
                ? dice.between(450, 900)
                : cut ? dice.between(600, 1050) : dice.between(1000, 1250);
    String reason = missed ? ProjectMaker.reason(dice) : "";
    long target = dice.between(template.quantityLeast(), template.quantityMost());
    long attained = Math.round(target * done / 1000.0);
    List<Indicator> indicators = new ArrayList<>();
    indicators.add(
        counted(
            "产出指标",
            "数量指标",
            template.quantity(),
            target,
            attained,
            template.quantityUnit(),
            20,
            reason));
    long quality = execution == Execution.NOTHING ? 0 : dice.between(96, 100);
    indicators.add(counted("产出指标", "质量指标", template.quality(), 95, quality, "%", 10, reason));
    indicators.add(
        worded(
            "产出指标",
            "时效指标",
            "资金支付完成时间",
            year + "年12月底前",
            10,
            missed ? dice.between(0, 6) : 10,
            reason));
    indicators.add(
        new Indicator(
            "产出指标",
            "成本指标",
            "项目成本控制数",
            Sign.AT_MOST,
            initial.brief(),
            spent.brief(),
            "万元",
            10,
            BigDecimal.valueOf(execution == Execution.RAISED ? 5 : 10),
            execution == Execution.RAISED ? "年中追加预算。" : ""));
    boolean economic = template.voucher() || dice.chance(40);
    long benefit = missed ? dice.between(12, 26) : cut ? dice.between(20, 30) : 30;
    indicators.add(
        worded(
            "效益指标",
            economic ? "经济效益指标" : "社会效益指标",
            template.benefit(),
            "有效提升",
            30,
            benefit,
            reason));
    indicators.add(
        counted(
            "满意度指标",
            "服务对象满意度指标",
            template.asked() + "满意度",
            90,
            execution == Execution.NOTHING ? 0 : dice.between(missed ? 85 : 90, 100),
            "%",
            10,
            reason));
    return indicators;
  }

  private static Indicator counted(
      String family,
      String kind,
      String name,
      long target,
      long attained,
      String unit,
      int weight,
      String reason) {
    BigDecimal score =
        attained >= target
            ? BigDecimal.valueOf(weight)
            : BigDecimal.valueOf(weight * attained)
                .divide(BigDecimal.valueOf(target), 1, RoundingMode.DOWN);
    return new Indicator(
        family,
        kind,
        name,
        Sign.AT_LEAST,
        Long.toString(target),
        Long.toString(attained),
        unit,
        weight,
        Project.trimmed(score),
        attained >= target ? "" : reason);
  }

  private static Indicator worded(
      String family,
      String kind,
      String name,
      String target,
      int weight,
      long score,
      String reason) {
    String attained = score == weight ? "达成预期指标" : score > weight / 2 ? "部分达成预期指标" : "未达成预期指标";
    return new Indicator(
        family,
        kind,
        name,
        Sign.WORDS,
        target,
        attained,
        "",
        weight,
        BigDecimal.valueOf(score),
        score == weight ? "" : reason);
  }
}
