package mingcha.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Changes on last year that an entry does not state but whose parts it does: from last year's
 * figure beside this year's, {@code M_change_amount} = M − prior and {@code M_change} of it in per
 * cent of prior; from 比上年减少5万元 alone, what last year's figure must have been. What grew out of
 * nothing has no rate.
 */
final class ComputedChanges {
  private static final String AMOUNT = "_change_amount";
  private static final String RATE = "_change";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Entry entry;

  private ComputedChanges(Entry entry) {
    this.entry = entry;
  }

  static List<Reading> of(Entry entry) {
    ComputedChanges changes = new ComputedChanges(entry);
    return entry.readings().stream()
        .filter(reading -> reading.metric() != null && reading.basis() != Basis.COMPUTED)
        .map(reading -> Objects.requireNonNull(reading.metric()).replaceFirst(AMOUNT + "$", ""))
        .distinct()
        .filter(metric -> Metrics.standard().find(metric + AMOUNT) != null)
        .flatMap(metric -> changes.ofMetric(metric).stream())
        .toList();
  }

  private List<Reading> ofMetric(String metric) {
    Optional<Reading> now = ComputedReadings.first(entry, metric);
    BigDecimal value = now.map(Reading::value).orElse(null);
    if (now.isEmpty() || value == null) {
      return List.of();
    }
    List<Reading> computed = new ArrayList<>();
    BigDecimal amount = only(stated(metric + AMOUNT));
    BigDecimal prior = only(priors(metric));
    String of = now.get().label();
    if (prior == null && amount != null) {
      prior = value.subtract(amount);
    } else if (prior != null && stated(metric + AMOUNT).isEmpty()) {
      amount = value.subtract(prior);
      computed.add(
          ComputedReadings.money(
              metric + AMOUNT, of + "增减额", amount, metric + " − prior", now.get()));
    }
    if (amount != null && prior != null && prior.signum() > 0 && stated(metric + RATE).isEmpty()) {
      BigDecimal rate =
          amount.multiply(HUNDRED).divide(prior, ComputedReadings.DECIMALS, RoundingMode.HALF_UP);
      computed.add(
          ComputedReadings.rate(
              metric + RATE, of + "增减率", rate, metric + AMOUNT + " ÷ prior", now.get()));
    }
    return computed;
  }

  private List<BigDecimal> stated(String metric) {
    return entry.readings().stream()
        .filter(reading -> ComputedReadings.is(metric, reading, entry))
        .map(Reading::value)
        .filter(Objects::nonNull)
        .toList();
  }

  private List<BigDecimal> priors(String metric) {
    return entry.readings().stream()
        .filter(
            reading ->
                metric.equals(reading.metric()) && CountedReadings.counts(reading, Stage.PRIOR))
        .map(Reading::value)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The one value that all say; null where none or several do. */
  private static @Nullable BigDecimal only(List<BigDecimal> values) {
    boolean one =
        !values.isEmpty() && values.stream().allMatch(v -> v.compareTo(values.getFirst()) == 0);
    return one ? values.getFirst() : null;
  }
}
