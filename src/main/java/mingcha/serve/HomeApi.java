package mingcha.serve;

import io.javalin.http.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Slice;
import mingcha.query.QuestionParser;
import mingcha.store.Store;
import org.jspecify.annotations.Nullable;

/** What the first page shows: what is covered, and questions that have answers here. */
final class HomeApi {
  private static final int EXAMPLES = 6;
  private static final long FRESH_NANOS = 30_000_000_000L;

  private final EntrySearcher searcher;
  private final QuestionParser parser;
  private final Store store;
  private final Map<String, Kept<ExamplesAnswer>> examples = new ConcurrentHashMap<>();
  private volatile @Nullable Kept<Coverage> coverage;

  HomeApi(EntrySearcher searcher, QuestionParser parser, Store store) {
    this.searcher = searcher;
    this.parser = parser;
    this.store = store;
  }

  List<Route> routes() {
    return List.of(
        new Route("/api/coverage", List.of(), c -> Route.json(c, coverage())),
        new Route("/api/examples", List.of("lang"), this::examples));
  }

  /** All disclosures and files are counted for it, so it is kept for half a minute. */
  Coverage coverage() {
    Kept<Coverage> kept = coverage;
    if (kept == null || !kept.isFresh()) {
      kept = new Kept<>(Coverage.of(store), System.nanoTime());
      coverage = kept;
    }
    return kept.value;
  }

  private void examples(Context context) throws IOException {
    String language = Parameters.single(context, "lang");
    if (!List.of("", "zh", "en").contains(language)) {
      throw ApiProblem.badParameter("lang", language, "lang is zh or en, not '" + language + "'");
    }
    Kept<ExamplesAnswer> kept = examples.get(language);
    if (kept == null || !kept.isFresh()) {
      kept = new Kept<>(answered(language.equals("en") ? 1 : 0), System.nanoTime());
      examples.put(language, kept);
    }
    Route.json(context, kept.value);
  }

  /** The first six that find something. */
  private ExamplesAnswer answered(int column) throws IOException {
    List<Example> found = new ArrayList<>();
    for (String[] line : lines()) {
      if (found.size() < EXAMPLES) {
        long count = searcher.search(parser.parse(line[column]), new Slice(0, 0)).total();
        if (count > 0) {
          found.add(new Example(line[column], count));
        }
      }
    }
    return new ExamplesAnswer(found);
  }

  private static List<String[]> lines() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                HomeApi.class.getResourceAsStream("/mingcha/serve/examples.tsv"),
                "the examples are packed with this class");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().map(line -> line.split("\t", 2)).toList();
    }
  }

  private record ExamplesAnswer(List<Example> examples) {}

  private record Example(String query, long count) {}

  private record Kept<T>(T value, long nanos) {
    boolean isFresh() {
      return System.nanoTime() - nanos < FRESH_NANOS;
    }
  }
}
