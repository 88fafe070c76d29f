package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import mingcha.check.PrintedSums.Sum;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/**
 * Figures that are hardly legible on their picture, but make the sums hold that they stand in. A
 * digit misread makes a sum wrong by the whole of what it differs by; so one sum of several
 * figures, all others of which are sure, confirms a figure, if it holds to the last digit. A figure
 * that is merely the same as another may be misread like it: two others must be the same.
 */
final class Confirmed {
  private static final int ENOUGH = 2;

  private Confirmed() {}

  /** The same content, without doubts of confirmed figures. */
  static Content of(Content content) {
    if (content.pictures().isEmpty()) {
      return content;
    }
    Content done = content;
    while (true) {
      Account account = new Account(done);
      Set<Reading> confirmed = account.isHardlyLegible() ? confirmed(account) : Set.of();
      if (confirmed.isEmpty()) {
        return done;
      }
      done = with(done, confirmed);
    }
  }

  private static Set<Reading> confirmed(Account account) {
    IdentityHashMap<Reading, Integer> seconded = new IdentityHashMap<>();
    Set<Reading> contradicted = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Sum sum : PrintedSums.of(account)) {
      List<Reading> figures = sum.figures();
      List<Reading> unsure = figures.stream().filter(r -> !Account.isSure(r)).toList();
      if (unsure.size() == 1 && isNumber(unsure.getFirst())) {
        if (isExact(sum)) {
          int strength = figures.size() > 2 ? ENOUGH : 1;
          seconded.merge(unsure.getFirst(), strength, Integer::sum);
        } else {
          contradicted.add(unsure.getFirst());
        }
      }
    }
    Set<Reading> confirmed = Collections.newSetFromMap(new IdentityHashMap<>());
    seconded.forEach(
        (reading, strength) -> {
          if (strength >= ENOUGH && !contradicted.contains(reading)) {
            confirmed.add(reading);
          }
        });
    return confirmed;
  }

  private static boolean isNumber(Reading reading) {
    return Account.isHardlyLegible(reading) && reading.value() != null;
  }

  private static boolean isExact(Sum sum) {
    BigDecimal parts =
        sum.parts().stream().map(Rounding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    return parts.compareTo(Rounding.value(sum.total())) == 0;
  }

  private static Content with(Content content, Set<Reading> confirmed) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : content.entries()) {
      boolean any = entry.readings().stream().anyMatch(confirmed::contains);
      entries.add(
          any
              ? entry.with(
                  entry.readings().stream()
                      .map(r -> confirmed.contains(r) ? r.confirmed() : r)
                      .toList())
              : entry);
    }
    return content.with(entries);
  }
}
