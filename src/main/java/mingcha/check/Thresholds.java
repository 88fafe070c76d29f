package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 单位价值100元以上设备: the threshold above which devices are counted is a round number of 万元. */
final class Thresholds implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "unit-suspect/threshold",
          "设备的单位价值起点不是规定的金额，数字或单位可能有误，需要说明",
          "The value above which devices are counted is none that is prescribed",
          "财预〔2016〕143号：国有资产占用情况，单价50万元以上通用设备、单价100万元以上专用设备");

  private static final Pattern THRESHOLD =
      Pattern.compile(
          "(?:单位价值|单价|单台价值|价值)(?:在)?"
              + InText.MONEY
              + "(?:（含）|\\(含\\)|含)?(?:及)?以上[^，。；\\d]{0,24}?(?:设备|仪器)");
  private static final Set<BigDecimal> USUAL =
      Set.of(wan(10), wan(20), wan(30), wan(50), wan(100), wan(200), wan(500));

  private static BigDecimal wan(int number) {
    return new BigDecimal(number).movePointRight(4).setScale(0);
  }

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having("单位价值", "单价", "价值").having("设备", "仪器")) {
      Matcher matcher = THRESHOLD.matcher(account.compact(paragraph));
      while (matcher.find()) {
        Reading told =
            InText.figure("单位价值", matcher.group(1), matcher.group(2), paragraph.source());
        BigDecimal value = Rounding.value(told);
        if (USUAL.stream().anyMatch(usual -> usual.compareTo(value) == 0)) {
          outcomes.holds();
        } else {
          outcomes.violated(
              new Discrepancy(
                  Severity.WARN,
                  account.at(paragraph),
                  "设备的单位价值",
                  "写为“" + matcher.group() + "”",
                  List.of(told)));
        }
      }
    }
  }
}
