package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.Question;
import mingcha.store.LedgerRow;
import mingcha.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that ingests is killed at random moments. Whenever that is, the index opens, holds all
 * that the ledger calls read, and after the next opening nothing else; and the next run that is let
 * live comes to the same as one that was never disturbed. {@code -Dmingcha.kills=50} for more.
 */
final class KillTest {
  private static final int KILLS = Integer.getInteger("mingcha.kills", 10);
  private static final int FILES_A_ROUND = 60;
  private static final int NEVER = 60_000;

  @TempDir Path folder;

  /** How long the last process took to begin. */
  private long begunNanos;

  static Ingester open(Path data, Ingester.IndexOpener opener) {
    return Ingester.open(data, LineInterpreter.pipeline("v1"), opener);
  }

  @Test
  void whereverItIsKilledTheLedgerAgreesWithTheIndexAndTheNextRunFinishes() throws Exception {
    long seed = Long.getLong("mingcha.seed", System.nanoTime());
    Random random = new Random(seed);
    House house = house(folder);
    int finished = 0;
    int unfinished = 0;
    write(house, 0, random);
    long start = System.nanoTime();
    killed(house, NEVER);
    int spanMillis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start - begunNanos);
    for (int kill = 1; kill <= KILLS; kill++) {
      write(house, kill, random);
      finished += killed(house, random.nextInt(spanMillis)) ? 0 : 1;
      String where = "seed " + seed + ", kill " + kill;
      assertTrue(ids(index(house)).containsAll(ids(told(house))), where);
      try (Ingester ingester = open(house.data, LuceneIndexer::open)) {
        unfinished += ingester.recovered() > 0 ? 1 : 0;
      }
      assertEquals(told(house), index(house), where);
    }
    System.getLogger("KillTest")
        .log(
            System.Logger.Level.INFO,
            "seed {0}: {1} kills within {4} ms, {2} came too late, {3} left something to recover",
            Long.toString(seed),
            KILLS,
            finished,
            unfinished,
            spanMillis);
    house.ingest();
    House undisturbed = house(folder.resolve("undisturbed"));
    undisturbed.ingest(house.files);
    assertEquals(index(undisturbed), index(house), "seed " + seed);
    assertEquals(undisturbed.ledger(), house.ledger(), "seed " + seed);
  }

  private static House house(Path folder) throws IOException {
    House house = new House(folder);
    house.opener = LuceneIndexer::open;
    return house;
  }

  /** New files, among them faulty ones, and new versions of some that are there. */
  private static void write(House house, int round, Random random) throws IOException {
    for (int i = 0; i < FILES_A_ROUND; i++) {
      String name = String.format("%02d/%03d.txt", round, i);
      String id = "=d" + round + "x" + i + "\n";
      switch (i % 30) {
        case 7 -> house.write(name, new byte[] {0, 1, 2});
        case 8 -> house.write(name, "");
        case 9 -> house.write(name, "=same" + round + "\n重复");
        default -> house.write(name, id + "预算\n".repeat(1 + random.nextInt(40)));
      }
      if (i % 10 == 3 && round > 0) {
        house.write(
            String.format("%02d/%03d.txt", round - 1, i),
            "=d" + (round - 1) + "x" + i + "\n" + "决算\n".repeat(1 + random.nextInt(9)) + i);
      }
    }
  }

  /** Starts an ingest and kills it after a while; false if it was through before. */
  private boolean killed(House house, int millis) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    long start = System.nanoTime();
    Process process = begun(house, log);
    try {
      begunNanos = System.nanoTime() - start;
      process.waitFor(millis, TimeUnit.MILLISECONDS);
      boolean alive = process.isAlive();
      process.destroyForcibly();
      assertTrue(process.waitFor(10, TimeUnit.SECONDS));
      if (!alive) {
        assertEquals(0, process.exitValue(), Files.readString(log));
      }
      return alive;
    } finally {
      process.destroyForcibly();
    }
  }

  /** An ingest that has just begun to read. */
  static Process begun(House house, Path log, String... options)
      throws IOException, InterruptedException {
    Path begun = house.files.resolveSibling("begun");
    Files.deleteIfExists(begun);
    List<String> command = command(house, options);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    while (process.isAlive() && !Files.exists(begun)) {
      Thread.sleep(2);
    }
    return process;
  }

  /** Starts {@link KilledIngest} on a house. */
  static List<String> command(House house, String... options) {
    return command(KilledIngest.class, house, options);
  }

  /** Starts a program on a house. */
  static List<String> command(Class<?> program, House house, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-cp", classPath()));
    command.addAll(List.of(program.getName(), house.data.toString(), house.files.toString()));
    command.addAll(List.of(options));
    return command;
  }

  /** Ours, also where JUnit's console has put it in a loader of its own. */
  private static String classPath() {
    if (KillTest.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(url -> Path.of(URI.create(url.toString())).toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  private static Set<String> ids(Collection<String> lines) {
    return lines.stream()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .collect(Collectors.toSet());
  }

  /** A line for each disclosure in the index: id, file, names of entries. */
  static Set<String> index(House house) throws IOException {
    Map<String, List<Entry>> entries = new TreeMap<>();
    try (LuceneSearcher searcher = LuceneSearcher.open(house.data.resolve("segments"))) {
      searcher.export(
          Question.all(),
          entry ->
              entries.computeIfAbsent(entry.disclosure().id(), id -> new ArrayList<>()).add(entry));
    }
    return entries.values().stream().map(KillTest::line).collect(Collectors.toSet());
  }

  /** The lines that the ledger speaks of. */
  static Set<String> told(House house) {
    Set<String> lines = new HashSet<>();
    try (Store store = Store.open(house.data)) {
      for (LedgerRow row : store.ledger()) {
        if (row.disclosureId() != null && row.entries() > 0) {
          Content content = store.content(String.valueOf(row.sha256())).orElseThrow();
          assertEquals(row.entries(), content.entries().size(), row.toString());
          lines.add(line(row.file(), content.entries()));
        }
      }
    }
    return lines;
  }

  private static String line(List<Entry> entries) {
    return line(entries.getFirst().disclosure().file(), entries);
  }

  private static String line(String file, List<Entry> entries) {
    Disclosure disclosure = entries.getFirst().disclosure();
    List<String> names = entries.stream().map(Entry::name).sorted().toList();
    return disclosure.id() + " " + file + ": " + names.getFirst() + " × " + names.size();
  }
}
