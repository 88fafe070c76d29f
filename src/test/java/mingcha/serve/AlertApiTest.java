package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.alert.AlertMatcher;
import mingcha.alert.AlertSettings;
import mingcha.alert.Alerts;
import mingcha.alert.Arrival;
import mingcha.alert.Deliverer;
import mingcha.disclosure.Metrics;
import mingcha.index.EntryIndexer;
import mingcha.index.EntrySearcher;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.store.Store;
import mingcha.text.Lexicon;
import mingcha.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From saving an alert to ending it, over HTTP and by mail. */
class AlertApiTest {
  private static final String QUESTION = "执行率低于60%的项目";
  private static final Pattern LINK = Pattern.compile("https://mingcha\\.example(/\\S+)");

  @TempDir Path dir;

  private final HttpClient client = HttpClient.newHttpClient();
  private GreenMail smtp;
  private Store store;
  private EntrySearcher searcher;
  private AlertSettings settings;
  private Server server;

  @BeforeEach
  void open() throws IOException {
    smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    store = Example.store(dir);
    Path segments = dir.resolve("segments");
    try (EntryIndexer indexer = LuceneIndexer.open(segments)) {
      indexer.replace(Example.DISCLOSURE, 1, Example.entries());
      indexer.commit(1);
    }
    searcher = LuceneSearcher.open(segments);
    settings =
        new AlertSettings(
            URI.create("https://mingcha.example/"),
            new AlertSettings.Mail(
                "127.0.0.1", smtp.getSmtp().getPort(), null, null, "m@mingcha.example", false),
            false);
    server =
        Server.start(
            searcher,
            House.parser(),
            Lexicon.standard(),
            store,
            Metrics.standard(),
            PageDrawer.NONE,
            new Alerts(store, settings, Clock.systemUTC()),
            settings,
            Server.LOCAL,
            0);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
    searcher.close();
    store.close();
    smtp.stop();
  }

  @Test
  void aPreviewSaysWhatWouldHaveMatchedByYear() {
    JsonNode preview = json(post("/api/alerts/preview", "{\"q\":\"" + QUESTION + "\"}"));
    assertEquals("[{\"year\":2023,\"count\":3}]", preview.get("years").toString());
    assertEquals(3, preview.get("total").asInt());
    assertEquals("null", preview.get("refusal").toString());
    assertEquals("[\"project\"]", preview.at("/interpretation/kinds").toString());
  }

  @Test
  void whatWouldMatchEverythingIsRefusedWithHowToNarrowIt() {
    for (String q : List.of("", "项目", "2023年", "执行率最低的10个项目")) {
      HttpResponse<String> refused = post("/api/alerts", "{\"q\":\"" + q + "\",\"atom\":true}");
      assertEquals(400, refused.statusCode(), q);
      assertEquals("q", json(refused).get("parameter").asText());
    }
    assertTrue(
        json(post("/api/alerts", "{\"q\":\"2023年\"}"))
            .get("detail")
            .asText()
            .startsWith("q: this would match everything; narrow it by a word"));
  }

  @Test
  void eachPartThatIsWrongIsNamed() {
    wrong("name", "\"name\":\"" + "长".repeat(101) + "\"");
    wrong("language", "\"language\":\"fr\"");
    wrong("email", "\"email\":\"nobody\"");
    wrong("email", "\"email\":\"a@b.example, c@d.example\"");
    wrong("email", "\"email\":\"a@b.example\\r\\nBcc: c@d.example\"");
    wrong("email", "\"atom\":false");
    wrong("webhook", "\"webhook\":\"ftp://example.org/\"");
    wrong("webhook", "\"webhook\":\"http://127.0.0.1:22/\"");
    wrong("webhook", "\"webhook\":\"http://localhost/\"");
    wrong("webhook", "\"webhook\":\"http://[::1]/\"");
    wrong("webhook", "\"webhook\":\"http://user@example.org/\"");
    wrong("cadence", "\"cadence\":\"hourly\"");
    wrong("hour", "\"hour\":24");
    wrong("weekday", "\"weekday\":0");
    wrong("zone", "\"zone\":\"Mars/Olympus\"");
    wrong("hour", "\"hour\":\"eight\"");
    wrong("colour", "\"colour\":\"red\"");
    wrong("colour", "\"filters\":{\"colour\":\"red\"}");
    assertEquals(400, post("/api/alerts", "not json").statusCode());
  }

