package mingcha.ingest;

import java.util.ArrayList;
import java.util.List;
import mingcha.alert.Arrival;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.ingest.Parts.Part;
import mingcha.store.Journal;
import mingcha.store.Version;
import mingcha.store.Version.State;
import org.jspecify.annotations.Nullable;

/**
 * Which of the versions that are being written may be news, beside what they replace or complete.
 * The same bytes read again, by a better extractor too, never are; what is found in them because
 * another year has come is.
 */
final class Arrivals {
  private final Journal journal;

  Arrivals(Journal journal) {
    this.journal = journal;
  }

  /**
   * Of these, in ascending order of seq, of which the ledger does not know yet. The parts of a
   * disclosure that come together are told of together: what was found in one of them alone, and
   * holds no more when the next is there, has never been news.
   */
  List<Arrival> of(List<Part> parts) {
    List<List<Part>> together = new ArrayList<>();
    for (Part part : parts) {
      if (isNews(part.version())) {
        together.stream()
            .filter(earlier -> earlier.getLast().whole().equals(part.before()))
            .findFirst()
            .orElseGet(() -> added(together))
            .add(part);
      }
    }
    return together.stream().map(Arrivals::arrival).toList();
  }

  private static List<Part> added(List<List<Part>> together) {
    together.add(new ArrayList<>());
    return together.getLast();
  }

  private boolean isNews(Version version) {
    Version known = journal.find(version.disclosure().sha256());
    return known == null || !known.current() || version.state() == State.RECHECKING;
  }

  private static Arrival arrival(List<Part> together) {
    Part last = together.getLast();
    return new Arrival(
        last.version().seq(),
        last.version().disclosure(),
        entries(together.getFirst().before()),
        entries(last.whole()));
  }

  private static List<Entry> entries(@Nullable Content content) {
    return content == null ? List.of() : content.entries();
  }

  /** A disclosure that is going to be taken out. */
  List<Arrival> withdrawn(String disclosureId) {
    return journal.store().disclosure(disclosureId).stream()
        .map(was -> new Arrival(journal.lastSeq(), was, whole(disclosureId), List.of()))
        .toList();
  }

  private List<Entry> whole(String disclosureId) {
    return journal.store().whole(disclosureId).map(Content::entries).orElse(List.of());
  }
}
