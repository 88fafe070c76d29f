package mingcha.check;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;

/** 第二部分 青屿市商务局2024年度单位决算表 in a 部门决算: the document of one caliber calls itself by the other. */
final class CaliberInText implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "name-conflict/caliber",
          "文中自称部门决算（预算）与单位决算（预算）不一，需要说明",
          "The disclosure calls itself a department's in one place and a unit's in another",
          "财预〔2016〕143号：部门预决算与单位预决算分别公开");

  /** A year and a document: a department's units are called so without one. */
  private static final Pattern OWN =
      Pattern.compile(
          "^(?:第[一二三四五六七八九十]部分)?[^，。；：、\\d]{0,24}((?:19|20)\\d{2})年度?[^，。；：、\\d]{0,12}?(部门|单位)(决算|预算)(?:[表公情说编]|$).*");

  private static final Pattern INCLUDED =
      Pattern.compile("纳入[^，。；：、]{0,30}?年度?(部门|单位)(?:汇总)?(决算|预算)编制范围");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    String type = Objects.toString(account.content().disclosure().type(), "");
    Integer year = account.content().disclosure().year();
    boolean ofDepartment = type.startsWith("部门");
    if (year == null || !(ofDepartment || type.startsWith("单位"))) {
      outcomes.cannot("文种或年度未知");
      return;
    }
    String other = ofDepartment ? "单位" : "部门";
    texts(account)
        .forEach(
            paragraph -> {
              String text = account.compact(paragraph);
              if (text.contains(other + "决算") || text.contains(other + "预算")) {
                check(account, paragraph, text, other, type, outcomes);
              } else {
                outcomes.holds();
              }
            });
  }

  private static void check(
      Account account,
      Paragraph paragraph,
      String text,
      String other,
      String type,
      Outcomes outcomes) {
    Matcher own = OWN.matcher(text);
    Matcher included = INCLUDED.matcher(text);
    boolean says =
        (own.matches() && other.equals(own.group(2)))
            || (included.find() && other.equals(included.group(1)));
    if (!says) {
      outcomes.holds();
      return;
    }
    String words = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    outcomes.violated(
        new Discrepancy(
            Severity.INFO,
            account.at(paragraph),
            words,
            "文中写为“" + words + "”，本件为" + type,
            List.of(Told.words("文中", words, paragraph.source()))));
  }

  private static Stream<Paragraph> texts(Account account) {
    Stream<Heading> headings =
        Stream.concat(account.content().outline().stream(), account.content().contents().stream());
    return Stream.concat(
        headings.map(h -> new Paragraph(h.text(), List.of(h.text()), h.source())),
        account.content().paragraphs().stream());
  }
}
