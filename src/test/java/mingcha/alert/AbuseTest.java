package mingcha.alert;

import static mingcha.alert.Facts.below60;
import static mingcha.alert.Saved.alert;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mingcha.store.AlertRow;
import mingcha.store.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody with bad intentions can try, and what comes of it. */
class AbuseTest {
  private static final String ANYBODY = "198.51.100.7";

  @TempDir Path folder;

  private GreenMail smtp;
  private Store store;
  private AlertSettings settings;
  private Alerts alerts;

  @BeforeEach
  void open() {
    smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    store = Store.open(folder);
    settings =
        new AlertSettings(
            URI.create("https://mingcha.example/"),
            new AlertSettings.Mail(
                "127.0.0.1", smtp.getSmtp().getPort(), null, null, "m@mingcha.example", false),
            false);
    alerts = new Alerts(store, settings, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    store.close();
    smtp.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/",
        "http://127.1/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::ffff:a9fe:a9fe]/latest/meta-data",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "http://[fe80::1%25lo]/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.100.100.200/",
        "http://1.1.1.1:25/",
        "http://1.1.1.1:22/",
        "http://1.1.1.1@10.0.0.1/",
        "file:///etc/passwd",
        "gopher://1.1.1.1/",
        "http:///",
        "http://1.1.1.1/ HTTP/1.1\r\nHost: x",
      })
  void noWebhookLeadsIntoOurNetworkOrToAnotherService(String address) {
    Webhook webhook = new Webhook(settings);
    assertThrows(AlertProblem.class, () -> webhook.check(address));
  }

  /** A name server that answers otherwise when it is asked again. */
  @Test
  void aNameThatIsTurnedToOurNetworkAfterItWasJudgedIsJudgedAgainAndAskedOnceACall()
      throws IOException {
    List<String> asked = new ArrayList<>();
    Webhook webhook =
        new Webhook(
            settings,
            host -> {
              asked.add(host);
              String answer = asked.size() == 1 ? "93.184.215.14" : "127.0.0.1";
              return new InetAddress[] {InetAddress.getByName(answer)};
            });
    String address = "http://turning.example/hook";
    webhook.check(address);
    AlertRow alert = alert("a", below60(), null, address, "at-once");
    IOException refused =
        assertThrows(IOException.class, () -> webhook.send(alert, "id", Map.of("type", "test")));
    assertEquals(
        "turning.example is 127.0.0.1, which is not a public address", refused.getMessage());
    assertEquals(List.of("turning.example", "turning.example"), asked);
  }

  @Test
  void aNameWithOnePublicAndOnePrivateAddressIsRefused() {
    Webhook webhook =
        new Webhook(
            settings,
            host ->
                new InetAddress[] {
                  InetAddress.getByName("93.184.215.14"), InetAddress.getByName("fd00::1")
                });
    assertThrows(AlertProblem.class, () -> webhook.check("https://both.example/"));
  }

  @Test
  void aConfirmationCarriesNobodysAdvertisement() throws Exception {
    create(
        "中奖 http://evil.example/win 或加微信 www.evil.example me@evil.example evil.example",
        "a@b.c.example");
    MimeMessage mail = smtp.getReceivedMessages()[0];
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    for (String part :
        List.of(
            mail.getSubject(),
            String.valueOf(parts.getBodyPart(0).getContent()),
            String.valueOf(parts.getBodyPart(1).getContent()))) {
      assertFalse(part.contains("evil"), part);
    }
    assertEquals("[明察] 请确认：中奖 … 或加微信 … … …", mail.getSubject());
  }

  @Test
  void oneWhoHasAWholeNetworkOfAddressesIsOne() throws IOException {
    for (int i = 0; i < 20; i++) {
      alerts.create(feed(), below60(), "2001:db8:1:2::" + i);
    }
    assertThrows(
        TooMany.class, () -> alerts.create(feed(), below60(), "2001:db8:1:2:ffff:ffff:ffff:1"));
    alerts.create(feed(), below60(), "2001:db8:1:3::1");
  }

  @Test
  void aStrangersHostIsNotPostedToByAnyNumberOfAlerts() {
    for (int i = 0; i < 200; i++) {
      store.alerts().put(alert("a" + i, below60(), null, "https://1.1.1.1/" + i, "at-once"));
    }
    AlertProblem refused =
        assertThrows(
            AlertProblem.class,
            () -> alerts.create(request("x", null, "https://1.1.1.1/another"), below60(), ANYBODY));
    assertEquals("a host has at most 200 alerts; end some first", refused.getMessage());
  }

  @Test
  void whoIsErasedLeavesNoTraceInTheFile() throws IOException {
    AlertRow pending = create("low rates", "somebody.unmistakable@example.org");
    alerts.confirm(String.valueOf(pending.confirmation()));
    create("another", "somebody.unmistakable@example.org");
    assertEquals(2, alerts.eraseAddress("Somebody.Unmistakable@Example.org"));
    assertEquals(List.of(), alerts.all());
    store.close();
    try (Stream<Path> files = Files.list(folder).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("unmistakable"), file.toString());
      }
    }
  }

  private AlertRow create(String name, String email) throws IOException {
    return alerts.create(request(name, email, null), below60(), ANYBODY);
  }

  private static AlertRequest feed() {
    return new AlertRequest("x", null, null, null, true, null, null, null, null);
  }

  private static AlertRequest request(
      String name, @Nullable String email, @Nullable String webhook) {
    return new AlertRequest(name, null, email, webhook, null, null, null, null, null);
  }
}
