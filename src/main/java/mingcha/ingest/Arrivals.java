package mingcha.ingest;

import java.util.ArrayList;
import java.util.List;
import mingcha.alert.Arrival;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.ingest.Parts.Part;
import mingcha.store.Joined;
import mingcha.store.Journal;
import mingcha.store.Version;

/**
 * Which of the versions that are being written may be news, beside what they replace or complete.
 * The same bytes read again, by a better extractor too, never are.
 */
final class Arrivals {
  private final Journal journal;

  Arrivals(Journal journal) {
    this.journal = journal;
  }

  /** Of these, in ascending order of seq, of which the ledger does not know yet. */
  List<Arrival> of(List<Part> parts) {
    List<Arrival> arrivals = new ArrayList<>();
    for (Part part : parts) {
      Version version = part.version();
      Version known = journal.find(version.disclosure().sha256());
      if (known == null || !known.current()) {
        arrivals.add(
            new Arrival(
                version.seq(),
                version.disclosure(),
                entries(part.before()),
                entries(part.contents())));
      }
    }
    return arrivals;
  }

  private static List<Entry> entries(List<Content> parts) {
    return parts.isEmpty() ? List.of() : Joined.content(parts).entries();
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
