package mingcha.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mingcha.query.Filters.RegionFilter;
import mingcha.query.Question.Note;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Place;
import mingcha.query.Token.Plain;
import mingcha.text.Division;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Where.
 *
 * <pre>
 * place     = division { division } [ office | "以外" ] ;      山西省晋城市, 焦作市商务局
 *           | county [ office ] ;                     武陟2023年, 武陟商务局
 * excluded  = ( "不含" | "不在" ) division { division } [ "外" ] ;
 * </pre>
 *
 * <p>A publisher's name says its place, so that no region is asked besides. A division within the
 * one before it narrows that; any other is asked as well. A county without 县 or 区 is read as such
 * where its name stands alone, no other bears it and it is no common word; a namesake of the
 * division that was taken is told of.
 */
final class PlaceGrammar {
  private static final Set<Role> BETWEEN_NAMES =
      Set.of(Role.OF, Role.LIST, Role.AND, Role.OR, Role.OPEN, Role.FILLER, Role.NOT);

  private static final int MOST_OFFERED = 5;

  /** 北京市 and 朝阳区. */
  private static final int LENGTH_WITHIN_MUNICIPALITY = 2;

  private static final String UNIVERSITY = "大学";

  private final String text;
  private final Cursor cursor;
  private final WordEdges edges;
  private final Draft draft;
  private final Lexicon lexicon;
  private final OfficeGrammar offices;
  private final InstitutionGrammar institutions;
  private @Nullable Division division;

  PlaceGrammar(
      String text,
      Cursor cursor,
      WordEdges edges,
      Draft draft,
      Lexicon lexicon,
      OfficeGrammar offices,
      InstitutionGrammar institutions) {
    this.text = text;
    this.cursor = cursor;
    this.edges = edges;
    this.draft = draft;
    this.lexicon = lexicon;
    this.offices = offices;
    this.institutions = institutions;
  }

  boolean place() {
    if (county()) {
      return true;
    }
    if (!(cursor.peek() instanceof Place place) || insideWord(place)) {
      return false;
    }
    cursor.next();
    int start = place.start();
    List<Division> candidates = among(place.candidates(), division);
    while (cursor.peek() instanceof Place inner && inner.start() == cursor.position()) {
      cursor.next();
      candidates = among(inner.candidates(), candidates.get(0));
    }
    Division found = candidates.get(0);
    String office = institutions.sees() ? null : offices.behindPlace();
    if (office != null) {
      draft.publisher =
          isNamedSo(office) || said(start).startsWith(candidates.getFirst().path().getFirst())
              ? said(start)
              : found.name() + office; // 晋城商务局 is 晋城市商务局
      return true;
    }
    if (candidates.size() == 1 && outside()) {
      draft.notRegions.add(new RegionFilter(found.code(), found.name()));
      return true;
    }
    if (candidates.size() > 1) {
      draft.leftover.add(ambiguous(cursor.text(start, cursor.position()), candidates));
      return true;
    }
    if (cursor.position() == place.end() && draft.region == null) {
      namesakes(cursor.text(place), found, place.candidates());
    }
    ask(found);
    return true;
  }

  private String said(int start) {
    return cursor.text(start, cursor.position());
  }

  /** 山西大学 is not 山西省大学. */
  private static boolean isNamedSo(String office) {
    return office.equals(UNIVERSITY);
  }

  /** 武陟 in 武陟2023年; behind 关于 it is a word. */
  private boolean county() {
    if (!(cursor.peek() instanceof Plain plain)
        || !cursor.isHan(plain.start())
        || (cursor.previous() instanceof Keyword word
            && (word.is(Role.TOPIC) || word.is(Role.MENTION)))) {
      return false;
    }
    String said = cursor.text(plain);
    Division alone = lexicon.county(said).orElse(null);
    if (alone != null && standsAlone(plain)) {
      cursor.next();
      ask(alone);
      return true;
    }
    said = text.substring(plain.start(), offices.extent(plain.start()));
    for (int end = said.length() - 1; end > 1; end--) {
      Division first = lexicon.county(said.substring(0, end)).orElse(null);
      String office = said.substring(end);
      if (first != null && offices.endsCounty(office)) {
        cursor.takeTo(plain.start() + end + office.length());
        draft.publisher = first.name() + office;
        return true;
      }
    }
    return false;
  }

  /** Whether no other word joins it: 泰山路 is none of the district. */
  private boolean standsAlone(Plain plain) {
    int mark = cursor.mark();
    Token before = cursor.previous();
    boolean joined = before != null && before.end() == plain.start() && joinsName(before);
    cursor.next();
    Token behind = cursor.peek();
    joined |= behind != null && joinsName(behind);
    cursor.reset(mark);
    return !joined;
  }

