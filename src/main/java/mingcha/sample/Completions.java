package mingcha.sample;

import java.math.BigDecimal;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Stage;
import mingcha.sample.Budget.Spending;
import mingcha.sample.Truth.Completion;
import mingcha.sample.World.Code;

/** The sentences 年初预算为…，支出决算为…，完成年初预算的…%. */
final class Completions {
  private static final List<String> MORE =
      List.of("项目资金安排增加", "人员调资和新进人员带来支出增加", "上级专项资金下达增加", "新增重点工作任务");
  private static final List<String> LESS =
      List.of("落实过紧日子要求，压减一般性支出", "部分项目上年已完成，本年不再安排", "上级专项资金减少", "人员退休调出，支出相应减少");

  private final World world;
  private final Style style;
  private final Ledger ledger;
  private final Dice dice;

  Completions(World world, Style style, Ledger ledger, Dice dice) {
    this.world = world;
    this.style = style;
    this.ledger = ledger;
    this.dice = dice;
  }

  /** Why it was more, or less. */
  static String reason(Dice dice, boolean more) {
    return dice.one(more ? MORE : LESS);
  }

  /** What became of a subject's initial budget, and why. */
  String of(Spending each) {
    Amount spent = each.appropriatedTotal();
    String text = sentence(path(each.subject()), each.subject().code(), each.initial(), spent);
    int sign = spent.compareTo(each.initial());
    return sign == 0 ? text + "。" : text + "。决算数与年初预算数存在差异的主要原因是" + reason(dice, sign > 0) + "。";
  }

  /** 类（类）款（款）项（项）, or the name of the 类 alone. */
  private String path(Code subject) {
    String code = subject.code();
    if (code.length() == 3) {
      return subject.name();
    }
    return world.subject(code.substring(0, 3))
        + "（类）"
        + world.subject(code.substring(0, 5))
        + "（款）"
        + subject.name()
        + "（项）"
        + "。";
  }

  /** Without a full stop; without a rate where nothing was budgeted. */
  String sentence(String name, String code, Amount initial, Amount spent) {
    Telling telling = new Telling(style, Basis.NARRATIVE);
    String text =
        name
            + "年初预算为"
            + telling.money("budget_initial", Stage.INITIAL, initial)
            + "，支出决算为"
            + telling.money("executed", Stage.FINAL, spent);
    BigDecimal rate = initial.isZero() ? null : spent.percentOf(initial, 2);
    if (rate != null) {
      text += "，完成年初预算的" + telling.rate("completion_rate", rate);
    }
    ledger.completion(
        new Completion(
            name.replace("。", ""), code, initial.yuan(), spent.yuan(), rate, telling.figures()));
    return text;
  }
}
