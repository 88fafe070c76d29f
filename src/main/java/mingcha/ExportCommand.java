package mingcha;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Callable;
import mingcha.disclosure.Metrics;
import mingcha.index.EntrySearcher;
import mingcha.query.Interpretation;
import mingcha.query.Question;
import mingcha.query.QuestionParser;
import mingcha.serve.EntryExport;
import mingcha.serve.ExportOrigin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints all entries, or those that answer a question, not cut. */
@Command(
    name = "export",
    description = "Prints entries: JSON lines, CSV, or an Excel workbook.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  /** The forms of an export. */
  enum Format {
    JSONL,
    CSV,
    XLSX;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}")
  private Format format = Format.JSONL;

  @Option(names = "--query", paramLabel = "QUESTION", description = "only what answers it")
  private @Nullable String query;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "where the public finds the site: links begin with it")
  private URI address = URI.create("/");

  @Override
  public Integer call() throws Exception {
    Config config = data.existing();
    Question question =
        query == null
            ? Question.all()
            : new QuestionParser(Places.lexicon(), Metrics.standard()).parse(query);
    try (EntrySearcher searcher = Rooms.searcher(config);
        // The bytes go out as they are: System.out would buffer by lines.
        OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      ExportOrigin origin =
          new ExportOrigin(
              Interpretation.sentence(question), searcher.indexed().orElse(null), site());
      EntryExport export =
          switch (format) {
            case JSONL -> EntryExport.jsonLines(out, origin);
            case CSV -> EntryExport.csv(out, origin);
            case XLSX -> EntryExport.workbook(out, origin);
          };
      // Closed only when all is written: a file that breaks off must not look whole.
      searcher.export(question, export);
      export.close();
    }
    return 0;
  }

  private URI site() {
    String said = address.toString();
    return said.endsWith("/") ? address : URI.create(said + "/");
  }
}
