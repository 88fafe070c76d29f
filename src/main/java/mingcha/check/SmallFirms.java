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
          "授予小微企业合同金额超过授予中小企业合同金额，需要说明",
          "Contracts with small and micro firms exceed those with medium and small ones",
          "财库〔2020〕46号：小型、微型企业属于中小企业");

  private static final Pattern CONTRACTS =
      Pattern.compile(
          "授予中小企业的?合同(?:总)?金额为?"
              + InText.MONEY
              + "[^。；;]{0,40}?授予小微企业的?合同(?:总)?金额为?"
              + InText.MONEY);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having("授予小微企业")) {
      Matcher matcher = CONTRACTS.matcher(account.compact(paragraph));
      while (matcher.find()) {
        Reading all =
            InText.figure("授予中小企业合同金额", matcher.group(1), matcher.group(2), paragraph.source());
        Reading small =
            InText.figure("授予小微企业合同金额", matcher.group(3), matcher.group(4), paragraph.source());
        boolean more = Rounding.value(small).compareTo(Rounding.value(all)) > 0;
        if (!more || !Rounding.differ(small, all)) {
          outcomes.holds();
          continue;
        }
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                account.at(paragraph),
                small.label(),
                "写为" + small.raw() + "，" + all.label() + "为" + all.raw(),
                List.of(small, all)));
      }
    }
  }
}
