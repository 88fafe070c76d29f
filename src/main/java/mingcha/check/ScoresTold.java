package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;

/**
 * 制定类指标权重为20分，得分为20分；…总分100分, and 分值共计30分，实际得分30分，得分率为100%: the scores that a sentence lists add
 * up, exceed no weight, and give the rate that it states.
 */
final class ScoresTold implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-sum/told",
          "句中所列权重、得分与总分不符，需要说明",
          "The weights and scores that a sentence lists contradict each other or their total",
          "财预〔2020〕10号：总分由各类指标得分汇总而成，权重合计100分");

  private static final String POINTS = "[为是：:]?(\\d{1,3}(?:\\.\\d{1,2})?)分";
  private static final Pattern WEIGHT =
      Pattern.compile("(?:指标|类|性|方面|[A-D][^，。；]{0,8}?)的?(?:占?权重分?|分值(?:共计|合计)?)" + POINTS);
  private static final Pattern PAIR =
      Pattern.compile(
          "(?:权重分?|分值(?:共计|合计)?|满分)"
              + POINTS
              + "[，,](?:实际|评价|自评)?得分?"
              + POINTS
              + "(?:[，,]得分率[为是：:]?(\\d{1,4}(?:\\.\\d{1,2})?)[%％])?");
  private static final Pattern TOTAL = Pattern.compile("(?:总分|总得分|综合得分|合计得分)" + POINTS);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LEAST = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having("分").having("权重", "分值")) {
      String text = account.compact(paragraph);
      weights(account, paragraph, text, outcomes);
      pairs(account, paragraph, text, outcomes);
    }
  }

  /** The weights of all groups: three and more of one sentence. */
  private static void weights(
      Account account, Paragraph paragraph, String text, Outcomes outcomes) {
    List<Reading> weights = new ArrayList<>();
    Matcher matcher = WEIGHT.matcher(text);
    while (matcher.find()) {
      weights.add(points("权重", matcher.group(1), paragraph.source()));
    }
    BigDecimal sum = Cases.add(weights);
    if (weights.size() < LEAST) {
      return;
    }
    if (sum.compareTo(HUNDRED) == 0) {
      outcomes.holds();
    } else {
      String words = weights.size() + "类指标的权重之和为" + sum.toPlainString() + "分，应为100分";
      tell(account, paragraph, words, weights, outcomes);
    }
  }

  private static void pairs(Account account, Paragraph paragraph, String text, Outcomes outcomes) {
    List<Reading> scores = new ArrayList<>();
    Matcher matcher = PAIR.matcher(text);
    int last = 0;
    while (matcher.find()) {
      Reading full = points("分值", matcher.group(1), paragraph.source());
      Reading got = points("得分", matcher.group(2), paragraph.source());
      scores.add(got);
      last = matcher.end();
      one(account, paragraph, full, got, matcher.group(3), outcomes);
    }
    Matcher total = TOTAL.matcher(text);
    if (scores.size() >= LEAST && total.find(last)) {
      Reading whole = points("总分", total.group(1), paragraph.source());
      BigDecimal sum = Cases.add(scores);
      if (Rounding.beyond(sum, Rounding.value(whole), Rounding.halfUnits(scores))) {
        List<Reading> readings = new ArrayList<>(List.of(whole));
        readings.addAll(scores);
        String words =
            "总分写为" + whole.raw() + "，所列" + scores.size() + "类得分之和为" + sum.toPlainString() + "分";
        tell(account, paragraph, words, readings, outcomes);
      } else {
        outcomes.holds();
      }
    }
  }

  private static void one(
      Account account,
      Paragraph paragraph,
      Reading full,
      Reading got,
      @Nullable String rate,
      Outcomes outcomes) {
    BigDecimal computed = Figures.percentage(got, full);
    Reading told = rate == null ? got : InText.figure("得分率", rate, "%", paragraph.source());
    boolean off =
        rate != null
            && computed != null
            && Rounding.beyond(
                computed,
                Rounding.value(told),
                Rounding.halfUnit(told).multiply(BigDecimal.TWO).add(new BigDecimal("0.02")));
    if (Rounding.value(got).compareTo(Rounding.value(full)) > 0) {
      tell(
          account,
          paragraph,
          "分值" + full.raw() + "，得分" + got.raw() + "，得分超过分值",
          List.of(got, full),
          outcomes);
    } else if (off) {
      tell(
          account,
          paragraph,
          "得分率写为" + told.raw() + "，而得分" + got.raw() + "，分值" + full.raw(),
          List.of(told, got, full),
          outcomes);
    } else {
      outcomes.holds();
    }
  }

  private static Reading points(String label, @Nullable String number, Source source) {
    return InText.figure(label, number, "分", source);
  }

  private static void tell(
      Account account,
      Paragraph paragraph,
      String words,
      List<Reading> readings,
      Outcomes outcomes) {
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            account.at(paragraph).name(),
            words,
            List.copyOf(readings)));
  }
}
