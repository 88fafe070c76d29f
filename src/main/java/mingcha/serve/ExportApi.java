package mingcha.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Metrics;
import mingcha.index.EntrySearcher;
import mingcha.index.Frame;
import mingcha.query.Interpretation;
import mingcha.query.Question;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The whole answer to a question, or all figures of a comparison, as a file that is not cut. */
final class ExportApi {
  private final EntrySearcher searcher;
  private final SearchApi search;
  private final URI site;

  ExportApi(EntrySearcher searcher, SearchApi search, URI site) {
    this.searcher = searcher;
    this.search = search;
    this.site = site;
  }

  List<Route> routes() {
    return List.of(
        new Route("/api/export", withFormat(SearchApi.questionParameters()), this::entries),
        new Route(
            "/api/frames/{metric}/export", withFormat(SearchApi.frameParameters()), this::frames));
  }

  private static List<String> withFormat(List<String> parameters) {
    List<String> all = new ArrayList<>(parameters);
    all.add("format");
    return all;
  }

  private void entries(Context context) throws IOException {
    Format format = format(context);
    Question question = search.question(context);
    ExportOrigin origin = origin(Interpretation.sentence(question));
    OutputStream out = opened(context, format, "mingcha");
    EntryExport export =
        switch (format) {
          case CSV -> EntryExport.csv(out, origin);
          case XLSX -> EntryExport.workbook(out, origin);
          case JSONL -> EntryExport.jsonLines(out, origin);
        };
    whole(
        context,
        () -> {
          searcher.export(question, export);
          export.close();
        });
  }

  /** What writes a file. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  /** A file that breaks off must not look whole: neither is it closed, nor is its transfer. */
  private static void whole(Context context, Writing writing) throws IOException {
    try {
      writing.run();
    } catch (IOException | RuntimeException e) {
      if (context.res().isCommitted()) {
        ServletContextRequest.getServletContextRequest(context.req()).getServletChannel().abort(e);
      }
      throw e;
    }
  }

  private void frames(Context context) throws IOException {
    Format format = format(context);
    List<Frame> frames = search.ranked(context);
    String metric = context.pathParam("metric");
    String name = Metrics.standard().get(metric).chinese().getFirst();
    String filters = Interpretation.sentence(search.frameQuestion(context));
    ExportOrigin origin = origin((filters + " " + name + "排名").strip());
    OutputStream out = opened(context, format, "mingcha-" + metric);
    whole(context, () -> FrameExport.write(frames, format.extension, out, origin));
  }

  private ExportOrigin origin(String question) throws IOException {
    return new ExportOrigin(question, searcher.indexed().orElse(null), site);
  }

  private static OutputStream opened(Context context, Format format, String name) {
    Route.contentType(context, format.type);
    context.header("Content-Disposition", DisclosureApi.attachment(name + "." + format.extension));
    context.header("Cache-Control", "no-store");
    return context.outputStream();
  }

  private static Format format(Context context) {
    String given = Parameters.single(context, "format");
    for (Format format : Format.values()) {
      if (format.extension.equals(given)) {
        return format;
      }
    }
    throw ApiProblem.badParameter(
        "format", given, "format is csv, xlsx or jsonl, not '" + given + "'");
  }

  private enum Format {
    CSV("csv", "text/csv; charset=utf-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSONL("jsonl", "application/x-ndjson");

    private final String extension;
    private final String type;

    Format(String extension, String type) {
      this.extension = extension;
      this.type = type;
    }
  }
}
