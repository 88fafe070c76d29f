package mingcha.query;

import java.util.Set;
import mingcha.disclosure.Metrics;
import mingcha.query.Draft.Use;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Name;
import mingcha.query.Token.Numeral;
import mingcha.query.Token.Place;
import mingcha.query.Token.Plain;
import mingcha.query.Token.Quoted;
import mingcha.query.Token.Year;

/** The tokens that no production takes, as the parts that {@link Phrases} puts together. */
final class Words {
  /** The roles of words that say nothing at the edge of a phrase. */
  private static final Set<Role> EMPTY =
      Set.of(
          Role.FILLER,
          Role.COPULA,
          Role.AND,
          Role.OR,
          Role.LIST,
          Role.BOTH,
          Role.PARTICLE,
          Role.OPEN,
          Role.TO,
          Role.BY,
          Role.OUTSIDE,
          Role.ADVERB,
          Role.WITH,
          Role.VERSUS);

  private final Cursor cursor;
  private final Metrics metrics;
  private final Draft draft;

  Words(Cursor cursor, Metrics metrics, Draft draft) {
    this.cursor = cursor;
    this.metrics = metrics;
    this.draft = draft;
  }

  void add(Token token) {
    int start = token.start();
    int end = token.end();
    switch (token) {
      case Plain plain -> draft.part(Use.WORD, cursor.text(plain), start, end);
      case Name name -> draft.metric(said(name), start, end);
      case Place place -> draft.part(Use.WORD, cursor.text(place), start, end);
      case Year year -> draft.part(Use.WORD, cursor.text(year), start, end);
      case Numeral number -> draft.part(Use.WORD, cursor.text(number), start, end);
      case Quoted quoted -> draft.part(Use.WORD, quoted.content(), start, end);
      case Gap gap -> draft.part(Use.BREAK, "", start, end);
      case Keyword word -> keyword(word);
    }
  }

  private static Use use(Keyword word) {
    boolean kind = !word.value(Role.KIND).isEmpty();
    boolean verb = word.is(Role.LOOSE) && word.is(Role.FILLER); // 发放了
    boolean noun = kind || word.is(Role.LOOSE) || word.is(Role.DIRECTION) || word.is(Role.AREA);
    if (!verb && noun) {
      return Use.WORD;
    }
    if (EMPTY.stream().anyMatch(word::is)) {
      return Use.EMPTY_WORD;
    }
    if (word.is(Role.GENERIC)) {
      return Use.GENERIC_WORD;
    }
    // 超 is part of too many words.
    boolean compares = word.is(Role.COMPARE) && word.end() - word.start() > 1;
    return compares ? Use.COMPARING_WORD : Use.STUCK_WORD;
  }

  private void keyword(Keyword word) {
    String said = cursor.text(word);
    int start = word.start();
    int end = word.end();
    if (word.is(Role.PER)) { // 平均每批次: no figure says it
      draft.leftover.add(said);
      draft.part(Use.BREAK, "", start, end);
    } else if (word.is(Role.NOUN)) {
      draft.part(Use.WORD, word.value(Role.NOUN), start, end);
    } else if (word.is(Role.OF)) {
      draft.part(Use.OF, "", start, end);
    } else if (word.is(Role.TOPIC)) {
      draft.part(Use.TOPIC, "", start, end);
    } else if (word.is(Role.MENTION)) {
      draft.part(Use.MENTION, "", start, end);
    } else if (word.is(Role.WITH)) {
      draft.part(Use.WITH, "", start, end);
    } else if (word.is(Role.ABOUT_AFTER)) {
      draft.part(Use.ABOUT_AFTER, said, start, end);
    } else {
      draft.part(use(word), said, start, end);
    }
  }

  /** A metric's name as said, an English one in Chinese. */
  private String said(Name name) {
    return cursor.isHan(name.end() - 1)
        ? cursor.text(name)
        : metrics.get(name.metric()).chinese().get(0);
  }

  /** What a word names, an English one in Chinese; empty where it is no noun. */
  String noun(Token token) {
    return switch (token) {
      case Plain plain -> cursor.text(plain);
      case Name name -> said(name);
      case Keyword word ->
          word.is(Role.NOUN) ? word.value(Role.NOUN) : word.is(Role.LOOSE) ? cursor.text(word) : "";
      case Quoted quoted -> quoted.content();
      case Gap gap -> "";
      case Place place -> "";
      case Year year -> "";
      case Numeral number -> "";
    };
  }
}
