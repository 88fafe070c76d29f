package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mingcha.disclosure.EntryKind;
import mingcha.index.Schema;
import mingcha.index.TextWeights;
import mingcha.text.Fold;
import mingcha.text.Lexicon;

/**
 * The words of a question as queries. The order they give: an entry whose name is the word, one
 * whose name holds it, one whose text holds it as it stands, nearly so, and last one that has its
 * words here and there; with {@link TextWeights}, as {@code index.lucene} asks it. The contract
 * holds both to one order.
 */
final class ClusterTexts {
  private final Lexicon lexicon = Lexicon.standard();

  /**
   * The entries whose name begins with these letters or holds them, or whose publisher does. Of a
   * single letter first those that begin with it, then those that go on after it: a query is asked
   * if the one before finds too few.
   */
  List<ObjectNode> named(String letters) {
    String whole = Schema.wholeName(letters);
    if (whole.isEmpty()) {
      return List.of(Queries.none());
    }
    ObjectNode begins = begins(whole);
    ObjectNode holds =
        anyOf(
            begins, letters(Schema.NAME_GRAMS, letters), letters(Schema.PUBLISHER_GRAMS, letters));
    return Schema.isLetter(whole)
        ? List.of(
            anyOf(begins, Queries.prefix(Schema.PUBLISHER, whole)),
            anyOf(begins, Queries.prefix(Schema.NAME_GRAMS, whole)),
            holds)
        : List.of(holds);
  }

  /** The more of them, the higher. */
  private static ObjectNode anyOf(ObjectNode... queries) {
    Queries.Bool any = new Queries.Bool();
    for (ObjectNode query : queries) {
      any.should(query);
    }
    return any.build();
  }

  private static ObjectNode begins(String whole) {
    ObjectNode begins =
        Schema.isBeginning(whole)
            ? Queries.term(Schema.NAME_BEGINS, whole)
            : Queries.prefix(Schema.NAME_WHOLE, whole);
    return Queries.constant(begins, TextWeights.BEGINS);
  }

  /** What the thing itself is called. */
  ObjectNode about(String word) {
    Queries.Bool query = new Queries.Bool();
    for (String spelling : spellings(word)) {
      query.should(Queries.boosted(letters(Schema.NAME_GRAMS, spelling), TextWeights.IN_NAME));
    }
    return query.build();
  }

  /**
   * At least one of the words; the more of them, the higher. Where there are several, the name of
   * an entry is one of them only by chance: 经费 in 招商引资 活动 经费.
   */
  Optional<ObjectNode> terms(List<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Queries.Bool query = new Queries.Bool();
    for (String word : words) {
      Queries.Bool anywhere = new Queries.Bool();
      for (String spelling : spellings(word)) {
        term(query, spelling, words.size() > 1 ? TextWeights.ONE_OF_MANY : 1);
        anywhere.should(letters(Schema.TEXT_GRAMS, spelling));
      }
      if (words.size() > 1) {
        anywhere.should(letters(Schema.PUBLISHER_GRAMS, word));
        apart(Schema.TEXT, word).ifPresent(apart -> anywhere.should(apart));
        query.should(Queries.constant(anywhere.build(), TextWeights.EACH));
      }
      apart(Schema.NAME, word)
          .ifPresent(apart -> query.should(Queries.boosted(apart, TextWeights.WORDS_OF_NAME)));
      apart(Schema.TEXT, word)
          .ifPresent(apart -> query.should(Queries.boosted(apart, TextWeights.APART)));
    }
    return Optional.of(query.least(1).build());
  }

  private void term(Queries.Bool query, String spelling, float part) {
    ObjectNode whole = Queries.term(Schema.NAME_WHOLE, Schema.wholeName(spelling));
    query.should(Queries.constant(whole, TextWeights.WHOLE_NAME * part));
    ObjectNode record =
        new Queries.Bool()
            .filter(whole)
            .filter(ClusterCompiler.kinds(List.of(EntryKind.LINE, EntryKind.PROJECT)))
            .build();
    query.should(Queries.constant(record, TextWeights.RECORD * part));
    query.should(Queries.boosted(letters(Schema.NAME_GRAMS, spelling), TextWeights.IN_NAME));
    query.should(phrase(Schema.TEXT, spelling, TextWeights.NEAR));
    query.should(letters(Schema.TEXT_GRAMS, spelling));
  }

  /** The words of a long term wherever they stand in the field; empty for a single word. */
  private static Optional<ObjectNode> apart(String field, String text) {
    Set<String> words = new LinkedHashSet<>(Terms.asked(field, text));
    if (words.size() < 2) {
      return Optional.empty();
    }
    Queries.Bool all = new Queries.Bool();
    int others = 0;
    for (String word : words) {
      boolean not = TextWeights.NOT.indexOf(word.charAt(0)) >= 0;
      ObjectNode found = Queries.term(field, word);
      if (not) {
        all.must(found);
      } else {
        all.should(found);
      }
      others += not ? 0 : 1;
    }
    int missing =
        others < TextWeights.MANY_WORDS ? 0 : Math.max(1, others / TextWeights.ONE_MAY_MISS);
    all.least(others - missing);
    return Optional.of(all.build());
  }

  private List<String> spellings(String word) {
    List<String> all = new ArrayList<>(List.of(word));
    lexicon.synonyms(word).stream()
        .filter(other -> Fold.name(other).length() > 1)
        .forEach(all::add);
    return all;
  }

  /** A string of letters and digits as it stands, whatever words it is cut into. */
  ObjectNode letters(String gramsField, String text) {
    String name = Fold.name(text);
    if (name.length() != 1) {
      return phrase(gramsField, name, 0);
    }
    // A single letter is the first or the second of some pair.
    return Queries.anyOf(
        List.of(Queries.prefix(gramsField, name), Queries.second(gramsField, name)));
  }

  private static ObjectNode phrase(String field, String text, int slop) {
    List<String> words = Terms.asked(field, text);
    return words.isEmpty()
        ? Queries.none()
        : Queries.phrase(field, words, words.size() < TextWeights.MANY_WORDS ? 0 : slop);
  }
}