  /** 路, but also 均 in 高平均值; 的 and 和 do not. */
  private boolean joinsName(Token token) {
    return switch (token) {
      case Plain plain -> cursor.isHan(plain.start());
      case Keyword word ->
          (word.is(Role.AREA) || word.end() - word.start() == 1)
              && cursor.isHan(word.start())
              && BETWEEN_NAMES.stream().noneMatch(word::is);
      default -> false;
    };
  }

  /**
   * Chaoyang is 朝阳市, and a district of Beijing or 潮阳区 may be meant as well. Of the 西安区 of two
   * prefectures nobody thinks who says 西安.
   */
  private void namesakes(String said, Division found, List<Division> candidates) {
    List<Division> others =
        candidates.stream().filter(other -> !other.path().containsAll(found.path())).toList();
    boolean likely =
        others.stream()
            .anyMatch(
                other ->
                    other.path().size() == LENGTH_WITHIN_MUNICIPALITY
                        || other.name().charAt(0) != found.name().charAt(0));
    if (found.level() > 1 && likely) {
      draft.notes.add(
          new Note(
              "namesake",
              said,
              others.stream()
                  .limit(MOST_OFFERED)
                  .map(other -> String.join("", other.path()))
                  .collect(Collectors.joining("、"))));
    }
  }

  /** 太原市以外; 外 in 太原市外经贸 is part of a word. */
  private boolean outside() {
    int mark = cursor.mark();
    if (cursor.accept(Role.OUTSIDE) != null && !cursor.joinsNext()) {
      return true;
    }
    cursor.reset(mark);
    return false;
  }

  private void ask(Division found) {
    RegionFilter region = new RegionFilter(found.code(), found.name());
    Division before = division;
    if (before != null && before.path().containsAll(found.path())) {
      return; // Jincheng, Shanxi
    }
    division = found;
    if (before == null || draft.region == null) {
      draft.region = region;
    } else if (!found.path().containsAll(before.path())) {
      draft.otherRegions.add(region);
    } else if (draft.otherRegions.isEmpty()) {
      draft.region = region;
    } else {
      draft.otherRegions.set(draft.otherRegions.size() - 1, region);
    }
  }

  /** 不含晋城市, behind the word that says so. */
  boolean excluded() {
    int mark = cursor.mark();
    cursor.skip(Role.FILLER, Role.OPEN);
    cursor.skipSpace();
    if (!(cursor.peek() instanceof Place place) || insideWord(place)) {
      cursor.reset(mark);
      return false;
    }
    int start = place.start();
    List<Division> candidates = List.of();
    while (cursor.peek() instanceof Place inner
        && (candidates.isEmpty() || inner.start() == cursor.position())) {
      cursor.next();
      candidates =
          among(inner.candidates(), candidates.isEmpty() ? division : candidates.getFirst());
    }
    if (offices.behindPlace() != null || candidates.size() > 1) {
      draft.leftover.add(cursor.text(start, cursor.position()));
    } else {
      Division found = candidates.getFirst();
      draft.notRegions.add(new RegionFilter(found.code(), found.name()));
    }
    cursor.skip(Role.OUTSIDE);
    return true;
  }

  /** A short name inside another word is none: 中山 in 集中山林, 长治 in 长治久安. */
  private boolean insideWord(Place place) {
    boolean joined = cursor.previous() instanceof Plain before && before.end() == place.start();
    if (joined && place.end() - place.start() == 2) {
      return true; // 城区 in 中心城区
    }
    boolean full = "省市县区州旗盟".indexOf(text.charAt(place.end() - 1)) >= 0;
    return !full
        && cursor.isHan(place.start())
        && !(edges.at(place.start()) && edges.at(place.end()));
  }

  /** Those within the division named before; without one, those of the highest level. */
  private static List<Division> among(List<Division> candidates, @Nullable Division within) {
    if (within != null) {
      List<Division> inside =
          candidates.stream().filter(c -> c.path().containsAll(within.path())).toList();
      if (!inside.isEmpty()) {
        return inside;
      }
    }
    int level = candidates.stream().mapToInt(Division::level).min().orElse(0);
    return candidates.stream().filter(c -> c.level() == level).toList();
  }

  /** 城区 is the name of many: the asker is told which, and none is chosen for him. */
  private static String ambiguous(String name, List<Division> candidates) {
    return "%s（%s%s）"
        .formatted(
            name,
            candidates.stream()
                .limit(MOST_OFFERED)
                .map(division -> String.join("", division.path()))
                .collect(Collectors.joining("、")),
            candidates.size() > MOST_OFFERED ? "等" + candidates.size() + "处" : "");
  }
}
