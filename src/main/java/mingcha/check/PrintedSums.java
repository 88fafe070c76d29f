package mingcha.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/**
 * The sums that the tables of subjects must hold, across and down, also with figures that are in
 * doubt: each row's total column and its other columns, each subject and the subjects right below.
 */
final class PrintedSums {
  private static final Pattern TOTAL = Pattern.compile("(?:本年)?(?:收入|支出)?(?:合计|小计)");

  private PrintedSums() {}

  /** A figure and those that it is the sum of; the same figure is the same object in all sums. */
  record Sum(Reading total, List<Reading> parts) {
    Sum {
      parts = List.copyOf(parts);
    }

    /** All of its figures. */
    List<Reading> figures() {
      List<Reading> figures = new ArrayList<>(parts);
      figures.add(total);
      return figures;
    }
  }

  static List<Sum> of(Account account) {
    List<Sum> sums = new ArrayList<>();
    for (Form form : SubjectSums.FORMS) {
      for (List<Entry> table : account.tables(form)) {
        if (form != Form.BASIC_EXPENDITURE) {
          table.forEach(line -> across(line, sums));
        }
        down(table, form, sums);
      }
    }
    return sums;
  }

  private static void across(Entry line, List<Sum> sums) {
    List<Reading> row = printed(line);
    boolean within =
        row.stream().anyMatch(r -> r.labelPath().stream().anyMatch(l -> l.contains("其中")));
    if (row.size() > 1 && !within && TOTAL.matcher(row.getFirst().label()).matches()) {
      sums.add(new Sum(row.getFirst(), row.subList(1, row.size())));
    }
  }

  private static void down(List<Entry> table, Form form, List<Sum> sums) {
    Map<String, Map<String, Reading>> columns = new LinkedHashMap<>();
    for (Entry line : table) {
      String code = line.subject() == null ? "" : line.subject().code();
      for (Reading reading : printed(line)) {
        columns
            .computeIfAbsent(reading.label(), l -> new LinkedHashMap<>())
            .putIfAbsent(code, reading);
      }
    }
    columns.values().forEach(column -> down(column, form, sums));
  }

  private static void down(Map<String, Reading> column, Form form, List<Sum> sums) {
    Map<String, List<Reading>> below = new LinkedHashMap<>();
    column.forEach(
        (code, reading) ->
            SubjectSums.above(code)
                .filter(parent -> form != Form.BASIC_EXPENDITURE || !parent.isEmpty())
                .ifPresent(
                    parent -> below.computeIfAbsent(parent, p -> new ArrayList<>()).add(reading)));
    below.forEach(
        (parent, parts) -> {
          Reading total = column.get(parent);
          if (total != null) {
            sums.add(new Sum(total, parts));
          }
        });
  }

  private static List<Reading> printed(Entry line) {
    return line.readings().stream()
        .filter(r -> r.basis() == Basis.TABLE && "元".equals(r.unit()))
        .toList();
  }
}
