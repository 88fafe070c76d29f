package mingcha;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mingcha.check.Neighbours;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;

/** Disclosures by publisher, to find what stands beside one of them in time. */
final class Years {
  private final Map<String, List<Disclosure>> byPublisher = new HashMap<>();

  Years(List<Disclosure> all) {
    for (Disclosure disclosure : all) {
      byPublisher
          .computeIfAbsent(String.valueOf(disclosure.publisher()), p -> new ArrayList<>())
          .add(disclosure);
    }
  }

  /**
   * The neighbours of a disclosure.
   *
   * @param wholes by the ids of disclosures
   */
  Neighbours of(Disclosure disclosure, Function<String, Optional<Content>> wholes) {
    List<Disclosure> own =
        byPublisher.getOrDefault(String.valueOf(disclosure.publisher()), List.of());
    Set<Integer> years = new HashSet<>();
    own.forEach(other -> Optional.ofNullable(other.year()).ifPresent(years::add));
    Integer year = disclosure.year();
    return own.stream()
        .filter(
            other ->
                year != null
                    && other.year() != null
                    && other.year() < year
                    && Neighbours.areOfOneSeries(other, disclosure))
        .max(Comparator.comparing(other -> Objects.requireNonNull(other.year())))
        .flatMap(before -> wholes.apply(before.id()))
        .map(before -> new Neighbours(before, years))
        .orElse(Neighbours.NONE);
  }
}
