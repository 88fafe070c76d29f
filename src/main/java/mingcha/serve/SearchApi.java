package mingcha.serve;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.index.Answer;
import mingcha.index.Answer.FacetCount;
import mingcha.index.Answer.Snippet;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Suggestion;
import mingcha.index.Frame;
import mingcha.index.Frames;
import mingcha.query.BadParameter;
import mingcha.query.Interpretation;
import mingcha.query.Overrides;
import mingcha.query.Question;
import mingcha.query.QuestionParser;
import mingcha.text.Lexicon;

/** What is asked of the index: a sentence and parameters in, an answer out. */
final class SearchApi {
  static final List<String> OVERRIDES =
      List.of(
          "kind",
          "region",
          "year",
          "subject",
          "publisher",
          "institution",
          "type",
          "caliber",
          "grade",
          "rule",
          "sort");
  private static final List<String> FRAME_FILTERS =
      List.of("year", "region", "institution", "caliber");
  private static final String ORDER = "order";
  private static final int SUGGESTIONS = 10;
  private static final int REGIONS = 3;

  private final EntrySearcher searcher;
  private final QuestionParser parser;
  private final Lexicon lexicon;
  private final Metrics metrics;

  SearchApi(EntrySearcher searcher, QuestionParser parser, Lexicon lexicon, Metrics metrics) {
    this.searcher = searcher;
    this.parser = parser;
    this.lexicon = lexicon;
    this.metrics = metrics;
  }

  List<Route> routes() {
    List<String> search = new ArrayList<>(questionParameters());
    search.addAll(List.of("page", "size"));
    return List.of(
        new Route("/api/search", search, this::search),
        new Route("/api/interpret", List.of("q"), this::interpret),
        new Route("/api/entries/{id}", List.of(), this::entry),
        new Route("/api/frames/{metric}", frameParameters(), this::frames),
        new Route("/api/suggest", List.of("q"), this::suggest),
        new Route("/api/metrics", List.of(), this::metrics));
  }

  /** Loads what the first question would wait for: dictionaries, the index's first pages. */
  void warmUp() throws IOException {
    searcher.search(parser.parse("执行率低于60%的项目"), new EntrySearcher.Slice(0, 10));
  }

