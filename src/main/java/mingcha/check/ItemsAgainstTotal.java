package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;

/** The initial budgets that the narrative gives item by item against the total it states. */
final class ItemsAgainstTotal implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/initial-budget",
          "各项年初预算之和与所写合计不符，需要说明",
          "The itemised initial budgets do not add up to the stated total",
          "部门决算公开说明：合计为各功能分类科目之和");

  private static final Pattern TOTAL = Pattern.compile(".*一般公共预算财政拨款支出.*|合计|一般公共预算财政拨款");
  private static final int ITEM_DIGITS = 7;
  private static final int CLASS_DIGITS = 3;
  private static final int LEAST = 2;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Optional<Account.Stated> total = total(account);
    Map<String, Reading> items = items(account);
    List<Reading> unnamed = withoutCode(account);
    List<Reading> all = new ArrayList<>(items.values());
    all.addAll(unnamed);
    if (total.isEmpty() || all.size() < LEAST) {
      outcomes.cannot("文字没有写年初预算的合计或各项");
      return;
    }
    Reading stated = total.get().reading();
    if (all.stream().map(Reading::printedUnit).distinct().count() > 1) {
      // One of them is suspect itself, see UnitAmongSiblings.
      outcomes.cannot("各项的金额单位不一致");
      return;
    }
    BigDecimal sum = all.stream().map(Rounding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tolerance = Rounding.halfUnits(all).add(Rounding.halfUnit(stated));
    if (!Rounding.beyond(sum, Rounding.value(stated), tolerance)) {
      outcomes.holds();
      return;
    }
    Reading computed =
        Figures.computed(
            "budget_initial",
            stated.stage(),
            "各项年初预算之和",
            sum,
            "元",
            "Σ budget_initial, " + all.size() + " items",
            all.getFirst().source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            total.get().entry(),
            total.get().entry().name(),
            all.size() + "项年初预算之和为" + computed.raw() + "，合计写为" + Figures.printed(stated),
            List.of(stated, computed)));
  }

  /** The 项, or where the narrative goes through the 类 alone, these. */
  private static Map<String, Reading> items(Account account) {
    for (int digits : new int[] {ITEM_DIGITS, CLASS_DIGITS}) {
      Map<String, Reading> items = new LinkedHashMap<>();
      for (Entry entry : account.entries(e -> e.subject() != null)) {
        String code = entry.subject() == null ? "" : entry.subject().code();
        List<Reading> budgets = Account.stated(entry, "budget_initial", Basis.NARRATIVE);
        if (code.length() == digits && !budgets.isEmpty()) {
          items.putIfAbsent(code, budgets.getFirst());
        }
      }
      if (!items.isEmpty()) {
        return items;
      }
    }
    return Map.of();
  }

  private static Optional<Account.Stated> total(Account account) {
    for (Entry entry : account.linesAndStatements()) {
      if (entry.subject() == null && TOTAL.matcher(entry.name()).matches()) {
        List<Reading> budgets = Account.stated(entry, "budget_initial", Basis.NARRATIVE);
        if (!budgets.isEmpty()) {
          return Optional.of(new Account.Stated(entry, budgets.getFirst()));
        }
      }
    }
    return Optional.empty();
  }

  /** Items that the narrative names by their path alone. */
  private static List<Reading> withoutCode(Account account) {
    return account
        .entries(
            e -> e.kind() == EntryKind.STATEMENT && e.subject() == null && e.name().contains("（项）"))
        .stream()
        .flatMap(e -> Account.stated(e, "budget_initial", Basis.NARRATIVE).stream().limit(1))
        .toList();
  }
}
