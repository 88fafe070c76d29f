package mingcha.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.check.Account.Said;
import mingcha.check.Account.Stated;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The sure figures of an account by what they are of: told in words, of the whole disclosure by
 * their metric, of a form by column and subject. Each order is made once, when it is asked for.
 */
final class StatedFigures {
  private final Account account;
  private final Map<Form, Map<String, Map<String, Stated>>> columns = new EnumMap<>(Form.class);
  private final Map<Basis, Map<String, List<Stated>>> stated = new EnumMap<>(Basis.class);
  private @Nullable List<Entry> whole;
  private @Nullable List<Said> told;
  private @Nullable List<Said> toldOfTheBudget;

  StatedFigures(Account account) {
    this.account = account;
  }

  /** All that is told of anything. Many rules go through it. */
  List<Said> told() {
    if (told == null) {
      List<Said> all = new ArrayList<>();
      for (Entry entry : account.withReadings()) {
        List<Reading> said = new ArrayList<>();
        for (Reading reading : entry.readings()) {
          if (reading.basis() == Basis.NARRATIVE && Account.isSure(reading)) {
            said.add(reading);
          }
        }
        if (!said.isEmpty()) {
          all.add(new Said(entry, said));
        }
      }
      told = all;
    }
    return told;
  }

  /** What lines and statements have in words. */
  List<Said> toldOfTheBudget() {
    if (toldOfTheBudget == null) {
      toldOfTheBudget =
          told().stream()
              .filter(
                  t ->
                      t.entry().kind() == EntryKind.LINE || t.entry().kind() == EntryKind.STATEMENT)
              .toList();
    }
    return toldOfTheBudget;
  }

  /** The lines and statements that speak of the whole disclosure. */
  List<Entry> ofTheWhole() {
    if (whole == null) {
      whole =
          account.entries(
              e ->
                  e.scope() == Scope.DISCLOSURE
                      && (e.kind() == EntryKind.LINE || e.kind() == EntryKind.STATEMENT));
      for (Entry entry : whole) {
        Account.sure(entry)
            .filter(r -> r.metric() != null)
            .forEach(
                r ->
                    stated
                        .computeIfAbsent(r.basis(), b -> new HashMap<>())
                        .computeIfAbsent(String.valueOf(r.metric()), m -> new ArrayList<>())
                        .add(new Stated(entry, r)));
      }
    }
    return whole;
  }

  /** All that is said of a metric of the whole disclosure at a stage. */
  List<Stated> ofTheWhole(String metric, @Nullable Stage stage, Basis basis) {
    ofTheWhole();
    List<Stated> all = stated.getOrDefault(basis, Map.of()).getOrDefault(metric, List.of());
    return all.isEmpty() || stage == null
        ? all
        : all.stream().filter(s -> s.reading().stage() == stage).toList();
  }

  /** The values of a table's column by subject code; of two rows with one code the first. */
  Map<String, Stated> column(Form form, String label) {
    return columns(form).getOrDefault(label, Map.of());
  }

  /** All columns of a form by their labels. */
  Map<String, Map<String, Stated>> columns(Form form) {
    return columns.computeIfAbsent(form, f -> columns(account.lines(f)));
  }

  /** The columns of some rows by their labels, their values by subject code. */
  static Map<String, Map<String, Stated>> columns(List<Entry> rows) {
    Map<String, Map<String, Stated>> read = new LinkedHashMap<>();
    for (Entry line : rows) {
      String code = line.subject() == null ? "" : line.subject().code();
      for (Reading reading : Account.table(line)) {
        read.computeIfAbsent(reading.label(), l -> new LinkedHashMap<>())
            .putIfAbsent(code, new Stated(line, reading));
      }
    }
    return read;
  }
}
