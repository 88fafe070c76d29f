package mingcha.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mingcha.alert.Arrival;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.ingest.Writer.Planned;
import mingcha.store.Journal;
import mingcha.store.Version;

/**
 * Which of the versions that are being written may be news, beside what they replace. The same
 * bytes read again, by a better extractor too, never are.
 */
final class Arrivals {
  private final Journal journal;

  Arrivals(Journal journal) {
    this.journal = journal;
  }

  /** Of these, in ascending order of seq, of which the ledger does not know yet. */
  List<Arrival> of(List<Planned> planned) {
    List<Arrival> arrivals = new ArrayList<>();
    Map<String, List<Entry>> ahead = new HashMap<>();
    for (Planned each : planned) {
      Disclosure disclosure = each.version().disclosure();
      Version known = journal.find(disclosure.sha256());
      if (known == null || !known.current()) {
        List<Entry> after = each.content().entries();
        List<Entry> before = ahead.get(disclosure.id());
        arrivals.add(
            new Arrival(
                each.version().seq(),
                disclosure,
                before == null ? current(disclosure.id()) : before,
                after));
      }
      ahead.put(disclosure.id(), each.content().entries());
    }
    return arrivals;
  }

  /** A disclosure that is going to be taken out. */
  List<Arrival> withdrawn(String disclosureId) {
    return journal.store().disclosure(disclosureId).stream()
        .map(was -> new Arrival(journal.lastSeq(), was, entries(was), List.of()))
        .toList();
  }

  private List<Entry> current(String disclosureId) {
    return journal.store().disclosure(disclosureId).map(this::entries).orElse(List.of());
  }

  private List<Entry> entries(Disclosure disclosure) {
    return journal.store().content(disclosure.sha256()).map(Content::entries).orElse(List.of());
  }
}
