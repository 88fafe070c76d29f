package mingcha.alert;

import static mingcha.alert.Facts.below60;
import static mingcha.alert.Saved.alert;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.standardwebhooks.Webhook;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import mingcha.alert.Receiver.Posted;
import mingcha.store.AlertRow;
import mingcha.store.MatchRow;
import mingcha.store.OutboxRow;
import mingcha.store.Store;
import mingcha.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail to a real SMTP server, webhooks to a real HTTP server. */
class DelivererTest {
  private static final String READER = "reader@example.org";

  /** A clock that the tests move. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-20T01:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @TempDir Path folder;

  private final Hands hands = new Hands();
  private Store store;
  private GreenMail smtp;
  private Receiver receiver;
  private AlertMatcher matcher;
  private Deliverer deliverer;

  @BeforeEach
  void open() throws IOException {
    store = Store.open(folder);
    smtp = started();
    receiver = new Receiver();
    matcher = AlertMatcher.over(store, hands);
    deliverer = new Deliverer(store, settings(true), hands);
  }

  private static GreenMail started() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  private AlertSettings settings(boolean privateWebhooks) {
    return new AlertSettings(
        URI.create("https://mingcha.example/"),
        new AlertSettings.Mail(
            "127.0.0.1", smtp.getSmtp().getPort(), null, null, "mingcha@mingcha.example", false),
        privateWebhooks);
  }

  @AfterEach
  void close() throws IOException {
    deliverer.close();
    matcher.close();
    receiver.close();
    smtp.stop();
    store.close();
  }

  @Test
  void aMailIsGroupedByDisclosureWithFigureBasisPlaceAndLink() throws Exception {
    save(alert("a", below60(), READER, null, "at-once"));
    tell(bureau("明河市商务局").project("春季消费券", "45.2").project("夏季<b>消费券", "30"));
    tell(bureau("明河市财政局").project("变压器更换", "20"));
    assertEquals(2, deliverer.run());
    MimeMessage mail = mails().getFirst();
    assertEquals(1, mails().size());
    assertEquals("[明察] 关注a：3 条（明河市商务局2023年度部门决算 等）", mail.getSubject());
    assertEquals(
        "<https://mingcha.example/api/alerts/token-of-a/unsubscribe>",
        mail.getHeader("List-Unsubscribe", null));
    assertEquals("List-Unsubscribe=One-Click", mail.getHeader("List-Unsubscribe-Post", null));
    assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
    List<MatchRow> matches = store.outbox().latest("a", 10).reversed();
    Facts first = bureau("明河市商务局");
    Facts second = bureau("明河市财政局");
    String expected =
        """
        您的提醒“关注a”有 3 条消息：

        明河市商务局2023年度部门决算
        https://mingcha.example/d/D1

        * 春季消费券（项目） [新]
          执行率 45.2%（表格，第12行，《项目支出绩效自评表》）
          https://mingcha.example/d/D1#L12
          #M0

        * 夏季<b>消费券（项目） [新]
          执行率 30%（表格，第12行，《项目支出绩效自评表》）
          https://mingcha.example/d/D1#L12
          #M1

        明河市财政局2023年度部门决算
        https://mingcha.example/d/D2

        * 变压器更换（项目） [新]
          执行率 20%（表格，第12行，《项目支出绩效自评表》）
          https://mingcha.example/d/D2#L12
          #M2

        --\s
        更改或停止这个提醒：https://mingcha.example/alerts/token-of-a
        """
            .replace("D1", first.disclosure().id())
            .replace("D2", second.disclosure().id())
            .replace("M0", matches.get(0).id())
            .replace("M1", matches.get(1).id())
            .replace("M2", matches.get(2).id());
    assertEquals(expected, part(mail, 0));
    assertTrue(part(mail, 1).contains("夏季&lt;b&gt;消费券（项目）</a> <b>新</b>"), part(mail, 1));
  }

  @Test
  void noHitIsLostBeyondTheFiftiethNorTheTwoHundredth() throws Exception {
    save(alert("a", below60(), READER, null, "at-once"));
    for (int d = 0; d < 10; d++) {
      Facts many = bureau("明河市第" + d + "局");
      for (int i = 0; i < 57; i++) {
        many.project("项目" + d + "之" + i, "20");
      }
      tell(many);
    }
    assertEquals(10, deliverer.run());
    StringBuilder all = new StringBuilder();
    for (MimeMessage mail : mails()) {
      all.append(part(mail, 0));
    }
    assertEquals(3, mails().size());
    for (MatchRow match : store.outbox().latest("a", 1_000)) {
      assertTrue(all.indexOf("#" + match.id()) > 0);
    }
    assertEquals(570, store.outbox().count("a"));
  }

  @Test
  void mailsThatAreDueAtOnceLeaveAtLeastFiveMinutesBetween() throws IOException {
    save(alert("a", below60(), READER, null, "at-once"));
    tell(bureau("甲局").project("春季消费券", "45.2"));
    assertEquals(1, deliverer.run());
    tell(bureau("乙局").project("春季消费券", "45.2"));
    tell(bureau("丙局").project("春季消费券", "45.2"));
    assertEquals(0, deliverer.run());
    hands.forward(Duration.ofMinutes(5));
    assertEquals(2, deliverer.run());
    assertEquals(2, mails().size());
  }

  @Test
  void aDigestIsSentAtTheReadersHour() throws IOException {
    save(alert("a", below60(), READER, null, "daily"));
    tell(bureau("甲局").project("春季消费券", "45.2")); // 09:00 in Shanghai, told at 08:00
    hands.forward(Duration.ofHours(22));
    tell(bureau("乙局").project("夏季消费券", "45.2"));
    assertEquals(0, deliverer.run());
    hands.forward(Duration.ofHours(1));
    assertEquals(2, deliverer.run());
    assertEquals(1, mails().size());
  }

  @Test
  void aMailServerThatIsDownIsTriedAgain() throws IOException {
    save(alert("a", below60(), READER, null, "at-once"));
    tell(bureau("甲局").project("春季消费券", "45.2"));
    smtp.stop();
    assertEquals(0, deliverer.run());
    OutboxRow waits = store.outbox().of("a").getFirst();
    assertEquals(OutboxRow.State.DUE, waits.state());
    assertEquals(1, waits.attempts());
    smtp = started();
    hands.forward(Duration.ofMinutes(1));
    try (Deliverer another = new Deliverer(store, settings(true), hands)) {
      assertEquals(1, another.run());
    }
    assertEquals(1, mails().size());
  }

  @Test
  void aServerWithoutStarttlsGetsNothingUnlessTheOperatorAllowsIt() throws IOException {
    save(alert("a", below60(), READER, null, "at-once"));
    tell(bureau("甲局").project("春季消费券", "45.2"));
    AlertSettings.Mail plain = Objects.requireNonNull(settings(true).mail());
    AlertSettings strict =
        new AlertSettings(
            settings(true).site(),
            new AlertSettings.Mail(plain.host(), plain.port(), null, null, plain.from(), true),
            true);
    try (Deliverer careful = new Deliverer(store, strict, hands)) {
      assertEquals(0, careful.run());
    }
    String error = String.valueOf(store.outbox().of("a").getFirst().error());
    assertTrue(error.contains("STARTTLS is required"), error);
  }

  @Test
  void aWebhookIsSignedSoThatIndependentCodeAgrees() throws Exception {
    AlertRow alert = alert("a", below60(), null, receiver.address(), "at-once");
    save(alert);
    tell(bureau("明河市商务局").project("春季消费券", "45.2"));
    assertEquals(1, deliverer.run());
    Posted posted = receiver.posted.getFirst();
    new Webhook(String.valueOf(alert.secret()))
        .verify(posted.body(), HttpHeaders.of(posted.headers(), (name, value) -> true));
    assertEquals("/hook?to=us", posted.path());
    JsonNode payload = Json.tree(posted.body());
    assertEquals("disclosure.matched", payload.get("type").asText());
    JsonNode match = payload.at("/data/matches/0");
    assertEquals(store.outbox().latest("a", 1).getFirst().id(), match.get("id").asText());
    assertEquals("春季消费券", match.at("/entry/name").asText());
    assertEquals("[0]", match.get("matched").toString());
    assertEquals("new", match.get("news").asText());
  }

  @Test
  void aWebhookThatFailsIsPostedAgainUnderTheSameIdForThreeDaysAndThenSetAside()
      throws IOException {
    save(alert("a", below60(), null, receiver.address(), "at-once"));
    tell(bureau("明河市商务局").project("春季消费券", "45.2"));
    receiver.status.set(500);
    for (int i = 0; i < 100; i++) {
      deliverer.run();
      hands.forward(Duration.ofHours(1));
    }
    OutboxRow row = store.outbox().of("a").getFirst();
    assertEquals(OutboxRow.State.FAILED, row.state());
    assertEquals("the receiver answered 500", row.error());
    assertTrue(receiver.posted.size() >= 12, receiver.posted.size() + " attempts");
    assertEquals(
        1, receiver.posted.stream().map(posted -> posted.header("webhook-id")).distinct().count());
  }

  @Test
  void aRedirectIsNotFollowedAndAReceiverThatIsGoneIsLeftAlone() throws IOException {
    save(alert("a", below60(), null, receiver.address(), "at-once"));
    tell(bureau("明河市商务局").project("春季消费券", "45.2"));
    receiver.status.set(302);
    deliverer.run();
    assertEquals(1, receiver.posted.size());
    assertEquals("the receiver answered 302", store.outbox().of("a").getFirst().error());
    receiver.status.set(410);
    hands.forward(Duration.ofMinutes(1));
    deliverer.run();
    assertEquals(OutboxRow.State.FAILED, store.outbox().of("a").getFirst().state());
  }

  @Test
  void aWebhookToThisMachineIsRefusedUnlessTheOperatorAllowsIt() throws IOException {
    save(alert("a", below60(), null, receiver.address(), "at-once"));
    tell(bureau("明河市商务局").project("春季消费券", "45.2"));
    try (Deliverer careful = new Deliverer(store, settings(false), hands)) {
      assertEquals(0, careful.run());
    }
    assertEquals(
        "127.0.0.1 is 127.0.0.1, which is not a public address",
        store.outbox().of("a").getFirst().error());
    assertEquals(0, receiver.posted.size());
  }

  @Test
  void twoDeliverersDoNotSendTheSameTwice() throws IOException {
    save(alert("a", below60(), null, receiver.address(), "at-once"));
    tell(bureau("明河市商务局").project("春季消费券", "45.2"));
    List<OutboxRow> taken =
        store.outbox().take(OutboxRow.WEBHOOK, hands.millis(), hands.millis() + 1_000);
    assertEquals(1, taken.size());
    assertEquals(0, deliverer.run());
    hands.forward(Duration.ofSeconds(2)); // The other was killed.
    assertEquals(1, deliverer.run());
  }

  private static Facts bureau(String publisher) {
    return Facts.of(publisher);
  }

  private void save(AlertRow alert) {
    store.alerts().put(alert);
  }

  private void tell(Facts facts) throws IOException {
    store.outbox().tell(matcher.match(List.of(facts.arrives())));
  }

  private List<MimeMessage> mails() {
    return List.of(smtp.getReceivedMessages());
  }

  /** The text of a mail, or its HTML. */
  private static String part(MimeMessage mail, int part) throws Exception {
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    return String.valueOf(parts.getBodyPart(part).getContent()).replace("\r\n", "\n");
  }
}
