package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Reads one paragraph of the explanation of a final account. Its figures come one by one; the words
 * between one and the next say what the next is (年初预算为, 完成年初预算的, 下降) and sometimes name a new thing
 * that it is of. Figures within a reason (主要原因是…) are of other things and are left alone.
 */
final class NarrativeReader {
  private static final Pattern GENERAL_TOTAL =
      Pattern.compile("一般公共预算(?:财政拨款)?(?:决算)?支出(?=(?:决算|年初预算|支出|数|为|共|增加|减少|$))");
  private static final Pattern NAME_BEFORE_BUDGET =
      Pattern.compile(
          "(?:^|[，。；：:、.．\\d])([\\p{IsHan}、“”（）()]{2,40}?)(?:年初预算|全年预算)(?:数|安排)?(?:为|是)?$");
  private static final Pattern FILLER =
      Pattern.compile(
          "^[”\"]?(?:等|经费|财政拨款|财政|支出|收入|决算|预算|总额|金额|安排|实际|数|合计|总计|[（(]类[）)]|均|为|是|共|共计|计|各|分别|达)*$");
  private static final Pattern OF_WHOLE = Pattern.compile("(?:占|完成)[^，。；]*$");
  private static final Pattern PURPOSE = Pattern.compile("用于(?!以下)|包括|原因|由于|其中含");

  /** 收入预算总计 is planned in a final account too, 一般公共预算支出 is not. */
  private static final Pattern PLANNED = Pattern.compile("(?:收入|支出|采购)预算(?:总计|合计|总金?额)?$");

  /** Totals that in a section on 财政拨款 are not those of the whole disclosure. */
  private static final Set<String> WHOLE =
      Set.of("revenue_total", "expenditure_total", "revenue", "expenditure");

  private static final Pattern JOINED_BEFORE = Pattern.compile("\\d[%％]?\\s?[、,，和]\\s?$");
  private static final Pattern JOINED_AFTER = Pattern.compile("\\s?[、,，和]\\s?\\d(?!\\d{3}\\s?年)");
  private static final Pattern NO_NAME =
      Pattern.compile("^(?:与|比|较|和|完成|其中|年度|年|本年|全年|支出).*|.*(?:与|比|较)$");

  private final Paragraph paragraph;
  private final String text;
  private final @Nullable SubjectPath above;
  private final boolean budget;
  private final boolean appropriation;
  private final Map<Target, Open> open = new LinkedHashMap<>();
  private @Nullable Target target;
  private @Nullable Boolean lastYear;
  private boolean reason;

  /** What a sentence spoke of before 其中; the next one speaks of it again. */
  private @Nullable Target whole;

  /** What was spoken of before each bracket that is open. */
  private final Deque<Optional<Target>> enclosing = new ArrayDeque<>();

  /** The stage that the last amount of a sentence was stated in. */
  private @Nullable Stage stage;

  /** The stage of the whole whose parts are told. */
  private @Nullable Stage ofWhole;

  private NarrativeReader(Paragraph paragraph, boolean budget) {
    this.paragraph = paragraph;
    this.budget = budget;
    this.appropriation = !paragraph.path().isEmpty() && paragraph.path().getLast().contains("财政拨款");
    this.text = Punctuation.full(paragraph.text());
    this.above = above(paragraph.path());
    this.target = above == null ? null : new Target.OfSubject(above);
  }

  /** The readings of one target, and how far its sentences reach. */
  private static final class Open {
    final List<Reading> readings = new ArrayList<>();
    int start = Integer.MAX_VALUE;
    int end;
  }

  /**
   * @param budget whether bare figures are those of a budget
   */
  static List<Said> read(Paragraph paragraph, boolean budget) {
    NarrativeReader reader = new NarrativeReader(paragraph, budget);
    int from = 0;
    for (Figure figure : Figures.scan(reader.text)) {
      if (figure.unit().isEmpty()) {
        continue;
      }
      if (!isJoined(reader.text, figure)) {
        reader.figure(reader.text.substring(from, Math.max(from, figure.start())), figure);
      }
      from = figure.end();
    }
    return reader.said();
  }

  /** 4125.49,4143.91万元 and 23.51%、38.28%: two figures of two things, in an order nobody says. */
  static boolean isJoined(String text, Figure figure) {
    return JOINED_BEFORE.matcher(text.substring(0, figure.start())).find()
        || (JOINED_AFTER.matcher(text.substring(figure.end())).lookingAt()
            && isAlike(text, figure));
  }

  /** 24批次，210人次 are told apart by their units. */
  private static boolean isAlike(String text, Figure figure) {
    String next = text.substring(figure.end(), Math.min(text.length(), figure.end() + 24));
    return Figures.scan(next).stream()
        .findFirst()
        .map(Figure::unit)
        .filter(unit -> !unit.isEmpty() && !unit.equals(figure.unit()))
        .isEmpty();
  }

  private static @Nullable SubjectPath above(List<String> path) {
    SubjectPath above = null;
    for (String heading : path) {
      Optional<SubjectPath.Found> found = SubjectPath.last(heading);
      if (found.isPresent()) {
        above = found.get().path().below(above);
      }
    }
    return above;
  }

