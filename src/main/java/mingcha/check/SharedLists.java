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

  private static final Pattern PART =
      Pattern.compile(
          "([^，。；：、\\d]{1,30})"
              + InText.MONEY
              + "[，,（(]?占比?[^，。；：、\\d％%]{0,30}?(\\d+(?:\\.\\d+)?)[%％]");
  private static final Pattern WHOLE =
      Pattern.compile(InText.MONEY + "[，,。；（(]?(?:其中|主要用于|按|包括)[^\\d]{0,24}$");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int REACH = 60;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having("占").having("%", "％")) {
      String text = account.compact(paragraph);
      Matcher matcher = PART.matcher(text);
      List<Reading> parts = new ArrayList<>();
      List<Reading> shares = new ArrayList<>();
      int first = 0;
      int last = -1;
      while (matcher.find()) {
        if (parts.isEmpty() || matcher.start() > last + 2) {
          judge(account, paragraph, text.substring(0, first), parts, shares, outcomes);
          parts = new ArrayList<>();
          shares = new ArrayList<>();
          first = matcher.start(2);
        }
        parts.add(
            InText.figure(
                String.valueOf(matcher.group(1)),
                matcher.group(2),
                matcher.group(3),
                paragraph.source()));
        shares.add(InText.figure("占比", matcher.group(4), "%", paragraph.source()));
        last = matcher.end();
      }
      judge(account, paragraph, text.substring(0, first), parts, shares, outcomes);
    }
  }

  private static void judge(
      Account account,
      Paragraph at,
      String before,
      List<Reading> parts,
      List<Reading> shares,
      Outcomes outcomes) {
    Matcher whole = WHOLE.matcher(before.substring(Math.max(0, before.length() - REACH)));
    if (parts.size() < 2 || !whole.find()) {
      return;
    }
    // Each share may be off by a unit of its last digit, to reach 100.
    BigDecimal off = Rounding.halfUnits(shares).multiply(BigDecimal.TWO);
    if (Rounding.beyond(Cases.add(shares), HUNDRED, off)) {
      outcomes.cannot("所列占比之和不是100%");
      return;
    }
    Reading total = InText.figure("总额", whole.group(1), whole.group(2), at.source());
    Cases.sum(account, at, total, "占比合计100%的" + parts.size() + "项之和", parts, "Σ parts", outcomes);
  }
}
