package mingcha.interpret;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;

/** Which figures are readings already, by the place where they stand. */
final class ReadFigures {
  private static final Set<String> POINTS = Set.of("weight", "score");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** By place alone: two cells of one line are one place. */
  private static final Comparator<Source> PLACE = Outline.READING_ORDER;

  private final NavigableMap<Source, Set<String>> raws = new TreeMap<>(PLACE);

  /** The measured figures of projects: metric and value. */
  private final Set<String> ofProjects = new HashSet<>();

  ReadFigures(List<DraftEntry> drafts) {
    for (DraftEntry draft : drafts) {
      for (Reading reading : draft.readings()) {
        if (draft.kind() == EntryKind.PROJECT) {
          ofProjects.add(key(reading));
        }
        raws.computeIfAbsent(reading.source(), s -> new HashSet<>())
            .add(Line.compact(reading.raw()));
      }
    }
  }

  /** As printed, without spaces, at one place. */
  Set<String> at(Source place) {
    return raws.getOrDefault(place, Set.of());
  }

  /** As printed, without spaces, from one place up to the next. */
  Set<String> between(Source from, @Nullable Source to) {
    Set<String> found = new HashSet<>();
    NavigableMap<Source, Set<String>> part =
        to == null ? raws.tailMap(from, true) : raws.subMap(from, true, later(from, to), false);
    for (Entry<Source, Set<String>> each : part.entrySet()) {
      found.addAll(each.getValue());
    }
    return found;
  }

  /**
   * Whether one of the figures is a project's own: a report tells them again in other words. 0 and
   * 100 are everybody's, and so are points.
   */
  boolean isOfProject(List<Reading> readings) {
    return readings.stream()
        .filter(r -> r.metric() != null && !POINTS.contains(r.metric()))
        .anyMatch(r -> !isCommon(r.value()) && ofProjects.contains(key(r)));
  }

  private static boolean isCommon(@Nullable BigDecimal value) {
    return value == null || value.signum() == 0 || value.compareTo(HUNDRED) == 0;
  }

  private static String key(Reading reading) {
    BigDecimal value = reading.value();
    return reading.metric() + " " + (value == null ? "" : value.stripTrailingZeros());
  }

  private static Source later(Source a, Source b) {
    return PLACE.compare(a, b) <= 0 ? b : a;
  }
}
