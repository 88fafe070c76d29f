package mingcha.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Source;

/** XX局, ××万元, ____年: places of a template that were not filled in. */
final class Placeholders implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "placeholder/left-over",
          "留有模板中未填写的占位符，需要说明",
          "A place of the template was not filled in",
          "公开的文件应当填写完整");

  /** A masked name (张××) or number (138XXXX) is none: what follows must be what was to be named. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:[XxＸｘ×✕＊*○〇]{2,}|[＿_]{2,})\\s*"
              + "(?:省|市|县|区|镇|乡|局|委|厅|部门|单位|年|月|日|万元|亿元|元|%|％|项目|项|个|人次|人|辆|批次|中心|办公室|街道|专项|经费|工作|等)"
              + "|(?<![A-Za-z0-9一-龥])[XxＸｘ]\\s*(?:万元|%|％|个百分点|年度)"
              + "|[（(](?:请|此处|根据实际)[^（）()]{0,20}(?:填写|说明|补充|删除)[^（）()]{0,20}[）)]");

  private static final Sought SOUGHT =
      new Sought(PLACEHOLDER, "X x Ｘ ｘ × ✕ ＊ * ○ 〇 ＿ _ （请 (请 此处 根据实际".split(" "));

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages()) {
      text(account, paragraph.text(), paragraph, outcomes);
    }
    for (Heading heading : account.content().outline()) {
      Paragraph at = new Paragraph(heading.text(), List.of(heading.text()), heading.source());
      text(account, heading.text(), at, outcomes);
    }
  }

  private static void text(Account account, String text, Paragraph paragraph, Outcomes outcomes) {
    Matcher matcher = SOUGHT.find(text);
    if (account.content().entries().isEmpty() || matcher == null) {
      outcomes.holds();
      return;
    }
    Source source = paragraph.source();
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            matcher.group(),
            "“" + Told.around(text, matcher.start(), matcher.end()) + "”",
            List.of(Told.words("占位符", matcher.group(), source))));
  }
}
