package mingcha;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mingcha.check.Checks;
import mingcha.check.Checks.Report;
import mingcha.check.RuleCounts;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Source;
import mingcha.extract.Workers;
import mingcha.store.Store;
import mingcha.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports what does not add up, in files that need not be published yet, or in the index. */
@Command(
    name = "check",
    description = {
      "What does not add up: in these files, which are read but not indexed,",
      "or, without files, in all disclosures of the index."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();
  @Mixin private LimitOptions limits = new LimitOptions();

  @Option(names = "--json", description = "one finding a line, as JSON")
  private boolean json;

  @Option(names = "--rules", description = "how often each rule held and could not be checked")
  private boolean rules;

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "files or folders")
  private List<Path> paths = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Map<String, RuleCounts> counts = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (paths.isEmpty()) {
      index(out);
    } else {
      try (Workers workers = new Workers(limits.limits())) {
        files(workers, out);
      }
    }
    if (rules) {
      counts.values().forEach(each -> out.println(line(each)));
    }
    out.flush();
    return 0;
  }

  private void index(PrintWriter out) {
    try (Store store = Store.openReadOnly(data.existing().data())) {
      for (Disclosure disclosure : store.disclosures()) {
        store
            .whole(disclosure.id())
            .ifPresent(
                content -> print(Checks.report(Rooms.withoutFindings(content)), content, out));
      }
    }
  }

  private void files(Workers workers, PrintWriter out) throws Exception {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new Problem("there is no " + path);
      }
      List<Path> files = new ArrayList<>();
      try (Stream<Path> walk = Files.walk(path)) {
        walk.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
      for (Path file : files) {
        String name = file.equals(path) ? name(file) : path.relativize(file).toString();
        Rooms.read(workers, file, name)
            .ifPresentOrElse(
                content -> print(Checks.report(content), content, out),
                () -> spec.commandLine().getErr().println(name + ": not read"));
      }
    }
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private void print(Report report, Content content, PrintWriter out) {
    for (RuleCounts each : report.rules()) {
      counts.merge(each.rule().id(), each, CheckCommand::sum);
    }
    if (json) {
      report.findings().forEach(finding -> out.println(Json.write(finding)));
      return;
    }
    Disclosure disclosure = content.disclosure();
    out.println(
        disclosure.file()
            + (disclosure.title() == null ? "" : "  " + disclosure.title())
            + "：需要说明的 "
            + report.findings().stream().filter(f -> "warn".equals(f.severity())).count()
            + " 处，提示 "
            + report.findings().stream().filter(f -> "info".equals(f.severity())).count()
            + " 处");
    for (Entry finding : report.findings()) {
      out.println("  " + finding.severity() + "  " + finding.rule() + "  " + finding.text());
      finding.aka().forEach(source -> out.println("        " + place(source)));
    }
    out.println();
  }

  private static String place(Source source) {
    StringBuilder place = new StringBuilder(source.file());
    if (source.page() != null) {
      place.append(" 第").append(source.page()).append("页");
    }
    if (source.line() != null) {
      place.append(" 第").append(source.line()).append("行");
    }
    if (source.table() != null) {
      place.append(" 《").append(source.table()).append("》");
    }
    return place.toString();
  }

  private static RuleCounts sum(RuleCounts a, RuleCounts b) {
    Map<String, Integer> unchecked = new TreeMap<>(a.unchecked());
    b.unchecked().forEach((why, count) -> unchecked.merge(why, count, Integer::sum));
    return new RuleCounts(a.rule(), a.held() + b.held(), a.violated() + b.violated(), unchecked);
  }

  private static String line(RuleCounts counts) {
    int unchecked = counts.unchecked().values().stream().mapToInt(Integer::intValue).sum();
    return "%-40s 符合 %6d  不符 %5d  无法核对 %6d %s"
        .formatted(
            counts.rule().id(),
            counts.held(),
            counts.violated(),
            unchecked,
            counts.unchecked().isEmpty() ? "" : counts.unchecked());
  }
}
