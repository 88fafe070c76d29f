package mingcha.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The names that Mingcha knows: divisions (GB/T 2260), subjects of the classification of revenue
 * and expenditure, metrics, synonyms. What a disclosure prints always wins over what stands here.
 */
public final class Lexicon {
  private final Divisions divisions;
  private final Map<String, String> subjectNames = new LinkedHashMap<>();
  private final Map<String, List<Subject>> subjectsByName = new HashMap<>();
  private final Trie<String> metrics;
  private final Map<String, Set<String>> synonyms = new HashMap<>();

  /** Made when it is first asked for. */
  private volatile @Nullable Spelling spelling;

  private Lexicon(List<String[]> divisionRows) {
    divisions = new Divisions(divisionRows, Resource.rows("romanisations.tsv"));
    for (String[] row : Resource.rows("subjects.tsv")) {
      Subject subject = new Subject(row[0], row[1]);
      subjectNames.putIfAbsent(subject.code(), subject.name());
      subjectsByName.computeIfAbsent(Fold.name(row[1]), name -> new ArrayList<>()).add(subject);
    }
    metrics = metricNames(Metrics.standard().all());
    for (String[] row : Resource.rows("synonyms.tsv")) {
      for (String word : row) {
        synonyms.computeIfAbsent(Fold.name(word), w -> new LinkedHashSet<>()).addAll(List.of(row));
      }
    }
  }

  /** The lexicon that comes with Mingcha. */
  public static Lexicon standard() {
    return Standard.LEXICON;
  }

  /**
   * This lexicon with more divisions.
   *
   * @param rows code, name, code of the division above (empty for a province)
   */
  public static Lexicon with(List<String[]> rows) {
    List<String[]> all = new ArrayList<>(Resource.rows("divisions.tsv"));
    all.addAll(rows);
    return new Lexicon(all);
  }

  /** The divisions of this full, short or romanised name, the highest level first. */
  public List<Division> divisionsNamed(String name) {
    return divisions.named(name);
  }

  /**
   * The county that a short name can only mean, 武陟: no other division bears it, and by the
   * dictionary it is a place or no word at all; 解放 is a verb.
   */
  public Optional<Division> county(String name) {
    return divisions.county(name);
  }

  /** The length of the short name of a {@link #county} that begins here; 0 for none. */
  public int countyLengthAt(String text, int from) {
    return divisions.countyLengthAt(text, from);
  }

  /** How a division is romanised, in lower case: jincheng; empty where it is not. */
  public String romanised(Division division) {
    return divisions.romanised(division);
  }

  /** The division of this code of GB/T 2260. */
  public Optional<Division> division(String code) {
    return divisions.ofCode(code);
  }

  /**
   * The longest division's name that begins here. Full names of any level, short ones (晋城, 河南) of
   * provinces and prefectures: short names of counties are too often words.
   */
  public Optional<DivisionMatch> longestDivisionAt(String text, int from) {
    return divisions.longestAt(text, from);
  }

  /**
   * The longest metric's name that begins here, in Chinese or English; quotes and spaces do not
   * count.
   */
  public Optional<MetricMatch> longestMetricAt(String text, int from) {
    return metrics
        .longestAt(text, from, end -> !cutsEnglishWord(text, from, end))
        .map(found -> new MetricMatch(found.value(), from, found.end()));
  }

  /** The name that a subject code bears in the classification. */
  public Optional<String> subjectName(String code) {
    return Optional.ofNullable(subjectNames.get(code));
  }

  /** The subjects of this name; 行政运行 is one of many functions. */
  public List<Subject> subjectsNamed(String name) {
    return subjectsByName.getOrDefault(Fold.name(name), List.of());
  }

  /** All subjects, functional before economic. */
  public Collection<Subject> subjects() {
    return subjectNames.entrySet().stream()
        .map(e -> new Subject(e.getKey(), e.getValue()))
        .toList();
  }

  /** Other words for this one, without itself. */
  public List<String> synonyms(String word) {
    String folded = Fold.name(word);
    return synonyms.getOrDefault(folded, Set.of()).stream()
        .filter(other -> !Fold.name(other).equals(folded))
        .toList();
  }

  /**
   * The name of a metric or a division that this word may have been meant for, by its sound or with
   * a character or two changed; empty where it is such a name itself, and where none is like it.
   */
  public Optional<String> meant(String word) {
    Spelling names = spelling;
    if (names == null) {
      names = new Spelling(Metrics.standard().all(), divisions.all(), divisions);
      spelling = names;
    }
    return names.meant(word);
  }

  /** Names of provinces and prefectures, for the segmenter. */
  Collection<String> divisionNames() {
    return divisions.names();
  }

  private static Trie<String> metricNames(Collection<Metric> all) {
    Trie<String> names = new Trie<>();
    for (Metric metric : all) {
      metric.chinese().forEach(name -> names.putIfAbsent(name, metric.id()));
      metric.english().forEach(name -> names.putIfAbsent(name, metric.id()));
    }
    return names;
  }

  private static boolean cutsEnglishWord(String text, int from, int end) {
    boolean before = from > 0 && isLatin(text.charAt(from - 1)) && isLatin(text.charAt(from));
    boolean after =
        end < text.length() && isLatin(text.charAt(end)) && isLatin(text.charAt(end - 1));
    return before || after;
  }

  private static boolean isLatin(char c) {
    return c < 128 && Character.isLetter(c);
  }

  /** Read when it is first asked for. */
  private static final class Standard {
    static final Lexicon LEXICON = new Lexicon(Resource.rows("divisions.tsv"));
  }
}
