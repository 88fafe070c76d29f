package mingcha.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the files in one archive: decoded, made harmless, and each given once.
 *
 * <p>ZIP says of a name only whether it is in UTF-8 (APPNOTE 4.4.4, bit 11). Windows in China
 * writes GBK and leaves the bit unset; so do some programs that write UTF-8. A GBK name is hardly
 * ever valid UTF-8 with characters of three bytes, as Chinese ones are; with two it happens: 图 is
 * then ͼ.
 */
final class ArchiveNames {
  private static final int LONGEST = 500;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final Set<String> given = new HashSet<>();

  /** Decodes a name whose encoding is not declared. */
  static String decode(byte[] raw) {
    String utf8 = decoded(raw, StandardCharsets.UTF_8);
    if (utf8 != null && utf8.chars().allMatch(c -> c < 0x80 || c >= 0x800)) {
      return utf8;
    }
    String gbk = decoded(raw, GB18030);
    return gbk != null ? gbk : utf8 != null ? utf8 : new String(raw, StandardCharsets.ISO_8859_1);
  }

  private static @Nullable String decoded(byte[] raw, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(raw))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** A name that was decoded byte by byte, as it is meant. */
  static String redecode(String latin1) {
    boolean bytes = latin1.chars().allMatch(c -> c <= 0xFF);
    return bytes ? decode(latin1.getBytes(StandardCharsets.ISO_8859_1)) : latin1;
  }

  /**
   * A relative name that stays within the archive, as no other of its files is called; null for
   * what is hidden, and for what Macs add to every archive.
   */
  @Nullable String give(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : name.replace('\\', '/').split("/")) {
      String clean = part.replaceAll("[\\p{Cntrl}]", "_").strip();
      if (clean.isEmpty() || clean.equals(".") || clean.equals("..")) {
        continue;
      }
      if (clean.startsWith(".") || clean.equals("__MACOSX")) {
        return null;
      }
      // "!/" parts an archive from what is in it.
      parts.add(clean.endsWith("!") ? clean + "_" : clean);
    }
    String whole = parts.isEmpty() ? "unnamed" : String.join("/", parts);
    String once = whole.length() > LONGEST ? whole.substring(whole.length() - LONGEST) : whole;
    for (int i = 2; !given.add(once); i++) {
      once = numbered(whole, i);
    }
    return once;
  }

  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    return dot <= name.lastIndexOf('/')
        ? name + " (" + number + ")"
        : name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
  }
}
