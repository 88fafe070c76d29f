package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/**
 * The parts of one disclosure as one content, in the order of the parts. What two of them say is
 * one entry with the first one's words, the readings of both, and the other one's place; a figure
 * that both give alike is one reading. What the narrative of one says of a line in the tables of
 * another is joined to the line ({@link JoinedNarrative}), as within a file.
 *
 * <p>Findings are of the whole and not of its parts: those of the parts are left out.
 */
public final class Joined {
  private Joined() {}

  /** All that the parts say; there is at least one, and one alone is the whole. */
  public static Content content(List<Content> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return new Content(
        parts.getFirst().disclosure(),
        parts.stream().flatMap(part -> part.outline().stream()).toList(),
        parts.stream().flatMap(part -> part.tables().stream()).toList(),
        parts.stream().flatMap(part -> part.paragraphs().stream()).toList(),
        entries(parts),
        parts.stream().flatMap(part -> part.contents().stream()).toList(),
        parts.stream().flatMap(part -> part.pictures().stream()).toList());
  }

  private static List<Entry> entries(List<Content> parts) {
    Map<String, Entry> byId = new LinkedHashMap<>();
    for (Content part : parts) {
      Map<String, Entry> own = new LinkedHashMap<>();
      part.entries().stream()
          .filter(entry -> entry.kind() != EntryKind.FINDING)
          .forEach(entry -> own.putIfAbsent(entry.id(), entry));
      own.forEach((id, entry) -> byId.merge(id, entry, Joined::both));
    }
    return JoinedNarrative.of(List.copyOf(byId.values()));
  }

  private static Entry both(Entry first, Entry other) {
    List<Reading> readings = new ArrayList<>(first.readings());
    other.readings().stream()
        .filter(reading -> first.readings().stream().noneMatch(r -> alike(r, reading)))
        .forEach(readings::add);
    List<Source> places =
        Stream.concat(
                first.aka().stream(),
                Stream.concat(
                    other.aka().stream(), other.readings().stream().limit(1).map(Reading::source)))
            .distinct()
            .toList();
    return new Entry(
        first.id(),
        first.kind(),
        first.name(),
        first.text(),
        first.path(),
        first.scope(),
        first.disclosure(),
        first.table(),
        first.subject(),
        first.rule(),
        first.severity(),
        readings,
        places);
  }

  private static boolean alike(Reading a, Reading b) {
    return Objects.equals(a.metric(), b.metric())
        && a.stage() == b.stage()
        && a.basis() == b.basis()
        && a.labelPath().equals(b.labelPath())
        && Objects.equals(a.unit(), b.unit())
        && sameValue(a, b);
  }

  private static boolean sameValue(Reading a, Reading b) {
    BigDecimal one = a.value();
    BigDecimal other = b.value();
    return (one == null || other == null) ? a.raw().equals(b.raw()) : one.compareTo(other) == 0;
  }
}
