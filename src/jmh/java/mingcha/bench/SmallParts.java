package mingcha.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metrics;
import mingcha.query.Question;
import mingcha.query.QuestionParser;
import mingcha.sample.EntrySample;
import mingcha.sample.SampleWriter;
import mingcha.text.Lexicon;
import mingcha.text.MingchaAnalyzer;
import mingcha.wire.Json;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a question and a hit cost outside of the index: microseconds each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SmallParts {
  private static final String SENTENCE =
      "2023年度“三公”经费支出决算为12.36万元，完成预算的86.4%，比上年减少2.15万元，下降14.8%，主要原因是公务接待批次减少。";
  private static final String ASKED = "2023年青屿市执行率低于60%且年初预算超过100万元的消费券项目";

  private Analyzer analyzer = new MingchaAnalyzer();
  private QuestionParser parser =
      new QuestionParser(Lexicon.with(SampleWriter.divisions()), Metrics.standard());
  private byte[] stored = {};

  /** An entry with as many readings as any of a hundred. */
  @Setup
  public void readEntry() throws IOException {
    List<Entry> entries = new ArrayList<>();
    EntrySample.tell(100, 1, (disclosure, some) -> entries.addAll(some));
    entries.sort((a, b) -> b.readings().size() - a.readings().size());
    stored = Json.writeBytes(entries.getFirst());
  }

  /** The words of a sentence, as they are indexed. */
  @Benchmark
  public int analysisOfASentence() throws IOException {
    int words = 0;
    try (TokenStream tokens = analyzer.tokenStream("text", SENTENCE)) {
      tokens.reset();
      while (tokens.incrementToken()) {
        words++;
      }
      tokens.end();
    }
    return words;
  }

  /** The entry of a hit, with its readings. */
  @Benchmark
  public BigDecimal decodingOfReadings() throws IOException {
    BigDecimal sum = BigDecimal.ZERO;
    for (var reading : Json.read(stored, Entry.class).readings()) {
      BigDecimal value = reading.value();
      sum = value == null ? sum : sum.add(value);
    }
    return sum;
  }

  /** From what was typed to conditions. */
  @Benchmark
  public Question grammarOfAQuestion() {
    return parser.parse(ASKED);
  }
}
