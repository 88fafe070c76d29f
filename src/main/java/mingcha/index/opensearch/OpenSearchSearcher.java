package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mingcha.disclosure.Entry;
import mingcha.index.Answer;
import mingcha.index.Answer.Hit;
import mingcha.index.Answer.Near;
import mingcha.index.EntrySearcher;
import mingcha.index.Frame;
import mingcha.index.Frames;
import mingcha.index.Grouped;
import mingcha.index.Histogram;
import mingcha.index.IndexProblem;
import mingcha.index.MatchedReadings;
import mingcha.index.NearQuestions;
import mingcha.index.Schema;
import mingcha.index.Snippets;
import mingcha.index.Suggestions;
import mingcha.query.Filters;
import mingcha.query.MetricRef;
import mingcha.query.Question;
import mingcha.text.Fold;
import mingcha.text.Sounds;

/** Answers questions from a cluster. */
public final class OpenSearchSearcher implements EntrySearcher {
  /** Up to so many hits other questions are offered besides. */
  private static final int LITTLE = 2;

  /** A single syllable sounds like too much. */
  private static final int FEWEST_SYLLABLES = 2;

  private final Cluster cluster;
  private final Searches searches;
  private final ClusterCompiler compiler = new ClusterCompiler();

  private OpenSearchSearcher(Cluster cluster) {
    this.cluster = cluster;
    this.searches = new Searches(cluster);
  }

  /**
   * Opens an index for reading; it may be empty still.
   *
   * @throws IOException if the cluster does not answer
   */
  public static OpenSearchSearcher open(ClusterAddress address) throws IOException {
    OpenSearchSearcher searcher = new OpenSearchSearcher(new Cluster(address, Patience.OF_READERS));
    boolean open = false;
    try {
      searcher.searches.answer(Asked.plain(Searches.of(Queries.none())));
      open = true;
      return searcher;
    } finally {
      if (!open) {
        searcher.close();
      }
    }
  }

  @Override
  public Answer search(Question question, Slice slice) throws IOException {
    long most = question.limit() == null ? Long.MAX_VALUE : question.limit();
    long size = Math.max(0, Math.min(slice.size(), most - slice.from()));
    if (size > 0 && slice.from() + size > Mapping.DEEPEST) {
      throw new IndexProblem(
          "the pages of an answer end after " + Mapping.DEEPEST + " entries: export them instead");
    }
    ObjectNode own = Searches.of(compiler.compile(question));
    if (size > 0) {
      own.put("from", slice.from()).put("size", size).set("sort", Searches.order(question));
    }
    ClusterFacets facets = new ClusterFacets(question, compiler);
    List<JsonNode> answers = searches.answers(facets.searches(own));
    long total = Math.min(Searches.total(answers.getFirst()), most);
    List<Hit> hits = new ArrayList<>();
    for (Entry entry : Searches.entries(answers.getFirst())) {
      List<Integer> matched = MatchedReadings.of(entry, question);
      hits.add(new Hit(entry, matched, Snippets.of(entry, matched, question)));
    }
    return new Answer(
        total,
        question.sort() == null ? Grouped.byDisclosure(hits) : hits,
        facets.facets(answers),
        near(question, total));
  }

  /** Where little is found, what would be found instead. */
  private List<Near> near(Question question, long total) throws IOException {
    boolean limited = question.limit() != null && total >= question.limit();
    return total > LITTLE || limited
        ? List.of()
        : NearQuestions.together(question, total, this::counts, this::closest, this::sounding);
  }

