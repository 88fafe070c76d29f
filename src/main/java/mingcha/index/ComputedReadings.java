package mingcha.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;

/**
 * What an entry does not state but whose parts it does: {@code execution_rate} = executed ÷
 * adjusted budget, {@code completion_rate} = executed ÷ initial budget, and how far the same lie
 * apart, up or down: {@code execution_gap}, {@code budget_gap}, the latter from the adjusted budget
 * where no initial one is stated; changes as {@link ComputedChanges} has them. A budget of zero
 * makes a rate not computable, never 0%.
 */
public final class ComputedReadings {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** As many as disclosures print. */
  static final int DECIMALS = 2;

  private ComputedReadings() {}

  /** The entry with the readings that can be computed. */
  public static Entry added(Entry entry) {
    List<Reading> readings = new ArrayList<>(entry.readings());
    switch (entry.kind()) {
      case PROJECT, LINE -> {
        rate(entry, "execution_rate", "执行率", "budget_adjusted").ifPresent(readings::add);
        rate(entry, "completion_rate", "完成年初预算", "budget_initial").ifPresent(readings::add);
        gap(entry, "execution_gap", "全年预算执行差额", "budget_adjusted").ifPresent(readings::add);
        gap(entry, "budget_gap", "预决算差额", "budget_initial")
            .or(() -> gap(entry, "budget_gap", "预决算差额", "budget_adjusted"))
            .ifPresent(readings::add);
        readings.addAll(ComputedChanges.of(entry));
      }
      case STATEMENT -> readings.addAll(ComputedChanges.of(entry));
      case INDICATOR -> ComputedAttainment.of(entry).ifPresent(readings::add);
      case PASSAGE, ROW, FINDING -> {}
    }
    if (readings.size() == entry.readings().size()) {
      return entry;
    }
    return new Entry(
        entry.id(),
        entry.kind(),
        entry.name(),
        entry.text(),
        entry.path(),
        entry.scope(),
        entry.disclosure(),
        entry.table(),
        entry.subject(),
        entry.rule(),
        entry.severity(),
        readings,
        entry.aka());
  }

  private static Optional<Reading> rate(Entry entry, String metric, String label, String budget) {
    boolean known = entry.readings().stream().anyMatch(reading -> is(metric, reading, entry));
    Optional<Reading> whole = planned(entry, budget);
    Optional<Reading> part = spent(entry);
    if (known || whole.isEmpty() || part.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal divisor = whole.get().value();
    BigDecimal dividend = part.get().value();
    if (divisor == null || dividend == null || divisor.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal value = dividend.multiply(HUNDRED).divide(divisor, DECIMALS, RoundingMode.HALF_UP);
    return Optional.of(
        rate(metric, label, value, formula(part.get(), " ÷ ", whole.get()), part.get()));
  }

  static Reading rate(String metric, String label, BigDecimal value, String formula, Reading from) {
    return computed(metric, label, value, "%", value.toPlainString(), "%", formula, from.source());
  }

  private static Optional<Reading> gap(Entry entry, String metric, String label, String budget) {
    boolean known = entry.readings().stream().anyMatch(reading -> is(metric, reading, entry));
    Optional<Reading> plan = planned(entry, budget);
    BigDecimal planned = plan.map(Reading::value).orElse(null);
    Optional<Reading> spent = spent(entry);
    BigDecimal executed = spent.map(Reading::value).orElse(null);
    if (known || planned == null || executed == null) {
      return Optional.empty();
    }
    BigDecimal value = executed.subtract(planned).abs();
    String formula = "|" + formula(spent.orElseThrow(), " − ", plan.orElseThrow()) + "|";
    return spent.map(from -> money(metric, label, value, formula, from));
  }

  /** In the unit that the amounts are printed in. */
  static Reading money(
      String metric, String label, BigDecimal value, String formula, Reading from) {
    String printedUnit = Objects.requireNonNullElse(from.printedUnit(), "元");
    int zeros =
        switch (printedUnit) {
          case "千元" -> 3;
          case "万元" -> 4;
          case "亿元" -> 8;
          default -> 0;
        };
    BigDecimal shown = value.movePointLeft(zeros).stripTrailingZeros();
    return computed(
        metric,
        label,
        value,
        "元",
        shown.toPlainString(),
        zeros == 0 ? "元" : printedUnit,
        formula,
        from.source());
  }

  private static Reading computed(
      String metric,
      String label,
      BigDecimal value,
      String unit,
      String raw,
      String printedUnit,
      String formula,
      Source source) {
    return new Reading(
        metric,
        null,
        label,
        List.of(label),
        value,
        unit,
        raw,
        printedUnit,
        Basis.COMPUTED,
        formula,
        null,
        source);
  }

  private static Optional<Reading> spent(Entry entry) {
    return first(entry, "executed").or(() -> itsOwn(entry, Stage.FINAL));
  }

  private static Optional<Reading> planned(Entry entry, String budget) {
    Stage stage = budget.equals("budget_initial") ? Stage.INITIAL : Stage.ADJUSTED;
    return first(entry, budget).or(() -> itsOwn(entry, stage));
  }

  /** 公务接待费 has no 决算数 besides: its line's own metric, as budgeted and as spent. */
  private static Optional<Reading> itsOwn(Entry entry, Stage stage) {
    boolean line = entry.kind() == EntryKind.LINE && first(entry, "executed").isEmpty();
    List<String> staged =
        entry.readings().stream()
            .filter(r -> r.stage() == Stage.FINAL && isStaged(r))
            .map(Reading::metric)
            .distinct()
            .toList();
    return line && staged.size() == 1
        ? entry.readings().stream()
            .filter(r -> r.stage() == stage && isStaged(r) && staged.contains(r.metric()))
            .min((a, b) -> a.basis().compareTo(b.basis()))
        : Optional.empty();
  }

  private static boolean isStaged(Reading reading) {
    return reading.metric() != null
        && !reading.metric().startsWith("budget_")
        && reading.doubt() == null
        && reading.value() != null
        && "元".equals(reading.unit());
  }

  private static String formula(Reading part, String op, Reading whole) {
    String same = part.metric() == null ? "" : part.metric();
    boolean own = same.equals(whole.metric());
    return same + op + whole.metric() + (own ? "." + whole.stage() : "");
  }

  /** What the table says, else the narrative. */
  static Optional<Reading> first(Entry entry, String metric) {
    return entry.readings().stream()
        .filter(r -> is(metric, r, entry) && r.basis() != Basis.COMPUTED && r.value() != null)
        .min((a, b) -> a.basis().compareTo(b.basis()));
  }

  static boolean is(String metric, Reading reading, Entry entry) {
    return metric.equals(reading.metric()) && CountedReadings.counts(reading, entry.disclosure());
  }
}
