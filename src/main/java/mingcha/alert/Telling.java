package mingcha.alert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mingcha.disclosure.Box;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.store.MatchRow;
import mingcha.wire.Json;
import org.jspecify.annotations.Nullable;

/** Matches in words: by disclosure, each with its figures, where they stand, and a link there. */
final class Telling {
  private static final int MOST_READINGS = 6;
  private static final int EXCERPT = 160;

  private final Language language;
  private final AlertSettings settings;

  Telling(Language language, AlertSettings settings) {
    this.language = language;
    this.settings = settings;
  }

  /** What is told of one disclosure. */
  record Sheet(Disclosure disclosure, List<Item> items) {}

  /**
   * What is told of one entry.
   *
   * @param id of the match
   * @param title the entry's name and kind
   * @param lines a figure each, or an excerpt
   */
  record Item(String id, News news, String title, String what, List<String> lines, String link) {}

  static News news(MatchRow match) {
    return Json.read(match.hit().getBytes(StandardCharsets.UTF_8), News.class);
  }

  List<Sheet> sheets(List<MatchRow> matches) {
    Map<String, Sheet> sheets = new LinkedHashMap<>();
    for (MatchRow match : matches) {
      Item item = item(match);
      Disclosure disclosure = item.news().entry().disclosure();
      sheets
          .computeIfAbsent(disclosure.id(), id -> new Sheet(disclosure, new ArrayList<>()))
          .items()
          .add(item);
    }
    return List.copyOf(sheets.values());
  }

  Item item(MatchRow match) {
    News news = news(match);
    Entry entry = news.entry();
    String title = entry.name() + language.say("（", " (");
    title += language.kind(entry.kind()) + language.say("）", ")");
    return new Item(match.id(), news, title, what(news), lines(news), link(entry, news.matched()));
  }

  private String what(News news) {
    return switch (news.news()) {
      case NEW -> language.say("新", "new");
      case CHANGED ->
          news.answers()
              ? language.say("已变更", "changed")
              : language.say("已变更，不再符合", "changed, no longer an answer");
      case WITHDRAWN -> language.say("已撤下", "withdrawn");
    };
  }

  private List<String> lines(News news) {
    List<String> lines = new ArrayList<>();
    for (Reading reading : shown(news)) {
      Reading was = before(news, reading);
      lines.add(was == null ? figure(reading) : change(was, reading));
    }
    if (lines.isEmpty()) {
      String text = news.entry().text();
      lines.add(text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…");
    }
    return lines;
  }

  /** Those that met the question, and those that changed; where neither is known, the first few. */
  private static List<Reading> shown(News news) {
    List<Reading> readings = news.entry().readings();
    List<Reading> shown = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      if (news.matched().contains(i) || before(news, readings.get(i)) != null) {
        shown.add(readings.get(i));
      }
    }
    List<Reading> some = shown.isEmpty() ? readings : shown;
    return some.subList(0, Math.min(MOST_READINGS, some.size()));
  }

  /** The same figure in the version before, where it was another. */
  private static @Nullable Reading before(News news, Reading reading) {
    for (Reading was : news.before()) {
      boolean same =
          Objects.equals(was.metric(), reading.metric())
              && was.stage() == reading.stage()
              && was.basis() == reading.basis()
              && was.label().equals(reading.label());
      if (same) {
        return printed(was).equals(printed(reading)) ? null : was;
      }
    }
    return null;
  }

  private String figure(Reading reading) {
    return language.label(reading)
        + " "
        + printed(reading)
        + language.say("（", " (")
        + language.basis(reading.basis())
        + place(reading.source())
        + language.say("）", ")");
  }

  private String change(Reading was, Reading is) {
    return language.label(is)
        + language.say(" 原为 ", " was ")
        + printed(was)
        + language.say("，现为 ", ", is now ")
        + printed(is)
        + language.say("（", " (")
        + language.basis(is.basis())
        + place(is.source())
        + language.say("）", ")");
  }

  /** The printed digits with their unit. */
  static String printed(Reading reading) {
    String raw = reading.raw().strip();
    String unit = reading.printedUnit() == null ? reading.unit() : reading.printedUnit();
    boolean bare = raw.chars().allMatch(c -> Character.isDigit(c) || ".,，-−+".indexOf(c) >= 0);
    return unit == null || unit.isEmpty() || !bare || raw.isEmpty() ? raw : raw + unit;
  }

  private String place(Source source) {
    StringBuilder place = new StringBuilder();
    String comma = language.say("，", ", ");
    if (source.page() != null) {
      place.append(comma).append(language.say("第" + source.page() + "页", "page " + source.page()));
    }
    if (source.line() != null) {
      place.append(comma).append(language.say("第" + source.line() + "行", "line " + source.line()));
    }
    if (source.table() != null) {
      place.append(comma).append(language.say("《", "“")).append(source.table());
      place.append(language.say("》", "”"));
    }
    return place.toString();
  }

  String link(Disclosure disclosure) {
    return settings.link("d/" + disclosure.id() + language.say("", "?lang=en"));
  }

  private String link(Entry entry, List<Integer> matched) {
    Source source =
        matched.isEmpty()
            ? entry.readings().stream().map(Reading::source).findFirst().orElse(null)
            : entry.readings().get(matched.getFirst()).source();
    String anchor = source == null ? null : anchor(source);
    return link(entry.disclosure()) + "#" + (anchor == null ? "e-" + entry.id() : anchor);
  }

  /** As the page of a disclosure names its places. */
  private static @Nullable String anchor(Source source) {
    if (source.line() != null) {
      return "L" + source.line();
    }
    if (source.page() == null) {
      return null;
    }
    Box box = source.box();
    if (box != null) {
      return "P" + source.page() + "Y" + Math.round(box.y());
    }
    return source.row() == null ? null : "P" + source.page() + "R" + source.row();
  }
}
