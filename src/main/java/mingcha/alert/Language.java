package mingcha.alert;

import java.util.Locale;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;

/** What an alert is told in. */
enum Language {
  ZH,
  EN;

  static Language of(String code) {
    return switch (code) {
      case "zh" -> ZH;
      case "en" -> EN;
      default -> throw new AlertProblem("language", "a language is zh or en, not '" + code + "'");
    };
  }

  String say(String chinese, String english) {
    return this == ZH ? chinese : english;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a figure is: its metric, else the column it stands under. */
  String label(Reading reading) {
    String id = reading.metric();
    Metric metric = id == null ? null : Metrics.standard().find(id);
    return metric == null
        ? reading.label()
        : say(metric.chinese().getFirst(), metric.english().getFirst());
  }

  String basis(Basis basis) {
    return switch (basis) {
      case TABLE -> say("表格", "table");
      case NARRATIVE -> say("文字", "narrative");
      case COMPUTED -> say("计算", "computed");
    };
  }

  String kind(EntryKind kind) {
    return switch (kind) {
      case PASSAGE -> say("段落", "passage");
      case LINE -> say("科目", "line");
      case PROJECT -> say("项目", "project");
      case INDICATOR -> say("指标", "indicator");
      case STATEMENT -> say("陈述", "statement");
      case ROW -> say("表格行", "row");
      case FINDING -> say("需要说明之处", "finding");
    };
  }
}
