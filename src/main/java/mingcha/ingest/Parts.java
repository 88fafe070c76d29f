package mingcha.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Table;
import mingcha.ingest.Writer.Planned;
import mingcha.store.Journal;
import mingcha.store.LedgerRow;
import mingcha.store.Version;
import mingcha.store.Version.State;

/**
 * Two files of one disclosure: is the later one a new edition of the earlier, or another part?
 *
 * <p>Departments publish both ways. A corrected account comes under any name, with other bytes, and
 * takes the place of the first. But many publish the narrative in one file and the tables in
 * another (the office of Jiangsu's party committee: 预算公开文件.pdf and 预算公开表格.pdf, every year), or each
 * self-evaluated project in one of its own; there the later file must not take away what the
 * earlier one said.
 *
 * <p>Figures and wording change with a correction, what a file consists of does not. So a later
 * file is a new edition if it has what the earlier has: most of its statutory tables and of its
 * projects, and a narrative of at least half the length if there was one. The same file with other
 * bytes is always one. Any other is a part, and stands beside.
 */
final class Parts {
  /** Shorter, and the prose of a file is but the notes to its tables. */
  private static final int NARRATIVE = 500;

  private static final double MOST = 0.75;

  private final Journal journal;
  private final Map<String, List<Planned>> current = new HashMap<>();

  Parts(Journal journal) {
    this.journal = journal;
  }

  /**
   * A version with those that it stands beside.
   *
   * @param version with the row that is to be told of it
   * @param beside the seqs of the other parts
   * @param before the contents of all parts that there were until then, by seq
   * @param contents of all parts, by seq
   */
  record Part(Version version, Set<Long> beside, List<Content> before, List<Content> contents) {}

  /** Takes the next version; they come by seq. */
  Part add(Planned next) {
    Version version = next.version();
    List<Planned> all = of(version.disclosure().id());
    List<Content> before = all.stream().map(Planned::content).toList();
    all.removeIf(other -> sameBytes(other.version(), version));
    if (version.state() != State.DONE) {
      all.removeIf(other -> replaces(next, other));
    }
    Set<Long> beside = new LinkedHashSet<>();
    all.forEach(other -> beside.add(other.version().seq()));
    Version told =
        all.isEmpty() || version.state() == State.DONE
            ? version
            : besides(next, all.getFirst().version().row().file(), all);
    all.add(next);
    all.sort(Comparator.comparingLong(p -> p.version().seq()));
    return new Part(told, beside, before, all.stream().map(Planned::content).toList());
  }

  /** Forgets a version that could not be written. */
  void drop(Version version) {
    of(version.disclosure().id()).removeIf(other -> sameBytes(other.version(), version));
  }

  /** What stays of a disclosure without one of its versions. */
  List<Content> without(Version version) {
    List<Planned> all = of(version.disclosure().id());
    all.removeIf(other -> sameBytes(other.version(), version));
    return all.stream().map(Planned::content).toList();
  }

  private List<Planned> of(String disclosureId) {
    return current.computeIfAbsent(
        disclosureId,
        id -> {
          List<Planned> parts = new ArrayList<>();
          for (Version version : journal.parts(id)) {
            journal
                .store()
                .content(version.disclosure().sha256())
                .ifPresent(content -> parts.add(new Planned(version, content)));
          }
          return parts;
        });
  }

  private static boolean sameBytes(Version a, Version b) {
    return a.disclosure().sha256().equals(b.disclosure().sha256());
  }

  /** Its row counts what it adds, and says to what. */
  private static Version besides(Planned next, String file, List<Planned> all) {
    Set<String> said = new HashSet<>();
    all.forEach(other -> other.content().entries().forEach(entry -> said.add(entry.id())));
    int added = (int) next.content().entries().stream().filter(e -> !said.contains(e.id())).count();
    Version version = next.version();
    LedgerRow row = version.row().with("a part of the same disclosure as " + file, added);
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
    return sameFile || isEditionOf(later.content(), earlier.content());
  }

  static boolean isEditionOf(Content later, Content earlier) {
    Set<String> had = pieces(earlier);
    int narrative = narrative(earlier);
    Set<String> kept = new HashSet<>(had);
    kept.retainAll(pieces(later));
    return kept.size() >= MOST * had.size()
        && (narrative < NARRATIVE || narrative(later) * 2 >= narrative);
  }

  /** The tables of a file, by form or title, and its projects. */
  private static Set<String> pieces(Content content) {
    Set<String> pieces = new HashSet<>();
    for (Table table : content.tables()) {
      String form = table.ref().form();
      pieces.add(form == null ? table.ref().title().replaceAll("\\s", "") : form);
    }
    for (Entry entry : content.entries()) {
      if (entry.kind() == EntryKind.PROJECT) {
        pieces.add(entry.id());
      }
    }
    return pieces;
  }

  private static int narrative(Content content) {
    return content.entries().stream()
        .filter(entry -> entry.kind() == EntryKind.PASSAGE)
        .mapToInt(entry -> entry.text().length())
        .sum();
  }
}
