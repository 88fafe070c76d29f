package mingcha.interpret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.interpret.NarrativeWords.Item;
import org.jspecify.annotations.Nullable;

/** What the counts beside “三公”经费 are: vehicles, visits, visitors. */
final class CountWords {
  private static final Pattern LABEL =
      Pattern.compile("([\\p{IsHan}（）()]{2,16}?)(?:为|共|共计|总数|数)*$");

  private static final Pattern KEPT = Pattern.compile("保有|(?:共|实|现|拥)有公务用车");

  private static final Pattern DOMESTIC = Pattern.compile("国内(?:公务)?接待");

  /** 来访外宾0批次 beside those of the country. */
  private static final Pattern FOREIGN = Pattern.compile("外宾|境[）)]?外");

  private CountWords() {}

  /**
   * @param before what stands between the figure and the one before it
   * @param after what stands behind it: 0个团组
   */
  static @Nullable String metric(Item item, String before, String unit, String after) {
    boolean overseas = item.name().startsWith("因公出国");
    boolean reception = item.name().contains("接待");
    if (item.name().startsWith("公务用车") && (unit.equals("辆") || unit.equals("台"))) {
      if (KEPT.matcher(before).find()) {
        return "vehicle_count";
      }
      return before.contains("购置") ? "vehicle_purchase_count" : null;
    }
    if (unit.equals("人次") || unit.equals("人")) {
      return overseas ? "overseas_visitors" : reception(item, "reception_visitors");
    }
    boolean groups = before.contains("团组") || after.startsWith("团组");
    if (overseas && (unit.equals("个") || unit.equals("次")) && groups) {
      return "overseas_groups";
    }
    if (FOREIGN.matcher(before).find()) {
      return null;
    }
    boolean batches = unit.equals("批次") || unit.equals("批") || before.contains("团组");
    return reception && batches ? reception(item, "reception_batches") : null;
  }

  /**
   * What is said of visits in foreign affairs alone is a part of the whole; 国内公务接待 is the whole, as
   * the forms of most places count it.
   */
  private static @Nullable String reception(Item item, String metric) {
    boolean whole =
        item.metrics().contains("reception") || DOMESTIC.matcher(item.name()).lookingAt();
    return whole ? metric : null;
  }

  static String label(String before) {
    Matcher matcher = LABEL.matcher(before);
    return matcher.find() ? NarrativeWords.behindYear(matcher.group(1)) : "";
  }
}
