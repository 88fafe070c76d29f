package mingcha.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Form;
import mingcha.disclosure.Table;

/**
 * A table without a figure, and nobody says why. Only of the forms that are empty where there is no
 * such money; of the others an empty one has not been read.
 */
final class EmptyTables implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "table-missing/empty-without-note",
          "空表没有说明原因，需要说明",
          "A table is empty, and nothing says why",
          "财预〔2016〕143号：没有数据的表格应当列出空表并说明");

  /** What the text must speak of to have explained the table. */
  private static final Map<String, String> NAMES =
      Map.of(
          Form.GOVERNMENT_FUND.id(), "政府性基金",
          Form.STATE_CAPITAL.id(), "国有资本经营",
          Form.THREE_PUBLIC.id(), "三公");

  private static final Pattern FIGURE = Pattern.compile("[-－]?\\d[\\d,，]*(?:\\.\\d+)?");

  /** The numbers of the columns, where the header could not be told from the rows. */
  private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}");

  private static final Pattern NOTHING =
      Pattern.compile(".*(?:没有|无|未|不涉及|不存在|空表|为空|为零|为0|0\\.0+|0万元|均为0).*");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Table table : account.content().tables()) {
      String name = NAMES.get(String.valueOf(table.ref().form()));
      if (name == null) {
        continue;
      }
      if (hasFigure(table) || isSaid(account, table, name)) {
        outcomes.holds();
      } else if (table.cells().isEmpty() || others(account) == 0) {
        outcomes.cannot("表可能没有读全");
      } else {
        outcomes.violated(
            new Discrepancy(
                Severity.INFO,
                account.of(table),
                table.ref().title(),
                "表中没有数字，表下和文字都没有说明",
                List.of(Told.words("空表", table.ref().title(), table.source()))));
      }
    }
  }

  private static boolean hasFigure(Table table) {
    return table.cells().stream()
        .filter(cell -> cell.row() >= table.headerRows())
        .map(cell -> Compact.of(cell.text()))
        .filter(text -> table.headerRows() > 0 || !ORDINAL.matcher(text).matches())
        .anyMatch(text -> FIGURE.matcher(text).matches());
  }

  /** Under the table, in a cell of it, or in a sentence about such money. */
  private static boolean isSaid(Account account, Table table, String name) {
    return (table.note() != null && NOTHING.matcher(Compact.of(table.note())).matches())
        || table.cells().stream()
            .map(Cell::text)
            .anyMatch(text -> NOTHING.matcher(Compact.of(text)).matches())
        || account.paragraphs().having(name, "本表", "空表").stream()
            .map(account::compact)
            .anyMatch(text -> NOTHING.matcher(text).matches());
  }

  /** How many other tables were read with figures: a reader that lost those lost this one too. */
  private static long others(Account account) {
    return account.inTables().stream().filter(line -> !line.readings().isEmpty()).count();
  }
}
