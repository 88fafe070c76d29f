package mingcha.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The invented places, their bureaus and the subjects that these spend on. */
final class World {
  private final List<Place> places = new ArrayList<>();
  private final List<Bureau> bureaus = new ArrayList<>();
  private final Map<String, String> parents = new LinkedHashMap<>();

  World() {
    Map<String, Place> byCode = new LinkedHashMap<>();
    for (String[] row : rows("places.tsv")) {
      List<String> path = new ArrayList<>();
      if (!row[2].isEmpty()) {
        path.addAll(Objects.requireNonNull(byCode.get(row[2]), row[2]).path());
      }
      path.add(row[1]);
      byCode.put(row[0], new Place(row[0], path));
    }
    places.addAll(byCode.values());
    for (String[] row : rows("bureaus.tsv")) {
      bureaus.add(new Bureau(row[0], items(row[1]), List.of(row[2].split("\\|", -1))));
    }
    rows("parents.tsv").forEach(row -> parents.put(row[0], row[1]));
  }

  /** Places that have bureaus: prefectures and below. */
  List<Place> seats() {
    return places.stream().filter(place -> place.path().size() > 1).toList();
  }

  List<Bureau> bureaus() {
    return bureaus;
  }

  /** The name of a 类 or 款. */
  String parent(String code) {
    return Objects.requireNonNull(parents.get(code), code);
  }

  static List<String[]> rows(String resource) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(World.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static List<Item> items(String text) {
    List<Item> items = new ArrayList<>();
    for (String item : text.split("\\|", -1)) {
      int space = item.indexOf(' ');
      items.add(new Item(item.substring(0, space), item.substring(space + 1)));
    }
    return items;
  }

  /** A division, its path from the province down. */
  record Place(String code, List<String> path) {
    String name() {
      return path.getLast();
    }
  }

  /** A kind of publisher. */
  record Bureau(String name, List<Item> subjects, List<String> projects) {}

  /** A 项 of the functional classification. */
  record Item(String code, String name) {}
}
