package mingcha.check;

import java.util.List;
import java.util.Objects;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;

/** 名词解释: a disclosure in parts, with explanations, explains its terms too. */
final class Glossary implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "section-missing/glossary",
          "没有名词解释，需要说明",
          "The disclosure explains none of its terms",
          "财预〔2016〕143号：对专业性较强的名词进行解释");

  private static final List<String> NAMES = List.of("名词", "术语", "词语解释", "概念解释");
  private static final int LEAST_PARTS = 3;
  private static final int LEAST_EXPLAINED = 6;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    String type = Objects.toString(account.content().disclosure().type(), "");
    List<Heading> outline = account.content().outline();
    List<Heading> parts =
        outline.stream().filter(h -> Compact.of(h.text()).matches("第[一二三四五六七八九]部分.*")).toList();
    long explained = outline.stream().filter(h -> h.text().contains("说明")).count();
    if (!type.matches("(?:部门|单位)(?:决算|预算)")
        || parts.size() < LEAST_PARTS
        || explained < LEAST_EXPLAINED) {
      outcomes.cannot("不是分部分的完整公开文本，或标题没有读全");
    } else if (isThere(account)) {
      outcomes.holds();
    } else {
      Heading last = parts.getLast();
      outcomes.violated(
          new Discrepancy(
              Severity.INFO,
              account.at(new Paragraph("", List.of(last.text()), last.source())),
              "名词解释",
              "各标题和各段落都没有提到名词解释",
              List.of(Told.words("最后一个部分", last.text(), last.source()))));
    }
  }

  private static boolean isThere(Account account) {
    return account.content().outline().stream()
            .anyMatch(h -> NAMES.stream().anyMatch(h.text()::contains))
        || account
            .paragraphs()
            .having("名词", "术语", "词语解释", "概念解释", "：指", ":指", "是指")
            .iterator()
            .hasNext();
  }
}
