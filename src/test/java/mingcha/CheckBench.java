package mingcha;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import mingcha.check.Checks;
import mingcha.disclosure.Content;
import mingcha.disclosure.Metrics;
import mingcha.extract.FileExtractor;
import mingcha.extract.Outcome.Extracted;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import mingcha.sample.Format;
import mingcha.sample.SampleWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What checking costs beside reading and interpreting the same disclosures. Run by {@code mvn
 * -Pbench test}. Time is that of the processor, and of several rounds the least counts: rules are
 * many and small, and are compiled late.
 */
@Tag("bench")
class CheckBench {
  private static final int DISCLOSURES = 12;
  private static final int WARM_UP = Integer.getInteger("mingcha.bench.warm", 40);
  private static final int ROUNDS = Integer.getInteger("mingcha.bench.rounds", 15);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Of reading and interpreting PDFs, which is how disclosures are published. */
  private static final double MOST = 0.1;

  @TempDir private Path folder = Path.of("");

  private final Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
  private final FileExtractor extractor = new FileExtractor();

  @Test
  void checkingCostsLittleBesideReading() throws IOException {
    double text = share(Format.TEXT);
    double pdf = share(Format.PDF_RULED);
    System.out.printf(
        Locale.ROOT,
        "checking costs %.1f %% of reading text, %.1f %% of reading PDF%n",
        100 * text,
        100 * pdf);
    assertTrue(pdf < MOST, "checking costs " + pdf + " of reading PDF");
  }

  private double share(Format format) throws IOException {
    Path of = Files.createDirectory(folder.resolve(format.name()));
    SampleWriter.write(of, DISCLOSURES, 1, format, Set.of());
    double read = 0;
    double checked = 0;
    for (Path file : files(of, format)) {
      long leastRead = Long.MAX_VALUE;
      long leastChecked = Long.MAX_VALUE;
      for (int round = -WARM_UP / DISCLOSURES; round < ROUNDS; round++) {
        long start = THREADS.getCurrentThreadCpuTime();
        Extracted pages = (Extracted) extractor.extract(file, "a");
        Content content = interpreter.interpret("a", "0".repeat(64), pages.pages(), Hints.NONE);
        long between = THREADS.getCurrentThreadCpuTime();
        Checks.report(content);
        leastRead = Math.min(leastRead, between - start);
        leastChecked = Math.min(leastChecked, THREADS.getCurrentThreadCpuTime() - between);
      }
      read += leastRead;
      checked += leastChecked;
    }
    return checked / read;
  }

  private static List<Path> files(Path folder, Format format) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.toString().endsWith("." + format.extension())).sorted().toList();
    }
  }
}
