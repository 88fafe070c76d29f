package mingcha.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Table;
import org.jspecify.annotations.Nullable;

/**
 * Tables that no other rule adds up: their rows bear subject codes (302 商品和服务支出, 30201 办公费), or the
 * ordinals of goods, works and services; the rows below add up to the one above.
 */
final class CodedRows implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/coded-rows",
          "表中上级行与所属下级各行之和不符，需要说明",
          "A row is not the sum of the rows below it",
          "政府收支分类科目逐级汇总；政府采购法：采购对象为货物、工程和服务");

  private static final Pattern CODE = Pattern.compile("\\d{3}|\\d{5}|\\d{7}");
  private static final Pattern KIND = Pattern.compile("[一二三][、.．](?:货物|工程|服务).*");
  private static final Pattern MONEY = Pattern.compile("-?\\d[\\d,]*\\.\\d{1,6}");
  private static final int LEAST = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Table table : account.content().tables()) {
      if (isOwn(table.ref().form()) && table.unit() != null) {
        check(account, table, outcomes);
      }
    }
  }

  /** Other forms have rules of their own. */
  private static boolean isOwn(@Nullable String form) {
    return form == null
        || form.equals(Form.OPERATING_FUNDS.id())
        || form.equals(Form.PROCUREMENT.id());
  }

  /** The amounts of a table by column and by the code of their row. */
  private static void check(Account account, Table table, Outcomes outcomes) {
    Map<Integer, Map<String, Account.Stated>> columns = new LinkedHashMap<>();
    Placed placed = Placed.of(account, table);
    if (placed.isDoubtful()) {
      outcomes.cannot("表中有存疑的数字");
      return;
    }
    int coded = 0;
    for (Map.Entry<Integer, List<Cell>> row : account.layout().rows(table).entrySet()) {
      String code = row.getKey() < table.headerRows() ? null : code(row.getValue());
      if (code == null) {
        continue;
      }
      coded += code.isEmpty() ? 0 : 1;
      for (Cell cell : row.getValue()) {
        Optional<Account.Stated> figure = placed.at(cell);
        if (figure.isEmpty() && MONEY.matcher(Compact.of(cell.text())).matches()) {
          outcomes.cannot("表没有读全");
          return;
        }
        if (figure.isPresent()
            && columns
                    .computeIfAbsent(cell.column(), c -> new LinkedHashMap<>())
                    .putIfAbsent(code, figure.get())
                != null) {
          // Several lists in one table.
          return;
        }
      }
    }
    if (coded >= 2) {
      columns.values().stream()
          .filter(column -> column.size() >= LEAST)
          .forEach(column -> sums(column, outcomes));
    }
  }

  /** The code of a row, a kind of procurement, nothing for the total; null where it has none. */
  private static @Nullable String code(List<Cell> row) {
    for (Cell cell : row) {
      String text = Compact.of(cell.text());
      if (CODE.matcher(text).matches()) {
        return text;
      }
      if (KIND.matcher(text).matches()) {
        return text.substring(0, 1);
      }
      if (text.equals("合计") || text.equals("总计")) {
        return "";
      }
      if (!text.isEmpty()) {
        return null;
      }
    }
    return null;
  }

  private static void sums(Map<String, Account.Stated> column, Outcomes outcomes) {
    Map<String, List<Reading>> below = new LinkedHashMap<>();
    column.forEach(
        (code, stated) -> {
          int digits = code.length() <= LEAST ? 0 : code.length() - 2;
          if (!code.isEmpty()) {
            below
                .computeIfAbsent(code.substring(0, digits), c -> new ArrayList<>())
                .add(stated.reading());
          }
        });
    below.forEach(
        (code, parts) -> {
          Account.Stated total = column.get(code);
          if (total != null) {
            Cases.sum(
                total,
                "下级" + parts.size() + "行之和",
                parts,
                "Σ " + parts.size() + " rows below",
                outcomes);
          }
        });
  }
}
