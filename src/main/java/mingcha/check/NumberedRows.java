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

/**
 * A budget's total tables number their rows: 一、二、三、 add up to the total below them, and 1. 2. 3. to
 * the row above them.
 */
final class NumberedRows implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/numbered",
          "预算总表的合计与编号各行之和不符，需要说明",
          "A total of a budget's total table is not the sum of its numbered rows",
          "部门预算公开表：合计等于一、二、三……各行之和，各行等于其下1、2、3……之和");

  private static final Pattern TOP = Pattern.compile("[一二三四五六七八九十]{1,3}[、.．].*");
  private static final Pattern SUB = Pattern.compile("(?:\\d{1,2}[、.．]|[（(]\\d{1,2}[)）]).*");
  private static final Pattern MONEY = Pattern.compile("-?\\d[\\d,]*\\.\\d{1,6}");
  private static final Pattern TOTAL =
      Pattern.compile("(?:当年|本年|本年度)?(?:收入|支出)?(?:预算)?(?:小计|合计|总计)");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    if (!account.isBudget()) {
      return;
    }
    for (Table table : account.content().tables()) {
      String form = table.ref().form();
      if (Form.INCOME_EXPENDITURE_TOTAL.id().equals(form)
          || Form.APPROPRIATION_TOTAL.id().equals(form)) {
        check(account, table, outcomes);
      }
    }
  }

  /** A name, and the figures behind it as far as the next name. */
  private record Row(String name, Map<Integer, Account.Stated> figures) {}

  private static void check(Account account, Table table, Outcomes outcomes) {
    Placed placed = Placed.of(account, table);
    if (placed.isDoubtful()) {
      outcomes.cannot("表中有存疑的数字");
      return;
    }
    Map<Integer, List<Row>> lists = new LinkedHashMap<>();
    account
        .layout()
        .rows(table)
        .forEach(
            (number, cells) -> {
              if (number >= table.headerRows()) {
                rows(cells, placed, lists);
              }
            });
    if (lists.values().stream()
        .flatMap(List::stream)
        .anyMatch(r -> MONEY.matcher(r.name()).matches())) {
      outcomes.cannot("表没有读全");
      return;
    }
    lists.values().forEach(rows -> sums(rows, outcomes));
  }

  private static void rows(List<Cell> cells, Placed placed, Map<Integer, List<Row>> lists) {
    Map<Integer, Account.Stated> figures = new LinkedHashMap<>();
    for (Cell cell : cells) {
      Optional<Account.Stated> figure = placed.at(cell);
      if (figure.isPresent()) {
        figures.put(cell.column(), figure.get());
      } else if (!cell.text().isBlank()) {
        figures = new LinkedHashMap<>();
        lists
            .computeIfAbsent(cell.column(), c -> new ArrayList<>())
            .add(new Row(Compact.of(cell.text()), figures));
      }
    }
  }

  private static void sums(List<Row> rows, Outcomes outcomes) {
    List<Row> top = new ArrayList<>();
    List<Row> sub = new ArrayList<>();
    boolean closed = false;
    for (Row row : rows) {
      if (SUB.matcher(row.name()).matches()) {
        sub.add(row);
        continue;
      }
      if (!top.isEmpty()) {
        sum(top.getLast(), sub, outcomes);
      }
      sub.clear();
      if (TOP.matcher(row.name()).matches()) {
        top.add(row);
      } else if (!closed && TOTAL.matcher(row.name()).matches()) {
        sum(row, top, outcomes);
        closed = true;
      } else if (!closed && !top.isEmpty()) {
        // A row without a number may belong to the sum, or not.
        return;
      }
    }
  }

  private static void sum(Row total, List<Row> rows, Outcomes outcomes) {
    total
        .figures()
        .forEach(
            (column, whole) -> {
              List<Reading> parts = new ArrayList<>();
              for (Row row : rows) {
                Account.Stated part = row.figures().get(column);
                if (part != null) {
                  parts.add(part.reading());
                }
              }
              if (!parts.isEmpty()) {
                Cases.sum(
                    whole,
                    "编号的" + parts.size() + "行之和",
                    parts,
                    "Σ " + parts.size() + " numbered rows",
                    outcomes);
              }
            });
  }
}
