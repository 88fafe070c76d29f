package mingcha.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The invented places, their bureaus, what these spend on and which projects they run. */
final class World {
  /** The order in which bureaus get their turn: those that hand out vouchers come more often. */
  private static final List<String> ROUND =
      List.of(
          "commerce",
          "education",
          "culture",
          "agriculture",
          "commerce",
          "health",
          "transport",
          "culture",
          "civil",
          "industry",
          "market",
          "labour");

  /** Steps through the places so that neighbours in the list are not neighbours on the map. */
  private static final int STRIDE = 7;

  private final List<Place> places = new ArrayList<>();
  private final Map<String, Bureau> bureaus = new LinkedHashMap<>();
  private final Map<String, String> subjects = new TreeMap<>();
  private final List<Code> economic = new ArrayList<>();

  World() {
    rows("subjects.tsv").forEach(row -> subjects.put(row[0], row[1]));
    rows("economic.tsv").forEach(row -> economic.add(new Code(row[0], row[1])));
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
    List<String[]> posts = rows("bureau-subjects.tsv");
    List<String[]> projects = rows("projects.tsv");
    List<String[]> duties = rows("duties.tsv");
    for (String[] row : rows("bureaus.tsv")) {
      bureaus.put(
          row[0],
          new Bureau(
              row[0],
              row[1],
              row[2],
              row[3],
              of(row[0], posts).map(post -> new Post(role(post[1]), post[2])).toList(),
              of(row[0], projects).map(World::template).toList(),
              of(row[0], duties).map(duty -> duty[1]).toList()));
    }
  }

  /**
   * All publishers, each once: rounds of the bureaus first, so that the first dozen shows every
   * kind, then whatever is left.
   */
  List<Publisher> publishers() {
    Set<Publisher> publishers = new LinkedHashSet<>();
    for (int i = 0; i < places.size() * ROUND.size(); i++) {
      String bureau = ROUND.get(i % ROUND.size());
      publishers.add(new Publisher(place(i), Objects.requireNonNull(bureaus.get(bureau), bureau)));
    }
    for (Place place : places) {
      bureaus.values().forEach(bureau -> publishers.add(new Publisher(place, bureau)));
    }
    return List.copyOf(publishers);
  }

  private Place place(int turn) {
    return places.get((1 + turn * STRIDE) % places.size());
  }

  String subject(String code) {
    return Objects.requireNonNull(subjects.get(code), code);
  }

  /** The codes of all 类, in their order. */
  List<String> classes() {
    return subjects.keySet().stream().filter(code -> code.length() == 3).toList();
  }

  /** 支出经济分类 as table 06 lists it. */
  List<Code> economic() {
    return economic;
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

  private static Stream<String[]> of(String bureau, List<String[]> rows) {
    return rows.stream().filter(row -> row[0].equals(bureau) || row[0].equals("*"));
  }

  private static Role role(String name) {
    return Role.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Template template(String[] row) {
    return new Template(
        row[1],
        Amount.ofWan(Long.parseLong(row[2])),
        Amount.ofWan(Long.parseLong(row[3])),
        row[4].equals("voucher"),
        row[5],
        row[6],
        row[7],
        row[8],
        Integer.parseInt(row[9]),
        Integer.parseInt(row[10]),
        row[11],
        row[12],
        row[13]);
  }

  /** A division, its path from the province down. */
  record Place(String code, List<String> path) {
    Place {
      path = List.copyOf(path);
    }

    String name() {
      return path.getLast();
    }

    boolean isProvince() {
      return path.size() == 1;
    }

    /** How large its budgets are, in thousandths of a county's. */
    int size() {
      return switch (path.size()) {
        case 1 -> 5000;
        case 2 -> 2200;
        default -> 1000;
      };
    }
  }

  /** A kind of publisher. */
  record Bureau(
      String id,
      String code,
      String name,
      String nameInProvince,
      List<Post> posts,
      List<Template> projects,
      List<String> duties) {}

  /** A bureau of a place. */
  record Publisher(Place place, Bureau bureau) {
    String name() {
      return place.name() + (place.isProvince() ? bureau.nameInProvince() : bureau.name());
    }
  }

  /** What a subject is for. */
  enum Role {
    /** 行政运行 */
    RUNNING,
    /** 事业运行 and the institutions below a bureau */
    INSTITUTION,
    SPECIAL,
    /** of 政府性基金 */
    FUND,
    RETIRED,
    PENSION,
    ANNUITY,
    INSURANCE,
    MEDICAL,
    MEDICAL_STAFF,
    SUBSIDY,
    HOUSING
  }

  /** A 项 that a bureau spends on. */
  record Post(Role role, String subject) {}

  /** A code of a classification and its name. */
  record Code(String code, String name) {}

  /** A project that a bureau may run; {@code Y} in its name stands for the year. */
  record Template(
      String subject,
      Amount least,
      Amount most,
      boolean voucher,
      String name,
      String goal,
      String quantity,
      String quantityUnit,
      int quantityLeast,
      int quantityMost,
      String quality,
      String benefit,
      String asked) {}
}
