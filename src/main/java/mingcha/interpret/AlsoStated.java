package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;

/**
 * Where a line's figure is stated again: the statutory tables mirror each other, so the same amount
 * of the same subject, or of the same total, stands in several of them.
 */
final class AlsoStated {
  private AlsoStated() {}

  /** The same drafts, each line with the places in other tables that state one of its figures. */
  static List<DraftEntry> joined(List<DraftEntry> drafts) {
    Map<List<Object>, List<Place>> places = new HashMap<>();
    for (DraftEntry draft : drafts) {
      for (Reading reading : stated(draft)) {
        places
            .computeIfAbsent(key(draft, reading), k -> new ArrayList<>())
            .add(new Place(form(draft), reading.source()));
      }
    }
    return drafts.stream().map(draft -> joined(draft, places)).toList();
  }

  private record Place(String form, Source source) {}

  private static DraftEntry joined(DraftEntry draft, Map<List<Object>, List<Place>> places) {
    Set<Source> elsewhere = new LinkedHashSet<>();
    for (Reading reading : stated(draft)) {
      for (Place place : places.getOrDefault(key(draft, reading), List.of())) {
        if (!place.form().equals(form(draft))) {
          elsewhere.add(place.source());
        }
      }
    }
    return elsewhere.isEmpty() ? draft : draft.joined(List.of(), List.copyOf(elsewhere));
  }

  /** The figures of a table's line that have a name of their own, zero apart: it is everybody's. */
  private static List<Reading> stated(DraftEntry draft) {
    boolean named = draft.subject() != null || draft.scope() == Scope.DISCLOSURE;
    if (draft.kind() != EntryKind.LINE || draft.table() == null || !named) {
      return List.of();
    }
    return draft.readings().stream()
        .filter(r -> r.basis() == Basis.TABLE && r.metric() != null && r.doubt() == null)
        .filter(r -> r.value() != null && r.value().signum() != 0)
        .toList();
  }

  private static List<Object> key(DraftEntry draft, Reading reading) {
    String subject = draft.subject() == null ? "" : draft.subject().code();
    BigDecimal value = reading.value() == null ? BigDecimal.ZERO : reading.value();
    return List.of(subject, String.valueOf(reading.metric()), value.stripTrailingZeros());
  }

  private static String form(DraftEntry draft) {
    return draft.table() == null ? "" : String.valueOf(draft.table().form());
  }
}