  private void wrong(String parameter, String part) {
    HttpResponse<String> refused = post("/api/alerts", "{\"q\":\"" + QUESTION + "\"," + part + "}");
    assertEquals(400, refused.statusCode(), part);
    assertEquals(parameter, json(refused).get("parameter").asText(), refused.body());
  }

  @Test
  void confirmedDeliveredAndUnsubscribedInOneClick() throws Exception {
    JsonNode saved =
        json(post("/api/alerts", "{\"q\":\"" + QUESTION + "\",\"email\":\"reader@Example.org\"}"));
    assertEquals("pending", saved.get("state").asText());
    assertEquals(false, saved.has("token"));
    tell();
    assertEquals(0, deliver());
    String confirm = link(mails().getFirst());
    assertTrue(get(confirm).body().contains("执行率低于60%"), get(confirm).body());
    assertEquals(0, told()); // Looking at the link confirms nothing.
    HttpResponse<String> confirmed = post(confirm, "");
    assertEquals(303, confirmed.statusCode());
    String page = confirmed.headers().firstValue("Location").orElseThrow();
    assertEquals(200, get(page).statusCode());
    assertEquals("active", json(get("/api" + page)).get("state").asText());
    tell();
    assertEquals(1, deliver());
    MimeMessage mail = mails().getLast();
    assertEquals("reader@example.org", mail.getAllRecipients()[0].toString());
    assertTrue(text(mail).contains("春季消费券发放"), text(mail));
    String header = mail.getHeader("List-Unsubscribe", null);
    HttpResponse<String> ended =
        send(
            "POST",
            header.substring("<https://mingcha.example".length(), header.length() - 1),
            "List-Unsubscribe=One-Click",
            "application/x-www-form-urlencoded");
    assertEquals(200, ended.statusCode());
    assertEquals(List.of(), store.alerts().all());
    assertEquals(404, get("/api" + page).statusCode());
    assertEquals(List.of(), store.alerts().byEmail("reader@example.org"));
  }

  @Test
  void aStrangerCannotBeFloodedAndCanForbidMail() throws Exception {
    String body = "{\"q\":\"" + QUESTION + "\",\"email\":\"stranger@example.org\"}";
    for (int i = 0; i < 3; i++) {
      assertEquals(201, post("/api/alerts", body).statusCode());
    }
    HttpResponse<String> fourth = post("/api/alerts", body);
    assertEquals(429, fourth.statusCode());
    assertEquals("at most 3 confirmations in a day; try again later", detail(fourth));
    assertEquals(3, mails().size());
    assertEquals(200, post(link(mails().getFirst()).replace("confirm", "forbid"), "").statusCode());
    assertEquals(List.of(), store.alerts().all());
    assertEquals(400, post("/api/alerts", body).statusCode());
    for (int i = 0; i < 17; i++) {
      post("/api/alerts", "{\"q\":\"" + QUESTION + "\",\"atom\":true}");
    }
    assertEquals(429, post("/api/alerts", "{\"q\":\"" + QUESTION + "\"}").statusCode());
  }

