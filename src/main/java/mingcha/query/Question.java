package mingcha.query;

import java.util.List;
import java.util.Set;
import mingcha.disclosure.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * What a query was understood to ask.
 *
 * @param text as asked
 * @param kinds of entries; empty for any
 * @param about must hold of the thing itself: its name, goal or subject
 * @param terms match anywhere in the entry and rank it
 * @param not must not occur
 * @param where conditions, all of which hold
 * @param sort null for relevance
 * @param limit the most hits, null for no limit
 * @param leftover words that were not understood
 * @param problems what is contradictory or senseless in the question, said plainly; such a question
 *     matches nothing
 * @param notes what was supplied or may have been meant, for the asker to see
 */
public record Question(
    String text,
    Set<EntryKind> kinds,
    List<String> about,
    List<String> terms,
    List<String> not,
    List<Clause> where,
    Filters filters,
    @Nullable Sort sort,
    @Nullable Integer limit,
    List<String> leftover,
    List<String> problems,
    List<Note> notes) {
  public Question {
    kinds = Set.copyOf(kinds);
    about = List.copyOf(about);
    terms = List.copyOf(terms);
    not = List.copyOf(not);
    where = List.copyOf(where);
    leftover = List.copyOf(leftover);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1, not " + limit);
    }
  }

  /** Without notes. */
  public Question(
      String text,
      Set<EntryKind> kinds,
      List<String> about,
      List<String> terms,
      List<String> not,
      List<Clause> where,
      Filters filters,
      @Nullable Sort sort,
      @Nullable Integer limit,
      List<String> leftover,
      List<String> problems) {
    this(
        text, kinds, about, terms, not, where, filters, sort, limit, leftover, problems, List.of());
  }

  /**
   * Something of the question that the asker ought to see.
   *
   * @param kind {@code proposed} for a metric that was not named, {@code spelling} for a word that
   *     may have been meant, {@code namesake} for divisions of the same name
   * @param text as said
   * @param meant what was taken for it, or is suggested; of several divisions with 、 between
   */
  public record Note(String kind, String text, String meant) {}

  /** The question that asks for everything. */
  public static Question all() {
    return new Question(
        "",
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Filters.NONE,
        null,
        null,
        List.of(),
        List.of());
  }
}
