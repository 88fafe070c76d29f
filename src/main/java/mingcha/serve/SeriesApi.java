package mingcha.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.index.EntrySearcher;
import mingcha.index.Frame;
import mingcha.index.Frames;
import mingcha.query.Question;

/** The figures of one publisher over its years, a series a metric. */
final class SeriesApi {
  /** Of one kind of document and one circle: a budget is no point on the line of accounts. */
  private static final List<String> NARROWED = List.of("type", "caliber");

  private static final List<String> PARAMETERS = List.of("publisher", "type", "caliber");

  private final EntrySearcher searcher;
  private final SearchApi search;
  private final Metrics metrics;

  SeriesApi(EntrySearcher searcher, SearchApi search, Metrics metrics) {
    this.searcher = searcher;
    this.search = search;
    this.metrics = metrics;
  }

  List<Route> routes() {
    return List.of(new Route("/api/series", PARAMETERS, this::series));
  }

  private void series(Context context) throws IOException {
    String publisher = Parameters.single(context, "publisher");
    if (publisher.isEmpty()) {
      throw ApiProblem.badParameter("publisher", "", "publisher is missing: whose years?");
    }
    Map<String, List<String>> chosen = new LinkedHashMap<>(Parameters.given(context, NARROWED));
    chosen.put("publisher", List.of(publisher));
    chosen.put("kind", List.of("line", "statement"));
    Question question = search.question("", chosen);
    Collected collected = new Collected();
    searcher.export(question, entry -> collected.add(entry, publisher));
    Route.json(context, collected.answer(publisher, metrics));
  }

  /** What was found so far: which years there are, and for each metric its figure of each year. */
  private static final class Collected {
    private final TreeSet<Integer> years = new TreeSet<>();
    private final Map<String, Map<Integer, Frames>> frames = new LinkedHashMap<>();

    /** The parameter asks for part of a name; another publisher's figures are no years of this. */
    void add(Entry entry, String publisher) {
      Disclosure of = entry.disclosure();
      Integer year = of.year();
      if (year == null || !publisher.equals(of.publisher())) {
        return;
      }
      years.add(year);
      if (entry.scope() != Scope.DISCLOSURE) {
        return;
      }
      entry.readings().stream()
          .map(Reading::metric)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(
              metric ->
                  frames
                      .computeIfAbsent(metric, m -> new TreeMap<>())
                      .computeIfAbsent(year, y -> new Frames(metric))
                      .add(entry));
    }

    SeriesAnswer answer(String publisher, Metrics metrics) {
      List<Series> all = new ArrayList<>();
      for (Metric metric : metrics.all()) {
        List<Point> points = points(metric);
        if (points.size() > 1) {
          all.add(new Series(metric.id(), metric.quantity().unit(), points));
        }
      }
      List<Integer> span =
          years.isEmpty()
              ? List.of()
              : IntStream.rangeClosed(years.first(), years.last()).boxed().toList();
      List<Integer> missing = span.stream().filter(year -> !years.contains(year)).toList();
      return new SeriesAnswer(publisher, span, missing, all);
    }

    /** A figure in another unit than its metric's is none of the line. */
    private List<Point> points(Metric metric) {
      List<Point> points = new ArrayList<>();
      frames
          .getOrDefault(metric.id(), Map.of())
          .forEach(
              (year, found) ->
                  found.ranked().stream()
                      .findFirst()
                      .filter(frame -> isOf(metric, frame.reading()))
                      .ifPresent(frame -> points.add(new Point(year, frame))));
      return points;
    }

    private static boolean isOf(Metric metric, Reading reading) {
      String unit = metric.quantity().unit();
      return unit.isEmpty() || unit.equals(reading.unit());
    }
  }

  private record Point(int year, String disclosure, String entryId, Reading reading) {
    Point(int year, Frame frame) {
      this(year, frame.disclosure().id(), frame.entryId(), frame.reading());
    }
  }

  private record Series(String metric, String unit, List<Point> points) {}

  /** From its first year to its last, those without any disclosure among them. */
  private record SeriesAnswer(
      String publisher, List<Integer> years, List<Integer> missing, List<Series> series) {}
}
