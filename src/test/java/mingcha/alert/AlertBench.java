package mingcha.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.extract.FileExtractor;
import mingcha.extract.Outcome;
import mingcha.index.lucene.EntryMapper;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.index.lucene.QuestionCompiler;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import mingcha.query.Clause;
import mingcha.query.Clause.Condition;
import mingcha.query.Filters;
import mingcha.query.Filters.RegionFilter;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;
import mingcha.sample.SampleWriter;
import mingcha.text.Lexicon;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What 10,000 alerts of mixed shapes cost an entry of the sample, as many as an ingest commits at
 * once, beside what indexing it costs and beside running each question on each entry. {@code mvn
 * -Pbench test}
 */
@Tag("bench")
class AlertBench {
  private static final int ALERTS = 10_000;
  private static final int DISCLOSURES = 16;
  private static final int BY_BRUTE_FORCE = 20;
  private static final double MOST_MILLIS = 1.0;

  private static final List<String> METRICS =
      List.of("execution_rate", "completion_rate", "executed", "budget_adjusted", "three_public");

  @TempDir Path folder;

  @Test
  void tenThousandAlertsCostAtMostAMillisecondAnEntry() throws IOException {
    List<List<Entry>> disclosures = disclosures();
    List<Entry> entries = disclosures.stream().flatMap(List::stream).toList();
    Random random = new Random(1);
    Map<String, Question> questions = new LinkedHashMap<>();
    for (int i = 0; i < ALERTS; i++) {
      questions.put("q" + i, question(random, entries.get(random.nextInt(entries.size()))));
    }
    double indexed = millis(entries.size(), () -> index(disclosures, "warm"));
    indexed = Math.min(indexed, millis(entries.size(), () -> index(disclosures, "measured")));
    try (QuestionMonitor monitor = new QuestionMonitor()) {
      double registered = millis(ALERTS, () -> monitor.put(questions));
      List<Set<String>> found = new ArrayList<>();
      double cold = millis(entries.size(), () -> found.addAll(match(monitor, disclosures)));
      double alone = millis(entries.size(), () -> assertEquals(found, match(monitor, disclosures)));
      double matched = millis(entries.size(), () -> assertEquals(found, monitor.match(entries)));
      matched = Math.min(matched, millis(entries.size(), () -> monitor.match(entries)));
      double brute = millis(BY_BRUTE_FORCE, () -> bruteForce(questions, entries));
      long matches = found.stream().mapToLong(Set::size).sum();
      System.getLogger("AlertBench")
          .log(
              System.Logger.Level.INFO,
              String.format(
                  Locale.ROOT,
                  "%d entries, %d alerts, %.1f matches an entry; an entry: indexing %.3f ms,"
                      + " matching %.3f ms (a disclosure at a time: %.3f ms, cold: %.3f ms), each"
                      + " question on it %.1f ms; filing a question %.3f ms",
                  entries.size(),
                  ALERTS,
                  (double) matches / entries.size(),
                  indexed,
                  matched,
                  alone,
                  cold,
                  brute,
                  registered));
      assertTrue(Math.max(matched, alone) <= MOST_MILLIS, matched + ", " + alone + " ms an entry");
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Of this thread's processor time: others may be busy on the machine. */
  private static double millis(int things, Work work) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    long nanos = threads.getCurrentThreadCpuTime() - start;
    return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1) / things;
  }

  private List<List<Entry>> disclosures() throws IOException {
    Path sample = folder.resolve("sample");
    SampleWriter.write(sample, DISCLOSURES, 1);
    Interpreter interpreter =
        new Interpreter(Lexicon.with(SampleWriter.divisions()), Metrics.standard());
    List<List<Entry>> disclosures = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = sample.relativize(file).toString();
        if (!name.endsWith(".truth.json")
            && new FileExtractor().extract(file, name) instanceof Outcome.Extracted extracted) {
          Content content =
              interpreter.interpret(name, "0".repeat(64), extracted.pages(), Hints.NONE);
          disclosures.add(content.entries());
        }
      }
    }
    return disclosures;
  }

  private void index(List<List<Entry>> disclosures, String name) throws IOException {
    try (LuceneIndexer indexer = LuceneIndexer.open(folder.resolve(name))) {
      for (List<Entry> entries : disclosures) {
        indexer.replace(entries.getFirst().disclosure(), 1, entries);
      }
      indexer.commit(1);
    }
  }

  private static List<Set<String>> match(QuestionMonitor monitor, List<List<Entry>> disclosures)
      throws IOException {
    List<Set<String>> found = new ArrayList<>();
    for (List<Entry> entries : disclosures) {
      found.addAll(monitor.match(entries));
    }
    return found;
  }

  private static void bruteForce(Map<String, Question> questions, List<Entry> entries)
      throws IOException {
    QuestionCompiler compiler = new QuestionCompiler();
    List<Query> queries = questions.values().stream().map(compiler::matching).toList();
    long matches = 0;
    for (int i = 0; i < BY_BRUTE_FORCE; i++) {
      Entry entry = entries.get(i * entries.size() / BY_BRUTE_FORCE);
      MemoryIndex index =
          MemoryIndex.fromDocument(EntryMapper.document(entry), EntryMapper.analyzer());
      IndexSearcher searcher = index.createSearcher();
      for (Query query : queries) {
        matches += searcher.count(query);
      }
    }
    assertTrue(matches >= 0);
  }

  /** What a group that has read this entry may want to be told of. */
  private static Question question(Random random, Entry like) {
    Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
    List<String> about = new ArrayList<>();
    List<String> terms = new ArrayList<>();
    List<Clause> where = new ArrayList<>();
    RegionFilter region = null;
    String code = like.disclosure().regionCode();
    String publisher = null;
    String subject = null;
    List<Integer> years = List.of();
    String name = like.name().length() > 6 ? like.name().substring(0, 6) : like.name();
    switch (random.nextInt(6)) {
      case 0 -> about.add(name);
      case 1 -> terms.add(name);
      case 2 -> {
        kinds.add(EntryKind.PROJECT);
        where.add(condition(random));
        region = code == null ? null : new RegionFilter(code, "");
      }
      case 3 -> {
        where.add(condition(random));
        publisher = like.disclosure().publisher();
      }
      case 4 -> {
        subject = like.subject() == null ? "2050299" : like.subject().code();
        where.add(condition(random));
      }
      default -> {
        about.add(name);
        where.add(condition(random));
        years = List.of(2023);
      }
    }
    return new Question(
        "",
        kinds,
        about,
        terms,
        List.of(),
        where,
        new Filters(region, years, subject, publisher, null, null, null, null),
        null,
        null,
        List.of(),
        List.of());
  }

  private static Condition condition(Random random) {
    return new Condition(
        new MetricRef(METRICS.get(random.nextInt(METRICS.size())), null),
        random.nextBoolean() ? Op.LESS : Op.MORE,
        List.of(new BigDecimal(random.nextInt(100))),
        "%",
        "");
  }
}
