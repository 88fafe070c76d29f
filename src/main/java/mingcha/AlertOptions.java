package mingcha;

import java.net.URI;
import mingcha.alert.AlertSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How alerts leave the house. */
final class AlertOptions {
  private static final int SUBMISSION_PORT = 587;
  private static final String PASSWORD = "MINGCHA_SMTP_PASSWORD";

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "where the public finds this site, for links (default: this machine)")
  private @Nullable String address;

  @Option(
      names = "--smtp",
      paramLabel = "HOST[:PORT]",
      description = "the server that mail is handed to (default: none, and no mail); port 587")
  private @Nullable String smtp;

  @Option(
      names = "--smtp-user",
      paramLabel = "NAME",
      description = "for a server that asks who we are; the password is read from " + PASSWORD)
  private @Nullable String user;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description = "the address that mail is from")
  private @Nullable String from;

  @Option(
      names = "--smtp-plain",
      description = "allow a server without STARTTLS, such as one on this machine")
  private boolean plain;

  @Option(
      names = "--webhooks-to-private",
      description = "allow webhooks to this machine and private networks")
  private boolean privateWebhooks;

  AlertSettings settings(String local) {
    try {
      return new AlertSettings(
          URI.create(address == null ? local : address), mail(), privateWebhooks);
    } catch (IllegalArgumentException e) {
      throw new Problem("--address: " + e.getMessage());
    }
  }

  private AlertSettings.@Nullable Mail mail() {
    String server = smtp;
    if (server == null) {
      return null;
    }
    String sender = from;
    if (sender == null) {
      throw new Problem("--smtp needs --mail-from: the address that mail is from");
    }
    int colon = server.lastIndexOf(':');
    String host = colon < 0 ? server : server.substring(0, colon);
    int port = colon < 0 ? SUBMISSION_PORT : port(server.substring(colon + 1));
    return new AlertSettings.Mail(host, port, user, System.getenv(PASSWORD), sender, !plain);
  }

  private static int port(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new Problem("--smtp HOST:PORT, and '" + digits + "' is no port");
    }
  }
}
