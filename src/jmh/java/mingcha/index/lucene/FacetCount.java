package mingcha.index.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mingcha.disclosure.Metrics;
import mingcha.query.Question;
import mingcha.query.QuestionParser;
import mingcha.sample.EntrySample;
import mingcha.sample.SampleWriter;
import mingcha.text.Lexicon;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The facets of a question over a hundred thousand entries, when nothing of it is remembered. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FacetCount {
  private static final int ENTRIES = 100_000;

  /** What is asked: everything, a dimension, a condition. */
  @Param({"", "2023年青屿市", "执行率低于60%的项目"})
  public String asked = "";

  private final QuestionCompiler compiler = new QuestionCompiler();
  private final FacetTables tables = new FacetTables();
  private Path folder = Path.of("");
  private FSDirectory directory;
  private DirectoryReader reader;
  private IndexSearcher searcher;
  private Question question;

  /** Writes the entries. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    folder = Files.createTempDirectory("facets");
    try (LuceneIndexer indexer = LuceneIndexer.open(folder)) {
      EntrySample.tell(ENTRIES, 1, (disclosure, some) -> indexer.replace(disclosure, 1, some));
      indexer.commit(1);
    }
    directory = FSDirectory.open(folder);
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    tables.prepare(reader);
    question =
        new QuestionParser(Lexicon.with(SampleWriter.divisions()), Metrics.standard()).parse(asked);
  }

  /** Of all dimensions. */
  @Benchmark
  public FacetCounter.Counts count() throws IOException {
    Matches matches = new Matches(compiler.matching(question));
    return new FacetCounter(compiler, tables).count(searcher, question, matches);
  }

  /** Deletes them. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    reader.close();
    directory.close();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.delete(file);
      }
    }
  }
}
