package mingcha;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.index.Answer;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Slice;
import mingcha.query.Interpretation;
import mingcha.query.Question;
import mingcha.query.QuestionParser;
import mingcha.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks one question. */
@Command(name = "search", description = "Answers a question.", mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  private static final int MOST_HITS = 20;

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--json", description = "print what /api/search would answer")
  private boolean json;

  @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "in Chinese or English")
  private List<String> words = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Config config = data.existing();
    Question question =
        new QuestionParser(Places.lexicon(), Metrics.standard()).parse(String.join(" ", words));
    PrintWriter out = spec.commandLine().getOut();
    try (EntrySearcher searcher = Rooms.searcher(config)) {
      Answer answer = searcher.search(question, new Slice(0, MOST_HITS));
      if (json) {
        out.println(Json.write(asMap(question, answer)));
      } else {
        print(question, answer, out);
      }
    }
    out.flush();
    return 0;
  }

  private static Map<String, Object> asMap(Question question, Answer answer) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("query", question.text());
    map.put("interpretation", Interpretation.of(question));
    map.put("total", answer.total());
    map.put("hits", answer.hits().stream().map(Answer.Hit::entry).toList());
    return map;
  }

  private static void print(Question question, Answer answer, PrintWriter out) {
    out.println("我们理解为: " + Interpretation.sentence(question));
    question.problems().forEach(problem -> out.println("  " + problem));
    out.println("共 " + answer.total() + " 条");
    for (Answer.Hit hit : answer.hits()) {
      Entry entry = hit.entry();
      out.println();
      out.println(entry.name() + "  [" + entry.kind() + "]  " + who(entry.disclosure()));
      for (int i : hit.matched()) {
        Reading reading = entry.readings().get(i);
        out.println("  " + reading.label() + " " + reading.raw() + "  " + where(reading));
      }
    }
    for (Answer.Near near : answer.near()) {
      out.println(
          near.reason() + " (" + near.count() + "): " + Interpretation.sentence(near.question()));
    }
  }

  private static String who(Disclosure disclosure) {
    return (disclosure.publisher() == null ? disclosure.title() : disclosure.publisher())
        + (disclosure.year() == null ? "" : " " + disclosure.year());
  }

  private static String where(Reading reading) {
    StringBuilder text = new StringBuilder(reading.source().file());
    if (reading.source().page() != null) {
      text.append(" 第").append(reading.source().page()).append("页");
    }
    if (reading.source().line() != null) {
      text.append(" 第").append(reading.source().line()).append("行");
    }
    return text.append(" (").append(reading.basis()).append(')').toString();
  }
}
