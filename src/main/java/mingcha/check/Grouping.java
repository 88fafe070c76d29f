package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;

/**
 * 1,76.55 or 2,3384.38: between two separators there are three digits, so one was lost or is too
 * many. Such a figure is read as none, so no sum would tell.
 */
final class Grouping implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "wording/grouping",
          "金额的千分位分组有误，可能多写或漏写数字，需要说明",
          "The digits of an amount are not grouped by three: one may be missing or too many",
          "GB/T 15835—2011：整数部分从小数点起每三位一组");

  private static final Pattern MISGROUPED =
      Pattern.compile(
          "(?=[\\d,])(?<![\\d.,，])(?:\\d{1,3}(?:,\\d{3})*,(?:\\d{1,2}|\\d{4,9})(?:,\\d{3})*|,\\d{3})"
              + "(?:\\.\\d{1,2}(?![\\d,.])|(?=\\s*[万亿]元))");

  /** 分别为11,12.5万元 lists two figures. */
  private static final String LISTED = "分别";

  /** More than that are due to how the file was read. */
  private static final int MOST = 2;

  private static final int BEFORE = 16;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Paragraph> places = new ArrayList<>(account.content().paragraphs());
    for (Table table : account.content().tables()) {
      for (Cell cell : table.cells()) {
        if (cell.text().indexOf(',') >= 0) {
          places.add(new Paragraph(cell.text(), table.path(), cell.source()));
        }
      }
    }
    List<Discrepancy> found = new ArrayList<>();
    for (Paragraph place : places) {
      if (place.text().indexOf(',') >= 0) {
        look(account, place, found);
      }
    }
    if (account.content().entries().isEmpty() || account.isHardlyLegible() || found.size() > MOST) {
      outcomes.cannot("文字可能没有读对");
    } else if (found.isEmpty()) {
      outcomes.holds();
    } else {
      found.forEach(outcomes::violated);
    }
  }

  private static void look(Account account, Paragraph place, List<Discrepancy> found) {
    String text = place.text();
    Matcher matcher = MISGROUPED.matcher(text);
    while (matcher.find()) {
      String before = text.substring(Math.max(0, matcher.start() - BEFORE), matcher.start());
      if (!before.contains(LISTED)) {
        Source source = place.source();
        found.add(
            new Discrepancy(
                Severity.WARN,
                account.at(place),
                matcher.group(),
                "写为“" + Told.around(text, matcher.start(), matcher.end()) + "”",
                List.of(Told.words("金额", matcher.group(), source))));
      }
    }
  }
}
