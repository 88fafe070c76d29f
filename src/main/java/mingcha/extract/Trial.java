package mingcha.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * What becomes of bytes when they are decoded in one charset; counted in a small buffer, nothing is
 * kept.
 *
 * @param faults places that do not decode
 * @param firstFault the offset of the first of them, or -1
 * @param controls control characters other than tabs, line ends and form feeds
 * @param plausible the share of the characters beyond ASCII that are common in Chinese or Western
 *     text, from 0 to 1; 1 where there is none
 */
record Trial(
    Charset charset,
    int from,
    int characters,
    int faults,
    int firstFault,
    int controls,
    double plausible) {

  static Trial of(byte[] bytes, int from, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(1 << 13);
    Counter counter = new Counter();
    int faults = 0;
    int firstFault = -1;
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      counter.take(out.flip());
      out.clear();
      if (result.isError()) {
        firstFault = faults++ == 0 ? in.position() : firstFault;
        in.position(in.position() + result.length());
      }
    } while (!result.isUnderflow());
    return new Trial(
        charset,
        from,
        counter.characters,
        faults,
        firstFault,
        counter.controls,
        plausible(bytes, from, charset, counter, faults));
  }

  static boolean control(char c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
  }

  private static double plausible(
      byte[] bytes, int from, Charset charset, Counter counter, int faults) {
    int beyondAscii = counter.beyondAscii + faults;
    return switch (charset.name()) {
      case "GB18030" -> commonPairs(bytes, from, 0xB0, 0xD7, 0xA1);
      case "Big5" -> commonPairs(bytes, from, 0xA4, 0xC6, 0x40);
      // A text in a double-byte encoding is also valid windows-1252; only one that is nearly all
      // ASCII can be meant so.
      case "windows-1252" -> beyondAscii * 10L < counter.characters ? PASSABLE : 0;
      default -> beyondAscii == 0 ? 1 : (double) counter.common / beyondAscii;
    };
  }

  /** Enough for the last resort to be taken, and less than any encoding that fits. */
  private static final double PASSABLE = 0.41;

  /**
   * The share of byte pairs that are symbols (leads A1 to A3 in both encodings) or on the first
   * level, where both put the common characters: 3,755 in GB 2312, 5,401 in Big5. A text of one
   * encoding read as the other falls outside every second time.
   */
  private static double commonPairs(
      byte[] bytes, int from, int firstLead, int lastLead, int leastTrail) {
    int pairs = 0;
    int common = 0;
    for (int i = from; i < bytes.length; i++) {
      int lead = bytes[i] & 0xFF;
      if (lead > 0x80 && i + 1 < bytes.length) {
        int trail = bytes[++i] & 0xFF;
        pairs++;
        boolean symbol = lead >= 0xA1 && lead <= 0xA3;
        if (symbol || (lead >= firstLead && lead <= lastLead && trail >= leastTrail)) {
          common++;
        }
      }
    }
    return pairs == 0 ? 1 : (double) common / pairs;
  }

  private static final class Counter {
    int characters;
    int controls;
    int beyondAscii;
    int common;

    void take(CharBuffer decoded) {
      while (decoded.hasRemaining()) {
        char c = decoded.get();
        characters++;
        if (control(c)) {
          controls++;
        } else if (c >= 0x80) {
          beyondAscii++;
          if (common(c)) {
            common++;
          }
        }
      }
    }

    /** Han (and its rarer planes), Chinese and general punctuation, full width, Latin letters. */
    private static boolean common(char c) {
      return (c >= 0x4E00 && c <= 0x9FFF)
          || (c >= 0x2000 && c <= 0x33FF)
          || (c >= 0xFF00 && c <= 0xFFEF)
          || (c >= 0xA0 && c <= 0xFF)
          || (c >= 0x3400 && c <= 0x4DBF)
          || c == 0xFEFF;
    }
  }
}
