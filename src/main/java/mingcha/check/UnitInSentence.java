package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 绩效工资30.36万元、职业年金15.85元、住房公积金25.89万元: one of the amounts that a sentence lists lacks its 万. */
final class UnitInSentence implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "unit-suspect/sentence",
          "句中所列金额只有一个以元为单位，其余均为万元，单位可能有误，需要说明",
          "One amount of a sentence is printed in 元, the others in 万元",
          "部门决算公开说明的金额单位应当一致");

  private static final Pattern AMOUNT =
      Pattern.compile("(\\d[\\d,]*\\.\\d{1,2})(万元|元)(?=[、，。；,;]|$)");
  private static final String NO_NAME = "，。；、：:;,（）()";
  private static final Pattern BY_PIECE = Pattern.compile(".*(?:每|人均|单价|标准|均价|票面|面值).*");
  private static final Pattern STOP = Pattern.compile("[。；;]");
  private static final BigDecimal SMALL_YUAN = BigDecimal.valueOf(10_000);
  private static final int LEAST_OTHERS = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.content().paragraphs()) {
      String text = account.compact(paragraph);
      if (hasYuan(text)) {
        for (String sentence : STOP.split(text)) {
          if (hasYuan(sentence)) {
            check(account, paragraph, sentence, outcomes);
          }
        }
      }
    }
  }

  /** Whether an amount in 元 stands somewhere, which is rare. */
  private static boolean hasYuan(String text) {
    for (int at = text.indexOf('元'); at > 0; at = text.indexOf('元', at + 1)) {
      char before = text.charAt(at - 1);
      if (before >= '0' && before <= '9') {
        return true;
      }
    }
    return false;
  }

  private static void check(
      Account account, Paragraph paragraph, String sentence, Outcomes outcomes) {
    List<Reading> yuan = new ArrayList<>();
    int wan = 0;
    Matcher matcher = AMOUNT.matcher(sentence);
    while (matcher.find()) {
      String label = label(sentence, matcher.start());
      if (label.length() < 2) {
        continue;
      }
      if (String.valueOf(matcher.group(2)).equals("万元")) {
        wan++;
      } else if (!BY_PIECE.matcher(label).matches()) {
        yuan.add(amount(label, String.valueOf(matcher.group(1)), paragraph));
      }
    }
    if (yuan.isEmpty() || wan < LEAST_OTHERS) {
      outcomes.cannot("句中没有足够的金额可比");
    } else if (yuan.size() > 1 || !isSmall(Rounding.value(yuan.getFirst()))) {
      outcomes.holds();
    } else {
      Reading odd = yuan.getFirst();
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              account.at(paragraph),
              odd.label(),
              "写为" + odd.raw() + "，同句的" + wan + "个金额均以万元为单位",
              List.of(odd)));
    }
  }

  /** The words right before an amount. */
  private static String label(String sentence, int end) {
    int from = end;
    while (from > 0
        && NO_NAME.indexOf(sentence.charAt(from - 1)) < 0
        && !Character.isDigit(sentence.charAt(from - 1))) {
      from--;
    }
    return sentence.substring(from, end);
  }

  private static boolean isSmall(BigDecimal yuan) {
    return yuan.signum() > 0 && yuan.compareTo(SMALL_YUAN) < 0;
  }

  private static Reading amount(String label, String number, Paragraph paragraph) {
    return new Reading(
        null,
        null,
        label,
        List.of(label),
        new BigDecimal(number.replace(",", "")),
        "元",
        number + "元",
        "元",
        Basis.NARRATIVE,
        null,
        null,
        paragraph.source());
  }
}
