package mingcha.alert;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import mingcha.disclosure.Entry;
import mingcha.store.AlertRow;
import mingcha.store.MatchRow;
import mingcha.wire.Json;

/**
 * Atom (RFC 4287): what an alert has matched, or what a search finds. An entry's id is that of its
 * match or of itself, and its time is when that was found: neither changes when the feed is asked
 * for again.
 */
public final class Feed {
  private final AlertSettings settings;

  public Feed(AlertSettings settings) {
    this.settings = settings;
  }

  private record Item(
      String id, String title, String link, Instant updated, String author, String html) {}

  /** Of an alert's matches, the newest first. */
  public byte[] of(AlertRow alert, List<MatchRow> matches) {
    Telling telling = new Telling(Language.of(alert.language()), settings);
    List<Item> items = matches.stream().map(match -> item(telling, match)).toList();
    Instant none = Instant.ofEpochMilli(alert.created());
    return write(
        "urn:mingcha:alert:" + alert.id(),
        alert.name(),
        settings.link("feeds/alerts/" + alert.id() + ".atom"),
        settings.link(""),
        none,
        items);
  }

  /** A hit of a search and when its disclosure came. */
  public record Found(Entry entry, List<Integer> matched, Instant seen) {}

  /**
   * Of a search.
   *
   * @param address of the feed, below the site's
   * @param page that shows the same, below the site's
   */
  public byte[] of(String question, String address, String page, List<Found> found) {
    Telling telling = new Telling(Language.ZH, settings);
    List<Item> items = found.stream().map(each -> item(telling, each)).toList();
    return write(
        "urn:mingcha:search:" + Digest.hash(address),
        "明察：" + question,
        settings.link(address),
        settings.link(page),
        Instant.EPOCH,
        items);
  }

  private static Item item(Telling telling, Found found) {
    News news = new News(News.Kind.NEW, found.entry(), found.matched(), List.of(), true);
    MatchRow row =
        new MatchRow(
            found.entry().id(),
            "",
            found.entry().id(),
            "",
            news.news().toString(),
            found.entry().disclosure().id(),
            Json.write(news),
            "",
            found.seen().toEpochMilli());
    Telling.Item item = telling.item(row);
    return item("urn:mingcha:entry:" + row.id(), item, item.title(), found.seen());
  }

  private static Item item(Telling telling, MatchRow match) {
    Telling.Item item = telling.item(match);
    String title = item.title() + " [" + item.what() + "]";
    return item(
        "urn:mingcha:match:" + match.id(), item, title, Instant.ofEpochMilli(match.found()));
  }

  private static Item item(String id, Telling.Item item, String title, Instant updated) {
    StringBuilder html = new StringBuilder("<p>");
    html.append(Html.escaped(item.news().entry().disclosure().title())).append("</p>");
    item.lines().forEach(l -> html.append("<p>").append(Html.escaped(l)).append("</p>"));
    String publisher = item.news().entry().disclosure().publisher();
    return new Item(
        id,
        title,
        item.link(),
        updated,
        publisher == null ? item.news().entry().disclosure().file() : publisher,
        html.toString());
  }

  private static byte[] write(
      String id, String title, String self, String page, Instant none, List<Item> items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
      text(xml, "id", id);
      text(xml, "title", title);
      link(xml, "self", self);
      link(xml, "alternate", page);
      Instant updated = items.stream().map(Item::updated).max(Instant::compareTo).orElse(none);
      text(xml, "updated", time(updated));
      text(xml, "generator", "Mingcha");
      for (Item item : items) {
        entry(xml, item);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return out.toByteArray();
  }

  private static void entry(XMLStreamWriter xml, Item item) throws XMLStreamException {
    xml.writeStartElement("entry");
    text(xml, "id", item.id());
    text(xml, "title", item.title());
    link(xml, "alternate", item.link());
    text(xml, "updated", time(item.updated()));
    xml.writeStartElement("author");
    text(xml, "name", item.author());
    xml.writeEndElement();
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(allowed(item.html()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(allowed(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", allowed(address));
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** What XML 1.0 may not hold even escaped, such as the control characters of a broken file. */
  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().filter(Feed::isAllowed).forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
