package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Heading;

/** 第一部分, 第二部分, 第四部分: the third is missing. */
final class PartsInOrder implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "section-missing/part",
          "各部分的编号不连续，缺少一个部分，需要说明",
          "The numbering of the parts skips one",
          "财预〔2016〕143号：部门决算公开的概况、决算表、情况说明、名词解释各部分");

  private static final Pattern PART = Pattern.compile("^第([一二三四五六七八九])部分.*");
  private static final String NUMERALS = "一二三四五六七八九";

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Heading> parts = new ArrayList<>();
    for (Heading heading : account.content().outline()) {
      if (PART.matcher(heading.text()).matches()) {
        parts.add(heading);
      }
    }
    if (parts.size() < 2 || account.content().entries().isEmpty()) {
      outcomes.cannot("没有分部分");
      return;
    }
    int before = 0;
    String above = "";
    for (Heading heading : parts) {
      int number = number(heading);
      int skipped = number - 1;
      if (number == before + 2 && parts.stream().anyMatch(each -> number(each) == skipped)) {
        outcomes.holds(); // in another file of the disclosure
      } else if (number == before + 2 && !hasStatutoryTables(account)) {
        outcomes.cannot("本文件没有决算表，表可能另附");
      } else if (number == before + 2 && holdsTables(account, above)) {
        outcomes.cannot("决算表的标题可能没有编号");
      } else if (number == before + 2) {
        String missing = "第" + NUMERALS.charAt(before) + "部分";
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                account.content().entries().getFirst(),
                missing,
                "“" + heading.text() + "”之前没有" + missing,
                List.of(Told.words("标题", heading.text(), heading.source()))));
      } else {
        outcomes.holds();
      }
      before = number;
      above = heading.text();
    }
  }

  private static boolean hasStatutoryTables(Account account) {
    return account.content().tables().stream().anyMatch(t -> t.ref().form() != null);
  }

  /** Tables under a part that is not called one: their own part stands there without its number. */
  private static boolean holdsTables(Account account, String above) {
    return !above.contains("表")
        && account.content().tables().stream()
            .anyMatch(
                t ->
                    t.ref().form() != null
                        && (t.path().isEmpty() || t.path().getFirst().equals(above)));
  }

  private static int number(Heading heading) {
    Matcher matcher = PART.matcher(heading.text());
    return matcher.matches() ? NUMERALS.indexOf(matcher.group(1)) + 1 : 0;
  }
}
