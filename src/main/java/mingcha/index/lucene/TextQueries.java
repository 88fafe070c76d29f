package mingcha.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;

/**
 * The words of a question as queries. The order they give: an entry whose name is the word, one
 * whose name holds it, one whose text holds it as it stands, nearly so, and last one that has its
 * words here and there; with {@link TextWeights}.
 */
final class TextQueries {
  private final Analyzer analyzer = EntryMapper.analyzer();
  private final Lexicon lexicon = Lexicon.standard();

  /**
   * The entries whose name begins with these letters or holds them, or whose publisher does. Of a
   * single letter, which stands in every other name, first those that begin with it, then those
   * that go on after it: a query is asked if the one before finds too few.
   */
  List<Query> named(String letters) {
    String whole = EntryMapper.wholeName(letters);
    if (whole.isEmpty()) {
      return List.of(new MatchNoDocsQuery("no letters"));
    }
    Query begins = begins(whole);
    Query holds =
        anyOf(
            begins,
            letters(EntryMapper.NAME_GRAMS, letters),
            letters(EntryMapper.PUBLISHER_GRAMS, letters));
    return Schema.isLetter(whole)
        ? List.of(
            anyOf(begins, new PrefixQuery(new Term(EntryMapper.PUBLISHER, whole))),
            anyOf(begins, new PrefixQuery(new Term(EntryMapper.NAME_GRAMS, whole))),
            holds)
        : List.of(holds);
  }

