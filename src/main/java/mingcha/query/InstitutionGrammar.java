package mingcha.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mingcha.disclosure.Institution;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Name;
import mingcha.query.Token.Place;
import mingcha.query.Token.Plain;
import mingcha.query.Token.Year;
import org.jspecify.annotations.Nullable;

/**
 * What kind of publishers is asked for.
 *
 * <pre>
 * institutions = kind { ( "和" | "或" ) kind } ;       各街道, 乡镇和街道, hospitals
 * kind         = [ "各" ] word of institutions.tsv ;
 * </pre>
 *
 * Such a word often says what a thing is about: 医院 in 医院建设项目 or 学校项目. It asks for publishers where
 * it is asked for (各街道, 哪些医院, 最高的镇, 晋城市法院) or has a figure (医院的政府采购).
 */
final class InstitutionGrammar {
  private static final Institutions WORDS = Institutions.standard();
  private static final String EACH = "各";

  /** Behind a place it is the name of one: 山西大学, 苏州市高新区. */
  private static final Set<String> ONE_OF_A_PLACE =
      Set.of("大学", "开发区", "经开区", "高新区", "园区", "工业园区", "经济技术开发区");

  /** Before a kind; other words of questions ask for nothing. */
  private static final Set<String> ASKING =
      Set.of(
          "哪些", "哪个", "哪家", "哪几个", "哪几家", "哪所", "哪几所", "所有", "全部", "全部的", "各个", "各县", "各市", "各区",
          "各县区", "各区县", "各地", "各省", "全省", "全市", "全县", "全区", "which", "what", "all", "every", "any",
          "among", "by");

  private final String text;
  private final Cursor cursor;
  private final Draft draft;

  InstitutionGrammar(String text, Cursor cursor, Draft draft) {
    this.text = text;
    this.cursor = cursor;
    this.draft = draft;
  }

  /** Takes the kinds into the draft; false, and nothing is taken, where none is asked for here. */
  boolean institutions() {
    int mark = cursor.mark();
    boolean asked = isAskedBy(cursor.previous());
    List<Institution> found = new ArrayList<>();
    while (true) {
      Kind kind = kind();
      if (kind == null) {
        break;
      }
      asked |= kind.each;
      found.addAll(kind.institutions);
      int end = cursor.mark();
      boolean more = cursor.accept(Role.LIST) != null || cursor.accept(Role.OR) != null;
      if (!more || !sees()) {
        cursor.reset(end);
        break;
      }
    }
    if (found.isEmpty() || isPartOfMore() || !(asked || hasFigure())) {
      cursor.reset(mark);
      return false;
    }
    draft.institutions.addAll(found);
    return true;
  }

  /** Whether a kind stands here, and no longer name: 法院 in 泽州县法院. */
  boolean sees() {
    int mark = cursor.mark();
    boolean sees = kind() != null && !isPartOfMore();
    cursor.reset(mark);
    return sees;
  }

  /**
   * @param each whether all of the kind are asked for, 各街道
   */
  private record Kind(List<Institution> institutions, boolean each) {}

  private @Nullable Kind kind() {
    cursor.skipSpace();
    Token token = cursor.peek();
    if (token == null || !begins(token)) {
      return null;
    }
    int start = token.start();
    boolean each = text.startsWith(EACH, start);
    String said = WORDS.longestAt(text, each ? start + 1 : start);
    int end = start + (each ? 1 : 0) + said.length();
    boolean named = ONE_OF_A_PLACE.contains(said) && cursor.previous() instanceof Place;
    if (said.isEmpty() || named || !cursor.endsToken(end)) {
      return null;
    }
    cursor.takeTo(end);
    return new Kind(WORDS.named(said), each || !cursor.isHan(start));
  }

  /** 高 in 高校 and 中 in 中学 are words of questions, police may be a noun. */
  private boolean begins(Token token) {
    return token instanceof Plain
        || (token instanceof Keyword word
            && (word.is(Role.NOUN)
                || (word.end() - word.start() == 1 && cursor.isHan(word.start()))));
  }

  /** 最高的街道, 哪些医院, 晋城市学校; what stands behind another noun is about it. */
  private boolean isAskedBy(@Nullable Token before) {
    return before instanceof Place
        || (before instanceof Keyword word
            && (ASKING.contains(Vocabulary.folded(cursor.text(word)))
                || (word.is(Role.OF) && !ofNoun())));
  }

  private boolean ofNoun() {
    int of = cursor.mark() - 1;
    return of < 1 || cursor.at(of - 1) instanceof Plain;
  }

  /** 学校 in 学校项目 and 医院类, and 公安 behind 关于. */
  private boolean isPartOfMore() {
    if (cursor.joinsNext()) {
      return true;
    }
    return cursor.peek() instanceof Keyword word
        && word.start() == cursor.position()
        && (!word.value(Role.KIND).isEmpty()
            || word.is(Role.GENERIC)
            || word.is(Role.AREA)
            || word.is(Role.ABOUT_AFTER));
  }

  /**
   * Whether its figure follows: 医院的政府采购, or is asked for elsewhere, and of no other kind of thing.
   */
  private boolean hasFigure() {
    int mark = cursor.mark();
    boolean of = cursor.accept(Role.OF) != null;
    boolean follows = isFigure(cursor.peek()) || (!of && cursor.peek() instanceof Year);
    cursor.reset(mark);
    return !ofOtherThings() && (follows || (standsFree() && anyFigure()));
  }

  private boolean standsFree() {
    return cursor.atEnd() || cursor.peek() instanceof Gap || cursor.sees(Role.OF);
  }

  private boolean ofOtherThings() {
    return tokens().anyMatch(t -> t instanceof Keyword word && !word.value(Role.KIND).isEmpty());
  }

  private boolean anyFigure() {
    return tokens().anyMatch(InstitutionGrammar::isFigure);
  }

  private Stream<Token> tokens() {
    return cursor.all().stream();
  }

  private static boolean isFigure(@Nullable Token token) {
    return token instanceof Name
        || (token instanceof Keyword word
            && (word.is(Role.LOOSE) || word.is(Role.STATE) || word.is(Role.IDIOM)));
  }
}
