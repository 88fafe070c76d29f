package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import mingcha.disclosure.Metrics;
import mingcha.index.Answer;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Slice;
import mingcha.index.IndexUnavailable;
import mingcha.index.opensearch.ClusterAddress;
import mingcha.index.opensearch.ClusterNode;
import mingcha.index.opensearch.OpenSearchSearcher;
import mingcha.query.Question;
import mingcha.query.QuestionParser;
import mingcha.text.Lexicon;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to an ingest into a cluster whose nodes, or whose other ingesters, are killed. */
@Tag("cluster")
final class ClusterIngestTest {
  private static final int FILES = 200;
  private static final long PAUSE_NANOS = 50_000_000;

  @TempDir Path folder;

  /** Each disclosure has as many entries as its file has lines; an edition has 7 more. */
  private static void write(House house, int edition) throws IOException {
    for (int i = 0; i < FILES; i++) {
      String line = edition == 1 ? "预算\n" : "决算" + edition + "\n";
      house.write(name(i), "=d" + i + "\n" + line.repeat(lines(i, edition)));
    }
  }

  private static String name(int i) {
    return String.format(Locale.ROOT, "%02d/%03d.txt", i % 9, i);
  }

  private static int lines(int i, int edition) {
    return 3 + i % 50 + (edition == 1 ? 0 : 7);
  }

  private static Map<String, Integer> expected(int edition) {
    Map<String, Integer> all = new TreeMap<>();
    for (int i = 0; i < FILES; i++) {
      all.put("d" + i, lines(i, edition));
    }
    return all;
  }

  /** How many entries the cluster shows of each disclosure. */
  private static Map<String, Integer> shown(EntrySearcher searcher) throws IOException {
    Map<String, Integer> all = new TreeMap<>();
    searcher.export(Question.all(), entry -> all.merge(entry.disclosure().id(), 1, Integer::sum));
    return all;
  }

  /** All entries as they are, and what is said of all of them and of some. */
  private static List<String> answers(ClusterAddress address) throws IOException {
    QuestionParser parser = new QuestionParser(Lexicon.standard(), Metrics.standard());
    List<String> told = new ArrayList<>();
    try (EntrySearcher searcher = OpenSearchSearcher.open(address)) {
      searcher.export(Question.all(), entry -> told.add(entry.toString()));
      told.sort(null);
      for (String asked : List.of("", "预算", "决算", "预算超过10万元的项目")) {
        Answer answer = searcher.search(parser.parse(asked), new Slice(0, 50));
        told.add(asked + ": " + answer.total() + " " + answer.facets() + answer.near());
        told.add(searcher.suggest("预", 10).toString());
      }
      Answer all = searcher.search(Question.all(), new Slice(0, 50));
      all.hits().forEach(hit -> told.add(hit.toString()));
      told.add(searcher.stats().toString());
    }
    return told;
  }

  private static Map<String, Integer> shown(ClusterAddress address) throws IOException {
    try (EntrySearcher searcher = OpenSearchSearcher.open(address)) {
      return shown(searcher);
    }
  }

  /** Reads all the time, and notes each disclosure that it saw half, or that had gone. */
  private static final class Watcher implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger away = new AtomicInteger();
    private final Future<List<String>> wrong;

    Watcher(ClusterAddress address, Map<String, Integer> before, Map<String, Integer> after) {
      wrong = thread.submit(() -> watch(address, before, after));
    }

    private List<String> watch(
        ClusterAddress address, Map<String, Integer> before, Map<String, Integer> after)
        throws IOException {
      List<String> wrong = new ArrayList<>();
      try (EntrySearcher searcher = OpenSearchSearcher.open(address)) {
        while (!ended.get()) {
          LockSupport.parkNanos(PAUSE_NANOS);
          try {
            Map<String, Integer> seen = shown(searcher);
            looks.incrementAndGet();
            after.forEach(
                (id, count) -> {
                  Integer now = seen.get(id);
                  if (!(count.equals(now) || Objects.equals(now, before.get(id)))) {
                    wrong.add(id + ": " + now);
                  }
                });
          } catch (IndexUnavailable e) {
            away.incrementAndGet();
          } catch (IOException e) {
            // An export whose state went away with its node cannot go on.
            assertTrue(String.valueOf(e.getMessage()).contains("404"), e.getMessage());
          }
        }
      }
      return wrong;
    }

