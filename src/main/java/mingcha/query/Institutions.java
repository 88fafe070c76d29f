package mingcha.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mingcha.disclosure.Institution;

/** The words that ask for kinds of publishers, from {@code institutions.tsv}. */
final class Institutions {
  private static final Institutions STANDARD = new Institutions();

  private final Map<String, Set<Institution>> words = new HashMap<>();
  private final Map<Institution, String> chinese = new HashMap<>();
  private final Map<Institution, String> english = new HashMap<>();
  private int longest;

  private Institutions() {
    for (String[] row : Vocabulary.rows("institutions.tsv", 2)) {
      Set<Institution> kinds =
          Set.copyOf(Stream.of(row[0].split(",", -1)).map(Institution::named).toList());
      for (String form : row[1].split("\\|", -1)) {
        String folded = Vocabulary.folded(form);
        words.put(folded, kinds);
        longest = Math.max(longest, folded.length());
        if (kinds.size() == 1) {
          boolean latin = Vocabulary.isLatin(form.charAt(0));
          (latin ? english : chinese).putIfAbsent(kinds.iterator().next(), form);
        }
      }
    }
  }

  static Institutions standard() {
    return STANDARD;
  }

  /** As it reads behind 各. */
  String chinese(Institution institution) {
    return chinese.getOrDefault(institution, institution.toString());
  }

  /** The English name, in the plural. */
  String english(Institution institution) {
    return english.getOrDefault(institution, institution.toString());
  }

  /** What this word asks for; empty where it asks for no kind of publisher. */
  List<Institution> named(String word) {
    return List.copyOf(new TreeSet<>(words.getOrDefault(Vocabulary.folded(word), Set.of())));
  }

  /** The longest of these words that begins here; empty where none does. */
  String longestAt(String text, int from) {
    for (int end = Math.min(text.length(), from + longest); end > from; end--) {
      boolean cut =
          Vocabulary.isLatin(text.charAt(end - 1))
              && end < text.length()
              && Vocabulary.isLatin(text.charAt(end));
      if (!cut && words.containsKey(Vocabulary.folded(text.substring(from, end)))) {
        return text.substring(from, end);
      }
    }
    return "";
  }
}
