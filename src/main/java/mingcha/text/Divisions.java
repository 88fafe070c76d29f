package mingcha.text;

import com.hankcs.hanlp.HanLP;
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

  private static final Pattern SUFFIX = Pattern.compile("(?:自治区|自治州|自治县|特别行政区|地区|省|市|盟|县|区|旗)$");

  private final Map<String, Division> byCode = new LinkedHashMap<>();
  private final Map<String, List<Division>> byName = new HashMap<>();
  private final Trie<List<Division>> inText = new Trie<>();
  private final Set<String> names = new LinkedHashSet<>();
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
      byRomanName.put(roman(row[0]), List.of(ofCode(row[1]).orElseThrow()));
      romanNames.put(row[1], row[0]);
    }
    byName.values().forEach(list -> list.sort(Comparator.comparingInt(Division::level)));
    byName.forEach(
        (name, all) -> {
          List<Division> seen = all.stream().filter(d -> d.level() < 3 || isFull(d, name)).toList();
          if (!seen.isEmpty()) {
            inText.putIfAbsent(name, seen);
            names.add(name);
          }
        });
  }

  List<Division> named(String name) {
    List<Division> chinese = byName.get(Fold.fold(name).strip());
    return chinese != null ? chinese : byRomanName.getOrDefault(roman(name), List.of());
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
