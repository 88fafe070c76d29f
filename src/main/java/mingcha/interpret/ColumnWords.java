package mingcha.interpret;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mingcha.disclosure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the labels above a column say of its figures: of which year they are, and whether they are
 * money at all. Budgets set the year before beside their own (2024年执行数, 上年预算数), and the change
 * beside both (增减额, 增减%); accounts of whole places say how much of the budget was reached
 * (决算数为调整预算数的%).
 *
 * @param budget whether the bare figures are those of a budget
 * @param year of the disclosure, or null if it is not known
 */
record ColumnWords(boolean budget, @Nullable Integer year) {
  private static final Pattern YEAR = Pattern.compile("(20[0-4]\\d)(?=年|执行|预算|决算)");
  private static final Pattern RATE =
      Pattern.compile(".*(?:[%％‰][)）]?|(?:比|比例|比重|百分比|增幅|幅度|增长率|增减率|完成率|执行率|[±+-][%％]?))");
  private static final Pattern CHANGE =
      Pattern.compile(".*(?:增减|增加额|增长额|变动额|变化|差额|±|(?:比|较)(?:上年|去年|20\\d{2}年).*)[^/]*");
  private static final Pattern ADJUSTED = Pattern.compile(".*(?:调整后?|变动后?|全年)的?预算.*");
  private static final Pattern BUDGETED = Pattern.compile("(?:20\\d{2}年度?)?预算(?:数|金额)?");
  private static final Pattern REACHED = Pattern.compile(".*(?:完成|占|为).*预算.*|.*预算完成.*");

  static ColumnWords of(Identity identity) {
    return new ColumnWords(identity.isBudget(), identity.year());
  }

  /** A figure with a per cent sign, or below one. */
  static boolean isRate(List<String> labels, String raw) {
    String label = labels.isEmpty() ? "" : labels.getLast();
    return raw.endsWith("%") || raw.endsWith("％") || RATE.matcher(label).matches();
  }

  /** By how much a figure differs from that of the year before. */
  static boolean isChange(List<String> labels) {
    String all = String.join("/", labels);
    return CHANGE.matcher(all).matches() && !REACHED.matcher(all).matches();
  }

  /** Whether all years that are named are gone, or the year before is. */
  boolean isPrior(List<String> labels) {
    // The title above a header may have been left over from last year's file.
    String all =
        labels.stream().filter(label -> !label.endsWith("表")).collect(Collectors.joining("/"));
    if (all.contains("上年") || all.contains("去年")) {
      return true;
    }
    Integer own = year;
    Matcher years = YEAR.matcher(all);
    boolean before = false;
    while (own != null && years.find()) {
      if (Integer.parseInt(years.group(1)) >= own) {
        return false;
      }
      before = true;
    }
    return before;
  }

  /** Whether the figure is an amount of the disclosure's own year. */
  boolean isOwnMoney(List<String> labels, String raw) {
    return !isRate(labels, raw) && !isChange(labels) && !isPrior(labels);
  }

  /** What share of a budget was reached, by the words above it; null where they say none. */
  static @Nullable String rateReached(List<String> labels) {
    String label = labels.isEmpty() ? "" : labels.getLast();
    if (!REACHED.matcher(label).matches()) {
      return null;
    }
    return ADJUSTED.matcher(label).matches() ? "execution_rate" : "completion_rate";
  }

  /** What the figures are if no metric decides; none for a change. */
  @Nullable Stage stage(List<String> labels) {
    String all = String.join("", labels);
    if (isChange(labels)) {
      return null;
    }
    if (isPrior(labels)) {
      return Stage.PRIOR;
    }
    if (all.contains("年初预算")) {
      return Stage.INITIAL;
    }
    if (ADJUSTED.matcher(all).matches()) {
      return Stage.ADJUSTED;
    }
    if (!budget && BUDGETED.matcher(labels.isEmpty() ? "" : labels.getLast()).matches()) {
      // 预算数 of a final account: the initial one in some forms, the adjusted one in others.
      return null;
    }
    return budget ? Stage.INITIAL : Stage.FINAL;
  }

  /** The metric of the change of a metric; null where it is set beside another kind of figure. */
  @Nullable String changeOf(@Nullable String metric, List<String> labels, String raw) {
    String all = String.join("", labels);
    boolean other = budget && (all.contains("执行") || all.contains("决算"));
    if (metric == null || other) {
      return null;
    }
    return metric + (isRate(labels, raw) ? "_change" : "_change_amount");
  }
}
