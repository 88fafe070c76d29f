package mingcha.interpret;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The items of “三公”经费, in the order that the form prescribes. */
enum ThreePublicItem {
  TOTAL("three_public", "“三公”经费", "[“\"]?三公[”\"]?经费合计"),
  OVERSEAS("overseas_travel", "因公出国（境）费", "因公出国[（(]境[）)]费用?"),
  VEHICLE("vehicle", "公务用车购置及运行维护费", "公务用车购置费?[及和与、]运行(?:维护)?费"),
  PURCHASE("vehicle_purchase", "公务用车购置费", "公务用车购置费?(?![及和与、]?运行|费)"),
  OPERATION("vehicle_operation", "公务用车运行维护费", "公务用车运行(?:维护)?费"),
  RECEPTION("reception", "公务接待费", "公务接待费");

  final String metric;
  final String label;
  private final Pattern wording;

  ThreePublicItem(String metric, String label, String wording) {
    this.metric = metric;
    this.label = label;
    this.wording = Pattern.compile(wording);
  }

  /** As the text without white space words this item; the usual words where it does not. */
  String wordedIn(String text) {
    Matcher matcher = wording.matcher(text);
    return matcher.find() ? matcher.group() : label;
  }

  /**
   * The item that the labels above a column, or the name of a row, mean.
   *
   * @param labels outermost first
   * @param subtotalled whether another column is the subtotal of 三公, so that 合计 holds more (会议费)
   */
  static Optional<ThreePublicItem> of(List<String> labels, boolean subtotalled) {
    for (int i = labels.size() - 1; i >= 0; i--) {
      String label = labels.get(i).replaceAll("[“”\"‘’'（）()]", "");
      if (label.contains("会议") || label.contains("培训")) {
        return Optional.empty();
      }
      if (label.contains("接待")) {
        return Optional.of(RECEPTION);
      }
      if (label.contains("出国")) {
        return Optional.of(OVERSEAS);
      }
      if (label.matches(".*购置(?:费)?(?:及|和|、|与).*运行.*|公务用车费?|公车费用?")) {
        return Optional.of(VEHICLE);
      }
      if (label.contains("运行")) {
        return Optional.of(OPERATION);
      }
      if (label.contains("购置")) {
        return Optional.of(PURCHASE);
      }
      boolean sum = label.matches("合计|总计|小计|三公经费.*");
      boolean below = i > 0 && sum && of(labels.subList(0, i), subtotalled).isPresent();
      if (sum && !below) {
        boolean wider = subtotalled && labels.size() == 1 && label.matches("合计|总计");
        return wider ? Optional.empty() : Optional.of(TOTAL);
      }
    }
    return Optional.empty();
  }
}
