package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;

/**
 * 支出预算表 among 收入决算表, 收入支出决算总表 and the others of a final account; or a section about 支出预算情况 among
 * those about 决算情况.
 */
final class KindInTitles implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "name-conflict/kind",
          "表名或标题写为预算（决算），而其他表名、标题均为决算（预算），需要说明",
          "One title speaks of a budget among those of a final account, or the other way round",
          "财预〔2016〕143号：部门预算、部门决算分别公开");

  private static final Pattern TABLE = Pattern.compile(".*(预算|决算)(?:总表|明细表|表)");
  private static final Pattern SECTION =
      Pattern.compile(
          "(?:第[一二三四五六]部分|[一二三四五六七八九十]{1,2}、).*(?:收入|支出|部门|单位)(预算|决算)(?:表|总体|结构|具体)?(?:情况)?(?:说明)?");
  private static final List<String> TWO = List.of("决算", "预算");
  private static final int LEAST_OTHERS = 4;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  private record Title(String text, String kind, Source source, Supplier<Entry> at) {}

  @Override
  public void check(Account account, Outcomes outcomes) {
    String type = Objects.toString(account.content().disclosure().type(), "");
    String own = TWO.stream().filter(type::endsWith).findFirst().orElse("");
    if (own.isEmpty() || account.content().entries().isEmpty()) {
      outcomes.cannot("文种未知");
      return;
    }
    List<Title> titles =
        Stream.concat(tables(account).stream(), headings(account).stream()).toList();
    List<Title> odd = titles.stream().filter(t -> !t.kind().equals(own)).toList();
    if (odd.size() > 1 || titles.size() - odd.size() < LEAST_OTHERS) {
      outcomes.cannot("表名、标题写法不一");
      return;
    }
    for (int i = odd.size(); i < titles.size(); i++) {
      outcomes.holds();
    }
    for (Title title : odd) {
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              title.at().get(),
              title.text(),
              "写为“" + title.text() + "”，其他" + (titles.size() - 1) + "处均为" + own,
              List.of(Told.words("标题", title.text(), title.source()))));
    }
  }

  private static List<Title> tables(Account account) {
    List<Title> titles = new ArrayList<>();
    for (Table table : account.content().tables()) {
      String text = Compact.of(table.ref().title());
      Matcher matcher = TABLE.matcher(text);
      // “三公”经费支出预算表 may stand beside that of what was spent.
      boolean own = table.ref().form() != null && !text.contains("三公");
      if (own && matcher.matches()) {
        String kind = String.valueOf(matcher.group(1));
        titles.add(new Title(table.ref().title(), kind, table.source(), () -> account.of(table)));
      }
    }
    return titles;
  }

  /** Those of a budget also look back at last year's account. */
  private static List<Title> headings(Account account) {
    List<Title> titles = new ArrayList<>();
    for (Heading heading : account.isBudget() ? List.<Heading>of() : account.content().outline()) {
      String text = Compact.of(heading.text());
      Matcher matcher = SECTION.matcher(text);
      if (matcher.matches() && !text.contains("三公") && !text.contains("绩效")) {
        Paragraph at = new Paragraph(heading.text(), List.of(heading.text()), heading.source());
        String kind = String.valueOf(matcher.group(1));
        titles.add(new Title(heading.text(), kind, heading.source(), () -> account.at(at)));
      }
    }
    return titles;
  }
}
