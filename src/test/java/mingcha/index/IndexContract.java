package mingcha.index;

import static mingcha.index.Told.narrative;
import static mingcha.index.Told.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import mingcha.disclosure.Reading;
import mingcha.index.Answer.Hit;
import mingcha.index.Answer.Near;
import mingcha.index.EntrySearcher.Slice;
import mingcha.query.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An index of some backend with what is told in it, and how its answers are shown. */
abstract class IndexContract {
  private static final Duration PROMISED = Duration.ofSeconds(2);

  @TempDir Path folder = Path.of("");

  final Backend backend;
  EntryIndexer indexer;
  EntrySearcher searcher;
  long seq;

  IndexContract(Backend backend) {
    this.backend = backend;
  }

  @BeforeEach
  void open() throws IOException {
    indexer = backend.indexer(folder);
    searcher = backend.searcher(folder);
  }

  @AfterEach
  void close() throws IOException {
    searcher.close();
    indexer.close();
  }

  static Told vouchers() {
    return Told.by("云州市商务局", 2023)
        .project("变压器更换", rates("100", "45.2"))
        .project("家电消费券", table("execution_rate", "41"))
        .project("主体倍增", "发放消费券等活动", table("execution_rate", "80"))
        .passage("概况", "主管商务");
  }

  static Reading[] rates(String table, String narrative) {
    return new Reading[] {table("execution_rate", table), narrative("execution_rate", narrative)};
  }

  void tell(Told told) throws IOException {
    indexer.replace(told.disclosure(), ++seq, told.entries());
    indexer.commit(seq);
    reopen();
  }

  void awaitEntries(long entries) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PROMISED.toNanos();
    while (searcher.stats().entries() != entries && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertEquals(entries, searcher.stats().entries());
  }

  void reopen() throws IOException {
    searcher.close();
    searcher = backend.searcher(folder);
  }

  Answer ask(Question question) throws IOException {
    return searcher.search(question, new Slice(0, 100));
  }

  /** Sorted by name, with the indexes of the matched readings. */
  String names(Ask ask) throws IOException {
    return names(ask(ask.question()));
  }

  static String names(Answer answer) {
    return String.join(", ", answer.hits().stream().map(IndexContract::shown).sorted().toList());
  }

  String inOrder(Ask ask) throws IOException {
    return String.join(
        ", ", ask(ask.question()).hits().stream().map(IndexContract::shown).toList());
  }

  static String shown(Hit hit) {
    return hit.entry().name() + (hit.matched().isEmpty() ? "" : hit.matched());
  }

  static String shown(Answer answer) {
    return answer.total() + " " + answer.hits() + " " + answer.near();
  }

  String shown(Near near) {
    return near.count() + " " + near.reason() + " | " + near.reasonEnglish();
  }
}
