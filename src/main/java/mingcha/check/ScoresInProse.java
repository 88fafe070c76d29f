package mingcha.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/**
 * 制度执行有效性7分，得6分，扣1分: a full score, what was reached of it and what was taken off; and
 * 满分6分，得5分。其中：甲3分，得3分；乙3分，得2分: a group's score and those of its indicators.
 */
final class ScoresInProse implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-sum/prose",
          "文中指标的满分、得分、扣分、得分率之间，或得分与所属各项之和不符，需要说明",
          "A report's full score, score and deduction do not go together, or a group's score is not"
              + " the sum of its indicators'",
          "财预〔2020〕10号：上一级指标得分由所属指标汇总而成；得分=满分－扣分");

  private static final String POINTS = "(\\d{1,3}(?:\\.\\d+)?)分";
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<![得扣\\d.])"
              + POINTS
              + "[，,；;）)]?(?:实际|自评|评价)?得分?(?:为)?"
              + POINTS
              + "(?:[，,；;（(]扣(?:减|除)?"
              + POINTS
              + ")?(?:[，,]得分率(?:为)?(\\d{1,3}(?:\\.\\d+)?)[%％])?");
  private static final Pattern IN_HEADING = Pattern.compile(".*[（(](?:满分|标准得?分?值?|分值)(?:为|：|:)?");
  private static final Pattern GROUP = Pattern.compile("其中|[。：:]1[.．、]|^[。]");
  private static final int NEAR = 12;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  /** A full score and the score; and what is said of their difference. */
  private record Pair(Reading full, Reading reached, @Nullable Reading off, int start, int end) {}

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having("分，得", "分得", "分）得")) {
      String text = account.compact(paragraph);
      List<Pair> pairs = pairs(account, paragraph, text, outcomes);
      if (pairs.size() > 2) {
        group(account, paragraph, text, pairs, outcomes);
      }
    }
  }

  private static List<Pair> pairs(Account account, Paragraph at, String text, Outcomes outcomes) {
    List<Pair> pairs = new ArrayList<>();
    Matcher matcher = PAIR.matcher(text);
    while (matcher.find()) {
      Reading full = InText.figure("满分", matcher.group(1), "分", at.source());
      Reading reached = InText.figure("得分", matcher.group(2), "分", at.source());
      Reading off =
          matcher.group(3) == null ? null : InText.figure("扣分", matcher.group(3), "分", at.source());
      pairs.add(new Pair(full, reached, off, matcher.start(), matcher.end()));
      String before = text.substring(Math.max(0, matcher.start() - NEAR), matcher.start());
      boolean more = Rounding.value(reached).compareTo(Rounding.value(full)) > 0;
      if (more && !IN_HEADING.matcher(before).matches()) {
        String words = "满分" + full.raw() + "，得分" + reached.raw();
        tell(account, at, words, List.of(reached, full), outcomes);
      } else if (!more && off != null) {
        off(account, at, full, reached, off, outcomes);
      }
      if (!more && matcher.group(4) != null) {
        Reading rate = InText.figure("得分率", matcher.group(4), "%", at.source());
        rate(account, at, full, reached, rate, outcomes);
      }
    }
    return pairs;
  }

  private static void off(
      Account account,
      Paragraph at,
      Reading full,
      Reading reached,
      Reading off,
      Outcomes outcomes) {
    BigDecimal rest = Rounding.value(full).subtract(Rounding.value(reached));
    if (rest.compareTo(Rounding.value(off)) == 0) {
      outcomes.holds();
    } else {
      String words =
          "扣分写为"
              + off.raw()
              + "，而"
              + full.raw()
              + "－"
              + reached.raw()
              + "="
              + rest.toPlainString()
              + "分";
      tell(account, at, words, List.of(off, full, reached), outcomes);
    }
  }

  private static void rate(
      Account account,
      Paragraph at,
      Reading full,
      Reading reached,
      Reading rate,
      Outcomes outcomes) {
    BigDecimal computed = Figures.percentage(reached, full);
    if (computed == null) {
      outcomes.cannot("满分为0");
    } else if (!Rounding.beyond(
        computed, Rounding.value(rate), Rounding.halfUnit(rate).multiply(BigDecimal.TWO))) {
      outcomes.holds();
    } else {
      String words =
          "得分率写为"
              + rate.raw()
              + "，而"
              + reached.raw()
              + "÷"
              + full.raw()
              + "="
              + Figures.printed(computed.setScale(2, RoundingMode.HALF_UP), "%");
      tell(account, at, words, List.of(rate, reached, full), outcomes);
    }
  }

  /**
   * What follows 其中 belongs to the one before it: its weights add up, then its scores must; or the
   * other way round.
   */
  private static void group(
      Account account, Paragraph at, String text, List<Pair> pairs, Outcomes outcomes) {
    for (int i = 0; i + 2 < pairs.size(); i++) {
      Pair whole = pairs.get(i);
      String between = text.substring(whole.end(), pairs.get(i + 1).start());
      if (!GROUP.matcher(between).find()) {
        continue;
      }
      List<Pair> parts = pairs.subList(i + 1, pairs.size());
      List<Reading> weights = parts.stream().map(Pair::full).toList();
      List<Reading> scores = parts.stream().map(Pair::reached).toList();
      boolean weighed = Cases.add(weights).compareTo(Rounding.value(whole.full())) == 0;
      boolean scored = Cases.add(scores).compareTo(Rounding.value(whole.reached())) == 0;
      if (weighed && scored) {
        outcomes.holds();
      } else if (weighed) {
        sum(account, at, "得分", whole.reached(), scores, outcomes);
      } else if (scored) {
        sum(account, at, "满分", whole.full(), weights, outcomes);
      } else {
        outcomes.cannot("所属指标可能没有列全");
      }
      return;
    }
  }

  private static void sum(
      Account account,
      Paragraph at,
      String what,
      Reading whole,
      List<Reading> parts,
      Outcomes outcomes) {
    List<Reading> readings = new ArrayList<>(List.of(whole));
    readings.addAll(parts);
    String sum = Cases.add(parts).stripTrailingZeros().toPlainString();
    String words = what + "写为" + whole.raw() + "，所列" + parts.size() + "项之和为" + sum + "分";
    tell(account, at, words, readings, outcomes);
  }

  private static void tell(
      Account account, Paragraph at, String words, List<Reading> readings, Outcomes outcomes) {
    outcomes.violated(
        new Discrepancy(Severity.WARN, account.at(at), account.at(at).name(), words, readings));
  }
}
