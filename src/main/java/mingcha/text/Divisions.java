package mingcha.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The divisions of GB/T 2260 by code and by the names that people give them. */
final class Divisions {
  /** The peoples that a province's or prefecture's full name holds and its short one does not. */
  private static final Pattern PEOPLES =
      Pattern.compile(
          "(?<!内)(?:壮族|回族|维吾尔|藏族|羌族|彝族|苗族|侗族|土家族|布依族|傣族|白族|景颇族|傈僳族|哈尼族|朝鲜族"
              + "|蒙古族|蒙古|哈萨克|柯尔克孜)+(?=自治)");

  /** What follows a romanised name, and how such names end in Chinese. */
  private static final Map<String, String> LEVELS =
      Map.of("district", "区", "county", "县", "city", "市", "prefecture", "州");

  /** Words that are names of something else besides. */
  private static final Set<Nature> NAMES = Set.of(Nature.nr, Nature.nz, Nature.nt, Nature.nrf);

  private static final Pattern SUFFIX = Pattern.compile("(?:自治区|自治州|自治县|特别行政区|地区|省|市|盟|县|区|旗)$");

  private final Map<String, Division> byCode = new LinkedHashMap<>();
  private final Map<String, List<Division>> byName = new HashMap<>();
  private final Trie<List<Division>> inText = new Trie<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, Division> counties = new HashMap<>();
  private int longestCounty;
  private final Map<String, String> romanNames = new HashMap<>();
  private final Map<String, List<Division>> byRomanName = new HashMap<>();

  Divisions(List<String[]> rows, List<String[]> romanisations) {
    for (String[] row : rows) {
      Division above = byCode.get(row[2]);
      List<String> path = new ArrayList<>(above == null ? List.of() : above.path());
      path.add(row[1]);
      byCode.put(row[0], new Division(row[0], row[1], path, level(row[0])));
    }
    for (Division division : byCode.values()) {
      name(division);
    }
    for (String[] row : romanisations) {
      List<Division> meant = new ArrayList<>();
      for (String code : row[1].split(",", -1)) {
        meant.add(ofCode(code).orElseThrow());
        romanNames.put(code, row[0]);
      }
      byRomanName.put(roman(row[0]), meant);
    }
    byName.values().forEach(list -> list.sort(Comparator.comparingInt(Division::level)));
    byRomanName.replaceAll(
        (name, all) -> all.stream().sorted(Comparator.comparingInt(Division::level)).toList());
    byName.forEach(
        (name, all) -> {
          List<Division> seen = all.stream().filter(d -> d.level() < 3 || isFull(d, name)).toList();
          if (!seen.isEmpty()) {
            inText.putIfAbsent(name, seen);
            names.add(name);
          }
          county(name, all);
        });
  }

  List<Division> named(String name) {
    List<Division> chinese = byName.get(Fold.fold(name).strip());
    return chinese != null
        ? chinese
        : ofLevel(name, byRomanName.getOrDefault(roman(name), List.of()));
  }

  /** Chaoyang District is none of the cities that are spelled so; all where none is a district. */
  private static List<Division> ofLevel(String name, List<Division> all) {
    String said = name.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> level : LEVELS.entrySet()) {
      if (said.endsWith(" " + level.getKey())) {
        List<Division> such =
            all.stream().filter(division -> division.name().endsWith(level.getValue())).toList();
        return such.isEmpty() ? all : such;
      }
    }
    return all;
  }

  /** See {@link Lexicon#county}. */
  Optional<Division> county(String name) {
    return Optional.ofNullable(counties.get(name));
  }

  /** How long the longest short name is that begins here and can only mean a county; 0 for none. */
  int countyLengthAt(String text, int from) {
    for (int length = Math.min(longestCounty, text.length() - from); length > 1; length--) {
      if (counties.containsKey(text.substring(from, from + length))) {
        return length;
      }
    }
    return 0;
  }

  private void county(String name, List<Division> all) {
    if (all.size() == 1 && all.getFirst().level() == 3 && !isFull(all.getFirst(), name)) {
      CoreDictionary.Attribute word = CoreDictionary.get(name);
      if (word == null || isPlace(word)) {
        counties.put(name, all.getFirst());
        longestCounty = Math.max(longestCounty, name.length());
      }
    }
  }

  /** Whether it is seen as a place more often than as anything else. */
  private static boolean isPlace(CoreDictionary.Attribute word) {
    int place = 0;
    int other = 0;
    for (int i = 0; i < word.nature.length; i++) {
      if (word.nature[i].equals(Nature.ns)) {
        place = word.frequency[i];
      } else if (!NAMES.contains(word.nature[i])) {
        other = Math.max(other, word.frequency[i]);
      }
    }
    return place > other;
  }

  String romanised(Division division) {
    return romanNames.getOrDefault(division.code(), "");
  }

  Collection<Division> all() {
    return byCode.values();
  }

  Optional<Division> ofCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  Optional<DivisionMatch> longestAt(String text, int from) {
    return inText
        .longestAt(text, from)
        .map(found -> new DivisionMatch(found.value(), from, found.end()));
  }

  Collection<String> names() {
    return names;
  }

  private void name(Division division) {
    byName.computeIfAbsent(division.name(), n -> new ArrayList<>()).add(division);
    String shorter =
        SUFFIX.matcher(PEOPLES.matcher(division.name()).replaceFirst("")).replaceFirst("");
    if (shorter.length() >= 2 && !shorter.equals(division.name())) {
      byName.computeIfAbsent(shorter, n -> new ArrayList<>()).add(division);
      String spelled = HanLP.convertToPinyinString(shorter, "", false).toLowerCase(Locale.ROOT);
      romanNames.put(division.code(), spelled);
      byRomanName.computeIfAbsent(roman(spelled), n -> new ArrayList<>()).add(division);
    }
  }

  private static boolean isFull(Division division, String name) {
    return division.name().equals(name);
  }

  private static int level(String code) {
    return code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
  }

  /** Lower case, without spaces, apostrophes and the English word for the level. */
  private static String roman(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("\\b(?:province|city|county|district|prefecture|autonomous|region)\\b", "")
        .replaceAll("[^a-z]", "");
  }
}