  private void figure(String between, Figure figure) {
    String before = closed(Line.compact(between));
    int stop = before.lastIndexOf('。');
    if (stop >= 0) {
      sentence();
    }
    opened(before, stop + 1);
    boolean parts = before.indexOf("其中", stop + 1) > stop + 1;
    if (parts) {
      whole = target;
      ofWhole = stage;
    }
    String clause = before.substring(Math.max(stop, before.lastIndexOf('；')) + 1);
    int gap = target(before, stop + 1);
    if (gap < 0 && before.indexOf("其中", stop + 1) >= 0) {
      // A part of what was spoken of, by a name that is not known.
      target = null;
    }
    reason |= NarrativeWords.isReason(clause);
    Boolean comparison = NarrativeWords.comparesWithLastYear(clause, budget);
    lastYear = comparison == null ? lastYear : comparison;
    Role role = NarrativeWords.role(clause);
    if (gap < 0 && !reason && isOfAnother(role, clause, figure)) {
      target = null;
    }
    Target of = target;
    if (of == null || reason) {
      return;
    }
    switch (figure.unit()) {
      case "元" -> money(of, role, clause, gap, figure);
      case "%" -> rate(of, role, clause, figure);
      case "个百分点" -> points(of, role, clause, figure);
      default -> count(of, clause, figure);
    }
  }

  /** Whether a figure is of something that has no known name. */
  private static boolean isOfAnother(@Nullable Role role, String clause, Figure figure) {
    if (role == null) {
      return figure.unit().equals("元") && NarrativeWords.namesThing(clause);
    }
    return switch (role) {
      case INITIAL, ADJUSTED, BUDGET, EXECUTED, UP, DOWN -> NarrativeWords.namesThing(clause);
      case COMPLETION, EXECUTION, OF_BUDGET, SHARE -> false;
    };
  }

  /** Behind a bracket that closes the talk is of what it was before it opened. */
  private String closed(String before) {
    int depth = 0;
    int behind = 0;
    for (int i = 0; i < before.length(); i++) {
      if (before.charAt(i) == '（') {
        depth++;
      } else if (before.charAt(i) == '）' && --depth < 0) {
        depth = 0;
        if (!enclosing.isEmpty()) {
          target = enclosing.removeLast().orElse(null);
          behind = i + 1;
        }
      }
    }
    return before.substring(behind);
  }

  private void opened(String before, int sentence) {
    int depth = 0;
    for (int i = before.length() - 1; i >= sentence; i--) {
      if (before.charAt(i) == '）') {
        depth++;
      } else if (before.charAt(i) == '（' && --depth < 0) {
        target(before.substring(0, i), sentence);
        enclosing.addLast(Optional.ofNullable(target));
        return;
      }
    }
  }

  private void sentence() {
    enclosing.clear();
    reason = false;
    lastYear = null;
    stage = null;
    ofWhole = null;
    target = whole == null ? target : whole;
    whole = null;
  }

  /**
   * Finds a new target in the words before a figure.
   *
   * @return how many characters stand between it and the figure; -1 where there is no new one
   */
  private int target(String before, int sentence) {
    String words = OF_WHOLE.matcher(before).replaceFirst("");
    Optional<SubjectPath.Found> subject = SubjectPath.last(words);
    if (subject.isPresent()) {
      return turnTo(
          new Target.OfSubject(subject.get().path().below(above)), words, subject.get().end());
    }
    Matcher general = GENERAL_TOTAL.matcher(words);
    if (general.find() && !words.contains("基本支出") && !words.contains("项目支出")) {
      return turnTo(new Target.OfGeneralTotal("一般公共预算财政拨款支出"), words, general.end());
    }
    Optional<NarrativeWords.Mention> item = NarrativeWords.lastItem(words);
    if (item.isPresent() && isNewItem(words, item.get(), sentence)) {
      return turnTo(known(item.get().item()), words, item.get().end());
    }
    Matcher name = NAME_BEFORE_BUDGET.matcher(words);
    if (name.find() && !NO_NAME.matcher(name.group(1)).matches()) {
      return turnTo(new Target.OfName(name.group(1)), words, name.end(1));
    }
    return -1;
  }

  private int turnTo(Target newTarget, String words, int end) {
    target = newTarget;
    reason = false;
    return words.length() - end;
  }

  /** Items within a reason, a purpose or an earlier sentence are only mentioned. */
  private boolean isNewItem(String words, NarrativeWords.Mention mention, int sentence) {
    boolean clause = mention.start() > 0 && words.charAt(mention.start() - 1) == '；';
    return (!reason || clause)
        && mention.start() >= sentence
        && !PURPOSE
            .matcher(words.substring(part(words, sentence, mention.start()), mention.start()))
            .find();
  }

  private static int part(String words, int sentence, int before) {
    return Math.max(sentence, words.lastIndexOf('；', before) + 1);
  }

  /** 因公出国（境）团组 is of 因公出国（境）费. */
  private Target known(Item item) {
    for (Target known : open.keySet()) {
      if (known instanceof Target.OfItem other
          && !item.metrics().isEmpty()
          && other.item().metrics().equals(item.metrics())) {
        return known;
      }
    }
    return new Target.OfItem(item);
  }

  private void money(Target of, @Nullable Role role, String clause, int gap, Figure figure) {
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
    return item.metrics().isEmpty() || (appropriation && WHOLE.contains(item.metrics().getFirst()))
        ? List.of("")
        : item.metrics();
  }

  private void count(Target of, String clause, Figure figure) {
    if (!(of instanceof Target.OfItem item)) {
      return;
    }
    String metric = CountWords.metric(item.item(), clause, figure.unit());
    if (metric != null) {
      add(of, metric, Stage.FINAL, CountWords.label(clause), figure.base(), figure);
    }
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

  private List<Said> said() {
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
