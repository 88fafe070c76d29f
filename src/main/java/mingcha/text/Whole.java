package mingcha.text;

import java.io.IOException;
import java.io.Reader;

/** The whole of what a tokenizer is given, read with one buffer: a document has six such texts. */
final class Whole {
  private static final int BUFFER = 2_048;

  private final char[] buffer = new char[BUFFER];
  private final StringBuilder text = new StringBuilder();

  String of(Reader input) throws IOException {
    text.setLength(0);
    for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
      text.append(buffer, 0, read);
    }
    return text.toString();
  }
}
