package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.interpret.NarrativeWords.Item;
import mingcha.interpret.NarrativeWords.Role;
import mingcha.interpret.Said.Target;
import mingcha.text.Figure;
import org.jspecify.annotations.Nullable;

/** The readings of one paragraph, by what they are of. */
final class SaidReadings {
  private static final Pattern FILLER =
      Pattern.compile(
          "^[”\"]?(?:等|经费|财政拨款|财政|支出|收入|决算|预算|总额|金额|安排|实际|数|合计|总计|[（(]类[）)]|均|为|是|共|共计|计|各|分别|达)*$");

  /** 收入预算总计 is planned in a final account too, 一般公共预算支出 is not. */
  private static final Pattern PLANNED = Pattern.compile("(?:收入|支出|采购)预算(?:总计|合计|总金?额)?$");

  private static final Pattern COMPARED =
      Pattern.compile("(?:比|较|与)(?:上年|上一年|去年|(?:19|20)\\d{2}\\s*年)度?[^，。；减增降升]{0,24}$");
  private static final Pattern COMPARES =
      Pattern.compile("(?:相比)?[，,]?(?:减少|增加|下降|增长|压减|降低|上升|提高|持平|减|增)");

  /** Totals that in a section on 财政拨款 are not those of the whole disclosure. */
  private static final Set<String> WHOLE =
      Set.of("revenue_total", "expenditure_total", "revenue", "expenditure");

  /** A section on a fund alone, and none that compares it with the general budget. */
  private static final Pattern FUND = Pattern.compile("^(?!.*一般公共预算).*(?:政府性基金|国有资本经营)");

  /** What each fund has of its own. */
  private static final Set<String> OF_FUND =
      Set.of("basic_expenditure", "project_expenditure", "carryover", "fiscal_appropriation");

  private final Paragraph paragraph;
  private final String text;
  private final boolean budget;
  private final boolean appropriation;

  /** Whether a fund is told of, whose 基本支出 is not that of the disclosure. */
  private final boolean fund;

  private final Map<Target, Open> open = new LinkedHashMap<>();

  /** Whether the sentence compares with last year; null where it has not compared yet. */
  private @Nullable Boolean lastYear;

  /** The stage that the last amount of a sentence was stated in. */
  private @Nullable Stage stage;

  /** The stage of the whole whose parts are told. */
  private @Nullable Stage ofWhole;

  /**
   * @param text of the paragraph, as its figures were found in it
   * @param budget whether bare figures are those of a budget
   */
  SaidReadings(Paragraph paragraph, String text, boolean budget) {
    this.paragraph = paragraph;
    this.text = text;
    this.budget = budget;
    String section = paragraph.path().isEmpty() ? "" : paragraph.path().getLast();
    this.appropriation = section.contains("财政拨款");
    this.fund = FUND.matcher(section).find();
  }

  /** The readings of one target, and how far its sentences reach. */
  private static final class Open {
    final List<Reading> readings = new ArrayList<>();
    int start = Integer.MAX_VALUE;
    int end;
  }

  /**
   * A new sentence begins.
   *
   * @param parts 比上年增加10万元。其中：…增加6万元: whether what it compares with was said before
   */
  void sentence(boolean parts) {
    lastYear = parts ? lastYear : null;
    stage = null;
    ofWhole = null;
  }

  /** What follows are parts of what was said. */
  void parts() {
    ofWhole = stage;
  }

  /** Words that may say with what the figures behind them are compared. */
  void compare(String clause) {
    Boolean comparison = NarrativeWords.comparesWithLastYear(clause, budget);
    lastYear = comparison == null ? lastYear : comparison;
  }

  /**
   * A figure.
   *
   * @param of what it is of
   * @param clause the words before it
   * @param gap how many of their letters stand behind the name of what it is of; -1 where that was
   *     named before
   */
  void add(Target of, @Nullable Role role, String clause, int gap, Figure figure) {
    switch (figure.unit()) {
      case "元" -> money(of, role, clause, gap, figure);
      case "%" -> rate(of, role, clause, figure);
      case "个百分点" -> points(of, role, clause, figure);
      default -> count(of, clause, figure);
    }
  }

