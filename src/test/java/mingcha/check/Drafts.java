package mingcha.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import mingcha.disclosure.Content;
import mingcha.disclosure.Metrics;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.TextExtractor;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import mingcha.text.Lexicon;

/** Disclosures that tests write as text, read as files are. */
final class Drafts {
  private Drafts() {}

  static Content read(Path folder, String text) {
    try {
      Path file = Files.writeString(folder.resolve("a.txt"), text);
      Extracted read = (Extracted) new TextExtractor().extract(file, "a.txt");
      return new Interpreter(Lexicon.standard(), Metrics.standard())
          .interpret("a.txt", "0".repeat(64), read.pages(), Hints.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is found in a text: severity, rule and arithmetic, one a line. */
  static String findings(Path folder, String text) {
    return Checks.report(read(folder, text)).findings().stream()
        .map(f -> f.severity() + " " + f.rule() + " " + f.text().split("：", 2)[1].split("。")[0])
        .collect(Collectors.joining("\n"));
  }
}
