package mingcha.sample;

import java.math.BigDecimal;

/**
 * One 绩效指标.
 *
 * @param kind of the third level's parent: 数量指标
 * @param target as printed, {@code ≥20家}
 * @param reason why it was missed, or empty
 */
record Indicator(
    String family,
    String kind,
    String name,
    Sign sign,
    String target,
    String attained,
    String unit,
    int weight,
    BigDecimal score,
    String reason) {

  /** What a target asks of the attained value. */
  enum Sign {
    AT_LEAST("≥", "大于等于"),
    AT_MOST("≤", "小于等于"),
    /** in words, without a figure */
    WORDS("", "定性");

    private final String mark;
    private final String words;

    Sign(String mark, String words) {
      this.mark = mark;
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  String signedTarget() {
    return sign.mark + target + unit;
  }

  String signedAttained() {
    return sign.mark + attained + unit;
  }
}
