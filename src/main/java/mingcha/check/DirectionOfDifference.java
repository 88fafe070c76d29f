package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/** 决算数大于年初预算数的主要原因 of a sentence whose final figure is the smaller one. */
final class DirectionOfDifference implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "direction-conflict/budget",
          "所写决算数大于或小于预算数与数字不符，需要说明",
          "The text says that the final account exceeds the budget, or falls short of it, and the"
              + " figures say the opposite",
          "部门决算公开说明：决算数与预算数的差异");

  private static final String FINAL = "(?:支出)?决算数?(?:支出)?";
  private static final String BUDGET = "(?:年初|全年)?(?:支出)?预算数?";
  private static final Pattern MORE =
      Pattern.compile(".*(" + FINAL + "(?:大于|高于|多于|超过|超出)" + BUDGET + ")(?!.*(?:小于|低于|少于)).*");
  private static final Pattern LESS =
      Pattern.compile(".*(" + FINAL + "(?:小于|低于|少于)" + BUDGET + ")(?!.*(?:大于|高于|多于)).*");

  /** 基本持平 is not the same. */
  private static final Pattern EQUAL =
      Pattern.compile(
          "((?:决算数?(?:支出)?|^|[，。；,;])(?:与|同|和)(?:年初|全年|调整)?(?:支出|部门)?预算数?(?:相比)?[，,]?(?:持平|一致|相同|相等))(?!.*(?:大于|高于|多于|小于|低于|少于))");

  /** What is said of the amount spent. */
  private enum Said {
    MORE("大于", DirectionOfDifference.MORE),
    LESS("小于", DirectionOfDifference.LESS),
    SAME("等于", EQUAL);

    private final String word;
    private final Pattern pattern;

    Said(String word, Pattern pattern) {
      this.word = word;
      this.pattern = pattern;
    }
  }

  private static final Sought SAME = new Sought(EQUAL, "持平", "一致", "相同", "相等");

  private static final Sought ABOVE = new Sought(MORE, "大于", "高于", "多于", "超过", "超出");
  private static final Sought BELOW = new Sought(LESS, "小于", "低于", "少于");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Paragraph before = null;
    for (Paragraph paragraph : account.content().paragraphs()) {
      String text = account.compact(paragraph);
      boolean told = text.contains("决算");
      boolean more = told && ABOVE.matches(text);
      boolean less = told && BELOW.matches(text);
      boolean same = told && SAME.find(text) != null;
      if (more ? !less && !same : less != same) {
        List<Account.Stated> here = money(account, paragraph);
        if (here.isEmpty() && before != null) {
          // The reason may be a paragraph of its own.
          here = money(account, before);
        }
        check(here, paragraph, text, more ? Said.MORE : less ? Said.LESS : Said.SAME, outcomes);
      }
      before = paragraph;
    }
  }

  private static List<Account.Stated> money(Account account, Paragraph paragraph) {
    List<Account.Stated> money = new ArrayList<>();
    for (Account.Said told : account.stated().toldOfTheBudget()) {
      for (Reading reading : told.readings()) {
        if ("元".equals(reading.unit()) && Cases.sameLine(reading.source(), paragraph.source())) {
          money.add(new Account.Stated(told.entry(), reading));
        }
      }
    }
    return money;
  }

  private static void check(
      List<Account.Stated> here,
      Paragraph paragraph,
      String text,
      Said relation,
      Outcomes outcomes) {
    List<Account.Stated> budget =
        here.stream()
            .filter(
                s -> s.reading().stage() == Stage.INITIAL || s.reading().stage() == Stage.ADJUSTED)
            .toList();
    Optional<Account.Stated> spent =
        budget.size() != 1
            ? Optional.empty()
            : here.stream()
                .filter(
                    s ->
                        s.reading().stage() == Stage.FINAL
                            && s.entry().equals(budget.getFirst().entry()))
                .findFirst();
    if (budget.size() != 1 || spent.isEmpty()) {
      outcomes.cannot("句中没有预算数与决算数");
      return;
    }
    Matcher said = relation.pattern.matcher(text);
    String words = said.find() ? String.valueOf(said.group(1)) : "";
    Reading planned = budget.getFirst().reading();
    Reading paid = spent.get().reading();
    int sign = Rounding.value(paid).compareTo(Rounding.value(planned));
    boolean so =
        switch (relation) {
          case MORE -> sign > 0;
          case LESS -> sign < 0;
          case SAME -> !Rounding.differ(paid, planned);
        };
    if (so) {
      outcomes.holds();
      return;
    }
    Entry about = budget.getFirst().entry();
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            about,
            about.name(),
            "写为决算数"
                + relation.word
                + "预算数，而决算数为"
                + Figures.printed(paid)
                + "，预算数为"
                + Figures.printed(planned),
            List.of(paid, planned, Told.words("文字说明", words, paragraph.source()))));
  }
}
