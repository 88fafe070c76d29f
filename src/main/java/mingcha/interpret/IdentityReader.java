package mingcha.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Heading;
import mingcha.text.Division;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Says which disclosure this is. The title page says it best, but many files come without one; then
 * the captions of the tables, the headings and the running text are asked, and the most votes win.
 * One heading with last year's number, left over from last year's file, does not mislead them.
 */
final class IdentityReader {
  private static final int TITLE_LINES = 14;

  private static final Pattern YEAR = Pattern.compile("(20[0-4]\\d)\\s*年度?");
  private static final Pattern LEADING_YEARS = Pattern.compile("^[\\d年度—–~～至-]+");
  private static final Pattern LAST_YEAR =
      Pattern.compile("(?:比|较|与|上年|去年|结转|以前|文件|号|〔|\\[|【).{0,6}$");
  private static final Pattern NO_TITLE =
      Pattern.compile("https?:|www\\.|发布(?:日期|时间|机构)|索引号|来源[:：]|作者[:：]|\\d{4}-\\d{1,2}-\\d{1,2}");
  private static final Pattern KIND = Pattern.compile("(部门|单位)(决算|预算)");
  private static final Pattern OWN_LEVEL =
      Pattern.compile("(?!.*全[省市县区旗州盟镇乡]).*(?:本级|年度?[省市县区]级).*");

  private static final Pattern ITSELF =
      Pattern.compile(
          "(?:决算|预算)为本级(?:决算|预算)|本级的?(?:决算|预算)公开"
              + "|(?:共计?|仅有?|只有?|包括|为)\\s*(?:1|一)\\s*[家个].{0,40}本级|(?:仅|只)(?:包括|包含|有).{0,20}本级");

  private final Lexicon lexicon;
  private final Structure structure;
  private final List<Line> lines;
  private final String file;

  private IdentityReader(Structure structure, Lexicon lexicon, String file) {
    this.lexicon = lexicon;
    this.structure = structure;
    this.lines = structure.lines();
    this.file = file;
  }

  static Identity read(Structure structure, Lexicon lexicon, String file, Hints hints) {
    return new IdentityReader(structure, lexicon, file).identity(hints);
  }

  private Identity identity(Hints hints) {
    TitleText title = title();
    List<String> headings = structure.outline().headings().stream().map(Heading::text).toList();
    Integer year = hints.year() != null ? hints.year() : year(title, headings);
    String type = hints.type() != null ? hints.type() : type(title, headings);
    String publisher =
        hints.publisher() != null ? hints.publisher() : publisher(title, headings, type);
    String everything = everything();
    Optional<Division> region =
        hints.regionCode() != null
            ? lexicon.division(hints.regionCode())
            : region(title, publisher, everything);
    String named =
        publisher == null || hints.publisher() != null || region.isEmpty()
            ? publisher
            : Publishers.completed(publisher, region.get().path());
    return new Identity(
        title(title, named, year, type),
        named,
        region.map(Division::path).orElse(List.of()),
        hints.regionCode() != null ? hints.regionCode() : region.map(Division::code).orElse(null),
        year,
        type,
        caliber(title, type, everything));
  }

