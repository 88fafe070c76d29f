package mingcha;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import mingcha.extract.Limits;
import mingcha.extract.Workers;
import mingcha.ingest.Ingester;
import mingcha.ingest.Manifest;
import mingcha.ingest.Progress;
import mingcha.ingest.Summary;
import mingcha.store.LedgerRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files into the index; run again, it goes on where it was stopped. */
@Command(
    name = "ingest",
    description = "Reads files, and folders with all below them, into the index.",
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();
  @Mixin private LimitOptions limits = new LimitOptions();

  @Option(
      names = "--manifest",
      paramLabel = "FILE.tsv",
      description = "file, url, published, publisher, region, year, type; with a header row")
  private @Nullable Path manifest;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "files or folders")
  private List<Path> paths = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Summary summary =
        ingest(data.config(), limits.limits(), manifest, paths, spec.commandLine().getErr());
    return summary.complete() ? 0 : 1;
  }

  /** Ingests, tells how far it is while it goes on, and sums up. */
  static Summary ingest(
      Config config, Limits limits, @Nullable Path manifest, List<Path> paths, PrintWriter out)
      throws Exception {
    Manifest hints = manifest == null ? Manifest.NONE : Manifest.read(manifest);
    Summary summary;
    try (Workers workers = new Workers(limits);
        Ingester ingester = Rooms.ingester(config, workers);
        Bar bar = new Bar(out)) {
      if (ingester.recovered() > 0) {
        bar.note("finished " + ingester.recovered() + " disclosures that a stopped run had left");
      }
      summary = ingester.ingest(paths, hints, bar);
    }
    print(summary, out);
    return summary;
  }

  static void print(Summary summary, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s: %s; %,d entries in %.1f s%n",
        summary.files() == 1 ? "1 file" : summary.files() + " files",
        became(summary),
        summary.entries(),
        summary.millis() / 1000.0);
    summary.reasons().forEach((reason, count) -> out.println("  " + count + " × " + reason));
    summary.missing().forEach(path -> out.println("  not there: " + path));
    if (summary.stopped() != null) {
      out.println(
          "stopped: "
              + summary.stopped()
              + "; "
              + summary.notReached()
              + " files were not come to");
    }
    out.flush();
  }

  /** What became of the files: what none became is not told of. */
  private static String became(Summary summary) {
    List<String> became = new ArrayList<>(List.of(summary.read() + " read"));
    if (summary.duplicates() > 0) {
      became.set(0, summary.read() + " read (" + summary.duplicates() + " the same bytes again)");
    }
    Map<String, Integer> others = new LinkedHashMap<>();
    others.put("unchanged", summary.unchanged());
    others.put("empty", summary.empty());
    others.put("failed", summary.failed());
    others.forEach(
        (what, files) -> {
          if (files > 0) {
            became.add(files + " " + what);
          }
        });
    return String.join(", ", became);
  }

  /** The progress bar, and a line for each file that was not read. */
  static final class Bar implements Progress, AutoCloseable {
    private final PrintWriter out;
    private @Nullable ProgressBar bar;

    Bar(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void started(int files) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("ingest")
              .setInitialMax(files)
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    }

    @Override
    public void file(String file, @Nullable LedgerRow row) {
      if (bar != null) {
        bar.step();
      }
      if (row != null && !row.outcome().equals("read")) {
        note(file + ": " + row.outcome() + ", " + row.reason());
      }
    }

    @Override
    public void note(String message) {
      out.println(message);
      out.flush();
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
        bar = null;
      }
    }
  }
}
