package mingcha.alert;

import java.io.IOException;
import java.util.List;
import mingcha.disclosure.Entry;
import mingcha.index.Answer;
import mingcha.index.EntrySearcher;
import mingcha.query.Question;
import mingcha.store.AlertRow;
import mingcha.store.MatchRow;
import mingcha.wire.Json;

/** What a test sends: an entry that answers the question now, else any. */
final class Examples {
  private Examples() {}

  static List<MatchRow> of(AlertRow alert, Question question, EntrySearcher searcher, long millis)
      throws IOException {
    EntrySearcher.Slice one = new EntrySearcher.Slice(0, 1);
    List<Answer.Hit> hits = searcher.search(question, one).hits();
    if (hits.isEmpty()) {
      hits = searcher.search(Question.all(), one).hits();
    }
    if (hits.isEmpty()) {
      throw new AlertProblem("q", "the index is empty, so there is no example to send");
    }
    return hits.stream().map(hit -> match(alert, hit, millis)).toList();
  }

  private static MatchRow match(AlertRow alert, Answer.Hit hit, long millis) {
    Entry entry = hit.entry();
    News news = new News(News.Kind.NEW, entry, hit.matched(), List.of(), true);
    return new MatchRow(
        "test",
        alert.id(),
        entry.id(),
        "test",
        news.news().toString(),
        entry.disclosure().id(),
        Json.write(news),
        "test",
        millis);
  }
}
