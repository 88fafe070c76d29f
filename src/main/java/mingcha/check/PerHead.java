package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/** 共计6307人，每人发放1500元的消费券，实际使用资金946.05万元: persons times the standard. */
final class PerHead implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/per-head",
          "人数（户数）乘以标准与所写资金不符，需要说明（可能由几级财政分担或分次发放）",
          "Persons times the standard is not the money that the sentence states",
          "资金=人数×标准");

  private static final Pattern PAID =
      Pattern.compile(
          "(?:共计?|共发放|总?计|为)(\\d{2,})(人|名|户|家)[^。；\\d]{0,20}每(?:人|名|户|家)[^。；\\d月年]{0,8}(\\d[\\d,]*(?:\\.\\d+)?)(元)"
              + "[^。；\\d]{0,24}?(?:共计|合计|资金|金额)[为是共]{0,2}(\\d[\\d,]*(?:\\.\\d+)?)(万元|元)");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having("每")) {
      String text = account.compact(paragraph);
      Matcher matcher = PAID.matcher(text);
      while (matcher.find()) {
        Source source = paragraph.source();
        Reading heads = InText.figure("人数", matcher.group(1), matcher.group(2), source);
        Reading standard = InText.figure("标准", matcher.group(3), matcher.group(4), source);
        Reading money = InText.figure("资金", matcher.group(5), matcher.group(6), source);
        BigDecimal product = Rounding.value(heads).multiply(Rounding.value(standard));
        if (!Rounding.beyond(product, Rounding.value(money), Rounding.halfUnit(money))) {
          outcomes.holds();
          continue;
        }
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                account.at(paragraph),
                account.at(paragraph).name(),
                "资金写为"
                    + money.raw()
                    + "，而"
                    + heads.raw()
                    + "×"
                    + standard.raw()
                    + "="
                    + Figures.printed(product, "元"),
                List.of(money, heads, standard)));
      }
    }
  }
}