  @Test
  void theSecretShowsChangesTestsAndEndsAnAlert() throws Exception {
    JsonNode saved =
        json(
            post(
                "/api/alerts",
                "{\"q\":\"" + QUESTION + "\",\"filters\":{\"year\":[2023]},\"name\":\"低执行率\"}"));
    String path = "/api/alerts/" + saved.get("token").asText();
    tell();
    JsonNode shown = json(get(path));
    assertEquals("低执行率", shown.get("name").asText());
    assertEquals("[2023]", shown.at("/interpretation/filters/year").toString());
    assertEquals(3, shown.get("matches").asInt());
    assertEquals("new", shown.at("/latest/0/news").asText());
    JsonNode changed =
        json(send("PATCH", path, "{\"cadence\":\"weekly\",\"q\":\"消费券\"}", "application/json"));
    assertEquals("weekly", changed.get("cadence").asText());
    assertEquals("低执行率", changed.get("name").asText());
    assertEquals("[\"消费券\"]", changed.at("/interpretation/terms").toString());
    assertEquals("{\"deliveries\":[]}", post(path + "/test", "").body());
    assertEquals(200, get("/feeds/alerts/" + saved.get("id").asText() + ".atom").statusCode());
    assertEquals(204, send("DELETE", path, "", "application/json").statusCode());
    assertEquals(404, get(path).statusCode());
    assertEquals(404, get("/feeds/alerts/" + saved.get("id").asText() + ".atom").statusCode());
  }

  @Test
  void aTestIsSentByMail() throws Exception {
    post("/api/alerts", "{\"q\":\"" + QUESTION + "\",\"email\":\"reader@example.org\"}");
    String confirmation = link(mails().getFirst()).replace("/alerts/confirm/", "");
    JsonNode alert =
        json(post("/api/alerts/confirm", "{\"confirmation\":\"" + confirmation + "\"}"));
    HttpResponse<String> tested = post("/api/alerts/" + alert.get("token").asText() + "/test", "");
    assertEquals(
        "{\"deliveries\":[{\"channel\":\"email\",\"delivered\":true,\"error\":null}]}",
        tested.body());
    assertEquals(2, mails().size());
    assertEquals(204, send("DELETE", path(alert) + "?erase=true", "", "").statusCode());
  }

  private static String path(JsonNode alert) {
    return "/api/alerts/" + alert.get("token").asText();
  }

  @Test
  void aSearchIsAFeed() throws Exception {
    HttpResponse<String> response =
        get("/feeds/search.atom?q=" + House.encoded(QUESTION) + "&year=2023");
    assertEquals("application/atom+xml;charset=utf-8", House.header(response, "Content-Type"));
    Feed feed =
        (Feed) new WireFeedInput(true, Locale.ROOT).build(new StringReader(response.body()));
    assertEquals(3, feed.getEntries().size());
    assertEquals(
        response.body(),
        get(response.uri().getRawPath() + "?" + response.uri().getRawQuery()).body());
    assertEquals(400, get("/feeds/search.atom?colour=red").statusCode());
  }

  @Test
  void withoutAStoreToWriteToThereAreNoAlerts() throws IOException {
    try (House house = House.open(Files.createDirectory(dir.resolve("other")), 0)) {
      assertEquals(503, house.get("/api/alerts/any").statusCode());
      assertEquals(200, house.get("/feeds/search.atom?q=x").statusCode());
    }
  }

  /** As ingest does for a new disclosure. */
  private void tell() throws IOException {
    try (AlertMatcher matcher = AlertMatcher.over(store, Clock.systemUTC())) {
      Arrival arrival = new Arrival(1, Example.DISCLOSURE, List.of(), Example.entries());
      store.outbox().tell(matcher.match(List.of(arrival)));
    }
  }

  private int deliver() {
    try (Deliverer deliverer = new Deliverer(store, settings, Clock.systemUTC())) {
      return deliverer.run();
    }
  }

  private long told() {
    return store.alerts().all().stream().mapToLong(a -> store.outbox().count(a.id())).sum();
  }

  private List<MimeMessage> mails() {
    return List.of(smtp.getReceivedMessages());
  }

  private static String text(MimeMessage mail) throws Exception {
    return String.valueOf(((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
  }

  private static String link(MimeMessage mail) throws Exception {
    Matcher link = LINK.matcher(text(mail));
    assertTrue(link.find(), text(mail));
    return link.group(1);
  }

  private HttpResponse<String> get(String path) {
    return send("GET", path, "", "application/json");
  }

  private HttpResponse<String> post(String path, String body) {
    return send("POST", path, body, "application/json");
  }

  private HttpResponse<String> send(String method, String path, String body, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.tree(response.body());
  }

  private static String detail(HttpResponse<String> response) {
    return json(response).get("detail").asText();
  }
}