  private List<Long> counts(List<Question> questions) throws IOException {
    List<Asked> asked =
        questions.stream().map(q -> Asked.of(q, Searches.of(compiler.compile(q)))).toList();
    List<JsonNode> answers = searches.answers(asked);
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Integer limit = questions.get(i).limit();
      long count = Searches.total(answers.get(i));
      counts.add(limit == null ? count : Math.min(count, limit));
    }
    return counts;
  }

  private Optional<BigDecimal> closest(
      Question rest, MetricRef metric, BigDecimal bound, boolean above) throws IOException {
    String field = Schema.valueField(Schema.key(metric));
    long limit = Schema.scaled(bound);
    ObjectNode beyond =
        above
            ? Queries.range(field, limit, Long.MAX_VALUE)
            : Queries.range(field, Long.MIN_VALUE, limit);
    ObjectNode query = new Queries.Bool().filter(compiler.compile(rest)).filter(beyond).build();
    ObjectNode search = Searches.of(query).put("size", 1);
    search.putArray("sort").addObject().set(Mapping.field(field), Searches.byValue(above, above));
    JsonNode hits = searches.answer(Asked.of(rest, search)).path("hits").path("hits");
    return hits.isEmpty()
        ? Optional.empty()
        : Optional.of(Schema.unscaled(hits.path(0).path("sort").path(0).asLong()));
  }

  /** The part of a name that sounds like the word and is not it. */
  private Optional<String> sounding(String word) throws IOException {
    List<String> syllables = Sounds.of(word);
    if (syllables.size() < FEWEST_SYLLABLES) {
      return Optional.empty();
    }
    for (Entry entry : searches.first(Queries.phrase(Schema.NAME_SOUND, syllables, 0), 1)) {
      String name = Fold.name(entry.name());
      for (int from = 0; from + syllables.size() <= name.length(); from++) {
        String part = name.substring(from, from + syllables.size());
        if (Sounds.of(part).equals(syllables) && !part.equals(Fold.name(word))) {
          return Optional.of(part);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void export(Question question, Consumer<Entry> consumer) throws IOException {
    long most = question.limit() == null ? Long.MAX_VALUE : question.limit();
    searches.each(compiler.compile(question), Searches.order(question), most, consumer);
  }

  @Override
  public Optional<Entry> entry(String id) throws IOException {
    return searches.first(Queries.term(Schema.ID, id), 1).stream().findFirst();
  }

  @Override
  public Histogram histogram(
      Question question, MetricRef metric, boolean least, boolean outOfHundred) throws IOException {
    ObjectNode query = compiler.compile(question);
    return new ClusterHistogram(searches, question, query, metric, least).count(outOfHundred);
  }

  @Override
  public List<Frame> frames(String metric, Filters filters) throws IOException {
    Frames frames = new Frames(metric);
    searches.each(
        compiler.ofDisclosures(metric, filters),
        Searches.order(Question.all()),
        Long.MAX_VALUE,
        frames::add);
    return frames.ranked();
  }

  @Override
  public List<Suggestion> suggest(String typed, int limit) throws IOException {
    Suggestions suggestions = new Suggestions(typed);
    named(typed).forEach(suggestions::add);
    if (suggestions.isEmpty()) {
      return sounding(typed).stream().map(name -> new Suggestion(name, "spelling", 1)).toList();
    }
    return suggestions.best(limit);
  }

  private List<Entry> named(String typed) throws IOException {
    List<Entry> named = List.of();
    for (ObjectNode query : compiler.named(typed)) {
      if (named.size() < Suggestions.MOST_ENTRIES) {
        named = searches.first(query, Suggestions.MOST_ENTRIES);
      }
    }
    return named;
  }

  /** Disclosures are counted exactly up to forty thousand, beyond within a few per cent. */
  @Override
  public Stats stats() throws IOException {
    ObjectNode search = Searches.of(Queries.all());
    search
        .withObject("/aggs/disclosures/cardinality")
        .put("field", Schema.DISCLOSURE)
        .put("precision_threshold", 40_000);
    JsonNode answer = searches.answer(Asked.plain(search));
    return new Stats(Searches.total(answer), answer.at("/aggregations/disclosures/value").asLong());
  }

  @Override
  public void close() throws IOException {
    cluster.close();
  }
}
