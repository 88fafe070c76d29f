package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/**
 * 减0.04万元，增0.01%: one clause goes both ways. Where the words are spelt out, {@link
 * DirectionOfChange} sees it; here one of them at least is short.
 */
final class DirectionsOfClauses implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "direction-conflict/clause",
          "同一句中增减额与百分比的方向相反，需要说明",
          "In one clause the amount and the percentage go opposite ways",
          "增加、增长后应为正数，减少、下降后应为其绝对值");

  private static final String WORD = "(增加|增长|增幅|增|升|减少|减幅|下降|降幅|降低|降|减)[了为]?";

  /** Before and behind the money of a change. */
  private static final Pattern BEFORE = Pattern.compile(WORD + "$");

  private static final Pattern BEHIND = Pattern.compile("[，,、]?" + WORD + "(\\d+(?:\\.\\d+)?)[%％]");

  private static final int LONGEST = 3;
  private static final List<String> SPELT = List.of("增加", "增长", "减少", "下降", "降低");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having("%", "％")) {
      String text = account.compact(paragraph);
      Worded.each(
          mayBeIn(text) ? account.amounts(paragraph) : List.of(),
          text,
          BEHIND,
          (money, behind) -> {
            int from = Math.max(0, money.start() - LONGEST);
            Matcher before = BEFORE.matcher(text.substring(from, money.start()));
            if (before.find()) {
              String clause = text.substring(from + before.start(), behind.end());
              String amount = String.valueOf(before.group(1));
              check(account, paragraph, clause, amount, money, behind, outcomes);
            }
          });
    }
  }

  private static void check(
      Account account,
      Paragraph paragraph,
      String clause,
      String amount,
      Worded money,
      Matcher behind,
      Outcomes outcomes) {
    String rate = String.valueOf(behind.group(1));
    if (SPELT.contains(amount) && SPELT.contains(rate)) {
      return;
    }
    BigDecimal percent = new BigDecimal(String.valueOf(behind.group(2)));
    if (isMore(amount) == isMore(rate) || percent.signum() == 0) {
      outcomes.holds();
      return;
    }
    String raw = money.reading().raw();
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            "“" + clause + "”",
            amount + raw + "，却" + rate + percent.toPlainString() + "%",
            List.of(
                Told.words(amount, raw, paragraph.source()),
                percentage(rate, percent, paragraph.source()))));
  }

  /** Whether a word of change follows an amount. */
  private static boolean mayBeIn(String text) {
    for (int at = text.indexOf('元'); at >= 0; at = text.indexOf('元', at + 1)) {
      int next = at + 1;
      if (next < text.length() && "，,、".indexOf(text.charAt(next)) >= 0) {
        next++;
      }
      if (next < text.length() && "增升减下降".indexOf(text.charAt(next)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMore(String word) {
    return word.startsWith("增") || word.startsWith("升");
  }

  private static Reading percentage(String label, BigDecimal percent, Source source) {
    return new Reading(
        null,
        null,
        label,
        List.of(label),
        percent,
        "%",
        percent.toPlainString() + "%",
        "%",
        Basis.NARRATIVE,
        null,
        null,
        source);
  }
}
