package mingcha.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.bench.Mix.Asked;
import mingcha.bench.Mix.Kind;
import mingcha.disclosure.Metrics;
import mingcha.index.Answer;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Slice;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.Filters;
import mingcha.query.Question;
import mingcha.query.QuestionParser;
import mingcha.sample.SampleWriter;
import mingcha.text.Lexicon;

/** Opens an index, asks the mix of it several times and prints how long each kind took. */
final class AskStep {
  /** What {@link Figures} are left in, in the folder. */
  static final String FIGURES = "asked.tsv";

  /** Of what was asked before. */
  static final String AGAIN = "asked-again.tsv";

  private static final int ROUNDS = 5;
  private static final double MEBIBYTE = 1 << 20;

  private static final Map<Asked, Long> slowest = new HashMap<>();

  private final EntrySearcher searcher;
  private final QuestionParser parser;

  AskStep(EntrySearcher searcher, QuestionParser parser) {
    this.searcher = searcher;
    this.parser = parser;
  }

  /**
   * Prints what it found; the digests of the answers go to {@code answers.tsv} in the folder.
   *
   * @param args the folder that {@link IndexStep} wrote
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<Asked> asked = Mix.questions();
    Metrics metrics = Metrics.standard();
    QuestionParser parser = new QuestionParser(Lexicon.with(SampleWriter.divisions()), metrics);
    long start = System.nanoTime();
    try (EntrySearcher searcher = LuceneSearcher.open(folder.resolve("segments"))) {
      AskStep step = new AskStep(searcher, parser);
      step.ask(asked.getFirst());
      double ready = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%n## %,d entries, %,d disclosures%n",
          searcher.stats().entries(), searcher.stats().disclosures());
      System.out.printf(
          "ready after %.2f s, %.0f MiB on disk%n%n", ready, size(folder.resolve("segments")));
      step.digests(asked, folder.resolve("answers.tsv"));
    }
    Map<Kind, Timings> fresh = new EnumMap<>(Kind.class);
    Map<Kind, Timings> again = new EnumMap<>(Kind.class);
    for (int i = 0; i < ROUNDS; i++) {
      // Opened anew, so that nothing of the round before is remembered.
      try (EntrySearcher searcher = LuceneSearcher.open(folder.resolve("segments"))) {
        AskStep step = new AskStep(searcher, parser);
        step.round(asked, fresh);
        step.round(asked, again);
        if (i == ROUNDS - 1) {
          memory();
        }
      }
    }
    writeSlowest(folder.resolve("slowest.tsv"));
    Figures.write(fresh, folder.resolve(FIGURES));
    Figures.write(again, folder.resolve(AGAIN));
    System.out.printf(Timings.HEADER);
    print(fresh, "");
    print(again, ", again");
  }

  private void digests(List<Asked> asked, Path file) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      for (Asked each : asked) {
        out.println(each.kind() + "\t" + each.text() + "\t" + ask(each));
      }
    }
  }

  /** All questions once. */
  void round(List<Asked> asked, Map<Kind, Timings> timings) throws IOException {
    for (Asked each : asked) {
      long start = Timings.processor();
      timings.computeIfAbsent(each.kind(), k -> new Timings()).time(() -> ask(each));
      long took = Timings.processor() - start;
      slowest.merge(each, took, Math::min);
    }
  }

  /** Each question with the least that it took in any round, the slowest first. */
  private static void writeSlowest(Path file) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      slowest.entrySet().stream()
          .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
          .forEach(
              each ->
                  out.printf(
                      "%.1f\t%s\t%s%n",
                      each.getValue() / 1e6, each.getKey().kind(), each.getKey().text()));
    }
  }

  private static void memory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "heap in use %.0f of at most %.0f MiB, %s%n%n",
        (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE,
        runtime.maxMemory() / MEBIBYTE,
        resident());
  }

  /** What Linux says of this process: its own memory, and the pages of the index that it maps. */
  private static String resident() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("RssAnon") || line.startsWith("RssFile"))
          .map(line -> line.replaceAll("\\s+", " "))
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      return "resident memory not known here";
    }
  }

  static void print(Map<Kind, Timings> timings, String how) {
    timings.forEach(
        (kind, times) ->
            System.out.println("| " + kind.shown() + how + " | " + times.cells() + " |"));
    Timings mix = Timings.all(timings.values());
    System.out.println("| the whole mix" + how + " | " + mix.cells() + " |");
  }

  /** What came of it, in short. */
  String ask(Asked asked) throws IOException {
    return switch (asked.kind()) {
      case SUGGEST -> searcher.suggest(asked.text(), 10).toString();
      case FRAMES -> {
        List<String> frames =
            searcher.frames(asked.text(), Filters.NONE).stream()
                .map(f -> f.entryId() + f.value() + f.rank() + f.percentile())
                .toList();
        yield frames.size() + " " + frames.hashCode();
      }
      case EXPORT -> {
        AtomicLong hash = new AtomicLong();
        searcher.export(
            question(asked), entry -> hash.updateAndGet(h -> h * 31 + entry.id().hashCode()));
        yield Long.toHexString(hash.get());
      }
      case FLAGSHIP, TEXT, TEXT_AND_CONDITION, CONDITION, FACETS, SORT, NEAR -> {
        Answer answer = searcher.search(question(asked), new Slice(0, 10));
        yield answer.total()
            + " "
            + answer.hits().stream().map(hit -> hit.entry().id()).toList()
            + " "
            + answer.facets().hashCode()
            + " "
            + answer.near().stream().map(near -> near.count() + near.reason()).toList();
      }
    };
  }

  private Question question(Asked asked) {
    return parser.parse(asked.text());
  }

  private static double size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      long bytes = 0;
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
      return bytes / MEBIBYTE;
    }
  }
}
