package mingcha.alert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import mingcha.disclosure.Entry;
import mingcha.index.lucene.EntryMapper;
import mingcha.index.lucene.QuestionCompiler;
import mingcha.query.Question;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;

/**
 * Questions turned round: which of them does an entry answer? Over the documents and the queries of
 * the index itself, so that an alert matches what the search finds.
 *
 * <p>The Monitor files each question under one of its terms and runs those filed under a term that
 * the entries have. To run one costs little more on a thousand entries than on one, so all that are
 * committed together are asked about together.
 */
final class QuestionMonitor implements AutoCloseable {
  private static final int AT_ONCE = 4_096;

  private final QuestionCompiler compiler = new QuestionCompiler();
  private final Monitor monitor;
  private final Map<String, String> broken = new LinkedHashMap<>();

  QuestionMonitor() throws IOException {
    monitor =
        new Monitor(
            EntryMapper.analyzer(),
            new TermFilteredPresearcher(QuestionMonitor::weight, List.of(), Set.of()),
            new MonitorConfiguration().setPurgeFrequency(1, TimeUnit.HOURS));
  }

  /** How few entries have a term of this field: the question is filed under the rarest. */
  private static double weight(Term term) {
    return switch (term.field()) {
      case EntryMapper.NAME_WHOLE, EntryMapper.PUBLISHER_GRAMS, EntryMapper.RULE -> 8;
      case EntryMapper.NAME_GRAMS -> 7;
      case EntryMapper.TEXT -> 6;
      case EntryMapper.TEXT_GRAMS -> 5;
      case EntryMapper.GRADE, EntryMapper.SUBJECT -> 4;
      case EntryMapper.REGION -> term.text().length();
      case EntryMapper.HAS -> 3;
      case EntryMapper.FORM -> 2.5;
      case EntryMapper.KIND -> 1;
      case EntryMapper.YEAR, EntryMapper.TYPE, EntryMapper.CALIBER -> 0.5;
      default -> 0.1;
    };
  }

  /** Adds these, or puts them in place of those of the same id. */
  void put(Map<String, Question> questions) throws IOException {
    List<MonitorQuery> queries = new ArrayList<>();
    questions.forEach(
        (id, question) -> {
          try {
            queries.add(new MonitorQuery(id, compiler.matching(question)));
          } catch (RuntimeException e) {
            broken.put(id, String.valueOf(e.getMessage()));
          }
        });
    try {
      monitor.register(queries);
    } catch (RuntimeException e) {
      for (MonitorQuery query : queries) {
        register(query);
      }
    }
  }

  /** One that cannot be filed stops no other. */
  private void register(MonitorQuery query) throws IOException {
    try {
      monitor.register(query);
    } catch (RuntimeException e) {
      broken.put(query.getId(), String.valueOf(e.getMessage()));
    }
  }

  void remove(List<String> ids) throws IOException {
    monitor.deleteById(ids);
  }

  int size() throws IOException {
    return monitor.getQueryCount();
  }

  /** The ids of the questions that each entry answers. */
  List<Set<String>> match(List<Entry> entries) throws IOException {
    List<Set<String>> found = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += AT_ONCE) {
      List<Entry> some = entries.subList(from, Math.min(entries.size(), from + AT_ONCE));
      Document[] documents = some.stream().map(QuestionMonitor::document).toArray(Document[]::new);
      MultiMatchingQueries<QueryMatch> matches =
          monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
      for (int i = 0; i < some.size(); i++) {
        Set<String> ids = new TreeSet<>();
        matches.getMatches(i).forEach(match -> ids.add(match.getQueryId()));
        found.add(ids);
      }
      matches.getErrors().forEach((id, e) -> broken.put(id, String.valueOf(e)));
    }
    return found;
  }

  /** What is stored beside the fields is not asked for. */
  private static Document document(Entry entry) {
    Document document = EntryMapper.document(entry);
    document.removeField(EntryMapper.ENTRY);
    return document;
  }

  /** The questions that could not be asked since the last call, and why. */
  Map<String, String> broken() {
    Map<String, String> since = new LinkedHashMap<>(broken);
    broken.clear();
    return since;
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
