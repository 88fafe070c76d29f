package mingcha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mingcha.extract.FileExtractor;
import mingcha.ingest.Ingester;
import mingcha.ingest.Manifest;
import mingcha.ingest.Progress;
import mingcha.store.AlertRow;
import mingcha.store.Store;
import mingcha.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Files come, are corrected and taken out; what an alert's receiver is told of that. */
class AlertStoryTest {
  private static final String FILE = "明河市商务局2023年度部门决算.txt";

  private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();
  private HttpServer receiver;
  private Path files;
  private Path data;

  @BeforeEach
  void open() throws IOException {
    files = Files.createDirectories(folder.resolve("files"));
    data = folder.resolve("data");
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::take);
    receiver.start();
    save("a");
  }

  @AfterEach
  void close() {
    receiver.stop(0);
  }

  @Test
  void aChangedReadingSaysWhatItWas() throws IOException {
    publish("45.2");
    assertEquals(List.of("new 春季消费券 (project): execution rate 45.2% (narrative, line 3)"), news());
    publish("61");
    assertEquals(
        List.of(
            "changed 春季消费券 (project): execution rate was 45.2%, is now 61% (narrative, line 3)"),
        news());
  }

  @Test
  void aWithdrawnDisclosureIsTold() throws IOException {
    publish("45.2");
    news();
    try (Ingester ingester = ingester()) {
      assertTrue(ingester.remove(ingester.store().disclosures().getFirst().id()));
    }
    assertEquals(
        List.of("withdrawn 春季消费券 (project): execution rate 45.2% (narrative, line 3)"), news());
  }

  @Test
  void readingTheSameAgainTellsNothing() throws IOException {
    publish("45.2");
    news();
    ingest();
    Files.move(files.resolve(FILE), files.resolve("another name.txt"));
    ingest();
    assertEquals(List.of(), news());
  }

  @Test
  void reindexingTellsNothing() throws IOException {
    publish("45.2");
    news();
    try (Ingester ingester = ingester()) {
      assertEquals(1, ingester.reindex(Progress.NONE).read());
    }
    assertEquals(List.of(), news());
    Rooms.ingesterAfresh(new Config(data, 0), new FileExtractor()).close();
    assertEquals(List.of(), news());
  }

  @Test
  void aReplayTellsALaterAlertWhatItMissedAndNobodyAnythingTwice() throws IOException {
    publish("45.2");
    news();
    save("b");
    run("alerts", "replay", "--since", today.minusDays(1).toString());
    assertEquals(1, news().size());
    run("alerts", "replay", "--since", today.minusDays(1).toString());
    run("alerts", "replay", "--since", today.plusDays(1).toString(), "--alert", "b");
    assertEquals(List.of(), news());
  }

  @Test
  void theOperatorListsShowsAndEnds() throws IOException {
    publish("45.2");
    JsonNode listed = Json.tree(run("alerts", "list"));
    assertEquals("a", listed.get("id").asText());
    assertEquals(1, listed.get("matches").asInt());
    assertEquals(1, listed.get("due").asInt());
    news();
    JsonNode shown = Json.tree(run("alerts", "show", "a"));
    assertEquals("new", shown.at("/latest/0/news").asText());
    assertEquals("[]", shown.get("deliveries").toString());
    assertEquals("{\"ended\":1}\n", run("alerts", "end", "a"));
    assertEquals("", run("alerts", "list"));
    publish("30");
    assertEquals(List.of(), news());
  }

  private void save(String id) {
    String question = "{\"kinds\":[\"project\"],\"where\":[{\"metric\":\"execution_rate\",";
    try (Store store = Store.open(data)) {
      store
          .alerts()
          .put(
              new AlertRow(
                  id,
                  "token-of-" + id,
                  null,
                  AlertRow.State.ACTIVE,
                  null,
                  "low rates",
                  "en",
                  question + "\"op\":\"<\",\"value\":60,\"unit\":\"%\"}]}",
                  null,
                  "http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
                  "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                  false,
                  "at-once",
                  8,
                  1,
                  "UTC",
                  0,
                  0,
                  0));
    }
  }

  /** One file, whose project spent this many per cent of its budget. */
  private void publish(String rate) throws IOException {
    Files.writeString(
        files.resolve(FILE),
        "明河市商务局2023年度部门决算\n第四部分 预算绩效情况说明\n1.春季消费券项目自评综述：全年预算数为336万元，预算执行率为" + rate + "%。\n");
    ingest();
  }

  private void ingest() {
    try (Ingester ingester = ingester()) {
      ingester.ingest(List.of(files), Manifest.NONE, Progress.NONE);
    }
  }

  private Ingester ingester() {
    return Rooms.ingester(new Config(data, 0), new FileExtractor());
  }

  /** What the receiver is told when all that is due is delivered. */
  private List<String> news() {
    run("alerts", "run", "--webhooks-to-private");
    synchronized (told) {
      List<String> news = List.copyOf(told);
      told.clear();
      return news;
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    synchronized (told) {
      for (JsonNode match : Json.tree(body).at("/data/matches")) {
        List<String> lines = new ArrayList<>();
        match.get("lines").forEach(line -> lines.add(line.asText()));
        told.add(
            match.get("news").asText()
                + " "
                + match.at("/entry/name").asText()
                + " ("
                + match.at("/entry/kind").asText()
                + "): "
                + String.join("; ", lines));
      }
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  /** A command on the data directory; gives what it prints. */
  private String run(String... command) {
    List<String> all = new ArrayList<>(Arrays.asList(command));
    all.addAll(2, List.of("--index", data.toString()));
    StringWriter out = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(out));
    assertEquals(0, line.execute(all.toArray(String[]::new)), out.toString());
    return out.toString();
  }
}
