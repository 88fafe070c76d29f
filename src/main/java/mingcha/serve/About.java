package mingcha.serve;

import java.net.URI;

/**
 * What a page says of itself in its head, to search engines and to those who show links.
 *
 * @param path of this very page, with its question
 * @param more elements of the head that this page alone has
 */
record About(String title, String description, String path, String type, String more) {
  static final String NAME = "明察";

  String head(URI site, Language language) {
    String full = title.isEmpty() ? language.say(NAME, "Mingcha") : title + " · " + NAME;
    String address = site.resolve(language.address(path).substring(1)).toString();
    Html head = new Html();
    head.element("title", full);
    meta(head, "name", "description", description);
    head.markup("<link rel=\"canonical\" href=\"").text(address).markup("\">\n");
    alternate(head, "zh-CN", site.resolve(path.substring(1)));
    alternate(head, "en", site.resolve(Language.EN.address(path).substring(1)));
    meta(head, "property", "og:site_name", language.say(NAME, "Mingcha"));
    meta(head, "property", "og:type", type);
    meta(head, "property", "og:title", full);
    meta(head, "property", "og:description", description);
    meta(head, "property", "og:url", address);
    meta(head, "property", "og:locale", language.say("zh_CN", "en_GB"));
    return head.markup(more).toString();
  }

  private static void meta(Html head, String by, String name, String content) {
    head.markup("<meta " + by + "=\"" + name + "\" content=\"").text(content).markup("\">\n");
  }

  private static void alternate(Html head, String tag, URI address) {
    head.markup("<link rel=\"alternate\" hreflang=\"" + tag + "\" href=\"")
        .text(address)
        .markup("\">\n");
  }
}