  private void search(Context context) throws IOException {
    long start = System.nanoTime();
    String text = Parameters.question(context);
    Paging paging = Paging.of(context);
    Question question = question(context);
    Answer answer = searcher.search(question, paging.slice());
    Route.json(
        context,
        new SearchAnswer(
            text,
            Interpretation.of(question),
            answer.total(),
            answer.hits().stream()
                .map(hit -> new HitAnswer(hit.entry(), hit.matched(), hit.snippet()))
                .toList(),
            FacetsApi.shown(answer.facets()),
            FacetsApi.sizes(answer.facets()),
            answer.near().stream().map(NearAnswer::of).toList(),
            Interpretation.sentence(question),
            Interpretation.english(question),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
  }

  /** What the request asks: its sentence with the parameters merged over it. */
  Question question(Context context) {
    return overridden(
        parser.parse(Parameters.question(context)), Parameters.given(context, OVERRIDES));
  }

  /** The parameters that make up a question. */
  static List<String> questionParameters() {
    return Stream.concat(Stream.of("q"), OVERRIDES.stream()).toList();
  }

  private void interpret(Context context) {
    Route.json(context, Interpretation.of(parser.parse(Parameters.question(context))));
  }

  private void entry(Context context) throws IOException {
    String id = context.pathParam("id");
    Route.json(
        context,
        searcher.entry(id).orElseThrow(() -> ApiProblem.notFound("no entry has the id " + id)));
  }

  private void frames(Context context) throws IOException {
    List<Frame> frames = ranked(context);
    long publishers =
        searcher
            .search(frameQuestion(context), new EntrySearcher.Slice(0, 0))
            .facets()
            .getOrDefault("publisher", List.of())
            .size();
    Route.json(
        context,
        new FramesAnswer(
            context.pathParam("metric"),
            frames.size(),
            Math.max(0, publishers - frames.size()),
            frames));
  }

  /** The figures that the request asks for, in its order. */
  List<Frame> ranked(Context context) throws IOException {
    String metric = context.pathParam("metric");
    if (metrics.find(metric) == null) {
      throw ApiProblem.badParameter(
          "metric", metric, "no metric has the id '" + metric + "'; /api/metrics lists them");
    }
    String order = Parameters.single(context, ORDER);
    if (!List.of("", "asc", "desc").contains(order)) {
      throw ApiProblem.badParameter(ORDER, order, ORDER + " is asc or desc, not '" + order + "'");
    }
    List<Frame> frames = searcher.frames(metric, frameQuestion(context).filters());
    return order.equals("asc") ? Frames.leastFirst(frames) : frames;
  }

  /** What restricts the publishers that are compared. */
  Question frameQuestion(Context context) {
    return overridden(Question.all(), Parameters.given(context, FRAME_FILTERS));
  }

  static List<String> frameParameters() {
    return Stream.concat(FRAME_FILTERS.stream(), Stream.of(ORDER)).toList();
  }

  private void suggest(Context context) throws IOException {
    String typed = Parameters.question(context);
    List<Suggestion> suggestions = new ArrayList<>();
    if (!typed.isEmpty()) {
      suggestions.addAll(regions(typed));
      suggestions.addAll(searcher.suggest(typed, SUGGESTIONS));
      if (suggestions.size() > 1) {
        suggestions.removeIf(each -> each.kind().equals("spelling"));
      }
    }
    Route.json(
        context,
        new SuggestAnswer(
            typed, suggestions.subList(0, Math.min(SUGGESTIONS, suggestions.size()))));
  }

  /** The divisions with disclosures whose name begins so, in characters or romanised. */
  private List<Suggestion> regions(String typed) throws IOException {
    String letters = typed.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    return searcher
        .search(Question.all(), new EntrySearcher.Slice(0, 0))
        .facets()
        .getOrDefault("region", List.of())
        .stream()
        .filter(count -> !letters.isEmpty() && isNamed(count, letters))
        .sorted(Comparator.comparingLong(FacetCount::count).reversed())
        .limit(REGIONS)
        .map(count -> new Suggestion(count.path().getLast(), "region", count.count()))
        .toList();
  }

  private boolean isNamed(FacetCount count, String letters) {
    boolean roman = letters.length() > 2 && letters.chars().allMatch(c -> c < 128);
    return count.path().getLast().startsWith(letters)
        || (roman
            && lexicon
                .division(count.value())
                .map(lexicon::romanised)
                .filter(name -> name.replace(" ", "").startsWith(letters))
                .isPresent());
  }

  private void metrics(Context context) {
    Route.json(context, new MetricsAnswer(metrics.all().stream().map(MetricAnswer::of).toList()));
  }

  /** A sentence with what was chosen beside it. */
  Question question(String text, Map<String, List<String>> chosen) {
    return overridden(parser.parse(text), chosen);
  }

  private Question overridden(Question question, Map<String, List<String>> parameters) {
    try {
      return Overrides.apply(question, parameters, lexicon, metrics);
    } catch (BadParameter e) {
      throw ApiProblem.badParameter(e.name(), e.value(), e.name() + ": " + e.getMessage());
    }
  }

  private record SearchAnswer(
      String query,
      Map<String, Object> interpretation,
      long total,
      List<HitAnswer> hits,
      Map<String, List<FacetCount>> facets,
      Map<String, Integer> facetSizes,
      List<NearAnswer> near,
      String sentence,
      String sentenceEnglish,
      long tookMillis) {}

  /** An entry as everywhere, with what made it a hit beside it. */
  private record HitAnswer(
      @JsonUnwrapped Entry entry, List<Integer> matched, List<Snippet> snippet) {}

  private record NearAnswer(
      String query,
      Map<String, Object> interpretation,
      long count,
      String reason,
      String reasonEnglish) {
    static NearAnswer of(Answer.Near near) {
      return new NearAnswer(
          Interpretation.sentence(near.question()),
          Interpretation.of(near.question()),
          near.count(),
          near.reason(),
          near.reasonEnglish());
    }
  }

  /**
   * Ranked figures.
   *
   * @param without how many publishers that are asked for have no such figure, and so no rank
   */
  private record FramesAnswer(String metric, long total, long without, List<Frame> frames) {}

  private record SuggestAnswer(String query, List<Suggestion> suggestions) {}

  private record MetricsAnswer(List<MetricAnswer> metrics) {}

  private record MetricAnswer(
      String id, String quantity, String unit, List<String> chinese, List<String> english) {
    static MetricAnswer of(Metric metric) {
      return new MetricAnswer(
          metric.id(),
          metric.quantity().name().toLowerCase(Locale.ROOT),
          metric.quantity().unit(),
          metric.chinese(),
          metric.english());
    }
  }
}
