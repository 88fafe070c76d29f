package mingcha.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Stable ids: the same disclosure read again, by a better extractor too, has the same ids, so that
 * re-reading is never news. Twenty hex digits of SHA-256: with a thousand million entries the
 * chance of any collision is below one in a million.
 */
public final class Ids {
  private static final int DIGITS = 20;

  private Ids() {}

  /**
   * The hash of publisher, year, type and caliber; the file's sha-256 where one of these is
   * unknown.
   */
  public static String disclosure(
      @Nullable String publisher,
      @Nullable Integer year,
      @Nullable String type,
      @Nullable String caliber,
      String sha256) {
    if (publisher == null || year == null || type == null || caliber == null) {
      return sha256;
    }
    return hash(publisher, year.toString(), type, caliber);
  }

  /**
   * The hash of the disclosure, the kind, the form, and the subject code or folded name.
   *
   * @param occurrence from 0, counts entries that are alike in all of these
   */
  public static String entry(
      String disclosure,
      EntryKind kind,
      @Nullable String form,
      String codeOrFoldedName,
      int occurrence) {
    return hash(
        disclosure,
        kind.toString(),
        form == null ? "" : form,
        codeOrFoldedName,
        Integer.toString(occurrence));
  }

  private static String hash(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