  /** 因公出国（境）团组 is of 因公出国（境）费. */
  Target known(Item item) {
    for (Target known : open.keySet()) {
      if (known instanceof Target.OfItem other
          && !item.metrics().isEmpty()
          && other.item().metrics().equals(item.metrics())) {
        return known;
      }
    }
    return new Target.OfItem(item);
  }

  /** 比2023年的20万元减少2万元: what is compared with. */
  private boolean isOfLastYear(String clause, Figure figure) {
    return Boolean.TRUE.equals(lastYear)
        && COMPARED.matcher(clause).find()
        && COMPARES.matcher(Line.compact(text.substring(figure.end()))).lookingAt();
  }

  private void money(Target of, @Nullable Role role, String clause, int gap, Figure figure) {
    if (role != Role.UP && role != Role.DOWN && isOfLastYear(clause, figure)) {
      String metric = budget ? "budget_initial" : "executed";
      for (String each : metrics(of, metric)) {
        add(of, each.isEmpty() ? null : each, Stage.PRIOR, label(of), figure.base(), figure);
      }
      return;
    }
    if (role == null || role == Role.SHARE) {
      boolean right = gap >= 0 && gap <= clause.length();
      if (right && FILLER.matcher(clause.substring(clause.length() - gap)).matches()) {
        boolean planned = budget || ofWhole == Stage.INITIAL || PLANNED.matcher(label(of)).find();
        amounts(
            of,
            planned ? Stage.INITIAL : Stage.FINAL,
            planned ? "budget_initial" : "executed",
            label(of),
            figure);
      }
      return;
    }
    String label = NarrativeWords.label(role, clause);
    switch (role) {
      case INITIAL, BUDGET -> amounts(of, Stage.INITIAL, "budget_initial", label, figure);
      case ADJUSTED -> amounts(of, Stage.ADJUSTED, "budget_adjusted", label, figure);
      case EXECUTED -> amounts(of, Stage.FINAL, "executed", label, figure);
      case UP, DOWN -> changes(of, role, label, "_change_amount", figure);
      case COMPLETION, EXECUTION, OF_BUDGET, SHARE -> {
        // Rates only.
      }
    }
  }

  private void rate(Target of, @Nullable Role role, String clause, Figure figure) {
    if (role == null) {
      return;
    }
    String label = NarrativeWords.label(role, clause);
    switch (role) {
      case COMPLETION -> add(of, "completion_rate", null, label, figure.base(), figure);
      case EXECUTION -> add(of, "execution_rate", null, label, figure.base(), figure);
      case OF_BUDGET ->
          add(
              of,
              knowsAdjusted(of) ? "execution_rate" : "completion_rate",
              null,
              label,
              figure.base(),
              figure);
      case SHARE -> add(of, "share", null, label, figure.base(), figure);
      case UP, DOWN -> changes(of, role, label, "_change", figure);
      case INITIAL, ADJUSTED, BUDGET, EXECUTED -> {
        // Amounts only.
      }
    }
  }

  /** 执行率96.2%，比上年提高3.1个百分点: the change of the rate that was said last. */
  private void points(Target of, @Nullable Role role, String clause, Figure figure) {
    Open known = open.get(of);
    String rate =
        known == null || known.readings.isEmpty() ? null : known.readings.getLast().metric();
    if (rate != null
        && (role == Role.UP || role == Role.DOWN)
        && Metrics.standard().isInPoints(rate + "_change")) {
      changes(of, role, NarrativeWords.label(role, clause), List.of(rate), "_change", figure);
    }
  }

  /** 完成预算 means the adjusted one where that was named. */
  private boolean knowsAdjusted(Target of) {
    Open known = open.get(of);
    return known != null
        && known.readings.stream().anyMatch(reading -> reading.stage() == Stage.ADJUSTED);
  }

