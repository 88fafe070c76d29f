package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import mingcha.alert.AlertSettings;
import mingcha.alert.Deliverer;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.store.AlertRow;
import mingcha.store.MatchRow;
import mingcha.store.OutboxRow;
import mingcha.store.Store;
import mingcha.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that ingests and delivers is killed at random moments, while new disclosures come and
 * while they are replaced. What the alerts have matched in the end is what an undisturbed run
 * finds, each recorded once, and each has reached the receiver. {@code -Dmingcha.alert.kills=200}
 * for more.
 */
final class AlertKillTest {
  private static final int KILLS = Integer.getInteger("mingcha.alert.kills", 20);
  private static final int FILES_A_ROUND = 12;
  private static final int NEVER = 60_000;
  private static final List<String> WORDS = List.of("预算", "决算", "消费券");

  @TempDir Path folder;

  private final Map<String, Integer> received = new HashMap<>();
  private HttpServer receiver;
  private int hour;

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::take);
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
  }

  private synchronized void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (JsonNode match : Json.tree(body).at("/data/matches")) {
      received.merge(match.get("id").asText(), 1, Integer::sum);
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  /** With a clock that is ahead: what a killed process had taken is free after minutes. */
  static Deliverer deliverer(Store store, int hoursAhead) {
    URI site = URI.create("https://mingcha.example/");
    return new Deliverer(
        store,
        new AlertSettings(site, null, true),
        Clock.offset(Clock.systemUTC(), Duration.ofHours(hoursAhead)));
  }

  @Test
  void eachMatchIsRecordedOnceAndDeliveredAndNoneIsMissing() throws Exception {
    long seed = Long.getLong("mingcha.seed", System.nanoTime());
    String where = "seed " + seed;
    Random random = new Random(seed);
    House house = house(folder);
    House undisturbed = house(folder.resolve("undisturbed"));
    save(house);
    save(undisturbed);
    int span = 1_500;
    int killed = 0;
    for (int phase = 0; phase < 2; phase++) {
      for (int round = 0; round < KILLS / 2; round++) {
        write(house, phase, round, random);
        killed += killed(house, random.nextInt(span)) ? 1 : 0;
      }
      killed(house, NEVER);
      undisturbed.ingest(house.files);
    }
    assertTrue(killed > KILLS / 4, where + ": only " + killed + " kills were in time");
    assertEquals(matches(undisturbed), matches(house), where);
    assertTrue(matches(house).size() > FILES_A_ROUND * KILLS, where);
    deliverTheRest(house);
    synchronized (this) {
      assertEquals(ids(house), new TreeSet<>(received.keySet()), where);
    }
    System.getLogger("AlertKillTest")
        .log(
            System.Logger.Level.INFO,
            "{0}: {1} of {2} kills in time, {3} matches, {4} received",
            where,
            killed,
            KILLS,
            Integer.toString(matches(house).size()),
            Integer.toString(received.values().stream().mapToInt(i -> i).sum()));
  }

  private static House house(Path folder) throws IOException {
    House house = new House(folder);
    house.opener = LuceneIndexer::open;
    return house;
  }

  /** New files, or in the second phase other words in those of the first. */
  private static void write(House house, int phase, int round, Random random) throws IOException {
    for (int i = 0; i < FILES_A_ROUND; i++) {
      StringBuilder text = new StringBuilder("=d" + round + "x" + i + "\n");
      for (int line = 0; line < 4; line++) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        text.append(phase == 1 && line == 0 ? "改正后" : "").append(word).append("情况").append('\n');
      }
      house.write(String.format("%03d/%03d.txt", round, i), text.toString());
    }
  }

  private void save(House house) {
    try (Store store = Store.open(house.data)) {
      for (int i = 0; i < WORDS.size(); i++) {
        store.alerts().put(alert("a" + i, WORDS.get(i)));
      }
    }
  }

  private AlertRow alert(String id, String word) {
    return new AlertRow(
        id,
        "token-" + id,
        null,
        AlertRow.State.ACTIVE,
        null,
        word,
        "zh",
        "{\"terms\":[\"" + word + "\"]}",
        null,
        "http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        true,
        "at-once",
        8,
        1,
        "UTC",
        0,
        0,
        0);
  }

  /** Starts an ingest and kills it after a while; false if it was through before. */
  private boolean killed(House house, int millis) throws IOException, InterruptedException {
    hour++;
    Path begun = house.files.resolveSibling("begun");
    Files.deleteIfExists(begun);
    List<String> command = KillTest.command(house);
    command.add(Integer.toString(hour));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      while (process.isAlive() && !Files.exists(begun)) {
        Thread.sleep(2);
      }
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

  private void deliverTheRest(House house) {
    try (Store store = Store.open(house.data)) {
      for (int i = 0; i < 10; i++) {
        hour++;
        try (Deliverer deliverer = deliverer(store, hour)) {
          deliverer.run();
        }
      }
      for (String id : List.of("a0", "a1", "a2")) {
        for (OutboxRow row : store.outbox().of(id)) {
          assertEquals(OutboxRow.State.DELIVERED, row.state(), row.toString());
        }
      }
    }
  }

  /** {@code alert news entry} of each match, with how often it is recorded. */
  private static Map<String, Long> matches(House house) {
    Map<String, Long> matches = new HashMap<>();
    try (Store store = Store.open(house.data)) {
      for (int i = 0; i < WORDS.size(); i++) {
        for (MatchRow match : store.outbox().latest("a" + i, 1_000_000)) {
          matches.merge(match.alert() + " " + match.news() + " " + match.entry(), 1L, Long::sum);
        }
      }
    }
    return matches;
  }

  private static Set<String> ids(House house) {
    Set<String> ids = new TreeSet<>();
    try (Store store = Store.open(house.data)) {
      for (int i = 0; i < WORDS.size(); i++) {
        store.outbox().latest("a" + i, 1_000_000).forEach(match -> ids.add(match.id()));
      }
    }
    return ids;
  }
}
