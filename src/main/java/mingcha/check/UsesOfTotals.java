package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/**
 * A budget's total table gives expenditure by its functions and by its uses, and the year's total
 * below: three figures that are one. Where two of them agree the rows were read, and the third is
 * wrong.
 */
final class UsesOfTotals implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/uses",
          "预算总表按功能分类、按支出用途的各行之和与本年支出不符，需要说明",
          "A budget's expenditure by function, by use and in total are not one",
          "部门预算收支总表：按功能分类之和=按支出用途之和=本年支出合计");

  private static final Pattern TOTAL = Pattern.compile("(?:当年|本年)支出(?:小计|合计)");
  private static final Pattern NO_ITEM = Pattern.compile(".*(?:合计|总计|小计|结转|结余).*");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    boolean found = false;
    for (List<Entry> table : account.tables(Form.INCOME_EXPENDITURE_TOTAL)) {
      Optional<Account.Stated> total =
          table.stream()
              .filter(line -> TOTAL.matcher(line.name()).matches())
              .flatMap(line -> Account.cell(line).stream())
              .findFirst();
      List<List<Reading>> ways = new ArrayList<>(ways(table).values());
      if (account.isBudget() && total.isPresent() && ways.size() == 2) {
        found = true;
        check(total.get(), ways.getFirst(), ways.getLast(), outcomes);
      }
    }
    if (!found) {
      outcomes.cannot("没有分别按功能分类与支出用途列支出");
    }
  }

  /** The rows of expenditure by the header above them. */
  private static Map<List<String>, List<Reading>> ways(List<Entry> table) {
    Map<List<String>, List<Reading>> ways = new LinkedHashMap<>();
    for (Entry line : table) {
      for (Reading reading : Account.table(line)) {
        List<String> path = reading.labelPath();
        boolean spent = path.size() == 3 && path.getFirst().equals("支出");
        if (spent && !NO_ITEM.matcher(line.name()).matches()) {
          ways.computeIfAbsent(path, p -> new ArrayList<>()).add(reading);
        }
      }
    }
    return ways;
  }

  private static void check(
      Account.Stated total, List<Reading> functions, List<Reading> uses, Outcomes outcomes) {
    boolean byFunction = isSum(total.reading(), functions);
    boolean byUse = isSum(total.reading(), uses);
    BigDecimal tolerance = Rounding.halfUnits(functions).add(Rounding.halfUnits(uses));
    boolean alike = !Rounding.beyond(Cases.add(functions), Cases.add(uses), tolerance);
    if (byFunction && byUse) {
      outcomes.holds();
    } else if (!byFunction && !byUse && !alike) {
      outcomes.cannot("各行可能没有读全");
    } else {
      boolean function = !byFunction;
      List<Reading> odd = function ? functions : uses;
      String what = (function ? "按功能分类" : "按支出用途") + odd.size() + "行之和";
      Cases.sum(total, what, odd, "Σ " + odd.size() + " rows above", outcomes);
    }
  }

  private static boolean isSum(Reading total, List<Reading> parts) {
    BigDecimal tolerance = Rounding.halfUnits(parts).add(Rounding.halfUnit(total));
    return !Rounding.beyond(Cases.add(parts), Rounding.value(total), tolerance);
  }
}
