package mingcha.interpret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.extract.Block;
import mingcha.extract.Outcome;
import mingcha.extract.TextExtractor;

/** Reads a plain text and prints what {@link ProjectForms} found, one entry a line. */
final class ProjectExample {
  private ProjectExample() {}

  /** The entries of these kinds in lines of {@code name: metric=value …}. */
  static String read(Path folder, String text, EntryKind... kinds) {
    StringJoiner lines = new StringJoiner("\n");
    for (DraftEntry entry : reading(folder, text).entries()) {
      if (List.of(kinds).contains(entry.kind())) {
        lines.add(print(entry));
      }
    }
    return lines.toString();
  }

  static ProjectReading reading(Path folder, String text) {
    try {
      Path file = Files.writeString(folder.resolve("sample.txt"), text);
      if (!(new TextExtractor().extract(file, "sample.txt") instanceof Outcome.Extracted read)) {
        throw new IllegalArgumentException("not read: " + text);
      }
      List<Block> blocks = new ArrayList<>();
      read.pages().forEach(p -> blocks.addAll(p.blocks()));
      return ProjectForms.read(blocks, new Outline(List.of()), new ColumnWords(false, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Recognised readings only; narrative ones in brackets, doubted ones with a question mark. */
  private static String print(DraftEntry entry) {
    StringJoiner readings = new StringJoiner(" ");
    for (Reading reading : entry.readings()) {
      if (reading.metric() != null) {
        String value = reading.value() == null ? reading.raw() : plain(reading);
        String figure = reading.metric() + "=" + value + (reading.doubt() == null ? "" : "?");
        readings.add(
            switch (reading.basis()) {
              case TABLE -> figure;
              case NARRATIVE -> "(" + figure + ")";
              case COMPUTED -> "computed " + figure;
            });
      }
    }
    return entry.name() + ": " + readings;
  }

  private static String plain(Reading reading) {
    BigDecimal value = Objects.requireNonNull(reading.value());
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
