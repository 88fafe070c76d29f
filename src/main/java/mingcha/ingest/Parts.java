package mingcha.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.ingest.Writer.Planned;
import mingcha.interpret.Editions;
import mingcha.interpret.Joined;
import mingcha.store.Journal;
import mingcha.store.LedgerRow;
import mingcha.store.Version;
import mingcha.store.Version.State;
import org.jspecify.annotations.Nullable;

/**
 * The files of each disclosure while it is being written. A file of which {@link Editions} says
 * that it is a new edition takes the place of the earlier one, and so does the same file with other
 * bytes; any other is a part, and stands beside.
 *
 * <p>What is found belongs to the disclosure: with each file that comes or goes its parts are
 * joined and checked as one, so that it does not matter in which order they came. What was found
 * between years stays until {@link Continuity} looks at them again.
 */
final class Parts {
  private final Journal journal;
  private final Pipeline pipeline;
  private final Map<String, Known> known = new HashMap<>();

  Parts(Journal journal, Pipeline pipeline) {
    this.journal = journal;
    this.pipeline = pipeline;
  }

  /** What there is of a disclosure: its parts by seq, and what they say together. */
  private static final class Known {
    final List<Planned> parts = new ArrayList<>();
    @Nullable Content whole;
  }

  /**
   * A version, and what its disclosure is with it.
   *
   * @param version with the row that is to be told of it
   * @param beside the seqs of the other parts, each with how many entries of the whole are its own
   * @param before what the disclosure was until then; null where there was none
   * @param whole what it is now
   */
  record Part(Version version, Map<Long, Integer> beside, @Nullable Content before, Content whole) {
    boolean isAlone() {
      return beside.isEmpty();
    }
  }

  /** Learns what there is of a disclosure, before anything of it is kept anew. */
  void know(String disclosureId) {
    known.computeIfAbsent(
        disclosureId,
        id -> {
          Known read = new Known();
          for (Version version : journal.parts(id)) {
            journal
                .store()
                .content(version.disclosure().sha256())
                .ifPresent(content -> read.parts.add(new Planned(version, content)));
          }
          read.whole = journal.store().whole(id).orElse(null);
          return read;
        });
  }

  /** Takes the next version; they come by seq. */
  Part add(Planned next) {
    Version version = next.version();
    Known of = of(version);
    Content before = of.whole;
    if (version.state() == State.RECHECKING) {
      return rechecked(next, of, before);
    }
    of.parts.removeIf(other -> sameBytes(other.version(), version));
    if (version.state() != State.DONE) {
      of.parts.removeIf(other -> replaces(next, other));
    }
    of.parts.add(next);
    of.parts.sort(Comparator.comparingLong(p -> p.version().seq()));
    of.whole = whole(of.parts, before);
    return part(version, of, before);
  }

  /** Of one whose findings alone have changed the content is that of the whole. */
  private Part rechecked(Planned next, Known of, @Nullable Content before) {
    Version version = next.version();
    for (Planned part : List.copyOf(of.parts)) {
      if (sameBytes(part.version(), version)) {
        of.parts.remove(part);
        of.parts.add(new Planned(version, of.parts.isEmpty() ? next.content() : part.content()));
      }
    }
    // After a kill the kept content is the new one already: what is found is told once more.
    boolean kept = before != null && before.entries().equals(next.content().entries());
    of.whole = next.content();
    return part(version, of, kept ? withoutYears(next.content()) : before);
  }

  private static Part part(Version version, Known of, @Nullable Content before) {
    Content whole = Objects.requireNonNull(of.whole);
    Map<String, Integer> counts = new HashMap<>();
    whole.entries().forEach(e -> counts.merge(e.disclosure().sha256(), 1, Integer::sum));
    Map<Long, Integer> beside = new LinkedHashMap<>();
    String first = null;
    for (Planned other : of.parts) {
      if (!sameBytes(other.version(), version)) {
        first = first == null ? other.version().row().file() : first;
        beside.put(other.version().seq(), count(counts, other.version()));
      }
    }
    LedgerRow row = version.row();
    if (version.state() != State.DONE) {
      row =
          first == null
              ? row.with(row.reason(), whole.entries().size())
              : row.with("a part of the same disclosure as " + first, count(counts, version));
    }
    return new Part(with(version, row), beside, before, whole);
  }

  private static int count(Map<String, Integer> counts, Version version) {
    return counts.getOrDefault(version.disclosure().sha256(), 0);
  }

  /** All parts as one, with what is found in it, and between it and other years. */
  private Content whole(List<Planned> parts, @Nullable Content before) {
    List<Content> contents = parts.stream().map(Planned::content).toList();
    Content joined = Joined.content(contents);
    joined = contents.size() > 1 ? pipeline.checks().apply(joined) : joined;
    List<Entry> entries = new ArrayList<>(joined.entries());
    if (before != null) {
      entries.removeIf(pipeline.years()::isBetweenYears);
      before.entries().stream().filter(pipeline.years()::isBetweenYears).forEach(entries::add);
    }
    return entries.equals(joined.entries()) ? joined : joined.with(entries);
  }

  private Content withoutYears(Content content) {
    return content.with(
        content.entries().stream().filter(e -> !pipeline.years().isBetweenYears(e)).toList());
  }

  /** Forgets a version that could not be written. */
  void drop(Version version) {
    without(version);
  }

  /** What stays of a disclosure without one of its versions; null where nothing does. */
  @Nullable Part without(Version version) {
    Known of = of(version);
    Content before = of.whole;
    of.parts.removeIf(other -> sameBytes(other.version(), version));
    of.whole = of.parts.isEmpty() ? null : whole(of.parts, before);
    return of.parts.isEmpty() ? null : part(of.parts.getLast().version(), of, before);
  }

  private Known of(Version version) {
    String id = version.disclosure().id();
    know(id);
    return Objects.requireNonNull(known.get(id));
  }

  private static boolean sameBytes(Version a, Version b) {
    return a.disclosure().sha256().equals(b.disclosure().sha256());
  }

  private static Version with(Version version, LedgerRow row) {
    return new Version(
        version.seq(),
        version.state(),
        version.disclosure(),
        version.current(),
        version.hints(),
        row);
  }

  private static boolean replaces(Planned later, Planned earlier) {
    LedgerRow a = later.version().row();
    LedgerRow b = earlier.version().row();
    boolean sameFile = a.file().equals(b.file()) && a.root().equals(b.root());
    return sameFile || Editions.isEdition(later.content(), earlier.content());
  }
}
