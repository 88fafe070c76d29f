package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;
import org.jspecify.annotations.Nullable;

/** A statutory table captioned 2022年度, or a form of (2022年度), in the disclosure of 2023. */
final class YearInTables implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "year-conflict/table",
          "表上所写的年度与本决算（预算）的年度不一致，需要说明",
          "A table is captioned with another year than the disclosure's",
          "部门决算公开格式：各表写明本年度");

  private static final Pattern CAPTION =
      Pattern.compile("(?=2)(?<!\\d)(20\\d{2})\\s*年度?(?!\\s*\\d{1,2}\\s*月)");
  private static final Pattern FORM = Pattern.compile("[（(]?\\s*(20\\d{2})\\s*年度\\s*[）)]?");
  private static final int LONGEST_YEAR = 12;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Integer year = account.content().disclosure().year();
    if (year == null || account.content().entries().isEmpty()) {
      outcomes.cannot("年度未知");
      return;
    }
    for (Table table : account.content().tables()) {
      if (table.ref().form() == null) {
        forms(account, table, year, outcomes);
      } else if (table.caption() != null) {
        Matcher matcher = CAPTION.matcher(table.caption());
        check(
            account,
            table,
            matcher.find() ? matcher.group(1) : null,
            table.source(),
            year,
            outcomes);
      }
    }
  }

  /** The year that a form of a project is of stands alone in a row. */
  private static void forms(Account account, Table table, int year, Outcomes outcomes) {
    for (Cell cell : table.cells()) {
      String text = cell.text();
      if (text.length() <= LONGEST_YEAR && text.contains("年度")) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
          check(account, table, matcher.group(1), cell.source(), year, outcomes);
        }
      }
    }
  }

  private static void check(
      Account account,
      Table table,
      @Nullable String said,
      Source source,
      int year,
      Outcomes outcomes) {
    if (said == null) {
      outcomes.cannot("表上没有写年度");
    } else if (said.equals(Integer.toString(year))) {
      outcomes.holds();
    } else {
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              account.of(table),
              table.ref().title(),
              "表上写为" + said + "年，本件为" + year + "年",
              List.of(
                  new Reading(
                      null,
                      null,
                      "表上年度",
                      List.of("表上年度"),
                      new BigDecimal(said),
                      "年",
                      said,
                      null,
                      Basis.TABLE,
                      null,
                      null,
                      source),
                  Figures.computed(
                      null,
                      null,
                      "本件年度",
                      BigDecimal.valueOf(year),
                      "年",
                      "year of the disclosure",
                      source))));
    }
  }
}
