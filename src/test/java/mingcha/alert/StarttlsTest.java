package mingcha.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import mingcha.store.OutboxRow;
import mingcha.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Mail to a server that takes none, and no password, before the connection is a secret one. */
class StarttlsTest {
  private static final String PASSWORD = "of-the-keystore";

  @TempDir Path folder;

  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final SSLContext before = defaultContext();
  private SSLContext own;
  private SMTPServer server;

  @BeforeEach
  void open() throws Exception {
    own = context(certificate());
    server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .requireTLS()
            .startTlsSocketFactory(own)
            .requireAuth()
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (user, password, context) -> {
                      if (!(user + ":" + password).equals("mingcha:open sesame")) {
                        throw new LoginFailedException();
                      }
                    }))
            .messageHandler(
                (context, from, to, data) ->
                    arrived.add(from + " " + to + " " + new String(data, StandardCharsets.UTF_8)))
            .build();
    server.start();
  }

  @AfterEach
  void close() {
    server.stop();
    SSLContext.setDefault(before);
  }

  @Test
  void aMailAndItsPasswordGoOverTls() throws Exception {
    SSLContext.setDefault(own);
    assertEquals("", errorOfTelling());
    assertEquals(1, arrived.size());
    assertTrue(
        arrived.getFirst().startsWith("mingcha@mingcha.example reader@example.org "),
        arrived::getFirst);
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForGetsNothing() throws Exception {
    String error = errorOfTelling();
    assertTrue(error.contains("Could not convert socket to TLS"), error);
    assertEquals(List.of(), arrived);
  }

  /** Why the mail of one match has not been sent; empty where it has. */
  private String errorOfTelling() throws IOException {
    AlertSettings settings =
        new AlertSettings(
            URI.create("https://mingcha.example/"),
            new AlertSettings.Mail(
                "127.0.0.1",
                server.getPortAllocated(),
                "mingcha",
                "open sesame",
                "mingcha@mingcha.example",
                true),
            false);
    Clock clock = Clock.systemUTC();
    try (Store store = Store.open(folder.resolve("store"));
        AlertMatcher matcher = AlertMatcher.over(store, clock);
        Deliverer deliverer = new Deliverer(store, settings, clock)) {
      store.alerts().put(Saved.alert("a", Facts.below60(), "reader@example.org", null, "at-once"));
      Facts facts = Facts.of("甲局").project("春季消费券", "45.2");
      store.outbox().tell(matcher.match(List.of(facts.arrives())));
      deliverer.run();
      OutboxRow row = store.outbox().of("a").getFirst();
      return row.error() == null ? "" : row.error();
    }
  }

  /** A key of this test alone, by the JDK's own tool. */
  private Path certificate() throws IOException, InterruptedException {
    Path keys = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "smtp",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, keytool.waitFor(), said);
    return keys;
  }

  /** One that shows this key and trusts its certificate alone. */
  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("smtp", store.getCertificate("smtp"));
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD.toCharArray());
    TrustManagerFactory others =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }

  private static SSLContext defaultContext() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
