package mingcha.query;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Place;
import mingcha.query.Token.Plain;
import org.jspecify.annotations.Nullable;

/**
 * By whom.
 *
 * <pre>
 * publisher = office [ "of" division ] ;              商务局, Commerce Bureau of Jincheng
 * office    = name ending in 局, 厅, 委员会, … | [ "Municipal" ] "Commerce Bureau" ;
 * </pre>
 */
final class OfficeGrammar {
  /** 部, 会, 所, 队 and 站 end too many other words. */
  private static final Pattern OFFICE =
      Pattern.compile(
          "^[\\p{IsHan}（）()]{0,24}?(?:委员会(?:办公室)?|人民政府(?:办公[厅室])?|政府(?:办公[厅室])?|管委会|办公[厅室]"
              + "|总局|分局|(?<![布格结全大当时破僵])局|厅|党委|政协|人大(?:常委会)?|检察院|法院|党校|发改委|卫健委|[市县区省]委(?!托|派|员|任)|医院|大学|学院|中学|小学"
              + "|联合会|妇联|残联|总工会|团委|工商联|研究院|档案馆|图书馆|博物馆|服务中心)(?:[（(]?(?:本级|机关)[）)]?)?");

  private static final Pattern WHOLE_OFFICE =
      Pattern.compile("[\\p{IsHan}]{2,12}(?:(?<![布格结全大当时破僵])局|厅|委员会|人民政府|检察院|法院|发改委|卫健委|管委会)");

  private static final Pattern COUNTY_OFFICE =
      Pattern.compile("[\\p{IsHan}]{0,12}(?:局|委员会|人民政府|检察院|法院|发改委|卫健委|管委会)");

  private static final Set<String> OFFICES_IN_ENGLISH = Set.of("局", "厅", "委员会");

  private final String text;
  private final Cursor cursor;
  private final Draft draft;

  OfficeGrammar(String text, Cursor cursor, Draft draft) {
    this.text = text;
    this.cursor = cursor;
    this.draft = draft;
  }

  /** An office that is named without its place: 商务局. */
  boolean publisher() {
    if (draft.publisher == null && cursor.peek() instanceof Keyword noun && !noun.is(Role.AREA)) {
      return publisherInEnglish(noun);
    }
    Token first = cursor.peek();
    boolean begins =
        first instanceof Plain || (first instanceof Keyword word && word.is(Role.AREA));
    if (first == null || !begins || draft.publisher != null) {
      return false;
    }
    String name = text.substring(first.start(), extent(first.start()));
    if (!WHOLE_OFFICE.matcher(name).matches()) {
      name = cursor.text(first);
    }
    if (!WHOLE_OFFICE.matcher(name).matches()) {
      return false;
    }
    cursor.takeTo(first.start() + name.length());
    draft.publisher = name.startsWith("各") ? name.substring(1) : name;
    return true;
  }

  /** Whether this is what follows a county's short name: 商务局 in 武陟商务局. */
  boolean endsCounty(String name) {
    return COUNTY_OFFICE.matcher(name).matches();
  }

  /** What follows a place and is an office of it, 商务局 or Commerce Bureau; null where none does. */
  @Nullable String behindPlace() {
    int from = cursor.position();
    int end = extent(from);
    Matcher matcher = OFFICE.matcher(text.substring(from, end));
    if (matcher.find() && matcher.end() > 0) {
      cursor.takeTo(from + matcher.end());
      return matcher.group();
    }
    return inEnglish();
  }

  /** How far Chinese goes on without a word that ends a name. */
  int extent(int from) {
    int mark = cursor.mark();
    int end = from;
    while (true) {
      Token token = cursor.peek();
      if (token == null || token.start() != end) {
        break;
      }
      boolean goesOn =
          switch (token) {
            case Plain plain -> cursor.isHan(plain.start());
            case Keyword word -> joins(word);
            default -> false;
          };
      if (!goesOn) {
        break;
      }
      cursor.next();
      end = token.end();
    }
    cursor.reset(mark);
    return end;
  }

  /** 和 in 人力资源和社会保障局; 项目 ends a name. */
  private static boolean joins(Keyword word) {
    boolean one = word.end() - word.start() == 1;
    return word.is(Role.LIST)
        || word.is(Role.AREA)
        || (one && !word.is(Role.OF) && !word.is(Role.NOT))
        || word.is(Role.GENERIC)
        || (word.is(Role.KIND) && word.value(Role.KIND).isEmpty() && !one);
  }

  /** Commerce Bureau of Jincheng. */
  private boolean publisherInEnglish(Keyword noun) {
    String name = noun.value(Role.NOUN);
    if (OFFICES_IN_ENGLISH.stream().noneMatch(name::endsWith)) {
      return false;
    }
    cursor.next();
    int mark = cursor.mark();
    cursor.skip(Role.OF, Role.FILLER);
    cursor.skipSpace();
    draft.publisher = name;
    if (cursor.peek() instanceof Place place && place.candidates().size() == 1) {
      cursor.next();
      cursor.skip(Role.LEVEL);
      draft.publisher = place.candidates().getFirst().name() + name;
    } else {
      cursor.reset(mark);
    }
    return true;
  }

  /** Jincheng Municipal Commerce Bureau. */
  private @Nullable String inEnglish() {
    int mark = cursor.mark();
    cursor.skip(Role.LEVEL);
    if (cursor.peek() instanceof Gap gap && gap.space()) {
      cursor.next();
      if (cursor.peek() instanceof Keyword word) {
        String noun = word.value(Role.NOUN);
        if (OFFICES_IN_ENGLISH.stream().anyMatch(noun::endsWith)) {
          cursor.next();
          return noun;
        }
      }
    }
    cursor.reset(mark);
    return null;
  }
}
