package mingcha.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import mingcha.sample.World.Publisher;

/** Writes sample disclosures, and the truth of each as {@code NAME.truth.json} beside it. */
public final class SampleWriter {
  private static final int YEARS = 3;
  private static final int MOST_YEARS = 10;
  private static final int LAST_YEAR = 2024;

  /** Line ends are ours, not the platform's: the same seed writes the same bytes everywhere. */
  private static final ObjectWriter JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private SampleWriter() {}

  /** The invented divisions: code, name, code of the division above (empty for the province). */
  public static List<String[]> divisions() {
    return World.rows("places.tsv");
  }

  /**
   * Writes disclosures, three successive years of each publisher, the latest of 2024; with very
   * many, more years. The same seed writes the same bytes, and a larger number only adds files as
   * long as the years stay three.
   *
   * @param out made if it is not there
   * @param disclosures at least 1
   */
  public static void write(Path out, int disclosures, long seed) throws IOException {
    write(out, disclosures, seed, Format.TEXT, Set.of());
  }

  /**
   * The same disclosures in another format, or with oddities on their way to the file; the truth is
   * the same.
   */
  public static void write(
      Path out, int disclosures, long seed, Format format, Set<Mutation> mutations)
      throws IOException {
    World world = new World();
    List<Publisher> publishers = world.publishers();
    int years = Math.max(YEARS, Math.ceilDiv(disclosures, publishers.size()));
    if (disclosures < 1 || years > MOST_YEARS) {
      throw new IllegalArgumentException(
          "1 to " + MOST_YEARS * publishers.size() + " disclosures, not " + disclosures);
    }
    Files.createDirectories(out);
    for (int i = 0; i < disclosures; i++) {
      int number = i / years;
      int year = LAST_YEAR - years + 1 + i % years;
      write(out, world, publishers.get(number), number, year, seed, format, mutations);
    }
  }

  /** 部门预算 of as many publishers, told in the same ways; the year is 2024. */
  public static void writeBudgets(Path out, int disclosures, long seed, Format format)
      throws IOException {
    World world = new World();
    List<Publisher> publishers = world.publishers();
    if (disclosures < 1 || disclosures > publishers.size()) {
      throw new IllegalArgumentException(
          "1 to " + publishers.size() + " budgets, not " + disclosures);
    }
    Files.createDirectories(out);
    for (int number = 0; number < disclosures; number++) {
      Publisher publisher = publishers.get(number);
      String who = publisher.place().code() + "-" + publisher.bureau().id();
      Style style = Style.of(number, Dice.of(seed, who, "style"));
      BudgetMaker maker = new BudgetMaker(world, seed, publisher);
      PlannedBudget budget =
          PlannedBudget.of(world, maker.of(LAST_YEAR), maker.of(LAST_YEAR - 1), style);
      String name = who + "-" + LAST_YEAR + "-budget";
      Files.write(
          out.resolve(name + "." + format.extension()), format.render(budget.document(), style));
      Files.writeString(
          out.resolve(name + ".truth.json"), JSON.writeValueAsString(budget.truth()) + "\n", UTF_8);
    }
  }

  private static void write(
      Path out,
      World world,
      Publisher publisher,
      int number,
      int year,
      long seed,
      Format format,
      Set<Mutation> mutations)
      throws IOException {
    String who = publisher.place().code() + "-" + publisher.bureau().id();
    Style style = Style.of(number, Dice.of(seed, who, "style"));
    BudgetMaker maker = new BudgetMaker(world, seed, publisher);
    FinalAccount account =
        FinalAccount.of(
            world, maker.of(year), maker.of(year - 1), style, Dice.of(seed, who, "words", year));
    String name = who + "-" + year;
    Document document = account.document();
    for (Mutation mutation : mutations) {
      document = mutation.of(document, Dice.of(seed, who, mutation.name(), year));
    }
    byte[] bytes = format.render(document, style);
    for (Mutation mutation : mutations) {
      bytes = mutation.text(new String(bytes, UTF_8)).getBytes(UTF_8);
    }
    Files.write(out.resolve(name + "." + format.extension()), bytes);
    Files.writeString(
        out.resolve(name + ".truth.json"), JSON.writeValueAsString(account.truth()) + "\n", UTF_8);
  }
}
