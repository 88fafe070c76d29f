package mingcha.alert;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says, as a hash: the same wherever and in whatever order it is printed. Computed
 * readings follow from the others and are left out; an entry without readings is its text.
 */
final class Digest {
  private static final int DIGITS = 20;

  private Digest() {}

  static String of(Entry entry) {
    List<String> figures =
        entry.readings().stream()
            .filter(reading -> reading.basis() != Basis.COMPUTED)
            .map(Digest::figure)
            .sorted()
            .toList();
    return figures.isEmpty()
        ? hash(Stream.of(entry.kind().toString(), entry.name(), entry.text()))
        : hash(figures.stream());
  }

  /** The words of an entry that has figures. */
  static String ofWords(Entry entry) {
    return hash(Stream.concat(Stream.of(entry.name(), entry.text()), entry.path().stream()));
  }

  private static String figure(Reading reading) {
    return reading.metric()
        + "|"
        + reading.stage()
        + "|"
        + reading.label()
        + "|"
        + value(reading.value(), reading.raw())
        + "|"
        + reading.unit()
        + "|"
        + reading.basis();
  }

  /** 60 is 60.0; what could not be read is as printed. */
  private static String value(@Nullable BigDecimal value, String raw) {
    return value == null ? raw : value.stripTrailingZeros().toString();
  }

  static String hash(String... parts) {
    return hash(Stream.of(parts));
  }

  private static String hash(Stream<String> parts) {
    return HexFormat.of().formatHex(sha256(parts)).substring(0, DIGITS);
  }

  private static byte[] sha256(Stream<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      parts.forEach(
          part -> {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
          });
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