  private String everything() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }

  /** The first lines before the outline, alone or joined with up to three that follow. */
  private @Nullable TitleText title() {
    int last = Math.min(TITLE_LINES, lines.size());
    @Nullable TitleText best = null;
    for (int from = 0; from < last; from++) {
      StringBuilder text = new StringBuilder();
      for (int to = from; to < Math.min(last, from + 4) && isTitleLine(to); to++) {
        text.append(lines.get(to).compact());
        TitleText title = TitleText.of(text.toString()).orElse(null);
        if (title != null && points(title) > points(best)) {
          best = title;
        }
      }
    }
    return best != null && points(best) > 1 ? best : ofFile();
  }

  private boolean isTitleLine(int i) {
    Line line = lines.get(i);
    return !structure.contents().get(i)
        // Web pages and word processors mark their title as a heading.
        && (line.marked() || !structure.headings().get(i))
        && line.filled().size() <= 1
        && line.text().length() <= 60
        && line.text().indexOf('。') < 0
        && !NO_TITLE.matcher(line.text()).find();
  }

  private @Nullable TitleText ofFile() {
    return FileNames.titles(file).stream()
        .flatMap(name -> TitleText.of(name).stream())
        .filter(title -> points(title) > 1)
        .reduce((first, other) -> points(other) > points(first) ? other : first)
        .orElse(null);
  }

  private static int points(@Nullable TitleText title) {
    if (title == null) {
      return 0;
    }
    return (title.publisher() == null ? 0 : 2)
        + (title.year() == null ? 0 : 2)
        + (title.type() == null ? 0 : 1);
  }

  private @Nullable Integer year(@Nullable TitleText title, List<String> headings) {
    if (title != null && title.year() != null) {
      return title.year();
    }
    Map<Integer, Integer> votes = new HashMap<>();
    countYears(file, 2, votes);
    headings.forEach(heading -> countYears(heading, 3, votes));
    for (int i = 0; i < lines.size(); i++) {
      if (!structure.contents().get(i)) {
        countYears(lines.get(i).text(), 1, votes);
      }
    }
    return votes.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** A year of its own counts; one that a comparison or a document's number names does not. */
  private static void countYears(String text, int weight, Map<Integer, Integer> votes) {
    Matcher matcher = YEAR.matcher(TitleText.arabicYear(text));
    while (matcher.find()) {
      String before =
          text.substring(
              Math.max(0, matcher.start() - 8), Math.min(matcher.start(), text.length()));
      if (!LAST_YEAR.matcher(before).find()) {
        int points = matcher.group().endsWith("度") ? 2 * weight : weight;
        votes.merge(Integer.valueOf(matcher.group(1)), points, Integer::sum);
      }
    }
  }

  private @Nullable String type(@Nullable TitleText title, List<String> headings) {
    if (title != null && title.type() != null) {
      return title.type();
    }
    Map<String, Integer> votes = new LinkedHashMap<>();
    headings.forEach(heading -> countTypes(heading, 5, votes));
    lines.forEach(line -> countTypes(line.text(), 1, votes));
    if (votes.isEmpty()) {
      return reportType();
    }
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** Of a report that no title page names. */
  private @Nullable String reportType() {
    for (Line line : lines.subList(0, Math.min(TITLE_LINES, lines.size()))) {
      if (line.text().contains("绩效自评") || line.text().contains("自评表")) {
        return "绩效自评表";
      }
      if (line.text().contains("绩效评价报告")) {
        return "绩效评价报告";
      }
    }
    return null;
  }

  private static void countTypes(String text, int weight, Map<String, Integer> votes) {
    Matcher matcher = KIND.matcher(text);
    while (matcher.find()) {
      votes.merge(matcher.group(), weight, Integer::sum);
    }
  }

  private @Nullable String publisher(
      @Nullable TitleText title, List<String> headings, @Nullable String type) {
    if (title != null && title.publisher() != null) {
      return Publishers.withoutCaliber(title.publisher());
    }
    Optional<String> commissioner =
        "绩效评价报告".equals(type) ? Commissioner.of(lines) : Optional.empty();
    if (commissioner.isPresent()) {
      return commissioner.get();
    }
    Publishers publishers = new Publishers();
    publishers.read(lines, headings);
    FileNames.parts(file).forEach(part -> publishers.vote(part, 2));
    return publishers.winner().orElse(null);
  }

  private Optional<Division> region(
      @Nullable TitleText title, @Nullable String publisher, String everything) {
    Regions regions = new Regions(lexicon);
    Optional<Division> named =
        publisher == null ? Optional.empty() : regions.of(publisher, everything);
    if (named.isPresent() || (publisher != null && Publishers.isNational(publisher))) {
      return named;
    }
    // A folder's name and the title say more than a line of text.
    List<String> texts = new ArrayList<>(FileNames.parts(file));
    if (title != null) {
      texts.add(LEADING_YEARS.matcher(title.text()).replaceFirst(""));
    }
    texts.addAll(List.copyOf(texts));
    lines.forEach(line -> texts.add(line.text()));
    return regions.mostNamed(texts);
  }

  private static String title(
      @Nullable TitleText title,
      @Nullable String publisher,
      @Nullable Integer year,
      @Nullable String type) {
    if (title != null) {
      return title.text();
    }
    String composed =
        (publisher == null ? "" : publisher)
            + (year == null ? "" : year + "年度")
            + (type == null ? "" : type);
    return composed.isEmpty() ? "（无标题）" : composed;
  }

  private static @Nullable String caliber(
      @Nullable TitleText title, @Nullable String type, String everything) {
    if (type != null && type.startsWith("政府")) {
      // With 全市 the city's own level is but a part of it.
      boolean own = title != null && OWN_LEVEL.matcher(title.text()).matches();
      return own ? "本级" : "政府";
    }
    if (title != null && (title.text().contains("本级") || title.text().contains("（机关）"))) {
      return "本级";
    }
    if (type == null || type.startsWith("绩效")) {
      // A publisher has many reports a year; without a caliber each is known by its own hash.
      return null;
    }
    if (type.startsWith("单位")) {
      return "单位";
    }
    String text = everything.replace("\n", "");
    return ITSELF.matcher(text.substring(0, Math.min(text.length(), 20_000))).find() ? "本级" : "部门";
  }
}
