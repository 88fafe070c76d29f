package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.disclosure.Table;

/** “本表无数据” under a table that has data, or a narrative that denies what a table holds. */
final class NoData implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/no-data",
          "写明无数据或没有此项收支，而表中有数，需要说明",
          "A table or the narrative says that there is nothing, and the table has figures",
          "财预〔2016〕143号：没有数据的表格应当列出空表并说明");

  private static final List<String> NOTHING = List.of("本表无数据", "此表无数据", "本表为空");
  private static final String NOBODY =
      "(?:(?:本|我)?(?:部门|单位|局)?|[^，。；：、\\d]{4,30})(?:\\d{4}年度?)?(?:没有|无)";
  private static final Map<Form, Pattern> DENIED =
      Map.of(
          Form.GOVERNMENT_FUND,
          Pattern.compile(NOBODY + "政府性基金(?:预算)?(?:财政拨款)?(?:收支|支出|收入和支出|收入支出|预算支出|安排).*"),
          Form.STATE_CAPITAL,
          Pattern.compile(NOBODY + "国有资本经营(?:预算)?(?:财政拨款)?(?:收支|支出|收入和支出|收入支出|预算支出|安排).*"));

  /** What a section on a fund says was spent; a list of revenues names funds of 0 too. */
  private static final Map<String, Pattern> SPENT =
      Map.of(
          Form.GOVERNMENT_FUND.id(),
          Pattern.compile("(?:^|年度?|部门|单位|局)政府性基金(?:预算)?(?:财政拨款)?支出(?:决算)?[为是]?" + InText.MONEY),
          Form.STATE_CAPITAL.id(),
          Pattern.compile("(?:^|年度?|部门|单位|局)国有资本经营(?:预算)?(?:财政拨款)?支出(?:决算)?[为是]?" + InText.MONEY));

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Table table : account.content().tables()) {
      String note = table.note() == null ? "" : Compact.of(table.note());
      if (table.ref().form() != null && NOTHING.stream().anyMatch(note::contains)) {
        List<Entry> lines =
            account.entries(e -> e.table() != null && table.ref().equals(e.table()));
        figure(lines)
            .ifPresentOrElse(
                some -> tell(some, "本表无数据", new ArrayList<>(), outcomes), outcomes::holds);
        if (Form.THREE_PUBLIC.id().equals(table.ref().form())) {
          told(account, note, table, outcomes);
        }
        Pattern spent = SPENT.get(table.ref().form());
        if (spent != null && figure(lines).isEmpty()) {
          spent(account, spent, note, table, outcomes);
        }
      }
    }
    for (Paragraph paragraph : account.paragraphs().having("政府性基金", "国有资本经营")) {
      String text = account.compact(paragraph);
      DENIED.forEach(
          (form, denial) -> {
            if (denial.matcher(text).matches()) {
              Reading said = Told.words("文字说明", paragraph.text(), paragraph.source());
              figure(account.lines(form))
                  .ifPresentOrElse(
                      some -> tell(some, "文字写为没有此项收支", List.of(said), outcomes), outcomes::holds);
            }
          });
    }
  }

  /** An empty table of a fund, and the narrative tells of money of that fund. */
  private static void spent(
      Account account, Pattern spent, String note, Table table, Outcomes outcomes) {
    for (Paragraph paragraph : account.explained().having("政府性基金", "国有资本经营")) {
      Matcher told = spent.matcher(account.compact(paragraph));
      if (told.find()) {
        Reading amount = InText.figure("文字说明", told.group(1), told.group(2), paragraph.source());
        if (Rounding.value(amount).signum() != 0) {
          outcomes.violated(
              new Discrepancy(
                  Severity.WARN,
                  account.at(paragraph),
                  table.ref().title(),
                  "表写明无数据，文字为" + amount.raw(),
                  List.of(amount, Told.words("表下说明", note, table.source()))));
          return;
        }
      }
    }
  }

  /** An empty table of “三公”, of which the narrative gives an amount. */
  private static void told(Account account, String note, Table table, Outcomes outcomes) {
    for (String metric : List.of("three_public", "overseas_travel", "vehicle", "reception")) {
      account.stated().ofTheWhole(metric, Stage.FINAL, Basis.NARRATIVE).stream()
          .filter(s -> Rounding.value(s.reading()).signum() != 0)
          .filter(s -> s.entry().path().stream().anyMatch(h -> h.contains("三公")))
          .findFirst()
          .ifPresent(
              said ->
                  outcomes.violated(
                      new Discrepancy(
                          Severity.WARN,
                          said.entry(),
                          said.entry().name(),
                          "“三公”经费表写明无数据，文字为" + Figures.printed(said.reading()),
                          List.of(said.reading(), Told.words("表下说明", note, table.source())))));
    }
  }

  private static Optional<Account.Stated> figure(List<Entry> lines) {
    return lines.stream()
        .flatMap(
            line ->
                Account.table(line).stream()
                    .filter(r -> "元".equals(r.unit()) && Rounding.value(r).signum() != 0)
                    .map(r -> new Account.Stated(line, r)))
        .findFirst();
  }

  private static void tell(
      Account.Stated some, String said, List<Reading> more, Outcomes outcomes) {
    List<Reading> readings = new ArrayList<>(List.of(some.reading()));
    readings.addAll(more);
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            some.entry(),
            some.entry().name(),
            said + "，表中" + some.reading().label() + "为" + Figures.printed(some.reading()),
            readings));
  }
}
