package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Subject;
import mingcha.interpret.Said.Target;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the narrative says to the lines of the tables. What is said of a subject goes to its
 * line in 一般公共预算财政拨款支出决算表 (or else 支出决算表) if exactly one line bears its names; all else becomes a
 * statement of its own, so that nothing is pinned to the wrong line.
 */
final class Narrative {
  private static final String GENERAL_TOTAL = "一般公共预算财政拨款支出";

  /** As a whole place says it, whose budget is not appropriated to it. */
  private static final String GENERAL_TOTAL_OF_PLACE = "一般公共预算支出";

  /** The name of what is said in these words. */
  static String generalTotal(String said) {
    return said.contains("财政拨款") ? GENERAL_TOTAL : GENERAL_TOTAL_OF_PLACE;
  }

  static boolean isGeneralTotal(String name) {
    return name.equals(GENERAL_TOTAL) || name.equals(GENERAL_TOTAL_OF_PLACE);
  }

  /**
   * Annexes and reports speak of projects, the glossary of nothing, 绩效 of what is said elsewhere.
   */
  private static final Pattern ELSEWHERE =
      Pattern.compile(".*(?:附件|附表|名词解释|绩效|评价|部门概况|单位概况|职责|职能).*");

  private final Lexicon lexicon;
  private final Metrics metrics;
  private final ColumnWords words;

  Narrative(Lexicon lexicon, Metrics metrics, ColumnWords words) {
    this.words = words;
    this.lexicon = lexicon;
    this.metrics = metrics;
  }

  List<DraftEntry> join(List<DraftEntry> lines, List<Paragraph> paragraphs) {
    List<DraftEntry> all = new ArrayList<>(lines);
    SubjectLookup lookup = new SubjectLookup(lines);
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.path().stream().noneMatch(h -> ELSEWHERE.matcher(h).matches())) {
        for (Said said : NarrativeReader.read(paragraph, words)) {
          Optional<Integer> line = line(said.target(), lookup);
          if (line.isPresent()) {
            all.set(line.get(), joined(all.get(line.get()), said));
          } else {
            all.addAll(statements(said));
          }
        }
      }
    }
    return all;
  }

  private static Optional<Integer> line(Target target, SubjectLookup lookup) {
    return switch (target) {
      case Target.OfSubject subject -> lookup.line(subject.path());
      case Target.OfGeneralTotal total -> lookup.generalTotal();
      case Target.OfName name -> lookup.named(name.name());
      case Target.OfItem item -> Optional.empty();
    };
  }

  private static DraftEntry joined(DraftEntry line, Said said) {
    DraftEntry longer = line.joined(said.readings(), List.of(said.source()));
    return new DraftEntry(
        longer.kind(),
        longer.name(),
        longer.text() + "\n" + said.text(),
        longer.path(),
        longer.scope(),
        longer.table(),
        longer.subject(),
        longer.readings(),
        longer.aka(),
        longer.source());
  }

  private List<DraftEntry> statements(Said said) {
    return switch (said.target()) {
      case Target.OfSubject subject ->
          List.of(
              statement(
                  said,
                  subject.path().toString(),
                  Scope.SUBJECT,
                  SubjectLookup.subject(subject.path(), lexicon),
                  said.readings()));
      case Target.OfGeneralTotal total ->
          List.of(statement(said, total.name(), Scope.DISCLOSURE, null, said.readings()));
      case Target.OfName name ->
          List.of(
              statement(
                  said,
                  name.name(),
                  Scope.OTHER,
                  SubjectLookup.subject(new SubjectPath(name.name(), null, null), lexicon),
                  said.readings()));
      case Target.OfItem item -> items(said, item.item());
    };
  }

  /** 收、支总计 are two items, and their figures are said of both. */
  private List<DraftEntry> items(Said said, NarrativeWords.Item item) {
    if (item.metrics().size() < 2) {
      boolean whole =
          !item.metrics().isEmpty()
              || said.readings().stream().anyMatch(r -> r.metric() != null && r.stage() != null);
      Scope scope = whole ? Scope.DISCLOSURE : Scope.OTHER;
      return List.of(statement(said, item.name(), scope, null, said.readings()));
    }
    List<DraftEntry> statements = new ArrayList<>();
    for (String metric : item.metrics()) {
      String name = metrics.get(metric).chinese().getFirst();
      List<Reading> own =
          said.readings().stream()
              .filter(r -> r.metric() == null || r.metric().startsWith(metric))
              .toList();
      statements.add(statement(said, name, Scope.DISCLOSURE, null, own));
    }
    return statements;
  }

  private static DraftEntry statement(
      Said said, String name, Scope scope, @Nullable Subject subject, List<Reading> readings) {
    return new DraftEntry(
        EntryKind.STATEMENT,
        name,
        said.text(),
        said.path(),
        scope,
        null,
        subject,
        readings,
        List.of(),
        said.source());
  }
}
