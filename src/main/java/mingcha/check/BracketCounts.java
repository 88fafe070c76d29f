package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 共有车辆2辆（救护车1辆、业务用车1辆）: a number, and in brackets nothing but its kinds. */
final class BracketCounts implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "count-conflict/bracket",
          "括号中所列各类之和与括号前的数量不符，需要说明",
          "The kinds in brackets are not as many as the number before them",
          "总数等于所列各类之和");

  private static final String UNIT = "(辆|个|人|名|家|台|户|件|份|批次|批|项|次|所|处)";
  private static final String[] OPENING =
      Stream.of("辆 个 人 名 家 台 户 件 份 批 项 次 所 处".split(" "))
          .flatMap(unit -> Stream.of(unit + "（", unit + "("))
          .toArray(String[]::new);
  private static final Pattern WHOLE =
      Pattern.compile("(?<![\\d.,第])(\\d{1,6})" + UNIT + "[（(]([^（）()]{6,160})[）)]");
  private static final Pattern KIND =
      Pattern.compile("([^，。；：、,;\\d]{1,20}?)(\\d{1,6})" + UNIT + "(?:[，,、；;和及]|$)");

  /** 较上年增加36人（新录用58人、退休22人） is more of the one and less of the other. */
  private static final Pattern CHANGED = Pattern.compile(".*(?:增加|减少|净增|净减|增|减)了?");

  private static final int NEAR = 8;
  private static final Pattern OPEN =
      Pattern.compile(".*(?:含|等|如|主要|以上|以下|不足|超过|其中|新增|减少|增加|比|较|每|占|第).*");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having(OPENING)) {
      String text = account.compact(paragraph);
      Matcher matcher = WHOLE.matcher(text);
      while (matcher.find()) {
        String before = text.substring(Math.max(0, matcher.start() - NEAR), matcher.start());
        if (CHANGED.matcher(before).matches()) {
          outcomes.cannot("括号中可能有增有减");
          continue;
        }
        check(account, paragraph, matcher, outcomes);
      }
    }
  }

  private static void check(Account account, Paragraph at, Matcher whole, Outcomes outcomes) {
    String unit = String.valueOf(whole.group(2));
    String inside = String.valueOf(whole.group(3));
    List<Reading> kinds = new ArrayList<>();
    Matcher kind = KIND.matcher(inside);
    int from = 0;
    while (from < inside.length()
        && kind.region(from, inside.length()).lookingAt()
        && unit.equals(kind.group(3))) {
      kinds.add(InText.figure(String.valueOf(kind.group(1)), kind.group(2), unit, at.source()));
      from = kind.end();
    }
    if (kinds.size() < 2 || from < inside.length() || OPEN.matcher(inside).matches()) {
      outcomes.cannot("括号中没有列全各类");
      return;
    }
    Reading total = InText.figure("总数", whole.group(1), unit, at.source());
    BigDecimal sum = Cases.add(kinds);
    if (sum.compareTo(Rounding.value(total)) == 0) {
      outcomes.holds();
      return;
    }
    List<Reading> readings = new ArrayList<>(List.of(total));
    readings.addAll(kinds);
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(at),
            kinds.getFirst().label(),
            "总数写为" + total.raw() + "，括号中" + kinds.size() + "类之和为" + sum.toPlainString() + unit,
            readings));
  }
}
