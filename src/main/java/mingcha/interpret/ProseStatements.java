package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.text.Figure;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Makes statements of the sentences whose figures belong to no line and no project: a campaign
 * named in passing (专项消费券: 发放 200 万元, 核销率 30.4%), visits, kilometres, shares of something. A
 * sentence gives one statement, named by what it speaks of; a figure has a metric only where the
 * words right beside it are the metric's own.
 */
final class ProseStatements {
  private static final int LONGEST_NAME = 30;
  private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?\\n]|；(?=\\p{IsHan})");

  /** Behind a number: an article, a document's number, an ordinal. */
  private static final Pattern NO_FIGURE_BEFORE =
      Pattern.compile("(?:(?:邮编|邮政编码|电话|传真)\\s*[:：]?\\s*|第|表|〔|\\[|【|＼|[A-Za-z0-9-]|\\d\\.)$");

  private static final Pattern NO_FIGURE_AFTER = Pattern.compile("^\\s*(?:[〕\\]】]|号(?!召)|年|月|日)");

  /** 单价20万元（含）以上的设备: part of what is counted. */
  private static final Pattern BOUND_AFTER =
      Pattern.compile("^[（(]?不?含?[)）]?(?:以上|以下|以内)的?\\p{IsHan}");

  private static final Set<String> COUNTED_IN_WORDS = Set.of("元", "%", "倍", "个百分点");

  private static final String JOINED =
      "two figures stand together, and of what each is is not said";

  private final Paragraph paragraph;
  private final Set<String> read;
  private String campaign = "";

  /** Whether the sentence compares with last year. */
  private boolean compared;

  /** What the figure before was called. */
  private String lastLabel = "";

  private ProseStatements(Paragraph paragraph, Set<String> read) {
    this.paragraph = paragraph;
    this.read = read;
    for (String heading : paragraph.path()) {
      campaign = CampaignWords.name(heading).orElse(campaign);
    }
  }

  /**
   * @param read the figures of this paragraph that are readings already, as printed without spaces
   */
  static List<DraftEntry> of(Paragraph paragraph, Set<String> read) {
    return new ProseStatements(paragraph, read).statements();
  }

  private List<DraftEntry> statements() {
    List<DraftEntry> statements = new ArrayList<>();
    String text = Punctuation.full(paragraph.text());
    Matcher end = SENTENCE_END.matcher(text);
    int from = 0;
    while (from < text.length()) {
      int to = end.find(from) ? end.end() : text.length();
      sentence(text.substring(from, to)).ifPresent(statements::add);
      from = to;
    }
    return statements;
  }

  private Optional<DraftEntry> sentence(String sentence) {
    Optional<String> named = CampaignWords.name(sentence);
    boolean bare = named.isPresent() && CampaignWords.isBare(named.get()) && !campaign.isEmpty();
    campaign = bare ? campaign : named.orElse(campaign);
    boolean ofCampaign = named.isPresent() || CampaignWords.goesOn(sentence);
    List<Reading> readings = new ArrayList<>();
    compared = false;
    lastLabel = "";
    int behind = 0;
    int first = -1;
    int start = 0;
    for (Figure figure : Figures.scan(sentence)) {
      String between = Line.compact(sentence.substring(behind, Math.max(behind, figure.start())));
      String after = Line.compact(sentence.substring(figure.end()));
      Optional<CampaignWords.Measure> measure =
          ofCampaign && !campaign.isEmpty()
              ? CampaignWords.measure(between, after, figure)
              : Optional.empty();
      boolean bound = BOUND_AFTER.matcher(after).find();
      if (bound) {
        continue;
      }
      if (isFigure(sentence, figure, measure.isPresent())
          && !read.contains(Line.compact(figure.raw()))) {
        readings.add(
            reading(figure, between, after, measure, NarrativeReader.isJoined(sentence, figure)));
        if (readings.size() == 1) {
          // Behind figures that are read already another thing is named, or a part of the first.
          boolean another = first >= 0 && NarrativeWords.namesThing(between);
          start = another ? behind : part(sentence, behind, figure.start());
        }
      }
      first = first < start && !figure.unit().isEmpty() ? figure.start() : first;
      behind = figure.end();
    }
    readings = FigureDoubts.ofUnits(readings);
    if (readings.isEmpty() || isTabular(sentence)) {
      return Optional.empty();
    }
    boolean measured = ofCampaign && readings.stream().anyMatch(r -> isMeasure(r.metric()));
    String name =
        measured ? campaign : name(sentence.substring(start, Math.max(start, first)), sentence);
    return Optional.of(statement(name, sentence.strip(), readings));
  }

  /** 其中：某项补助1万元 behind a figure that is read already: where the words on the part begin. */
  private static int part(String sentence, int behind, int figure) {
    int part = behind == 0 ? -1 : sentence.indexOf("其中", behind);
    return part >= 0 && part < figure ? part : 0;
  }

  /** A row of a table whose grid is lost: words and figures parted by spaces alone. */
  private static boolean isTabular(String sentence) {
    if (sentence.chars().anyMatch(c -> "，。；：".indexOf(c) >= 0)) {
      return false;
    }
    String[] words = sentence.strip().split("\\s+");
    int figures = 0;
    for (String word : words) {
      figures += Figures.whole(word).isPresent() ? 1 : 0;
    }
    return words.length > 3 && figures > 1 && figures * 3 >= words.length;
  }

  /** 中央八项规定, 一名, 两家: small counts in words are figures of speech more often than of account. */
  private static boolean isIdiom(Figure figure) {
    boolean words = "一二三四五六七八九十两千百零".indexOf(figure.raw().charAt(0)) >= 0;
    return words && !COUNTED_IN_WORDS.contains(figure.unit());
  }

  private static boolean isFigure(String sentence, Figure figure, boolean measured) {
    boolean united = (!figure.unit().isEmpty() && !isIdiom(figure)) || measured;
    return united
        && !NO_FIGURE_BEFORE.matcher(sentence.substring(0, figure.start())).find()
        && !NO_FIGURE_AFTER.matcher(sentence.substring(figure.end())).find();
  }

  private Reading reading(
      Figure figure,
      String between,
      String after,
      Optional<CampaignWords.Measure> measure,
      boolean joined) {
    String words = measure.map(CampaignWords.Measure::label).orElseGet(() -> label(between));
    // 外事接待1批次，3人: both are of what was named before the first.
    String label =
        words.isEmpty() ? (lastLabel.isEmpty() ? behind(figure, after) : lastLabel) : words;
    lastLabel = label;
    String metric =
        measure
            .map(CampaignWords.Measure::metric)
            .orElseGet(() -> isShare(figure, label) ? "share" : points(figure, between));
    BigDecimal value = isFall(between) && !joined ? figure.base().negate() : figure.base();
    String unit = "leverage".equals(metric) ? "倍" : figure.unit();
    return new Reading(
        metric,
        null,
        label,
        label.isEmpty() ? List.of() : List.of(label),
        value,
        unit,
        figure.raw(),
        figure.printedUnit().isEmpty() ? null : figure.printedUnit(),
        Basis.NARRATIVE,
        null,
        joined ? JOINED : FigureDoubts.ofBroken(figure),
        paragraph.source());
  }

  /** 比上年减少, 下降: a change on last year is told with its sign. */
  private boolean isFall(String between) {
    String clause = between.substring(between.lastIndexOf('；') + 1);
    Boolean lastYear = NarrativeWords.comparesWithLastYear(clause, false);
    compared = lastYear == null ? compared : lastYear;
    return compared && NarrativeWords.role(clause) == NarrativeWords.Role.DOWN;
  }

  /** 占部门预算项目支出总额的51.06%. */
  private static boolean isShare(Figure figure, String label) {
    return figure.unit().equals("%") && label.startsWith("占");
  }

  private static boolean isMeasure(@Nullable String metric) {
    return metric != null && !metric.equals("weight") && !metric.equals("score");
  }

  /** （满分3分，得3分） of an indicator. */
  private static @Nullable String points(Figure figure, String between) {
    if (!figure.unit().equals("分")) {
      return null;
    }
    return between.matches(".*(?:满分|权重|分值)(?:为|是)?$")
        ? "weight"
        : between.matches(".*(?:得|得分|实际得分|评分)(?:为|是)?$") ? "score" : null;
  }

  private DraftEntry statement(String name, String text, List<Reading> readings) {
    Source source = paragraph.source();
    return new DraftEntry(
        EntryKind.STATEMENT,
        name,
        text,
        paragraph.path(),
        Scope.OTHER,
        null,
        null,
        readings,
        List.of(),
        source);
  }

  private static final Pattern LABEL =
      Pattern.compile(
          "((?:\\p{IsHan}{1,6}\\d+(?:\\.\\d+)?万?元(?=[（(]?不?含?[)）]?(?:以上|以下|以内)))?"
              + "[\\p{IsHan}（）()]{1,30}?)(?:已|共|共计|累计|达|达到|约|近|为|是|了|在|超过|均|各|有)*$");

  private static final Pattern COUNTED_THING = Pattern.compile("^[\\p{IsHan}“”]{2,10}(?=[，。；、]|$)");

  /** 10个项目自评为优: a count that opens its clause is of what stands behind it. */
  private static String behind(Figure figure, String after) {
    Matcher matcher = COUNTED_THING.matcher(after);
    boolean counts =
        !figure.unit().isEmpty() && !figure.unit().equals("元") && !figure.unit().equals("%");
    return counts && matcher.find() ? matcher.group() : "";
  }

  /** The words right before a figure. */
  private static String label(String between) {
    Matcher matcher = LABEL.matcher(between);
    return matcher.find() ? NarrativeWords.behindYear(matcher.group(1)) : "";
  }

  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:[（(]?[一二三四五六七八九十\\d]{1,3}[)）、.．]|[一二三四五六七八九十]是|我(?:部门|单位|局|市|区|县|委|办)|本(?:部门|单位|次|年度?)|此次|共有|主要包括|包括|纳入|与[^，]{2,12}相比|共计?|其中|同时|此外|另外|截至.{0,12}?[，,]|(?:19|20)\\d{2}年度?)+[，,：:]?");
  private static final Pattern TAIL =
      Pattern.compile(
          "(?:已|共|共计|累计|总计|达|达到|约|近|为|是|了|在|超过|均|各|有|完成|实现|其中|包括|等|的|得|是|各|，|,|：|:|、|[（(]满分|[（(]|\\d|\\.)+$");

  /** The publisher and the year are the disclosure's: 某办公厅2019年度会议费预算支出. */
  private static final Pattern WHO_AND_WHEN =
      Pattern.compile("^[\\p{IsHan}（）()&&[^的]]{2,30}(?:19|20)\\d{2}年度?+(?=\\p{IsHan}{3})");

  /** What a sentence speaks of: the words before its first figure, or else its heading. */
  private String name(String before, String sentence) {
    String told = WHO_AND_WHEN.matcher(Line.compact(before)).replaceFirst("");
    String words = LEAD.matcher(told).replaceFirst("");
    String plain = TAIL.matcher(words).replaceFirst("");
    int comma =
        Math.max(plain.lastIndexOf('，'), Math.max(plain.lastIndexOf('：'), plain.lastIndexOf('；')));
    String clause = plain.substring(comma + 1);
    if (clause.length() >= 2 && clause.length() <= LONGEST_NAME) {
      return clause;
    }
    if (plain.length() >= 2) {
      return plain.length() <= LONGEST_NAME
          ? plain
          : plain.substring(plain.length() - LONGEST_NAME);
    }
    if (!paragraph.path().isEmpty()) {
      return paragraph.path().getLast();
    }
    String all = Line.compact(sentence);
    return all.substring(0, Math.min(LONGEST_NAME, all.length()));
  }
}
