package mingcha.alert;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/** Two versions of a disclosure side by side: what is in one and not in the other. */
final class Comparison {
  private final Map<String, Entry> before = new HashMap<>();
  private final Map<String, Entry> after = new HashMap<>();
  private final List<Entry> fresh;
  private final List<Entry> gone;

  Comparison(Arrival arrival) {
    arrival.before().forEach(entry -> before.put(entry.id(), entry));
    arrival.after().forEach(entry -> after.put(entry.id(), entry));
    fresh = without(arrival.after(), arrival.before());
    gone = elsewhere(without(arrival.before(), arrival.after()), arrival.after());
  }

  /**
   * Less those whose figures stand with another entry now: a statement of the narrative is joined
   * to its line when the tables come in a file of their own, and is not withdrawn by that.
   */
  private static List<Entry> elsewhere(List<Entry> gone, List<Entry> after) {
    if (gone.isEmpty()) {
      return gone;
    }
    Set<Reading> told = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Entry entry : after) {
      ids.add(entry.id());
      if (entry.kind() == EntryKind.LINE) {
        told.addAll(entry.readings());
      }
    }
    return gone.stream()
        .filter(
            entry ->
                entry.kind() != EntryKind.STATEMENT
                    || ids.contains(entry.id())
                    || !told.containsAll(entry.readings()))
        .toList();
  }

  /**
   * Those that the others do not say as well, in the same words. A paragraph that another was put
   * in front of has a new number and so a new id, and says the same.
   */
  private static List<Entry> without(List<Entry> entries, List<Entry> others) {
    Set<String> said = new HashSet<>();
    for (Entry other : others) {
      said.add(other.id() + Digest.of(other) + Digest.ofWords(other));
      if (other.readings().isEmpty()) {
        said.add(Digest.of(other));
      }
    }
    return entries.stream()
        .filter(
            entry ->
                !said.contains(entry.id() + Digest.of(entry) + Digest.ofWords(entry))
                    && !(entry.readings().isEmpty() && said.contains(Digest.of(entry))))
        .toList();
  }

  /** Whether both versions have it, with the same figures: other words may make it an answer. */
  boolean saysTheSame(Entry entry) {
    Entry was = before(entry);
    Entry is = after(entry);
    return was != null && is != null && Digest.of(was).equals(Digest.of(is));
  }

  /** New or changed, as they are now. */
  List<Entry> fresh() {
    return fresh;
  }

  /** Changed or withdrawn, as they were. */
  List<Entry> gone() {
    return gone;
  }

  @Nullable Entry before(Entry entry) {
    return before.get(entry.id());
  }

  @Nullable Entry after(Entry entry) {
    return after.get(entry.id());
  }
}