  /** The more of them, the higher. */
  private static Query anyOf(Query... queries) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Query query : queries) {
      any.add(query, Occur.SHOULD);
    }
    return any.build();
  }

  private static Query begins(String whole) {
    Query begins =
        Schema.isBeginning(whole)
            ? QuestionCompiler.term(Schema.NAME_BEGINS, whole)
            : new PrefixQuery(new Term(EntryMapper.NAME_WHOLE, whole));
    return constant(begins, TextWeights.BEGINS);
  }

  /** What the thing itself is called. */
  Query about(String word) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String spelling : spellings(word)) {
      query.add(
          new BoostQuery(letters(EntryMapper.NAME_GRAMS, spelling), TextWeights.IN_NAME),
          Occur.SHOULD);
    }
    return query.build();
  }

  /**
   * At least one of the words; the more of them, the higher. Where there are several, the name of
   * an entry is one of them only by chance: 经费 in 招商引资 活动 经费.
   */
  BooleanQuery terms(List<String> words) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : words) {
      BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
      for (String spelling : spellings(word)) {
        term(query, spelling, words.size() > 1 ? TextWeights.ONE_OF_MANY : 1);
        anywhere.add(letters(EntryMapper.TEXT_GRAMS, spelling), Occur.SHOULD);
      }
      if (words.size() > 1) {
        anywhere.add(letters(EntryMapper.PUBLISHER_GRAMS, word), Occur.SHOULD);
        apart(EntryMapper.TEXT, word).ifPresent(apart -> anywhere.add(apart, Occur.SHOULD));
        query.add(constant(anywhere.build(), TextWeights.EACH), Occur.SHOULD);
      }
      apart(EntryMapper.NAME, word)
          .ifPresent(
              apart -> query.add(new BoostQuery(apart, TextWeights.WORDS_OF_NAME), Occur.SHOULD));
      apart(EntryMapper.TEXT, word)
          .ifPresent(apart -> query.add(new BoostQuery(apart, TextWeights.APART), Occur.SHOULD));
    }
    return query.setMinimumNumberShouldMatch(1).build();
  }

  /**
   * The entries that {@link #terms} finds, by the least that says so: whose name is the word has it
   * in the name, and words that stand together are words of the text.
   */
  Query anyTerm(List<String> words) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : words) {
      Optional<Query> apart = apart(EntryMapper.TEXT, word);
      apart.ifPresent(each -> query.add(each, Occur.SHOULD));
      apart(EntryMapper.NAME, word).ifPresent(each -> query.add(each, Occur.SHOULD));
      for (String spelling : spellings(word)) {
        query.add(whole(spelling), Occur.SHOULD);
        query.add(letters(EntryMapper.NAME_GRAMS, spelling), Occur.SHOULD);
        query.add(letters(EntryMapper.TEXT_GRAMS, spelling), Occur.SHOULD);
        if (apart.isEmpty() || !spelling.equals(word)) {
          query.add(phrase(EntryMapper.TEXT, spelling, TextWeights.NEAR), Occur.SHOULD);
        }
      }
      if (words.size() > 1) {
        query.add(letters(EntryMapper.PUBLISHER_GRAMS, word), Occur.SHOULD);
      }
    }
    return query.build();
  }

  private static Query whole(String spelling) {
    return QuestionCompiler.term(EntryMapper.NAME_WHOLE, EntryMapper.wholeName(spelling));
  }

  private void term(BooleanQuery.Builder query, String spelling, float part) {
    Query whole = whole(spelling);
    query.add(constant(whole, TextWeights.WHOLE_NAME * part), Occur.SHOULD);
    Query record =
        new BooleanQuery.Builder()
            .add(whole, Occur.FILTER)
            .add(QuestionCompiler.kinds(List.of(EntryKind.LINE, EntryKind.PROJECT)), Occur.FILTER)
            .build();
    query.add(constant(record, TextWeights.RECORD * part), Occur.SHOULD);
    query.add(
        new BoostQuery(letters(EntryMapper.NAME_GRAMS, spelling), TextWeights.IN_NAME),
        Occur.SHOULD);
    query.add(phrase(EntryMapper.TEXT, spelling, TextWeights.NEAR), Occur.SHOULD);
    query.add(letters(EntryMapper.TEXT_GRAMS, spelling), Occur.SHOULD);
  }

  /** The words of a long term wherever they stand in the field; empty for a single word. */
  private Optional<Query> apart(String field, String text) {
    Set<String> words = new LinkedHashSet<>(words(field, text));
    if (words.size() < 2) {
      return Optional.empty();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    int others = 0;
    for (String word : words) {
      boolean not = TextWeights.NOT.indexOf(word.charAt(0)) >= 0;
      all.add(QuestionCompiler.term(field, word), not ? Occur.MUST : Occur.SHOULD);
      others += not ? 0 : 1;
    }
    int missing =
        others < TextWeights.MANY_WORDS ? 0 : Math.max(1, others / TextWeights.ONE_MAY_MISS);
    all.setMinimumNumberShouldMatch(others - missing);
    return Optional.of(all.build());
  }

  private List<String> spellings(String word) {
    List<String> all = new ArrayList<>(List.of(word));
    lexicon.synonyms(word).stream()
        .filter(other -> Fold.name(other).length() > 1)
        .forEach(all::add);
    return all;
  }

  private static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  /** A string of letters and digits as it stands, whatever words it is cut into. */
  Query letters(String gramsField, String text) {
    String name = Fold.name(text);
    if (name.length() != 1) {
      return phrase(gramsField, name, 0);
    }
    // A single letter is the first or the second of some pair.
    return QuestionCompiler.anyOf(
        List.of(
            new PrefixQuery(new Term(gramsField, name)),
            new WildcardQuery(new Term(gramsField, "?" + WildcardQuery.WILDCARD_ESCAPE + name))));
  }

  private Query phrase(String field, String text, int slop) {
    List<String> words = words(field, text);
    if (words.size() == 1) {
      return QuestionCompiler.term(field, words.getFirst());
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    words.forEach(word -> phrase.add(new Term(field, word)));
    phrase.setSlop(words.size() < TextWeights.MANY_WORDS ? 0 : slop);
    return words.isEmpty()
        ? new MatchNoDocsQuery("nothing to look for in '" + text + "'")
        : phrase.build();
  }

  /**
   * The analyzed text, one word a position; stacked whole words are passed over, for their parts
   * say the same.
   */
  private List<String> words(String field, String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = tokens.getAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (increment.getPositionIncrement() > 0) {
          words.add(term.toString());
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