    @Override
    public void close() {
      ended.set(true);
      assertEquals(
          List.of(), assertDoesNotThrow(() -> wrong.get(5, TimeUnit.MINUTES), "watching ended"));
      thread.shutdown();
      assertTrue(looks.get() > 0);
    }
  }

  @Test
  void aNodeThatIsKilledIsWaitedForAndReadersNeverSeeHalfADisclosure() throws Exception {
    House house = new House(folder);
    try (ClusterNode node = ClusterNode.start(folder.resolve("node"), 1)) {
      ClusterAddress address = node.address("killed");
      write(house, 1);
      ingested(house, address);
      assertEquals(expected(1), shown(address));

      write(house, 2);
      Watcher watcher = new Watcher(address, expected(1), expected(2));
      try (watcher;
          ExecutorService ingest = Executors.newSingleThreadExecutor()) {
        Future<Summary> running = ingest.submit(() -> ingested(house, address));
        Thread.sleep(1500);
        node.kill();
        assertFalse(running.isDone());
        Thread.sleep(4000);
        node.startAgain();
        assertNull(running.get(5, TimeUnit.MINUTES).stopped());
        Thread.sleep(1000);
      }
      assertTrue(watcher.away.get() > 0, "readers were told that the index was away");
      assertEquals(expected(2), shown(address));
    }
  }

  @Test
  void anIngestThatDoesNotWaitSaysWhyAndTheNextOneGoesOn() throws Exception {
    House house = new House(folder);
    write(house, 1);
    try (ClusterNode node = ClusterNode.start(folder.resolve("node"), 1)) {
      ClusterAddress hasty = node.address("hasty?wait=1");
      try (ExecutorService ingest = Executors.newSingleThreadExecutor()) {
        Future<Summary> running = ingest.submit(() -> ingested(house, hasty));
        while (!Files.exists(house.data.resolve("originals"))) {
          Thread.sleep(10);
        }
        node.kill();
        String stopped = String.valueOf(running.get(5, TimeUnit.MINUTES).stopped());
        String start = "the cluster " + hasty + " does not answer (";
        assertEquals(start, stopped.substring(0, start.length()));
        assertTrue(stopped.endsWith("_cluster/health says, then try again"), stopped);
      }
      node.startAgain();
      assertNull(ingested(house, hasty).stopped());
      assertEquals(expected(1), shown(hasty));
    }
  }

  @Test
  void ofThreeIngestersOneIsKilledAndTheOthersFinishItsWork() throws Exception {
    House house = new House(folder);
    write(house, 1);
    Files.createDirectories(house.data);
    try (ClusterNode nodes = ClusterNode.start(folder.resolve("nodes"), 3)) {
      ClusterAddress address = nodes.address("three");
      String options = "?shards=3&replicas=1";
      List<Process> ingesters = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        ingesters.add(begun(house, i, address + options));
      }
      while (ingesters.getFirst().isAlive() && through(0) < FILES / 20) {
        Thread.sleep(5);
      }
      assertTrue(ingesters.getFirst().isAlive(), "too fast to be killed");
      ingesters.getFirst().destroyForcibly();
      for (int i = 1; i < 3; i++) {
        assertTrue(ingesters.get(i).waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, ingesters.get(i).exitValue(), Files.readString(log(i)));
      }
      assertEquals(expected(1), shown(address));
      House alone = new House(folder.resolve("alone"), house.files);
      ClusterAddress single = nodes.address("alone" + options);
      ingested(alone, single);
      assertEquals(alone.ledger(), house.ledger());
      assertEquals(answers(single), answers(address));
    }
  }

  @Test
  void readersKeepTheOldIndexUntilTheNewOneIsWhole() throws Exception {
    House house = new House(folder);
    write(house, 1);
    try (ClusterNode node = ClusterNode.start(folder.resolve("node"), 1)) {
      ClusterAddress address = node.address("anew");
      ingested(house, address);
      Process killed = begun(house, 0, address.toString(), SeatIngest.AFRESH);
      while (killed.isAlive() && through(0) < FILES / 4) {
        Thread.sleep(5);
      }
      assertTrue(killed.isAlive(), "too fast to be killed");
      killed.destroyForcibly().waitFor();
      assertEquals(expected(1), shown(address));
      try (EntrySearcher open = OpenSearchSearcher.open(address)) {
        try (Watcher watcher = new Watcher(address, expected(1), expected(1));
            Ingester ingester = SeatIngest.openAfresh(house.data, address)) {
          assertNull(ingester.reindex(Progress.NONE).stopped());
          Thread.sleep(1000);
          assertTrue(watcher.looks.get() > 0);
        }
        assertEquals(expected(1), shown(open));
      }
      assertEquals(FILES, ingested(house, address).unchanged());
    }
  }

  private static Summary ingested(House house, ClusterAddress address) {
    try (Ingester ingester = SeatIngest.open(house.data, address)) {
      return ingester.ingest(List.of(house.files), Manifest.NONE, Progress.NONE);
    }
  }

  private int through(int number) throws IOException {
    return Files.exists(log(number)) ? Files.readAllLines(log(number)).size() : 0;
  }

  private Process begun(House house, int number, String... options) throws IOException {
    List<String> command = KillTest.command(SeatIngest.class, house, options);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log(number).toFile())
        .start();
  }

  private Path log(int number) {
    return folder.resolve("log" + number);
  }
}
