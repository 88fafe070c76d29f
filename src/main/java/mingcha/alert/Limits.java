package mingcha.alert;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import mingcha.store.AlertTable;

/**
 * How often something may be asked for, so that nobody can have a stranger flooded with mail, or
 * fill the store. Addresses are kept as hashes, and not longer than the limits need them.
 */
final class Limits {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration FORGET = Duration.ofDays(2);

  private static final int ALERTS_AN_HOUR = 20;
  private static final int CONFIRMATIONS_A_DAY = 3;
  private static final int TESTS_AN_HOUR = 5;
  private static final int ALERTS_OF_AN_ADDRESS = 50;
  private static final int ALERTS_OF_A_HOST = 200;
  private static final int NETWORK_BYTES = 8;

  private final AlertTable table;
  private final Clock clock;

  Limits(AlertTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** By whoever is at this network address. */
  void newAlert(String client) {
    String who = "client " + Digest.hash(network(client));
    take(who, ALERTS_AN_HOUR, HOUR, "alerts in an hour from here");
  }

  /** A customer has 2^64 addresses of version 6: its network counts as one. */
  private static String network(String client) {
    if (!client.contains(":")) {
      return client;
    }
    try {
      byte[] address = InetAddress.getByName(client).getAddress(); // Nothing to ask anybody.
      return HexFormat.of().formatHex(address, 0, Math.min(NETWORK_BYTES, address.length));
    } catch (UnknownHostException e) {
      return client;
    }
  }

  /** That many alerts lead to one host: its owner is not asked, and may be a stranger too. */
  void webhook(String host) {
    long there =
        table.all().stream()
            .filter(alert -> alert.webhook() != null)
            .filter(alert -> host.equalsIgnoreCase(URI.create(alert.webhook()).getHost()))
            .count();
    if (there >= ALERTS_OF_A_HOST) {
      throw new AlertProblem(
          "webhook", "a host has at most " + ALERTS_OF_A_HOST + " alerts; end some first");
    }
  }

  void confirmation(String email) {
    if (table.isUnwanted(address(email))) {
      throw new AlertProblem("email", "the owner of this address asks for no mail from here");
    }
    if (table.byEmail(email).size() >= ALERTS_OF_AN_ADDRESS) {
      throw new AlertProblem(
          "email", "an address has at most " + ALERTS_OF_AN_ADDRESS + " alerts; end some first");
    }
    take("mail " + address(email), CONFIRMATIONS_A_DAY, DAY, "confirmations in a day");
  }

  void test(String alert) {
    take("test " + alert, TESTS_AN_HOUR, HOUR, "tests in an hour");
  }

  /** Never again a mail to this address. */
  void forbid(String email) {
    table.unwanted(address(email));
  }

  private void take(String who, int most, Duration span, String what) {
    long now = clock.millis();
    if (table.requests(who, now - span.toMillis(), now - FORGET.toMillis()) >= most) {
      throw new TooMany("at most " + most + " " + what + "; try again later");
    }
    table.requested(who, now);
  }

  private static String address(String email) {
    return Digest.hash(email.toLowerCase(Locale.ROOT));
  }
}
