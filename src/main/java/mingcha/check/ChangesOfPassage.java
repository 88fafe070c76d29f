package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 支出决算8.00万元，…。决算数较上年增加1.00万元，增长14.29%: a change whose amount stands further ahead in its section,
 * under the name that the change repeats, or as the only final figure of its paragraph.
 */
final class ChangesOfPassage implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/change-of-passage",
          "增减百分比与同段所写的金额、增减额不符，需要说明",
          "A change in per cent is not what the amount and the change of its passage give",
          "增减百分比=增减额÷(本期数－增减额)");

  private static final String LESS = "减少|下降|降低|压减";
  private static final List<String> DIRECTIONS = List.of("增加 增长 上升 提高 减少 下降 降低 压减".split(" "));

  /** What may stand between a direction and its money. */
  private static final Set<String> NEAR = Set.of("", "了", "约");

  /** What follows the money of a change. */
  private static final Pattern PAIR =
      Pattern.compile("[，,、]?(?:同比)?(增加|增长|上升|提高|增幅|降幅|" + LESS + ")[了为]?(\\d+(?:\\.\\d+)?)[%％]");

  private static final String BETWEEN = "，。；：、％%";
  private static final int MOST = 40;

  /** What is compared with, before the name of what has changed. */
  private static final Pattern COMPARED =
      Pattern.compile(
          "^其中|(?:与|比|较|同)(?:上年|去年|上一年|\\d{4}年)?度?(?:同期)?(?:年初)?(?:预算|决算|执行|支出|收入)?数?(?:相比)?|同比|各$|均$");

  private static final Pattern OWN = Pattern.compile("(?:本年)?(?:支出)?(?:决算)?数?(?:年度?)?");
  private static final Pattern BUDGET = Pattern.compile(".*预算.*");
  private static final Pattern FINAL = Pattern.compile(".*(?:决算|决算支出|支出决算)$");

  /** 收入比上年增加: what the paragraph opens with. */
  private static final Pattern WHOLE = Pattern.compile("(?:总)?(?:收入|支出|收支|收、支)(?:总预算|预算|总额|总计)?");

  /** 支出决算8.00万元比上年: what stands before the words of a comparison, and the figure. */
  private static final Pattern AFTER_FIGURE = Pattern.compile("^.*\\d[^\\d年]{0,3}元");

  private static final int LEAST_NAME = 4;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (List<Paragraph> section :
        account.sections(
            text -> text.contains("%") && DIRECTIONS.stream().anyMatch(text::contains))) {
      List<Worded> amounts = new ArrayList<>();
      for (Paragraph paragraph : section) {
        List<Worded> here = new ArrayList<>();
        List<Worded> changes = new ArrayList<>();
        for (Worded each : account.amounts(paragraph)) {
          (each.isChange() ? changes : here).add(each);
        }
        amounts.addAll(here);
        String text = account.compact(paragraph);
        Worded.each(
            changes,
            text,
            PAIR,
            (change, rate) ->
                Pair.of(paragraph, text, change, rate)
                    .ifPresent(pair -> check(account, pair, here, amounts, outcomes)));
      }
    }
  }

  /** The words before a change; the year that it is compared with is one of them. */
  private static String words(String text, int end) {
    int start = end;
    while (start > Math.max(0, end - MOST) && BETWEEN.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return AFTER_FIGURE.matcher(text.substring(start, end)).replaceFirst("");
  }

  /**
   * A change in money and in per cent.
   *
   * @param compared the words before it
   * @param begin where they begin
   * @param less whether it is a decrease
   */
  private record Pair(
      Paragraph at, String compared, int begin, Reading change, Reading rate, boolean less) {
    static Optional<Pair> of(Paragraph at, String text, Worded money, Matcher behind) {
      for (String direction : DIRECTIONS) {
        int start = text.lastIndexOf(direction, money.start());
        int end = start + direction.length();
        if (start >= 0 && NEAR.contains(text.substring(end, money.start()))) {
          String compared = words(text, start);
          Reading rate =
              InText.figure(String.valueOf(behind.group(1)), behind.group(2), "%", at.source());
          return Optional.of(
              new Pair(
                  at,
                  compared,
                  start - compared.length(),
                  money.reading(),
                  rate,
                  direction.matches(LESS)));
        }
      }
      return Optional.empty();
    }

    boolean isOneWay() {
      return less == rate.label().matches(LESS + "|降幅");
    }
  }

  private static void check(
      Account account, Pair pair, List<Worded> here, List<Worded> amounts, Outcomes outcomes) {
    List<Worded> before = here.stream().filter(w -> w.end() <= pair.begin()).toList();
    boolean ofBudget = BUDGET.matcher(pair.compared()).matches() && !account.isBudget();
    if (!pair.isOneWay() || ofBudget) {
      outcomes.cannot("方向不同，或与预算相比");
      return;
    }
    StatedChange stated = new StatedChange(pair.change(), pair.rate(), pair.less());
    String name = COMPARED.matcher(pair.compared()).replaceAll("");
    boolean own = OWN.matcher(name).matches();
    // Right behind the amount {@link ChangesInText} looks at it.
    boolean beside = own && !before.isEmpty() && before.getLast().end() >= pair.begin() - 1;
    Optional<Worded> now =
        own
            ? ofParagraph(before)
            : WHOLE.matcher(name).matches() ? before.stream().findFirst() : named(name, amounts);
    if (now.isEmpty() || beside) {
      outcomes.cannot("前文没有写本期数");
    } else if (amounts.stream().map(Worded::reading).anyMatch(stated::fits)) {
      outcomes.holds();
    } else if (ChangesInText.isOfOneEntry(
        account, List.of(now.get().reading(), pair.change(), pair.rate()))) {
      outcomes.cannot("已按指标核对");
    } else {
      tell(account, pair.at(), now.get().reading(), stated, outcomes);
    }
  }

  private static void tell(
      Account account, Paragraph at, Reading now, StatedChange stated, Outcomes outcomes) {
    if (stated.before(now).signum() <= 0 || Rounding.value(stated.change()).signum() == 0) {
      outcomes.cannot("上期数为0，或没有增减");
    } else {
      outcomes.violated(stated.otherwise(account, at, now.label() + now.raw() + "，", now));
    }
  }

  /** The final figure, if there is but one; of a sentence with one amount that. */
  private static Optional<Worded> ofParagraph(List<Worded> before) {
    List<Worded> spent = before.stream().filter(w -> FINAL.matcher(w.words()).matches()).toList();
    if (spent.size() == 1) {
      return Optional.of(spent.getFirst());
    }
    return before.size() == 1 ? Optional.of(before.getFirst()) : Optional.empty();
  }

  private static Optional<Worded> named(String name, List<Worded> amounts) {
    if (name.length() < LEAST_NAME) {
      return Optional.empty();
    }
    List<Worded> same = amounts.stream().filter(w -> w.words().endsWith(name)).toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }
}
