package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;
import mingcha.text.Fold;

/** 青屿市教育局2024年度收入总计… in the disclosure of 青屿市商务局. */
final class PublisherInText implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "publisher-conflict/narrative",
          "文字中的部门名称与本件的公开部门不一致，需要说明",
          "The text names another department than the one that publishes",
          "公开的文件应当写明本部门名称");

  /** A department at the beginning of a sentence about its own year. */
  private static final Pattern OWN_YEAR =
      Pattern.compile(
          "^([一-龥（）()]{2,20}(?:局|委|委员会|厅|部|办公室|中心|院|处|署))(?:\\d{4}年度?)(?:部门)?(?:决算|预算|收入|支出|收支|财政拨款|一般公共预算|“三公”|机关运行|政府采购).*");

  private static final Pattern PART =
      Pattern.compile(
          "^第[一二三四五六七八九]部分(?:\\d{4}年度?)?([一-龥（）()]{2,20}(?:局|委|委员会|厅|办公室))(?:\\d{4}年度?)?(?:部门)?(?:决算|预算|概况).*");
  private static final Pattern NUMBER =
      Pattern.compile("(?:第[一二三四五六七八九]部分|[（(]?[一二三四五六七八九\\d]{1,2}[）)、.．])");
  private static final Pattern SELF =
      Pattern.compile("(?:本|我|各|全|该|上级|市|县|区|省).{0,2}(?:局|部门|单位|委|厅|处)");

  private static final String LAST_LETTERS = "局委会厅部室心院处署";
  private static final int DIGITS = 4;

  /** A number, a name and a year before 年. */
  private static final int FARTHEST = 40;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    String publisher = account.content().disclosure().publisher();
    if (publisher == null || account.content().entries().isEmpty()) {
      outcomes.cannot("公开部门未知");
      return;
    }
    List<Paragraph> texts = new ArrayList<>(account.content().paragraphs());
    for (Heading heading : account.content().outline()) {
      texts.add(new Paragraph(heading.text(), List.of(heading.text()), heading.source()));
    }
    for (Paragraph paragraph : texts) {
      String text = account.compact(paragraph);
      if (text.indexOf('年') < 0 && !text.startsWith("第")) {
        continue;
      }
      if (hasYearOfDepartment(text)) {
        String unnumbered = Compact.behind(NUMBER, text);
        check(account, publisher, paragraph, OWN_YEAR.matcher(unnumbered), outcomes);
      }
      if (text.startsWith("第")) {
        check(account, publisher, paragraph, PART.matcher(text), outcomes);
      }
    }
  }

  /** Whether the last letter of a department's name stands before the first year. */
  private static boolean hasYearOfDepartment(String text) {
    int year = text.indexOf('年');
    while (year > 0 && year <= FARTHEST) {
      int name = year - DIGITS - 1;
      if (name > 0 && LAST_LETTERS.indexOf(text.charAt(name)) >= 0) {
        return true;
      }
      year = text.indexOf('年', year + 1);
    }
    return false;
  }

  private static void check(
      Account account, String publisher, Paragraph paragraph, Matcher matcher, Outcomes outcomes) {
    if (!matcher.matches()) {
      return;
    }
    String named = Objects.requireNonNull(matcher.group(1));
    String own = core(publisher);
    String other = core(named);
    if (SELF.matcher(named).matches() || other.contains(own) || isShortFor(other, own)) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            named,
            "文字写为“" + named + "”，本件由“" + publisher + "”公开",
            List.of(Told.words("部门名称", named, paragraph.source()))));
  }

  private static String core(String name) {
    return Fold.name(name.replaceAll("[（(].*?[）)]", "").replaceFirst("^中共", ""));
  }

  /** 根河市工信局 for 根河市工业和信息化局: all of its characters, in order. */
  private static boolean isShortFor(String shorter, String name) {
    int at = 0;
    for (int i = 0; i < shorter.length(); i++) {
      at = name.indexOf(shorter.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
