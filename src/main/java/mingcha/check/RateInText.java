package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 预算资金19.80万元，…支出18.47万元，预算执行率93.28%: a rate against the two figures that the same passage gives.
 * Where any two of its figures do give the rate, it is held to be that of those.
 */
final class RateInText implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/rate-in-text",
          "文中执行率、核销率与同段所列两数之比不符，需要说明",
          "A rate of execution or redemption is not what the figures of its passage give",
          "预算执行率=支出÷预算；核销率=核销÷发放");

  private static final Pattern RATE =
      Pattern.compile("(执行率|核销率|使用率|支付率|资金(?:实际)?完成率)[为达到是：:]{0,2}(\\d{1,4}(?:\\.\\d+)?)[%％]");
  private static final Pattern FIGURE =
      Pattern.compile("(?=\\d)(?<![\\d.,])" + InText.NUMBER + "(亿元|万元|元|张|份)");
  private static final String BETWEEN_WORDS = "，。；：、";
  private static final int MOST_WORDS = 16;
  private static final List<String> WHOLE = List.of("预算", "下达", "安排", "发放", "计划");
  private static final List<String> PART = List.of("执行", "支出", "使用", "核销", "支付", "核减");
  private static final int BEFORE = 160;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  /** A figure and where it stands in the text. */
  private record At(Reading reading, String words, int start) {
    boolean has(List<String> any) {
      return any.stream().anyMatch(words::contains);
    }
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having("率").having("元", "张")) {
      String text = account.compact(paragraph);
      Matcher matcher = RATE.matcher(text);
      List<At> figures = matcher.find() ? figures(text, paragraph) : List.of();
      matcher.reset();
      while (matcher.find()) {
        check(account, paragraph, matcher, figures, outcomes);
      }
    }
  }

  private static List<At> figures(String text, Paragraph paragraph) {
    List<At> figures = new ArrayList<>();
    Matcher matcher = FIGURE.matcher(text);
    int from = 0;
    while (matcher.find()) {
      int start = words(text, from, matcher.start());
      String words = text.substring(start, matcher.start());
      Reading reading =
          InText.figure(words, matcher.group(1), matcher.group(2), paragraph.source());
      figures.add(new At(reading, words, start));
      from = matcher.end();
    }
    return figures;
  }

  /** Where the words before a figure begin. */
  private static int words(String text, int least, int end) {
    int start = end;
    while (start > Math.max(least, end - MOST_WORDS) && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isOfWord(char c) {
    return (c < '0' || c > '9') && BETWEEN_WORDS.indexOf(c) < 0;
  }

  private static void check(
      Account account, Paragraph paragraph, Matcher rate, List<At> figures, Outcomes outcomes) {
    Reading told = InText.figure("率", rate.group(2), "%", paragraph.source());
    List<At> near =
        figures.stream()
            .filter(f -> f.start() < rate.start() && f.start() > rate.start() - BEFORE)
            .toList();
    Optional<At> part = last(near.stream().filter(f -> f.has(PART) && !f.has(WHOLE)).toList());
    Optional<At> whole =
        part.flatMap(
            p ->
                last(
                    near.stream()
                        .filter(f -> f.has(WHOLE) && !f.has(PART))
                        .filter(f -> String.valueOf(f.reading().unit()).equals(p.reading().unit()))
                        .toList()));
    if (whole.isEmpty() || part.isEmpty()) {
      outcomes.cannot("同段没有写预算与支出");
    } else if (figures.stream()
        .anyMatch(a -> figures.stream().anyMatch(b -> gives(a.reading(), b.reading(), told)))) {
      outcomes.holds();
    } else {
      violated(account, paragraph, told, part.get().reading(), whole.get().reading(), outcomes);
    }
  }

  private static Optional<At> last(List<At> figures) {
    return figures.isEmpty() ? Optional.empty() : Optional.of(figures.getLast());
  }

  private static boolean gives(Reading part, Reading whole, Reading rate) {
    if (!String.valueOf(part.unit()).equals(whole.unit())) {
      return false;
    }
    BigDecimal computed = Figures.percentage(part, whole);
    return computed != null
        && !Rounding.beyond(
            computed,
            Rounding.value(rate),
            ExecutionRate.tolerance(rate, part, whole, computed).max(new BigDecimal("0.02")));
  }

  private static void violated(
      Account account,
      Paragraph paragraph,
      Reading told,
      Reading part,
      Reading whole,
      Outcomes outcomes) {
    BigDecimal computed = Figures.percentage(part, whole);
    if (computed == null) {
      outcomes.cannot("预算为0");
      return;
    }
    Reading recomputed =
        Figures.computed(null, null, "率", computed, "%", "part ÷ whole", paragraph.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            account.at(paragraph).name(),
            "写为" + told.raw() + "，而" + part.raw() + "÷" + whole.raw() + "=" + recomputed.raw(),
            List.of(told, recomputed, part, whole)));
  }
}
