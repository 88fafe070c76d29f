package mingcha.index;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mingcha.disclosure.Entry;
import mingcha.query.Filters;
import mingcha.query.MetricRef;
import mingcha.query.Question;

/** Answers questions. Safe for use by several threads; sees commits within two seconds. */
public interface EntrySearcher extends AutoCloseable {
  /**
   * One page of the answer, with facets and, where little matches, the closest questions that do.
   */
  Answer search(Question question, Slice slice) throws IOException;

  /** All entries that answer the question, in its order, not cut. */
  void export(Question question, Consumer<Entry> consumer) throws IOException;

  Optional<Entry> entry(String id) throws IOException;

  /**
   * How the figures of a metric spread over the entries that answer a question; no bins where a
   * backend cannot say.
   *
   * @param least whether an entry with several figures counts by its least, or by its greatest
   * @param outOfHundred whether the metric is a rate or a score
   */
  default Histogram histogram(
      Question question, MetricRef metric, boolean least, boolean outOfHundred) throws IOException {
    return new Histogram(List.of());
  }

  /** One figure a publisher: scope disclosure, table before narrative before computed. */
  List<Frame> frames(String metric, Filters filters) throws IOException;

  /** Names of entries, publishers and metrics that begin with or contain what was typed. */
  List<Suggestion> suggest(String typed, int limit) throws IOException;

  Stats stats() throws IOException;

  /** When what is searched was written; empty where a backend cannot say. */
  default Optional<Instant> indexed() throws IOException {
    return Optional.empty();
  }

  @Override
  void close() throws IOException;

  /**
   * A page of hits.
   *
   * @param from the first hit, from 0
   * @param size the most hits, 0 for counts and facets alone
   */
  record Slice(int from, int size) {
    public Slice {
      if (from < 0 || size < 0) {
        throw new IllegalArgumentException("from " + from + ", size " + size);
      }
    }
  }

  /**
   * A suggestion and what it is: {@code name}, {@code publisher}, {@code subject}, {@code metric},
   * {@code region}, or {@code spelling} for what sounds like the word where nothing holds it.
   */
  record Suggestion(String text, String kind, long count) {}

  /** What the index holds. */
  record Stats(long entries, long disclosures) {}
}
