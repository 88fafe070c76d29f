package mingcha.sample;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import mingcha.sample.World.Bureau;
import mingcha.sample.World.Place;

/** Writes sample disclosures, and the truth of each as {@code NAME.truth.json} beside it. */
public final class SampleWriter {
  private static final int YEARS = 3;
  private static final int LAST_YEAR = 2024;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private SampleWriter() {}

  /** The invented divisions: code, name, code of the division above (empty for the province). */
  public static List<String[]> divisions() {
    return World.rows("places.tsv");
  }

  /**
   * Writes disclosures, three successive years of each publisher; the same seed writes the same
   * bytes.
   *
   * @param out made if it is not there
   * @param disclosures at least 1
   */
  public static void write(Path out, int disclosures, long seed) throws IOException {
    if (disclosures < 1) {
      throw new IllegalArgumentException("at least 1 disclosure, not " + disclosures);
    }
    Files.createDirectories(out);
    World world = new World();
    List<Place> seats = world.seats();
    List<Bureau> bureaus = world.bureaus();
    int left = disclosures;
    for (int publisher = 0; left > 0; publisher++) {
      SplittableRandom random = new SplittableRandom(seed * 1_000_003 + publisher);
      Place place = seats.get(publisher % seats.size());
      // Each round of the seats shifts the bureaus, so that no publisher comes twice before all
      // have come.
      Bureau bureau = bureaus.get((publisher + publisher / seats.size()) % bureaus.size());
      // When every publisher has come, they come again with earlier years.
      int last = LAST_YEAR - YEARS * (publisher / (seats.size() * bureaus.size()));
      List<Year> years = new ArrayList<>();
      for (int i = 0; i < YEARS && left > 0; i++, left--) {
        years.add(Year.of(place, bureau, last - YEARS + 1 + i, random));
        write(out, world, years, publisher);
      }
    }
  }

  private static void write(Path out, World world, List<Year> years, int publisher)
      throws IOException {
    Year year = years.getLast();
    Year before = years.size() < 2 ? null : years.get(years.size() - 2);
    Layout[] layouts = Layout.values();
    FinalAccount account =
        new FinalAccount(
            world,
            year,
            before,
            layouts[publisher % layouts.length],
            publisher % 2 == 0 ? Layout.TABBED : Layout.CELL_A_LINE);
    String name =
        String.format(Locale.ROOT, "%04d_%s_%d", publisher, year.place().code(), year.year());
    Files.writeString(out.resolve(name + ".txt"), account.text(), StandardCharsets.UTF_8);
    Files.write(out.resolve(name + ".truth.json"), JSON.writeValueAsBytes(account.truth()));
  }
}
