package mingcha.interpret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.interpret.NarrativeWords.Item;
import org.jspecify.annotations.Nullable;

/** What the counts beside “三公”经费 are: vehicles, visits, visitors. */
final class CountWords {
  private static final Pattern LABEL =
      Pattern.compile("([\\p{IsHan}（）()]{2,16}?)(?:为|共|共计|总数|数)*$");

  private CountWords() {}

  /**
   * @param before what stands between the figure and the one before it
   * @param after what stands behind it: 0个团组
   */
  static @Nullable String metric(Item item, String before, String unit, String after) {
    boolean overseas = item.name().startsWith("因公出国");
    boolean reception = item.name().contains("接待");
    if (item.name().startsWith("公务用车") && (unit.equals("辆") || unit.equals("台"))) {
      if (before.contains("保有")) {
        return "vehicle_count";
      }
      return before.contains("购置") ? "vehicle_purchase_count" : null;
    }
    if (unit.equals("人次") || unit.equals("人")) {
      return overseas ? "overseas_visitors" : reception(item, "reception_visitors");
    }
    boolean groups = before.contains("团组") || after.startsWith("团组");
    if (overseas && unit.equals("个") && groups) {
      return "overseas_groups";
    }
    boolean batches = unit.equals("批次") || unit.equals("批") || before.contains("团组");
    return reception && batches ? reception(item, "reception_batches") : null;
  }

  /**
   * What is said of visits in foreign affairs alone is a part of the whole; 国内公务接待 is the whole, as
   * the forms of most places count it.
   */
  private static @Nullable String reception(Item item, String metric) {
    boolean whole = item.metrics().contains("reception") || item.name().startsWith("国内公务接待");
    return whole ? metric : null;
  }

  static String label(String before) {
    Matcher matcher = LABEL.matcher(before);
    return matcher.find() ? NarrativeWords.behindYear(matcher.group(1)) : "";
  }
}
