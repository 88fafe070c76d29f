package mingcha.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/** 比上年减少6.17万元，下降54.75%: the percentage recomputed from the amount and its change. */
final class Changes implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/change",
          "增减百分比与本年数和增减额不符，需要说明",
          "A stated change in per cent is not what the amount and its change give",
          "增减百分比=增减额÷上年数，上年数=本年数－增减额");

  private static final String AMOUNT = "_change_amount";

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Account.Said told : account.stated().toldOfTheBudget()) {
      Entry entry = told.entry();
      List<Reading> said = told.readings();
      for (Reading amount : said) {
        String metric = Objects.toString(amount.metric(), "");
        if (metric.endsWith(AMOUNT)) {
          String of = metric.substring(0, metric.length() - AMOUNT.length());
          check(account, entry, of, amount, said, outcomes);
        }
      }
      for (int i = 1; i + 1 < said.size(); i++) {
        if (isTriple(said.get(i - 1), said.get(i), said.get(i + 1))) {
          Reading now = said.get(i - 1);
          if (!fits(now, said.get(i), said.get(i + 1))) {
            now = other(account, said.get(i), said.get(i + 1)).orElse(now);
          }
          check(entry, "", now, said.get(i), said.get(i + 1), outcomes);
        }
      }
    }
  }

  private static final Pattern CHANGE =
      Pattern.compile("(?:比|较)?(?:上年)?(?:.{2,16})?(?:各)?(?:增加|增长|上升|提高|减少|下降|降低)了?");

  /** A figure of no known metric, how much it changed, and by how many per cent. */
  private static boolean isTriple(Reading now, Reading amount, Reading rate) {
    return amount.metric() == null
        && rate.metric() == null
        && now.stage() != null
        && Objects.equals(now.unit(), "元")
        && Objects.equals(amount.unit(), "元")
        && Objects.equals(rate.unit(), "%")
        && !CHANGE.matcher(now.label()).matches()
        && CHANGE.matcher(amount.label()).matches()
        && CHANGE.matcher(rate.label()).matches()
        && Cases.sameLine(now.source(), amount.source())
        && Cases.sameLine(amount.source(), rate.source());
  }

  private static void check(
      Account account,
      Entry entry,
      String metric,
      Reading amount,
      List<Reading> said,
      Outcomes outcomes) {
    Optional<Reading> rate = near(said, metric + "_change", amount, 1);
    List<Reading> own = said.stream().filter(r -> r.stage() != Stage.PRIOR).toList();
    Optional<Reading> now = near(own, metric, amount, -1);
    if (rate.isEmpty() || now.isEmpty()) {
      outcomes.cannot("没有本年数或百分比");
      return;
    }
    // 收入总计…，其中年初结转…，较上年减少…: of several amounts of a sentence it may be any.
    Reading of = now.get();
    if (!fits(of, amount, rate.get())) {
      of = other(account, amount, rate.get()).orElse(of);
    }
    check(entry, metric, of, amount, rate.get(), outcomes);
  }

  /** Another amount of the same paragraph, of this year, that the change may be of. */
  private static Optional<Reading> other(Account account, Reading amount, Reading rate) {
    return account.stated().told().stream()
        .flatMap(told -> told.readings().stream())
        .filter(r -> "元".equals(r.unit()) && Cases.sameLine(r.source(), amount.source()))
        .filter(r -> r.stage() == null || r.stage() == Stage.FINAL || account.isBudget())
        .filter(r -> r.stage() != Stage.PRIOR && !CHANGE.matcher(r.label()).matches())
        .filter(r -> !Objects.toString(r.metric(), "").endsWith(AMOUNT))
        .filter(r -> fits(r, amount, rate))
        .findFirst();
  }

  private static boolean fits(Reading now, Reading amount, Reading change) {
    BigDecimal before = Rounding.value(now).subtract(Rounding.value(amount));
    if (before.signum() <= 0) {
      return false;
    }
    BigDecimal computed =
        Rounding.value(amount).movePointRight(2).divide(before, 6, RoundingMode.HALF_UP);
    return !Rounding.beyond(
        computed, Rounding.value(change), tolerance(change, amount, now, before, computed));
  }

  private static void check(
      Entry entry,
      String metric,
      Reading current,
      Reading amount,
      Reading change,
      Outcomes outcomes) {
    if (Rounding.value(amount).signum() * Rounding.value(change).signum() < 0) {
      // That is a conflict of directions, and told as one.
      outcomes.cannot("增减额与百分比方向不同");
      return;
    }
    BigDecimal before = Rounding.value(current).subtract(Rounding.value(amount));
    if (before.signum() < 0
        && Rounding.value(current).signum() >= 0
        && before.abs().compareTo(Rounding.halfUnit(current).multiply(BigDecimal.TWO)) > 0) {
      outcomes.violated(more(entry, current, amount));
      return;
    }
    if (before.signum() == 0 && Rounding.value(change).signum() != 0) {
      outcomes.violated(ofNothing(entry, current, amount, change));
      return;
    }
    if (before.signum() <= 0) {
      outcomes.cannot("上年数为0");
      return;
    }
    BigDecimal computed =
        Rounding.value(amount).movePointRight(2).divide(before, 6, RoundingMode.HALF_UP);
    BigDecimal tolerance = tolerance(change, amount, current, before, computed);
    if (!Rounding.beyond(computed, Rounding.value(change), tolerance)) {
      outcomes.holds();
      return;
    }
    Reading recomputed =
        Figures.computed(
            metric.isEmpty() ? null : metric + "_change",
            null,
            change.label(),
            computed,
            "%",
            "change ÷ (amount - change)",
            amount.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            entry,
            entry.name(),
            change.label()
                + "写为"
                + Figures.printed(change)
                + "，而"
                + Figures.printed(amount)
                + "÷"
                + Figures.printed(before, "元")
                + "="
                + recomputed.raw(),
            List.of(change, recomputed, amount, current)));
  }

  /** 0.40万元, 增加0.40万元, 增长100%: of nothing, nothing is a percentage; many write 100. */
  private static Discrepancy ofNothing(
      Entry entry, Reading current, Reading amount, Reading change) {
    return new Discrepancy(
        Severity.INFO,
        entry,
        entry.name(),
        "本年数为"
            + Figures.printed(current)
            + "，"
            + amount.label()
            + Figures.printed(amount)
            + "，上年数为0，写为"
            + change.label()
            + Figures.printed(change)
            + "；以0为基数无从计算",
        List.of(current, amount, change));
  }

  /** Nothing grows by more than it came to. */
  private static Discrepancy more(Entry entry, Reading current, Reading amount) {
    return new Discrepancy(
        Severity.WARN,
        entry,
        entry.name(),
        "本年数为"
            + Figures.printed(current)
            + "，"
            + amount.label()
            + Figures.printed(amount)
            + "，增加额大于本年数",
        List.of(current, amount));
  }

  private static BigDecimal tolerance(
      Reading rate, Reading amount, Reading now, BigDecimal before, BigDecimal computed) {
    BigDecimal half = Rounding.halfUnit(amount);
    BigDecimal amounts =
        half.movePointRight(2)
            .add(Rounding.halfUnit(now).add(half).multiply(computed.abs()))
            .divide(before, 6, RoundingMode.UP);
    return Rounding.halfUnit(rate).multiply(BigDecimal.TWO).add(amounts);
  }

  /**
   * The figure of this metric next to another in the same paragraph: behind it, or before it. In
   * 决算为12.5万元，完成全年预算20万元的62.5%，增加0.5万元 it is what was spent that has changed.
   */
  private static Optional<Reading> near(
      List<Reading> said, String metric, Reading amount, int direction) {
    int at = said.indexOf(amount);
    Reading nearest = null;
    for (int i = at + direction; i >= 0 && i < said.size(); i += direction) {
      Reading reading = said.get(i);
      if (!Cases.sameLine(reading.source(), amount.source())) {
        break;
      }
      if (metric.equals(reading.metric())) {
        if (reading.stage() == null || reading.stage() == Stage.FINAL) {
          return Optional.of(reading);
        }
        nearest = nearest == null && reading.stage() != Stage.PRIOR ? reading : nearest;
      }
    }
    return Optional.ofNullable(nearest);
  }
}
