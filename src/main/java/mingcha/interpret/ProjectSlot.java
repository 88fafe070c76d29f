package mingcha.interpret;

import java.util.Optional;
import mingcha.disclosure.Stage;
import org.jspecify.annotations.Nullable;

/** What a column of a form's money table holds. */
enum ProjectSlot {
  /** 目标申报数: what was asked for. No metric. */
  DECLARED(null, null),
  INITIAL("budget_initial", Stage.INITIAL),
  ADJUSTED("budget_adjusted", Stage.ADJUSTED),
  EXECUTED("executed", Stage.FINAL),
  CARRYOVER("carryover", Stage.FINAL),
  WEIGHT(null, null),
  RATE("execution_rate", null),
  /** The points for execution alone, not the project's score. No metric. */
  SCORE(null, null);

  private final @Nullable String metric;
  private final @Nullable Stage stage;

  ProjectSlot(@Nullable String metric, @Nullable Stage stage) {
    this.metric = metric;
    this.stage = stage;
  }

  @Nullable String metric() {
    return metric;
  }

  @Nullable Stage stage() {
    return stage;
  }

  boolean isMoney() {
    return this == DECLARED
        || this == INITIAL
        || this == ADJUSTED
        || this == EXECUTED
        || this == CARRYOVER;
  }

  /** The column that a header names. Provinces word it differently; the beginning tells. */
  static Optional<ProjectSlot> of(String header) {
    String label = ProjectWords.withoutBrackets(ProjectWords.label(header));
    if (label.isEmpty() || label.length() > 16) {
      return Optional.empty();
    }
    return Optional.ofNullable(slot(label));
  }

  private static @Nullable ProjectSlot slot(String label) {
    if (label.startsWith("执行率") && label.length() > 3) {
      // 执行率权重（分） and 执行率得分（分） in Chongqing's form.
      return label.endsWith("权重") ? WEIGHT : label.endsWith("得分") ? SCORE : RATE;
    }
    if (begins(label, "目标申报", "申报数", "申报金额")) {
      return DECLARED;
    }
    if (begins(label, "年初", "预算编制", "初始预算", "批复预算", "预算批复")) {
      return INITIAL;
    }
    if (begins(label, "全年执行", "预算执行数", "执行数", "实际执行", "实际支出", "支出数", "决算数", "全年支出", "支出决算")
        || label.equals("执行金额")) {
      return EXECUTED;
    }
    if (begins(label, "全年预算", "全年数", "调整", "预算数", "预算金额", "全年调整", "预算调整后")
        && !label.contains("率")
        && !label.contains("原因")
        && !label.contains("指标")) {
      return ADJUSTED;
    }
    if (begins(label, "资金结", "结转", "结余", "年末结")) {
      return CARRYOVER;
    }
    if (begins(label, "执行率", "预算执行率", "全年执行率", "资金执行率", "支出率", "预算支出率", "支付率", "执行进度", "支出进度")) {
      return RATE;
    }
    if (label.equals("分值") || label.equals("权重") || label.equals("标准分值")) {
      return WEIGHT;
    }
    return label.equals("得分") || label.equals("自评得分") ? SCORE : null;
  }

  private static boolean begins(String label, String... beginnings) {
    for (String beginning : beginnings) {
      if (label.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
