package mingcha.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 预算10.00万元，支出决算8.00万元，决算数较预算数减少2.00万元: of two amounts and their difference, all of one passage,
 * each follows from the others; and so does the direction.
 */
final class DifferencesInText implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/difference-in-text",
          "所写增减额与同段的决算数、预算数（上年数）之差不符，需要说明",
          "A stated change in money is not the difference of the two amounts of its passage",
          "增减额=决算数－预算数；增减额=本年数－上年数");

  private static final String LESS = "减少|下降|降低|节约|压减|少";
  private static final String DIRECTION = "(增加|增长|上升|提高|多|" + LESS + ")了?";

  /** 比年初预算4.00万元减少0.80万元, behind the amount that is compared. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "[，,]?(?:与|比|较)[^，。；]{0,36}?(?:预算|决算|执行|上年|支出)[数额]?[为是]?"
              + InText.MONEY
              + "(?:相比)?[，,]?"
              + DIRECTION
              + InText.MONEY);

  private static final Pattern OF_BUDGET =
      Pattern.compile("(?:比|较|与)(?:年初|全年|调整后?)?预算数?(?:相比)?[，,]?" + DIRECTION + InText.MONEY);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph :
        account.paragraphs().having("比", "较", "与").having("增", "减", "下降", "少", "多")) {
      String text = account.compact(paragraph);
      Worded.each(
          account.amounts(paragraph),
          text,
          BESIDE,
          (now, beside) -> {
            Reading other = money("比较数", beside, 1, paragraph);
            String word = String.valueOf(beside.group(3));
            Reading by = money(word, beside, 4, paragraph);
            new StatedDifference(now.reading(), other, by, word.matches(LESS))
                .check(account, paragraph, outcomes);
          });
      if (text.contains("预算")) {
        ofBudget(account, paragraph, text, outcomes);
      }
    }
  }

  /** Where one budget and one final figure stand before it in its sentence or the one before. */
  private static void ofBudget(
      Account account, Paragraph paragraph, String text, Outcomes outcomes) {
    Matcher matcher = OF_BUDGET.matcher(text);
    while (matcher.find()) {
      List<Worded> before =
          account.amounts(paragraph).stream()
              .filter(w -> w.end() <= matcher.start() && !w.isChange())
              .toList();
      Optional<Worded> budget = only(before, "预算");
      Optional<Worded> spent = only(before, "决算");
      if (budget.isEmpty() || spent.isEmpty() || before.size() > 2) {
        outcomes.cannot("同段没有写一个预算数与一个决算数");
        continue;
      }
      String word = String.valueOf(matcher.group(1));
      Reading by = money(word, matcher, 2, paragraph);
      new StatedDifference(spent.get().reading(), budget.get().reading(), by, word.matches(LESS))
          .check(account, paragraph, outcomes);
    }
  }

  private static Optional<Worded> only(List<Worded> amounts, String word) {
    List<Worded> some = amounts.stream().filter(w -> w.words().endsWith(word)).toList();
    return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
  }

  private static Reading money(String label, Matcher matcher, int group, Paragraph at) {
    return InText.figure(label, matcher.group(group), matcher.group(group + 1), at.source());
  }
}
