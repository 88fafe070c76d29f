package mingcha.alert;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import mingcha.store.AlertRow;
import org.jspecify.annotations.Nullable;

/** Sends mail by SMTP; with STARTTLS wherever the server offers it. */
final class Mailer {
  private static final String TIMEOUT_MILLIS = "20000";

  private final AlertSettings settings;
  private final AlertSettings.Mail mail;
  private final Session session;

  Mailer(AlertSettings settings, AlertSettings.Mail mail) {
    this.settings = settings;
    this.mail = mail;
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", mail.host());
    properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
    properties.setProperty("mail.smtp.starttls.enable", "true");
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(mail.starttls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    String user = mail.user();
    properties.setProperty("mail.smtp.auth", Boolean.toString(user != null));
    session = Session.getInstance(properties, user == null ? null : authenticator(user));
  }

  private Authenticator authenticator(String user) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(user, mail.password() == null ? "" : mail.password());
      }
    };
  }

  /**
   * Sends what was matched, with a way out in one click (RFC 8058).
   *
   * @param id the same whenever the same is sent again
   */
  void send(AlertRow alert, MailText text, String id) throws MessagingException {
    String end = settings.link("api/alerts/" + alert.token() + "/unsubscribe");
    MimeMessage message = message(String.valueOf(alert.email()), text, id);
    message.setHeader("List-Unsubscribe", "<" + end + ">");
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    message.setHeader("List-Id", "<" + alert.id() + "." + settings.site().getHost() + ">");
    message.setHeader("Precedence", "bulk");
    Transport.send(message);
  }

  /** Asks whether the address is its owner's wish. */
  void sendConfirmation(AlertRow alert, MailText text) throws MessagingException {
    Transport.send(message(String.valueOf(alert.email()), text, "confirm-" + alert.id()));
  }

  private MimeMessage message(String to, MailText text, @Nullable String id)
      throws MessagingException {
    String messageId = "<" + id + "@" + settings.site().getHost() + ">";
    MimeMessage message =
        new MimeMessage(session) {
          // saveChanges would make an id of its own.
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
          }
        };
    message.setFrom(new InternetAddress(mail.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    message.setSubject(line(text.subject()), StandardCharsets.UTF_8.name());
    // No answer comes back to a machine that answers by itself (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text.text(), StandardCharsets.UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(text.html(), StandardCharsets.UTF_8.name(), "html");
    message.setContent(new MimeMultipart("alternative", plain, html));
    message.saveChanges();
    return message;
  }

  /** A title of a disclosure must not become a header. */
  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
