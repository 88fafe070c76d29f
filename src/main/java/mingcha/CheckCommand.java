package mingcha;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mingcha.check.Checks;
import mingcha.check.Checks.Report;
import mingcha.check.Neighbours;
import mingcha.check.RuleCounts;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.extract.Outcome;
import mingcha.extract.Workers;
import mingcha.interpret.Editions;
import mingcha.interpret.Joined;
import mingcha.store.Store;
import mingcha.wire.Json;
import org.jspecify.annotations.Nullable;
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
      "What does not add up in drafts or in the index.",
      "Files are read but not indexed; without files all disclosures of the index are looked at.",
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();
  @Mixin private LimitOptions limits = new LimitOptions();

  @Option(names = "--json", description = "one finding a line, as JSON")
  private boolean json;

  @Option(names = "--rules", description = "how often each rule held and could not be checked")
  private boolean rules;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "also write the report as a page to read, send or print")
  private @Nullable Path html;

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "files or folders")
  private List<Path> paths = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What the command ends with where a file could not be read; findings are no fault of it. */
  private static final int UNREAD = 1;

  private int unread;
  private final Map<String, RuleCounts> counts = new LinkedHashMap<>();
  private final CheckReport report = new CheckReport(Checks.definitions());

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
    if (html != null) {
      Files.writeString(html, report.page(counts.values()), StandardCharsets.UTF_8);
    }
    if (rules) {
      counts.values().forEach(each -> print(each, out));
    }
    out.flush();
    return unread == 0 ? 0 : UNREAD;
  }

  private void index(PrintWriter out) {
    try (Store store = Store.openReadOnly(data.existing().data())) {
      List<Disclosure> all = store.disclosures();
      Years years = new Years(all);
      for (Disclosure disclosure : all) {
        Neighbours neighbours = years.of(disclosure, store::whole);
        store
            .whole(disclosure.id())
            .map(Rooms::withoutFindings)
            .ifPresent(content -> print(Checks.report(content, neighbours), content, out));
      }
    }
  }

  private void files(Workers workers, PrintWriter out) throws Exception {
    List<Content> contents = new ArrayList<>();
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
        switch (workers.extract(file, name)) {
          case Outcome.Extracted extracted -> contents.add(Rooms.content(extracted, file, name));
          case Outcome.Empty empty -> unread(name, empty.reason());
          case Outcome.Failed failed -> unread(name, failed.reason() + ": " + failed.detail());
        }
      }
    }
    print(contents, out);
  }

  private void unread(String name, String why) {
    unread++;
    spec.commandLine().getErr().println(name + ": not read, " + why);
  }

  /** The parts of a draft are checked as one, and drafts of several years against each other. */
  private void print(List<Content> contents, PrintWriter out) {
    Map<String, Content> byId = new LinkedHashMap<>();
    Editions.parts(contents).stream()
        .map(Joined::content)
        .forEach(whole -> byId.put(whole.disclosure().id(), whole));
    Years years = new Years(byId.values().stream().map(Content::disclosure).toList());
    for (Content whole : byId.values()) {
      Neighbours neighbours = years.of(whole.disclosure(), id -> Optional.ofNullable(byId.get(id)));
      print(Checks.report(whole, neighbours), whole, out);
    }
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private void print(Report told, Content content, PrintWriter out) {
    report.add(content.disclosure(), told);
    for (RuleCounts each : told.rules()) {
      counts.merge(each.rule().id(), each, CheckCommand::sum);
    }
    if (json) {
      told.findings().forEach(finding -> out.println(Json.write(finding)));
      return;
    }
    Disclosure disclosure = content.disclosure();
    out.println(
        disclosure.file()
            + (disclosure.title() == null ? "" : "  " + disclosure.title())
            + "：需要说明的 "
            + told.findings().stream().filter(f -> "warn".equals(f.severity())).count()
            + " 处，提示 "
            + told.findings().stream().filter(f -> "info".equals(f.severity())).count()
            + " 处");
    for (Entry finding : told.findings()) {
      out.println("  " + finding.severity() + "  " + finding.rule() + "  " + finding.text());
      finding.readings().stream()
          .filter(reading -> reading.formula() == null)
          .map(CheckReport::line)
          .distinct()
          .forEach(line -> out.println("        " + line));
    }
    out.println();
  }

  private static RuleCounts sum(RuleCounts a, RuleCounts b) {
    Map<String, Integer> unchecked = new TreeMap<>(a.unchecked());
    b.unchecked().forEach((why, count) -> unchecked.merge(why, count, Integer::sum));
    return new RuleCounts(a.rule(), a.held() + b.held(), a.violated() + b.violated(), unchecked);
  }

  /** What cannot be checked is told below, the most frequent reason first. */
  private static void print(RuleCounts counts, PrintWriter out) {
    int unchecked = counts.unchecked().values().stream().mapToInt(Integer::intValue).sum();
    out.println(
        "%-40s 符合 %6d  不符 %5d  无法核对 %6d"
            .formatted(counts.rule().id(), counts.held(), counts.violated(), unchecked));
    counts.unchecked().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(why -> out.println("    %6d 次  %s".formatted(why.getValue(), why.getKey())));
  }
}
