package mingcha.extract;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the encoding of a text that does not say it. In this order: a byte order mark; strict
 * UTF-8, which no other encoding of Chinese passes by chance; then the best of UTF-16, GB18030 and
 * Big5 by {@link Trial#plausible() how much of it would be common text}; windows-1252 for the curly
 * quotes of English texts. What none of them makes sense of is no text.
 *
 * <p>A few bytes may be broken (a text cut in the middle of a character, a joined one): up to one
 * character in {@value #CHARACTERS_A_FAULT} is read as U+FFFD, and the media type says how many.
 */
final class Charsets {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  // Digits, spaces and line ends hold a zero byte in UTF-16. Without one, "the" read as UTF-16 is
  // good Chinese: 桴.
  private static final Set<Charset> UTF_16 = Set.of(UTF_16LE, UTF_16BE);
  private static final List<Charset> WITH_ZEROS =
      List.of(UTF_16LE, UTF_16BE, GB18030, BIG5, WINDOWS_1252);
  private static final List<Charset> WITHOUT_ZEROS = List.of(GB18030, BIG5, WINDOWS_1252);

  private static final int CHARACTERS_A_FAULT = 500;

  /** Random bytes reach 0.25 as GB18030; traditional Chinese in GBK 0.5, simplified 0.97. */
  private static final double PLAUSIBLE = 0.4;

  /** Types whose files can be clean ASCII and yet are no text to be read. */
  private static final Set<String> WRITTEN_IN_ASCII =
      Set.of("application/pdf", "application/rtf", "application/postscript");

  private Charsets() {}

  /** What bytes are. */
  sealed interface Detected {}

  /**
   * Text.
   *
   * @param from where it begins, after a byte order mark
   * @param faults how many places could not be decoded
   */
  record Text(Charset charset, int from, int faults) implements Detected {
    String decode(byte[] bytes) {
      return new String(bytes, from, bytes.length - from, charset);
    }

    /** {@code ; charset=GB18030}, and how much of it is broken. */
    String parameters() {
      return "; charset=" + charset.name() + (faults == 0 ? "" : "; malformed=" + faults);
    }
  }

  /** No text, and why we think so. */
  record Binary(String why) implements Detected {}

  static Detected detect(byte[] bytes) {
    int mark = markLength(bytes);
    if (mark > 0) {
      Trial marked = Trial.of(bytes, mark, marked(bytes));
      if (decodes(marked)) {
        return text(marked);
      }
    }
    Trial utf8 = Trial.of(bytes, mark == 3 ? 3 : 0, UTF_8);
    if (utf8.faults() == 0 && decodes(utf8)) {
      String type = FileType.of(bytes);
      return WRITTEN_IN_ASCII.contains(type) ? new Binary("it is " + type) : text(utf8);
    }
    Trial best = utf8;
    for (Charset charset : hasZeros(bytes) ? WITH_ZEROS : WITHOUT_ZEROS) {
      Trial trial = Trial.of(bytes, 0, charset);
      if (readable(trial) && (!readable(best) || trial.plausible() > best.plausible())) {
        best = trial;
      }
    }
    return readable(best) ? text(best) : new Binary(why(bytes, utf8));
  }

  private static Text text(Trial trial) {
    return new Text(trial.charset(), trial.from(), trial.faults());
  }

  /** Decodes, mostly, and looks like a text. */
  private static boolean readable(Trial trial) {
    return decodes(trial) && trial.plausible() >= PLAUSIBLE;
  }

  /** Few places that do not decode, and almost no control characters. */
  private static boolean decodes(Trial trial) {
    // Three bytes of junk are UTF-16 but for the last; in the others a fault is what a cut leaves.
    int free = UTF_16.contains(trial.charset()) ? 0 : 1;
    return (long) (trial.faults() - free) * CHARACTERS_A_FAULT < Math.max(1, trial.characters())
        && (trial.faults() == 0 || trial.characters() > 0)
        && (long) trial.controls() * 100 <= trial.characters();
  }

  /** Whether one byte in 400 is zero: a line end in a paragraph of 200 characters. */
  private static boolean hasZeros(byte[] bytes) {
    long zeros = 0;
    for (byte b : bytes) {
      zeros += b == 0 ? 1 : 0;
    }
    return zeros * 400 >= bytes.length;
  }

  private static int markLength(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF) ? 2 : 0;
  }

  private static Charset marked(byte[] bytes) {
    return starts(bytes, 0xEF) ? UTF_8 : starts(bytes, 0xFF) ? UTF_16LE : UTF_16BE;
  }

  private static boolean starts(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static String why(byte[] bytes, Trial utf8) {
    String type = FileType.of(bytes);
    if (!type.equals(FileType.UNKNOWN) && !type.startsWith("text/")) {
      return "it is " + type;
    }
    Controls controls = Controls.in(bytes);
    if (controls.first() < 0) {
      return String.format(
          Locale.ROOT, "no encoding makes sense of it; not UTF-8 at offset %d", utf8.firstFault());
    }
    return String.format(
        Locale.ROOT,
        "control byte 0x%02X at offset %d, %.1f%% of %,d bytes are such",
        bytes[controls.first()],
        controls.first(),
        100.0 * controls.count() / bytes.length,
        bytes.length);
  }

  /** Bytes that no text has: below 0x20, but for tab, line ends, form feed. */
  private record Controls(int count, int first) {
    static Controls in(byte[] bytes) {
      int count = 0;
      int first = -1;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] >= 0 && Trial.control((char) bytes[i])) {
          first = count++ == 0 ? i : first;
        }
      }
      return new Controls(count, first);
    }
  }
}
