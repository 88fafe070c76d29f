package mingcha;

import java.util.List;
import java.util.Map;
import mingcha.check.Checks.Report;
import mingcha.check.Definition;
import mingcha.check.RuleCounts;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/** What {@code check} found, as one page that needs nothing beside it: to be sent, or printed. */
final class CheckReport {
  private static final String STYLE =
      """
      body{font:16px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
      h2{margin-top:2.5rem;border-bottom:1px solid #bbb}
      article{margin:1.2rem 0;padding:.6rem 1rem;border-left:.3rem solid #b35c00;background:#faf7f2}
      article.info{border-color:#5b7083;background:#f5f7f9}
      article p{margin:.2rem 0}
      table{border-collapse:collapse;margin:.5rem 0;width:100%}
      th,td{border:1px solid #ccc;padding:.15rem .5rem;text-align:left;vertical-align:top}
      td.figure{text-align:right;white-space:nowrap}
      .rule,.source,.english{color:#555;font-size:.85rem}
      """;

  private final Map<String, Definition> rules = new java.util.HashMap<>();
  private final StringBuilder body = new StringBuilder();
  private int warnings;
  private int hints;
  private int disclosures;

  CheckReport(List<Definition> definitions) {
    definitions.forEach(rule -> rules.put(rule.id(), rule));
  }

  /** Adds a disclosure. */
  void add(Disclosure disclosure, Report report) {
    disclosures++;
    body.append("<section>\n<h2>")
        .append(escaped(disclosure.title().isBlank() ? disclosure.file() : disclosure.title()))
        .append("</h2>\n<p class=\"source\">")
        .append(escaped(disclosure.file()))
        .append("</p>\n");
    if (report.findings().isEmpty()) {
      body.append("<p>没有需要说明的地方。Nothing needs explaining.</p>\n");
    }
    report.findings().forEach(this::finding);
    body.append("</section>\n");
  }

  private void finding(Entry finding) {
    boolean info = "info".equals(finding.severity());
    hints += info ? 1 : 0;
    warnings += info ? 0 : 1;
    body.append(info ? "<article class=\"info\">" : "<article>")
        .append("\n<h3>")
        .append(escaped(finding.name()))
        .append("</h3>\n<p>")
        .append(escaped(finding.text()))
        .append("</p>\n");
    Definition rule = rules.get(String.valueOf(finding.rule()));
    if (rule != null) {
      body.append("<p class=\"english\" lang=\"en\">")
          .append(escaped(rule.english()))
          .append(".</p>\n<p class=\"rule\">")
          .append(escaped(rule.id() + " · " + rule.source()))
          .append("</p>\n");
    }
    body.append("<table>\n<tr><th>数字</th><th>写为</th><th>算式</th><th>位置</th></tr>\n");
    finding.readings().forEach(this::reading);
    body.append("</table>\n</article>\n");
  }

  private void reading(Reading reading) {
    body.append("<tr><td>")
        .append(escaped(reading.label()))
        .append("</td><td class=\"figure\">")
        .append(escaped(printed(reading)))
        .append("</td><td>")
        .append(escaped(reading.formula() == null ? "" : reading.formula()))
        .append("</td><td>")
        .append(escaped(place(reading.source())))
        .append("</td></tr>\n");
  }

  private static String printed(Reading reading) {
    String raw = reading.raw().strip();
    String unit = reading.printedUnit();
    return unit == null || raw.endsWith(unit) ? raw : raw + unit;
  }

  /** A figure and where it was printed: 执行率 100% · a.pdf 第3页 《支出决算表》. */
  static String line(Reading reading) {
    return reading.label() + " " + printed(reading) + " · " + place(reading.source());
  }

  private static String place(Source source) {
    StringBuilder place = new StringBuilder(source.file());
    if (source.page() != null) {
      place.append(" 第").append(source.page()).append("页");
    }
    if (source.line() != null) {
      place.append(" 第").append(source.line()).append("行");
    }
    if (source.table() != null) {
      place.append(" 《").append(source.table()).append("》");
    }
    return place.toString();
  }

  /** The whole page. */
  String page(Iterable<RuleCounts> counts) {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<title>明察：核对报告</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>核对报告</h1>\n<p>")
        .append(disclosures)
        .append("份公开文件，需要说明的")
        .append(warnings)
        .append("处，提示")
        .append(hints)
        .append("处。所列只是需要说明的地方，不是结论。")
        .append(" These are points that need explaining, no conclusions.</p>\n")
        .append(body)
        .append("<h2>各项规则</h2>\n<table>\n")
        .append("<tr><th>规则</th><th>符合</th><th>不符</th><th>无法核对</th><th>原因</th></tr>\n");
    for (RuleCounts each : counts) {
      int unchecked = each.unchecked().values().stream().mapToInt(Integer::intValue).sum();
      page.append("<tr><td>")
          .append(escaped(each.rule().chinese()))
          .append("<br><span class=\"rule\">")
          .append(escaped(each.rule().id()))
          .append("</span></td><td class=\"figure\">")
          .append(each.held())
          .append("</td><td class=\"figure\">")
          .append(each.violated())
          .append("</td><td class=\"figure\">")
          .append(unchecked)
          .append("</td><td>")
          .append(escaped(String.join("；", each.unchecked().keySet())))
          .append("</td></tr>\n");
    }
    return page.append("</table>\n</body>\n</html>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
