package mingcha.alert;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the operator chose for alerts.
 *
 * @param site the address that links lead to, {@code https://mingcha.example/}
 * @param mail null where no mail can be sent
 * @param privateWebhooks whether webhooks may lead to this machine and the networks it is in
 */
public record AlertSettings(URI site, @Nullable Mail mail, boolean privateWebhooks) {
  public AlertSettings {
    String scheme = site.getScheme();
    if (site.getHost() == null || scheme == null || !scheme.startsWith("http")) {
      throw new IllegalArgumentException("the site's address is http://… or https://…: " + site);
    }
    if (!String.valueOf(site.getPath()).endsWith("/")) {
      site = URI.create(site + "/");
    }
  }

  /**
   * How mail leaves.
   *
   * @param user null where the server asks for none
   * @param from the address that it is from
   * @param starttls whether a server that does not offer STARTTLS is refused; one that offers it is
   *     always talked to in secret
   */
  public record Mail(
      String host,
      int port,
      @Nullable String user,
      @Nullable String password,
      String from,
      boolean starttls) {
    @Override
    public String toString() {
      return from + " by " + host + ":" + port;
    }
  }

  /** A link into the site. */
  String link(String path) {
    return site.resolve(path).toString();
  }
}
