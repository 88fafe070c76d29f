package mingcha.interpret;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
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
  private static final Pattern OF_WHOLE = Pattern.compile("(?:占|完成)[^，。；]*$");
  private static final Pattern PURPOSE = Pattern.compile("用于(?!以下)|包括|原因|由于|其中含");

  private static final Pattern PART_FOLLOWS = Pattern.compile("\\s*的?\\s*\\d[\\d.,]*\\s*[%％]");
  private static final Pattern PART = Pattern.compile("的?");

  private static final Pattern NUMBERED =
      Pattern.compile("(?:^|[。；])[（(]?[一二三四五六七八九十\\d]{0,3}[)）]?[、.．]?$");
  private static final Pattern TITLE_END = Pattern.compile("(?:费用?|支出|经费|情况)*。");

  private static final Pattern JOINED_BEFORE = Pattern.compile("\\d[%％]?\\s?[、,，和]\\s?$");
  private static final Pattern JOINED_AFTER = Pattern.compile("\\s?[、,，和]\\s?\\d(?!\\d{3}\\s?年)");
  private static final Pattern NO_NAME =
      Pattern.compile("^(?:与|比|较|占|和|完成|其中|年度|年|本年|全年|支出).*|.*(?:与|比|较)$");

  private final String text;
  private final @Nullable SubjectPath above;
  private final SaidReadings readings;

  /** 公务用车购置及运行维护费24万元（其中购置费0元，运行维护费24万元） */
  private static final Pattern PART_OF_VEHICLES =
      Pattern.compile("(?:^|[，、；：（]|其中)(购置费用?|运行(?:维护)?费用?)(?:支出|预算|决算|安排)?数?(?:为|是|共|：)?$");

  private static final Pattern OF_YEAR = Pattern.compile("(?<![比较与])(20[0-4]\\d)\\s*年");
  private static final Pattern EXECUTED = Pattern.compile("完成|执行|决算");

  private @Nullable Target target;
  private boolean reason;

  /** 完成全年预算 in 完成全年预算20万元的62.5%, of which the per cent behind the amount is. */
  private @Nullable String budget;

  /** What a sentence spoke of before 其中; the next one speaks of it again. */
  private @Nullable Target whole;

  /** What was spoken of before each bracket that is open. */
  private final Deque<Optional<Target>> enclosing = new ArrayDeque<>();

  private final ColumnWords columns;

  private NarrativeReader(Paragraph paragraph, ColumnWords words) {
    this.columns = words;
    this.text = Punctuation.full(paragraph.text());
    this.readings = new SaidReadings(paragraph, text, words.budget());
    this.above = above(paragraph.path());
    this.target = above == null ? null : new Target.OfSubject(above);
  }

  static List<Said> read(Paragraph paragraph, ColumnWords words) {
    NarrativeReader reader = new NarrativeReader(paragraph, words);
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
    return reader.readings.said();
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
      sentence(before.startsWith("其中", stop + 1));
    }
    opened(before, stop + 1);
    boolean parts = before.indexOf("其中", stop + 1) > stop + 1;
    if (parts) {
      whole = target;
      readings.parts();
    }
    String clause = before.substring(Math.max(stop, before.lastIndexOf('；')) + 1);
    int gap = target(before, stop + 1);
    if (gap < 0 && before.indexOf("其中", stop + 1) >= 0) {
      // A part of what was spoken of, by a name that is not known.
      target = null;
    }
    reason |= NarrativeWords.isReason(clause);
    readings.compare(clause);
    String words = ofBudget(clause, figure);
    Role role = NarrativeWords.role(words);
    if (gap < 0 && !reason && isOfAnother(role, words, figure)) {
      target = null;
    }
    Target of = target;
    if (of != null && !reason && !isExecutedBefore(figure)) {
      readings.add(of, role, words, gap, figure);
    }
  }

  /** In a budget, what a sentence on last year's execution tells: 2024年…支出完成…. */
  private boolean isExecutedBefore(Figure figure) {
    Integer own = columns.year();
    if (!columns.budget() || own == null) {
      return false;
    }
    int from = text.lastIndexOf('。', figure.start()) + 1;
    int end = text.indexOf('。', figure.end());
    String sentence = text.substring(from, end < 0 ? text.length() : end);
    Matcher years = OF_YEAR.matcher(sentence).region(0, figure.start() - from);
    boolean before = false;
    while (years.find()) {
      if (Integer.parseInt(years.group(1)) >= own) {
        return false;
      }
      before = true;
    }
    return before && EXECUTED.matcher(sentence).find();
  }

  /**
   * 完成全年预算20万元的62.5%: the words that say so stand before the amount, which is the budget, and are
   * those of the per cent behind it.
   */
  private String ofBudget(String clause, Figure figure) {
    String told = budget;
    budget = null;
    if (told != null && figure.unit().equals("%") && PART.matcher(clause).matches()) {
      return told;
    }
    Role role = NarrativeWords.role(clause);
    boolean amount =
        figure.unit().equals("元")
            && (role == Role.COMPLETION || role == Role.EXECUTION || role == Role.OF_BUDGET)
            && PART_FOLLOWS.matcher(text).region(figure.end(), text.length()).lookingAt();
    if (!amount) {
      return clause;
    }
    budget = clause;
    return clause.replaceFirst("(?:完成了?|占)(?=[^完占]*$)", "");
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

  /**
   * @param parts whether it tells the parts of what the one before told, and compares as that did
   */
  private void sentence(boolean parts) {
    enclosing.clear();
    reason = false;
    readings.sentence(parts);
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
      return turnTo(
          new Target.OfGeneralTotal(Narrative.generalTotal(general.group())), words, general.end());
    }
    Optional<NarrativeWords.Mention> item = NarrativeWords.lastItem(words);
    if (item.isPresent() && isNewItem(words, item.get(), sentence)) {
      return turnTo(readings.known(item.get().item()), words, item.get().end());
    }
    Matcher part = PART_OF_VEHICLES.matcher(words);
    if (isOfVehicles() && part.find()) {
      String metric = part.group(1).startsWith("购") ? "vehicle_purchase" : "vehicle_operation";
      NarrativeWords.Item named = new NarrativeWords.Item("公务用车" + part.group(1), List.of(metric));
      return turnTo(readings.known(named), words, part.end(1));
    }
    Matcher name = NAME_BEFORE_BUDGET.matcher(words);
    if (name.find()) {
      String told = NarrativeWords.behindYear(name.group(1));
      if (told.length() > 1 && !NO_NAME.matcher(told).matches()) {
        return turnTo(new Target.OfName(told), words, name.end(1));
      }
    }
    return -1;
  }

  private boolean isOfVehicles() {
    Target of = target == null ? whole : target;
    return of instanceof Target.OfItem item
        && item.item().metrics().stream().anyMatch(metric -> metric.startsWith("vehicle"));
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
        && (mention.start() >= sentence || isTitle(words, mention, sentence))
        && !PURPOSE
            .matcher(
                words.substring(
                    Math.min(part(words, sentence, mention.start()), mention.start()),
                    mention.start()))
            .find();
  }

  /** 2.公务接待费。2023年决算数0.20万元: a sentence that only names what the next is about. */
  private static boolean isTitle(String words, NarrativeWords.Mention mention, int sentence) {
    return NUMBERED.matcher(words.substring(0, mention.start())).find()
        && TITLE_END.matcher(words.substring(mention.end(), sentence)).matches();
  }

  private static int part(String words, int sentence, int before) {
    return Math.max(sentence, words.lastIndexOf('；', before) + 1);
  }
}
