package mingcha.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Heading;
import mingcha.index.Answer;
import mingcha.index.EntrySearcher;
import mingcha.index.IndexUnavailable;
import mingcha.query.Interpretation;
import mingcha.query.Question;
import mingcha.store.Store;

/**
 * The pages as they leave the server: each says in its head what it is, and holds what can be read
 * without a script, which the script replaces.
 */
final class Pages {
  private static final String NO_INDEX = "<meta name=\"robots\" content=\"noindex\">\n";
  private static final int HEADINGS = 200;

  private final Site site;
  private final SearchApi search;
  private final EntrySearcher searcher;
  private final Store store;
  private final URI address;

  Pages(Site site, SearchApi search, EntrySearcher searcher, Store store, URI address) {
    this.site = site;
    this.search = search;
    this.searcher = searcher;
    this.store = store;
    this.address = address;
  }

  /** A page whose content its script makes; its address may be a secret, so it is not repeated. */
  void plain(Context context) throws IOException {
    Language language = Language.of(context);
    About about = new About("", what(language), "/", "website", NO_INDEX);
    send(context, about, note(language));
  }

  void home(Context context) throws IOException {
    Language language = Language.of(context);
    Html main = new Html();
    main.markup("<div class=\"home\"><h1 class=\"tagline\" id=\"sum\" tabindex=\"-1\">");
    main.text(what(language)).markup("</h1>").markup(note(language)).markup("</div>");
    send(context, new About("", what(language), "/", "website", ""), main.toString());
  }

  void compare(Context context) throws IOException {
    Language language = Language.of(context);
    String title = language.say("各单位比较", "Publishers compared");
    send(
        context, new About(title, what(language), "/compare", "website", NO_INDEX), note(language));
  }

  /** The result list; a question that cannot be asked is refused in words. */
  void search(Context context) throws IOException {
    Language language = Language.of(context);
    String query = query(context);
    try {
      Question question = search.question(context);
      Paging paging = Paging.of(context);
      Answer answer = searcher.search(question, paging.slice());
      String sentence =
          language.say(Interpretation.sentence(question), Interpretation.english(question));
      ResultList list = new ResultList(language);
      String title = list.title(sentence, answer.total());
      String feed =
          "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/feeds/search.atom?"
              + Html.escaped(query)
              + "\">\n";
      send(
          context,
          new About(title, what(language), "/search?" + query, "website", NO_INDEX + feed),
          list.of(sentence, answer, paging, query));
    } catch (ApiProblem e) {
      context.status(400);
      failure(context, String.valueOf(e.getMessage()));
    } catch (IndexUnavailable e) {
      context.status(503);
      context.header("Retry-After", "30");
      failure(
          context,
          language.say(
              "索引暂时没有响应，请过一分钟再试。",
              "The index does not answer at the moment: ask again in a minute."));
    }
  }

  private void failure(Context context, String why) throws IOException {
    Language language = Language.of(context);
    Html main = new Html().markup("<div class=\"failure\"><h1>");
    main.text(language.say("没有查成", "That did not work")).markup("</h1>");
    send(
        context,
        new About("", what(language), "/search", "website", NO_INDEX),
        main.element("p", why).markup("</div>").toString());
  }

  void disclosure(Context context) throws IOException {
    Language language = Language.of(context);
    Optional<Disclosure> found = store.disclosure(context.pathParam("id"));
    if (found.isEmpty()) {
      context.status(404);
      plain(context);
      return;
    }
    Disclosure of = found.get();
    String path = "/d/" + of.id();
    String said = ResultList.meta(of);
    String data = "<script type=\"application/ld+json\">" + Dataset.of(of, address) + "</script>\n";
    send(
        context,
        new About(of.title(), said, path, "article", data),
        main(of, said, path, language));
  }

  private String main(Disclosure of, String said, String path, Language language) {
    Html main = new Html();
    main.markup("<div class=\"document\"><h1 id=\"sum\" tabindex=\"-1\">").text(of.title());
    main.markup("</h1>").element("p", said).markup("<p>");
    main.link("/api" + path.replace("/d/", "/disclosures/") + "/original", of.file());
    main.markup("</p><ul>");
    List<Heading> outline = store.whole(of.id()).map(Content::outline).orElse(List.of());
    outline.stream().limit(HEADINGS).forEach(heading -> main.element("li", heading.text()));
    return main.markup("</ul>").markup(note(language)).markup("</div>").toString();
  }

  private void send(Context context, About about, String main) throws IOException {
    Language language = Language.of(context);
    String page =
        site.index()
            .replace("<html lang=\"zh-CN\">", "<html lang=\"" + language.tag() + "\">")
            .replace("<!--about-->", about.head(address, language).stripTrailing())
            .replace("<!--head-->", box(context, language))
            .replace("<!--main-->", main);
    Site.sendPage(context, page.getBytes(StandardCharsets.UTF_8));
  }

  private static String box(Context context, Language language) {
    String asked = context.path().equals("/search") ? context.queryParam("q") : "";
    Html box = new Html();
    box.markup("<div class=\"bar\"><a class=\"brand\" href=\"").text(language.address("/"));
    box.markup("\">").text(language.say(About.NAME, "Mingcha")).markup("<i></i></a>");
    box.markup("<form class=\"box\" role=\"search\" action=\"/search\"><input name=\"q\"");
    box.markup(" type=\"search\" maxlength=\"1000\" aria-label=\"");
    box.text(language.say("提问", "Question")).markup("\" value=\"");
    box.text(asked == null ? "" : asked).markup("\">");
    if (language == Language.EN) {
      box.markup("<input type=\"hidden\" name=\"lang\" value=\"en\">");
    }
    box.markup("<button type=\"submit\">").text(language.say("查询", "Search"));
    return box.markup("</button></form></div>").toString();
  }

  private static String what(Language language) {
    return language.say(
        "在政府公开的决算、预算和绩效文件里，查文字，也查数字。",
        "Search the words and the figures of the fiscal disclosures that Chinese governments"
            + " publish.");
  }

  /** What a reader without script misses. */
  private static String note(Language language) {
    return "<noscript><p class=\"note\">"
        + language.say(
            "这一页的其余部分需要 JavaScript；查询不需要。",
            "The rest of this page needs JavaScript; searching does not.")
        + "</p></noscript>";
  }

  /** What is asked, without the page and the language. */
  private static String query(Context context) {
    List<String> pairs = new ArrayList<>();
    for (String name : SearchApi.questionParameters()) {
      for (String value : context.queryParams(name)) {
        pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return String.join("&", pairs);
  }
}
