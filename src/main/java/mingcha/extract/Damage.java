package mingcha.extract;

import java.io.EOFException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.imageio.IIOException;

/**
 * Says what is wrong with a damaged file in words of this house. Libraries meet damage with
 * exceptions of all kinds, whose names say something to those who wrote them only.
 */
final class Damage {
  /** Where libraries name the byte: {@code expected line at offset 543}. */
  private static final Pattern OFFSET =
      Pattern.compile("(?:offset|position|byte)\\D{0,5}(\\d{1,12})");

  private Damage() {}

  /** {@code damaged: it ends where more was announced, near byte 543}. */
  static String said(Throwable e) {
    return "damaged: " + what(e) + where(String.valueOf(e.getMessage()));
  }

  private static String what(Throwable e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof EOFException || message.contains("End-of-File")) {
      return "it ends where more was announced";
    }
    if (e instanceof StackOverflowError || message.contains("recursion")) {
      return "its parts refer to each other without end";
    }
    if (message.contains("age tree") || message.contains("Page") || message.contains("page")) {
      return "its list of pages is broken";
    }
    if (e instanceof ZipException || message.contains("zip") || message.contains("ZIP")) {
      return "what it is packed into cannot be opened";
    }
    if (e instanceof IIOException) {
      return "its picture is broken";
    }
    return "its inner structure is broken";
  }

  private static String where(String message) {
    Matcher offset = OFFSET.matcher(message);
    return offset.find() ? ", near byte " + offset.group(1) : "";
  }
}
