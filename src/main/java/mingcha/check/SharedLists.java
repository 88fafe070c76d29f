package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 支出预算5,120.00万元，其中：基本支出2,320.00万元，占45.31%；项目支出2,800.00万元，占54.69%: parts whose shares come to 100%
 * are all parts, so they add up to the whole.
 */
final class SharedLists implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/shares",
          "占比合计为100%的各项，其金额之和与所写总额不符，需要说明",
          "Items whose shares come to 100% do not add up to the total",
          "各项占比之和为100%时，总额=各项之和");

  private static final Pattern SHARE =
      Pattern.compile("[，,（(]?占比?[^，。；：、\\d％%]{0,30}?(\\d+(?:\\.\\d+)?)[%％]");
  private static final Pattern WHOLE =
      Pattern.compile(InText.MONEY + "[，,。；（(]?(?:其中|主要用于|按|包括)[^\\d]{0,24}$");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int REACH = 60;
  private static final int LONGEST = 30;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having("占").having("%", "％")) {
      String text = account.compact(paragraph);
      Run run = new Run();
      Worded.each(
          account.amounts(paragraph),
          text,
          SHARE,
          (part, share) -> {
            int start = words(text, part.start());
            if (start < part.start()) {
              if (run.parts.isEmpty() || start > run.last + 2) {
                judge(account, paragraph, text.substring(0, run.first), run, outcomes);
                run.begin(part.start());
              }
              run.parts.add(part.reading());
              run.shares.add(InText.figure("占比", share.group(1), "%", paragraph.source()));
              run.last = share.end();
            }
          });
      judge(account, paragraph, text.substring(0, run.first), run, outcomes);
    }
  }

  /** Items right behind each other. */
  private static final class Run {
    private final List<Reading> parts = new ArrayList<>();
    private final List<Reading> shares = new ArrayList<>();
    private int first;
    private int last = -1;

    void begin(int at) {
      parts.clear();
      shares.clear();
      first = at;
    }
  }

  /** Where the words begin that end at a place. */
  private static int words(String text, int end) {
    int start = end;
    while (start > Math.max(0, end - LONGEST) && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isOfWord(char c) {
    return (c < '0' || c > '9') && "，。；：、".indexOf(c) < 0;
  }

  private static void judge(
      Account account, Paragraph at, String before, Run run, Outcomes outcomes) {
    List<Reading> parts = List.copyOf(run.parts);
    Matcher whole = WHOLE.matcher(before.substring(Math.max(0, before.length() - REACH)));
    if (parts.size() < 2 || !whole.find()) {
      return;
    }
    // Each share may be off by a unit of its last digit, to reach 100.
    BigDecimal off = Rounding.halfUnits(run.shares).multiply(BigDecimal.TWO);
    if (Rounding.beyond(Cases.add(run.shares), HUNDRED, off)) {
      outcomes.cannot("所列占比之和不是100%");
      return;
    }
    Reading total = InText.figure("总额", whole.group(1), whole.group(2), at.source());
    Cases.sum(account, at, total, "占比合计100%的" + parts.size() + "项之和", parts, "Σ parts", outcomes);
  }
}
