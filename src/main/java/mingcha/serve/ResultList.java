package mingcha.serve;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.index.Answer;
import mingcha.index.Answer.Hit;
import mingcha.index.Answer.Snippet;

/** An answer as a list that needs no script: what was found, its figure, and the way there. */
final class ResultList {
  private static final Map<Basis, String> BASES =
      Map.of(Basis.TABLE, "表格", Basis.NARRATIVE, "叙述", Basis.COMPUTED, "推算");

  private final Language language;

  ResultList(Language language) {
    this.language = language;
  }

  String of(String sentence, Answer answer, Paging paging, String query) {
    Html html = new Html();
    html.markup("<div class=\"answer plain-list\"><h1 id=\"sum\" tabindex=\"-1\">")
        .text(title(sentence, answer.total()))
        .markup("</h1><ol class=\"hits\">");
    answer.hits().forEach(hit -> hit(html, hit));
    html.markup("</ol>");
    pages(html, answer.total(), paging, query);
    return html.markup("</div>").toString();
  }

  String title(String sentence, long total) {
    String asked = sentence.isEmpty() ? language.say("全部内容", "everything") : sentence;
    return asked + language.say("：" + total + " 条", ": " + total + " found");
  }

  private void hit(Html html, Hit hit) {
    Entry entry = hit.entry();
    List<Reading> readings = hit.matched().stream().map(entry.readings()::get).toList();
    html.markup("<li><article class=\"hit")
        .markup(readings.isEmpty() ? " plain\">" : "\"><div class=\"figure\">");
    readings.stream().limit(1).forEach(reading -> figure(html, reading));
    html.markup(readings.isEmpty() ? "<div class=\"what\"><h2>" : "</div><div class=\"what\"><h2>")
        .link(language.address("/d/" + entry.disclosure().id() + "#e-" + entry.id()), entry.name())
        .markup("</h2><p class=\"meta\">")
        .text(meta(entry.disclosure()))
        .markup("</p>");
    hit.snippet().stream().limit(2).forEach(snippet -> said(html, snippet));
    html.markup("</div></article></li>");
  }

  private void figure(Html html, Reading reading) {
    html.element("strong", printed(reading))
        .element(
            "small",
            reading.label()
                + " · "
                + language.say(
                    Objects.requireNonNull(BASES.get(reading.basis())),
                    reading.basis().toString()));
  }

  /** The digits as printed, with the unit that is printed elsewhere. */
  static String printed(Reading reading) {
    String unit = reading.printedUnit() == null ? "" : reading.printedUnit();
    String raw = reading.raw().strip();
    return raw.endsWith(unit) ? raw : raw + (unit.startsWith("%") ? "" : " ") + unit;
  }

  static String meta(Disclosure of) {
    return Stream.of(
            of.publisher() == null ? of.title() : of.publisher(),
            String.join("", of.region()),
            of.year() == null ? "" : of.year().toString(),
            of.type() == null ? "" : of.type())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static void said(Html html, Snippet snippet) {
    html.markup("<p class=\"said\">");
    int at = 0;
    for (List<Integer> mark : snippet.marks()) {
      int from = Math.max(at, mark.get(0));
      int to = Math.max(from, mark.get(1));
      html.text(snippet.text().substring(at, from))
          .element("mark", snippet.text().substring(from, to));
      at = to;
    }
    html.text(snippet.text().substring(at)).markup("</p>");
  }

  private void pages(Html html, long total, Paging paging, String query) {
    long last = (total + paging.size() - 1) / Math.max(1, paging.size());
    if (last < 2) {
      return;
    }
    html.markup("<nav class=\"pages\">");
    if (paging.page() > 1) {
      html.link(page(query, paging.page() - 1), language.say("← 上一页", "← Previous"));
    }
    html.element("span", paging.page() + " / " + last);
    if (paging.page() < last) {
      html.link(page(query, paging.page() + 1), language.say("下一页 →", "Next →"));
    }
    html.markup("</nav>");
  }

  private String page(String query, int number) {
    return language.address("/search?" + query + (query.isEmpty() ? "" : "&") + "page=" + number);
  }
}
