package mingcha.serve;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import mingcha.disclosure.Disclosure;
import mingcha.store.Store;

/** What programs ask a site for: what they may visit, what there is, how to ask. */
final class Crawl {
  static final List<String> PATHS =
      List.of("/robots.txt", "/sitemap.xml", "/sitemaps/{n}.xml", "/opensearch.xml");

  /** The most disclosures in one file: with the first page they are the 50,000 of sitemaps.org. */
  private static final int MOST = 49_999;

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String SITEMAPS = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

  private final Store store;
  private final URI address;

  Crawl(Store store, URI address) {
    this.store = store;
    this.address = address;
  }

  void answer(Context context) {
    String path = context.path();
    switch (path) {
      case "/robots.txt" -> send(context, "text/plain; charset=utf-8", robots());
      case "/sitemap.xml" -> send(context, "application/xml; charset=utf-8", index());
      case "/opensearch.xml" ->
          send(context, "application/opensearchdescription+xml; charset=utf-8", openSearch());
      default -> send(context, "application/xml; charset=utf-8", part(context.pathParam("n")));
    }
  }

  /** An alert's address is its owner's key; answers of the API are no pages. */
  private String robots() {
    return "User-agent: *\nDisallow: /api/\nDisallow: /alerts/\nDisallow: /feeds/\nSitemap: "
        + address.resolve("sitemap.xml")
        + "\n";
  }

  private String index() {
    int parts = Math.max(1, (store.disclosures().size() + MOST - 1) / MOST);
    Html xml = new Html().markup(XML + "<sitemapindex" + SITEMAPS);
    for (int part = 1; part <= parts; part++) {
      xml.markup("<sitemap>")
          .element("loc", address.resolve("sitemaps/" + part + ".xml"))
          .markup("</sitemap>");
    }
    return xml.markup("</sitemapindex>\n").toString();
  }

  private String part(String n) {
    List<Disclosure> all = store.disclosures();
    long skipped = n.matches("[1-9][0-9]{0,5}") ? (Long.parseLong(n) - 1) * MOST : -1;
    if (skipped < 0 || (skipped > 0 && skipped >= all.size())) {
      throw ApiProblem.notFound("no part " + n + " of the sitemap");
    }
    Html xml = new Html().markup(XML + "<urlset" + SITEMAPS);
    if (skipped == 0) {
      xml.markup("<url>").element("loc", address).markup("</url>");
    }
    all.stream()
        .map(Disclosure::id)
        .sorted()
        .skip(skipped)
        .limit(MOST)
        .forEach(
            id -> xml.markup("<url>").element("loc", address.resolve("d/" + id)).markup("</url>"));
    return xml.markup("</urlset>\n").toString();
  }

  private String openSearch() {
    String namespace = "http://a9.com/-/spec/opensearch/1.1/";
    return new Html()
        .markup(XML + "<OpenSearchDescription xmlns=\"" + namespace + "\">")
        .element("ShortName", About.NAME)
        .element("Description", "政府公开的决算、预算和绩效文件：查文字，也查数字")
        .element("InputEncoding", "UTF-8")
        .markup("<Image type=\"image/svg+xml\">")
        .text(address.resolve("icon.svg"))
        .markup("</Image><Url type=\"text/html\" template=\"")
        .text(address + "search?q={searchTerms}")
        .markup("\"/><Url type=\"application/atom+xml\" template=\"")
        .text(address + "feeds/search.atom?q={searchTerms}")
        .markup("\"/></OpenSearchDescription>\n")
        .toString();
  }

  private static void send(Context context, String type, String body) {
    context.contentType(type);
    context.header("Cache-Control", "no-cache");
    context.result(body);
  }
}