  private void amounts(Target of, Stage stated, String subjectMetric, String label, Figure figure) {
    stage = stated;
    for (String metric : metrics(of, subjectMetric)) {
      add(of, metric.isEmpty() ? null : metric, stated, label, figure.base(), figure);
    }
  }

  private void changes(Target of, Role role, String label, String suffix, Figure figure) {
    changes(of, role, label, metrics(of, budget ? "budget_initial" : "executed"), suffix, figure);
  }

  private void changes(
      Target of, Role role, String label, List<String> metrics, String suffix, Figure figure) {
    if (lastYear == null || !lastYear) {
      return;
    }
    BigDecimal value = role == Role.DOWN ? figure.base().negate() : figure.base();
    for (String metric : metrics) {
      add(of, metric.isEmpty() ? null : metric + suffix, null, label, value, figure);
    }
  }

  /** Of a subject the given metric, of an item its own; one empty string where it has none. */
  private List<String> metrics(Target of, String subjectMetric) {
    return switch (of) {
      case Target.OfItem item -> metrics(item.item());
      case Target.OfSubject subject -> List.of(subjectMetric);
      case Target.OfGeneralTotal total -> List.of(subjectMetric);
      case Target.OfName name -> List.of(subjectMetric);
    };
  }

  private List<String> metrics(Item item) {
    String first = item.metrics().isEmpty() ? "" : item.metrics().getFirst();
    boolean part =
        (appropriation && WHOLE.contains(first))
            || (fund && (WHOLE.contains(first) || OF_FUND.contains(first)));
    return first.isEmpty() || part ? List.of("") : item.metrics();
  }

  private void count(Target of, String clause, Figure figure) {
    if (!(of instanceof Target.OfItem item)) {
      return;
    }
    String after = Line.compact(text.substring(figure.end()));
    String metric = CountWords.metric(item.item(), clause, figure.unit(), after);
    if (metric != null && !isToldOfWhole(item, metric)) {
      add(of, metric, Stage.FINAL, CountWords.label(clause), figure.base(), figure);
    }
  }

  /** 国内公务接待 is a part where the receptions of all kinds are told as well. */
  private boolean isToldOfWhole(Target of, String metric) {
    return open.entrySet().stream()
        .filter(each -> !each.getKey().equals(of))
        .flatMap(each -> each.getValue().readings.stream())
        .anyMatch(reading -> metric.equals(reading.metric()));
  }

  private static String label(Target of) {
    return switch (of) {
      case Target.OfItem item -> item.item().name();
      case Target.OfSubject subject -> subject.path().names().getLast();
      case Target.OfGeneralTotal total -> total.name();
      case Target.OfName name -> name.name();
    };
  }

  private void add(
      Target of,
      @Nullable String metric,
      @Nullable Stage stated,
      String label,
      BigDecimal value,
      Figure figure) {
    Open said = open.computeIfAbsent(of, t -> new Open());
    String printed = label.isEmpty() ? label(of) : label;
    said.start = Math.min(said.start, figure.start());
    said.end = Math.max(said.end, figure.end());
    said.readings.add(
        new Reading(
            metric,
            stated,
            printed,
            List.of(printed),
            value,
            figure.unit(),
            figure.raw(),
            figure.printedUnit(),
            Basis.NARRATIVE,
            null,
            FigureDoubts.ofBroken(figure),
            paragraph.source()));
  }

  /** What was said of each thing. */
  List<Said> said() {
    List<Said> result = new ArrayList<>();
    open.forEach(
        (of, said) ->
            result.add(
                new Said(
                    of,
                    sentences(said.start, said.end),
                    of instanceof Target.OfItem
                        ? FigureDoubts.ofUnits(said.readings)
                        : said.readings,
                    paragraph.path(),
                    paragraph.source())));
    return result;
  }

  private String sentences(int from, int to) {
    int start = text.lastIndexOf('。', from) + 1;
    int end = text.indexOf('。', to);
    return text.substring(start, end < 0 ? text.length() : end + 1).strip();
  }
}
