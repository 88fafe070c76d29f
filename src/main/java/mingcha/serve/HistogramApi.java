package mingcha.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import mingcha.disclosure.Metric.Quantity;
import mingcha.disclosure.Metrics;
import mingcha.index.EntrySearcher;
import mingcha.index.Histogram;
import mingcha.index.Histogram.Bin;
import mingcha.index.MetricRanges;
import mingcha.query.Clause;
import mingcha.query.Clause.Condition;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;
import org.jspecify.annotations.Nullable;

/** Where the figures that a question asks for lie among all the others of their kind. */
final class HistogramApi {
  private final EntrySearcher searcher;
  private final SearchApi search;
  private final Metrics metrics;

  HistogramApi(EntrySearcher searcher, SearchApi search, Metrics metrics) {
    this.searcher = searcher;
    this.search = search;
    this.metrics = metrics;
  }

  List<Route> routes() {
    return List.of(new Route("/api/histogram", SearchApi.questionParameters(), this::histogram));
  }

  /** Of the first condition with a number; without one there is nothing to show. */
  private void histogram(Context context) throws IOException {
    Question question = search.question(context);
    Condition asked = asked(question);
    if (asked == null) {
      Route.json(context, new HistogramAnswer(null, "", List.of()));
      return;
    }
    MetricRef metric = asked.metric();
    var known = metrics.get(metric.id());
    boolean outOfHundred = known.quantity() == Quantity.RATE || known.quantity() == Quantity.SCORE;
    boolean least = asked.op() == Op.LESS || asked.op() == Op.AT_MOST;
    Histogram histogram =
        searcher.histogram(without(question, metric), metric, least, outOfHundred);
    Route.json(
        context,
        new HistogramAnswer(
            metric.toString(), known.quantity().name().toLowerCase(Locale.ROOT), histogram.bins()));
  }

  private static @Nullable Condition asked(Question question) {
    for (Clause clause : question.where()) {
      if (clause instanceof Condition condition) {
        return condition;
      }
    }
    return null;
  }

  /** The question without what it asks of this metric. */
  private static Question without(Question q, MetricRef metric) {
    return new Question(
        q.text(),
        q.kinds(),
        q.about(),
        q.terms(),
        q.not(),
        q.where().stream().filter(clause -> !isOf(clause, metric)).toList(),
        q.filters(),
        null,
        null,
        q.leftover(),
        List.of());
  }

  private static boolean isOf(Clause clause, MetricRef metric) {
    return MetricRanges.of(clause).filter(ranges -> ranges.metric().equals(metric)).isPresent();
  }

  private record HistogramAnswer(@Nullable String metric, String quantity, List<Bin> bins) {}
}
