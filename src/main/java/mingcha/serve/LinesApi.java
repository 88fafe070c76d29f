package mingcha.serve;

import io.javalin.http.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Disclosure;
import mingcha.store.LedgerRow;
import mingcha.store.Store;

/** Some lines of an original that is text, as they came. */
final class LinesApi {
  /** What one looks at beside a page; more is to be downloaded. */
  private static final int MOST_LINES = 200;

  private static final int LONGEST_LINE = 4_000;

  /** The reader noted which one it took the bytes for. */
  private static final Pattern CHARSET = Pattern.compile("^text/.*;\\s*charset=([\\w.:-]+)");

  private final Store store;

  LinesApi(Store store) {
    this.store = store;
  }

  List<Route> routes() {
    return List.of(
        new Route("/api/disclosures/{id}/lines", List.of("from", "to", "file"), this::lines));
  }

  private void lines(Context context) throws IOException {
    Disclosure part = Parts.asked(context, store);
    int from = number(context, "from");
    int to = number(context, "to");
    if (to < from || to - from >= MOST_LINES) {
      String said = "to is from 'from' on, and at most " + MOST_LINES + " lines are given at once";
      throw ApiProblem.badParameter("to", String.valueOf(to), said);
    }
    Charset charset = charset(part);
    Path original =
        store
            .original(part.sha256())
            .filter(Files::isRegularFile)
            .orElseThrow(() -> ApiProblem.notFound("the original of " + part.file() + " is gone"));
    Route.json(context, new LinesAnswer(part.file(), from, read(original, charset, from, to)));
  }

  private static int number(Context context, String name) {
    String given = Parameters.single(context, name);
    if (!given.matches("[1-9][0-9]{0,8}")) {
      throw ApiProblem.badParameter(name, given, name + " is a line, counted from 1");
    }
    return Integer.parseInt(given);
  }

  private Charset charset(Disclosure part) {
    Matcher noted =
        store.ledgerOf(part.sha256()).stream()
            .map(LedgerRow::mediaType)
            .filter(Objects::nonNull)
            .map(CHARSET::matcher)
            .filter(Matcher::find)
            .findFirst()
            .orElseThrow(() -> ApiProblem.notFound(part.file() + " is not read by lines"));
    try {
      return Charset.forName(noted.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw ApiProblem.notFound("no charset is called " + noted.group(1));
    }
  }

  /** Lines end as an editor has it, which is how they were counted when it was read. */
  private static List<String> read(Path original, Charset charset, int from, int to)
      throws IOException {
    List<String> lines = new ArrayList<>();
    // A decoder of its own: what is no character of the charset becomes �, not an error.
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(original), charset))) {
      for (int line = 1; line <= to; line++) {
        StringBuilder text = new StringBuilder();
        boolean more = line(reader, text);
        if (line >= from && (more || !text.isEmpty())) {
          lines.add(line == 1 ? text.toString().replace("\uFEFF", "") : text.toString());
        }
        if (!more) {
          break;
        }
      }
    }
    return lines;
  }

  /** Reads to the end of the line, and says whether it had one. */
  private static boolean line(BufferedReader reader, StringBuilder text) throws IOException {
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        return true;
      }
      if (c == '\r') {
        reader.mark(1);
        if (reader.read() != '\n') {
          reader.reset();
        }
        return true;
      }
      // One line may be the whole file.
      if (text.length() < LONGEST_LINE) {
        text.append((char) c);
      }
    }
    return false;
  }

  private record LinesAnswer(String file, int from, List<String> lines) {}
}
