package mingcha.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/**
 * Figures that were read off pictures and contradict others. 590.64 was read as 5990.64, and the
 * completion rate of the same sentence says so; whether it was misread or misprinted nobody can
 * tell from the figures. So all that take part in such a contradiction are doubtful, and what was
 * found is their doubt and no finding. What contradicts in words stays as something to look at.
 */
final class OffPictures {
  private static final String UNSURE = "read off a picture";

  /** What is doubted may have been what held others together; more than once hardly ever. */
  private static final int ROUNDS = 5;

  private OffPictures() {}

  /** The same content, its misread figures with doubts; what its sums confirm has none. */
  static Content doubted(Content content, Function<Content, List<Entry>> rules) {
    Content doubted = Confirmed.of(content);
    for (int round = 0; round < ROUNDS && !content.pictures().isEmpty(); round++) {
      Content next = doubted(doubted, rules.apply(doubted));
      if (next.equals(doubted)) {
        return doubted;
      }
      doubted = next;
    }
    return doubted;
  }

  private static Content doubted(Content content, List<Entry> findings) {
    List<Entry> entries = content.entries();
    for (Entry finding : findings) {
      Set<Reading> contradicted = new HashSet<>();
      for (Reading reading : finding.readings()) {
        boolean figure = reading.value() != null && reading.basis() != Basis.COMPUTED;
        if (figure && reading.doubt() == null && content.isOnPicture(reading.source())) {
          contradicted.add(reading);
        }
      }
      if (!contradicted.isEmpty()) {
        entries = doubted(entries, contradicted, UNSURE + ", where " + finding.text());
      }
    }
    return content.with(entries);
  }

  private static List<Entry> doubted(List<Entry> entries, Set<Reading> which, String doubt) {
    List<Entry> doubted = new ArrayList<>();
    for (Entry entry : entries) {
      boolean any = entry.readings().stream().anyMatch(which::contains);
      doubted.add(
          any
              ? entry.with(
                  entry.readings().stream()
                      .map(r -> which.contains(r) ? r.doubted(doubt) : r)
                      .toList())
              : entry);
    }
    return doubted;
  }

  /** A finding that rests on a picture needs no explaining, but a look. */
  static Entry softened(Content content, Entry finding) {
    if (finding.readings().stream().noneMatch(r -> content.isOnPicture(r.source()))) {
      return finding;
    }
    return finding
        .with(
            finding.readings().stream()
                .map(
                    r ->
                        content.isOnPicture(r.source())
                            ? r.doubted(Objects.requireNonNullElse(r.doubt(), UNSURE))
                            : r)
                .toList())
        .withSeverity(Severity.INFO.id());
  }
}
