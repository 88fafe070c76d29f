package mingcha.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Slice;
import mingcha.query.Question;

/** The whole answer to a question as a file. */
final class ExportApi {
  /** An Excel sheet has 1,048,576 rows, and an entry several readings. */
  private static final int MOST = 100_000;

  private final EntrySearcher searcher;
  private final SearchApi search;

  ExportApi(EntrySearcher searcher, SearchApi search) {
    this.searcher = searcher;
    this.search = search;
  }

  List<Route> routes() {
    List<String> parameters = new ArrayList<>(SearchApi.questionParameters());
    parameters.add("format");
    return List.of(new Route("/api/export", parameters, this::export));
  }

  private void export(Context context) throws IOException {
    Format format = format(Parameters.single(context, "format"));
    Question question = search.question(context);
    long total = searcher.search(question, new Slice(0, 0)).total();
    if (total > MOST) {
      throw ApiProblem.badParameter(
          "q",
          question.text(),
          "q: "
              + total
              + " entries answer this, more than the "
              + MOST
              + " that are exported here; narrow the question, or use the export command");
    }
    Route.contentType(context, format.type);
    context.header("Content-Disposition", DisclosureApi.attachment("mingcha." + format.extension));
    context.header("Cache-Control", "no-store");
    try (OutputStream out = context.outputStream();
        EntryExport export = format.open(out)) {
      searcher.export(question, export);
    }
  }

  private static Format format(String given) {
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

    EntryExport open(OutputStream out) throws IOException {
      return switch (this) {
        case CSV -> EntryExport.csv(out);
        case XLSX -> EntryExport.workbook(out);
        case JSONL -> EntryExport.jsonLines(out);
      };
    }
  }
}
