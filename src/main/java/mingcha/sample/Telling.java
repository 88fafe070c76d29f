package mingcha.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Stage;
import mingcha.sample.Truth.Figure;
import org.jspecify.annotations.Nullable;

/** The figures of one piece of text or one form. Each method gives what to print. */
final class Telling {
  private final Style style;
  private final Basis basis;
  private final List<Figure> figures = new ArrayList<>();

  Telling(Style style, Basis basis) {
    this.style = style;
    this.basis = basis;
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** 1,234.50万元 */
  String money(String metric, @Nullable Stage stage, Amount amount) {
    return wan(metric, stage, amount, style.said(amount)) + "万元";
  }

  /** 万元, printed in a form's own way. */
  String wan(String metric, @Nullable Stage stage, Amount amount, String raw) {
    note(metric, stage, amount.yuan(), "元", raw, "万元");
    return raw;
  }

  /** 12,345,000.00元 */
  String yuan(String metric, @Nullable Stage stage, Amount amount) {
    note(metric, stage, amount.yuan(), "元", amount.inYuan(), "元");
    return amount.inYuan() + "元";
  }

  /** 45.2% */
  String rate(String metric, BigDecimal value) {
    String raw = value.toPlainString();
    note(metric, null, value, "%", raw, "%");
    return raw + "%";
  }

  /** A share that no metric is asked for by. */
  String share(Amount part, Amount whole) {
    return whole.isZero() ? "0%" : part.percentOf(whole, 2).toPlainString() + "%";
  }

  /** A rate, printed without its sign. */
  String bareRate(String metric, BigDecimal value, String raw) {
    note(metric, null, value, "%", raw, "");
    return raw;
  }

  String number(String metric, BigDecimal value, String unit) {
    note(metric, null, value, unit, value.toPlainString(), unit);
    return value.toPlainString();
  }

  /** 增加…万元，增长…%, and its two signed figures. */
  String change(String metric, Amount now, Amount before) {
    Amount change = now.minus(before);
    if (change.isZero()) {
      return "与上年持平";
    }
    boolean more = change.hundreds() > 0;
    note(metric + "_change_amount", null, change.yuan(), "元", style.said(change.abs()), "万元");
    String amount = (more ? "增加" : "减少") + style.said(change.abs()) + "万元";
    if (before.isZero()) {
      return amount;
    }
    BigDecimal rate = change.percentOf(before, 2);
    note(metric + "_change", null, rate, "%", rate.abs().toPlainString(), "%");
    return amount + "，" + (more ? "增长" : "下降") + rate.abs().toPlainString() + "%";
  }

  private void note(
      String metric,
      @Nullable Stage stage,
      BigDecimal value,
      String unit,
      String raw,
      String printed) {
    figures.add(
        new Figure(
            metric,
            stage == null ? null : stage.toString(),
            basis.toString(),
            value,
            unit,
            raw,
            printed));
  }
}
