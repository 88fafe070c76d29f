package mingcha.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 授予中小企业合同金额10万元，其中：授予小微企业合同金额12万元: small and micro firms are some of the former. */
final class SmallFirms implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/small-firms",
          "授予小微企业的金额超过授予中小企业的金额，或后者超过政府采购总额，需要说明",
          "Contracts with small and micro firms exceed those with medium and small ones, or these"
              + " exceed all procurement",
          "财库〔2020〕46号：小型、微型企业属于中小企业，预留份额是采购预算的一部分");

  private static final String FIRMS =
      "(授予中小企业的?合同(?:总)?金额|(?:专门)?面向中小企业(?:采购)?(?:预留|采购)?(?:份额|金额|预算)?)[为：]?" + InText.MONEY;
  private static final Pattern CONTRACTS =
      Pattern.compile(
          FIRMS
              + "[^。；;]{0,40}?((?:授予|预留给?|面向)小微企业的?(?:合同)?(?:总)?(?:金额|预留|采购|份额)?)[为：]?"
              + InText.MONEY);
  private static final Pattern ALL =
      Pattern.compile("政府采购(?:支出|预算)?(?:总额|总金额|合计)为?" + InText.MONEY + "[^\\n]{0,160}?" + FIRMS);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having("中小企业")) {
      String text = account.compact(paragraph);
      Matcher small = CONTRACTS.matcher(text);
      while (small.find()) {
        check(
            account,
            paragraph,
            money(small, 1, 2, paragraph),
            money(small, 4, 5, paragraph),
            outcomes);
      }
      Matcher all = ALL.matcher(text);
      while (all.find()) {
        Reading total = InText.figure("政府采购总额", all.group(1), all.group(2), paragraph.source());
        check(account, paragraph, total, money(all, 3, 4, paragraph), outcomes);
      }
    }
  }

  private static Reading money(Matcher matcher, int name, int number, Paragraph at) {
    return InText.figure(
        String.valueOf(matcher.group(name)),
        matcher.group(number),
        matcher.group(number + 1),
        at.source());
  }

  private static void check(
      Account account, Paragraph at, Reading all, Reading some, Outcomes outcomes) {
    boolean more = Rounding.value(some).compareTo(Rounding.value(all)) > 0;
    if (!more || !Rounding.differ(some, all)) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(at),
            some.label(),
            "写为" + some.raw() + "，" + all.label() + "为" + all.raw(),
            List.of(some, all)));
  }
}
