package mingcha.index;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.index.EntrySearcher.Suggestion;
import mingcha.text.Fold;

/** What a person may be about to type, from the entries that have it in a name. */
public final class Suggestions {
  /** More than these change the order of the best few no more. */
  public static final int MOST_ENTRIES = 200;

  private static final int LONGEST = 40;

  private static final String METRIC = "metric";

  /** The name of a passage is often its first sentence, which nobody is about to type. */
  private static final Pattern SENTENCE = Pattern.compile("[，。；：！？]");

  private final String typed;
  private final Map<String, Suggestion> found = new LinkedHashMap<>();

  /** Begins with the metrics whose names begin so. */
  public Suggestions(String typed) {
    this.typed = Fold.name(typed);
    for (Metric metric : Metrics.standard().all()) {
      if (!this.typed.isEmpty() && !metric.id().contains("_change")) {
        Stream.concat(metric.chinese().stream(), metric.english().stream())
            .filter(name -> Fold.name(name).startsWith(this.typed))
            .findFirst()
            .ifPresent(name -> add(name, METRIC));
      }
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Whether a name is one that a person may be about to type. */
  public static boolean isSuggested(String name) {
    return name.length() <= LONGEST && !SENTENCE.matcher(name).find();
  }

  /** An entry whose name or publisher may hold what was typed. */
  public void add(Entry entry) {
    if (isSuggested(entry.name())) {
      addName(entry.name(), entry.subject() != null);
    }
    if (entry.disclosure().publisher() != null) {
      addPublisher(entry.disclosure().publisher());
    }
  }

  /** A name {@linkplain #isSuggested as it may be suggested}. */
  public void addName(String name, boolean ofSubject) {
    add(name, ofSubject ? "subject" : "name");
  }

  /** Who published an entry. */
  public void addPublisher(String publisher) {
    add(publisher, "publisher");
  }

  private void add(String text, String kind) {
    String name = Fold.name(text);
    if (text.length() <= LONGEST && name.contains(typed)) {
      found.merge(
          kind + " " + name,
          new Suggestion(text, kind, 1),
          (a, b) -> new Suggestion(a.text(), a.kind(), a.count() + 1));
    }
  }

  /**
   * What begins with the typed letters, metrics first, then what holds them; the frequent before
   * the rare.
   */
  public List<Suggestion> best(int limit) {
    Set<String> told = new HashSet<>();
    return found.values().stream()
        .sorted(
            Comparator.comparing((Suggestion s) -> !Fold.name(s.text()).startsWith(typed))
                .thenComparing(s -> !s.kind().equals(METRIC))
                .thenComparing(Comparator.comparingLong(Suggestion::count).reversed())
                .thenComparing(Suggestion::text))
        .filter(suggestion -> told.add(Fold.name(suggestion.text())))
        .limit(limit)
        .toList();
  }
}
