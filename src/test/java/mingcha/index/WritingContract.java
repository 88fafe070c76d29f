package mingcha.index;

import static mingcha.index.Ask.above;
import static mingcha.index.Ask.below;
import static mingcha.index.Ask.everything;
import static mingcha.index.Ask.projects;
import static mingcha.index.Ask.terms;
import static mingcha.index.Told.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Entry;
import mingcha.index.EntrySearcher.Slice;
import mingcha.index.EntrySearcher.Stats;
import org.junit.jupiter.api.Test;

/** What every backend does with what is written. */
public abstract class WritingContract extends IndexContract {
  protected WritingContract(Backend backend) {
    super(backend);
  }

  @Test
  void anIndexWithoutACommitAnswersWithNothing() throws IOException {
    assertEquals(
        "0 [] []", shown(searcher.search(projects().about("消费券").question(), new Slice(0, 10))));
    assertEquals(new Stats(0, 0), searcher.stats());
    assertEquals(Optional.empty(), searcher.entry("x"));
    assertEquals(0, indexer.committedSeq());
  }

  @Test
  void aCommitIsSeenWithinTwoSecondsAndCarriesItsNumber() throws Exception {
    indexer.replace(vouchers().disclosure(), 1, List.of(vouchers().entries().getFirst()));
    indexer.commit(41);
    awaitEntries(1);
    assertEquals(new Stats(1, 1), searcher.stats());
    assertEquals(41, indexer.committedSeq());
  }

  @Test
  void whatWasNotCommittedIsNotSeenAndIsGoneAfterClosing() throws IOException {
    tell(vouchers());
    Told other = Told.by("云州市教育局", 2023).project("校舍维修");
    indexer.replace(other.disclosure(), 2, other.entries());
    indexer.close();
    indexer = backend.indexer(folder);
    indexer.commit(7);
    reopen();
    assertEquals("", names(terms("校舍维修")));
    assertEquals(new Stats(4, 1), searcher.stats());
  }

  @Test
  void aDisclosureThatIsReadAgainTakesItsOwnPlace() throws IOException {
    tell(vouchers());
    tell(Told.by("云州市商务局", 2023).project("展会补贴"));
    assertEquals("展会补贴", names(everything()));
    assertEquals(new Stats(1, 1), searcher.stats());
  }

  @Test
  void anIndexThatIsBuiltAnewInPlaceOfAnOpenOneIsTakenUp() throws Exception {
    tell(vouchers());
    indexer.close();
    backend.discard(folder);
    indexer = backend.indexer(folder);
    Told other = Told.by("云州市教育局", 2023).project("校舍维修");
    indexer.replace(other.disclosure(), 1, other.entries());
    indexer.commit(1);
    awaitEntries(1);
    assertEquals("校舍维修", names(everything()));
  }

  @Test
  void aDisclosureThatIsTakenOutIsGone() throws IOException {
    tell(vouchers());
    tell(Told.by("云州市教育局", 2023).project("校舍维修"));
    indexer.remove(vouchers().disclosure().id());
    indexer.commit(++seq);
    reopen();
    assertEquals("校舍维修", names(everything()));
    assertEquals(new Stats(1, 1), searcher.stats());
  }

  @Test
  void anEntryIsStoredWhole() throws IOException {
    tell(vouchers());
    Entry stored = vouchers().entries().get(1);
    assertEquals(Optional.of(stored), searcher.entry(stored.id()));
  }

  @Test
  void oddFiguresAndEndlessNamesStopNothing() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .project("天".repeat(100_000), table("executed", "1E+400"))
            .project("小", table("executed", "1E-400")));
    assertEquals(1, ask(projects().where(above("executed", "1E+12")).question()).total());
    assertEquals("小[0]", names(projects().where(below("executed", "1"))));
  }

  @Test
  void aSecondWriterIsRefused() {
    IndexProblem problem = assertThrows(IndexProblem.class, () -> backend.indexer(folder));
    assertTrue(
        String.valueOf(problem.getMessage()).startsWith("another ingest is writing the index"),
        problem.getMessage());
  }
}
