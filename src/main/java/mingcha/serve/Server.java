package mingcha.serve;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mingcha.alert.AlertProblem;
import mingcha.alert.AlertSettings;
import mingcha.alert.Alerts;
import mingcha.alert.TooMany;
import mingcha.disclosure.Metrics;
import mingcha.index.EntrySearcher;
import mingcha.index.IndexProblem;
import mingcha.index.IndexUnavailable;
import mingcha.query.QuestionParser;
import mingcha.store.Store;
import mingcha.store.StoreProblem;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/** The site and its API over HTTP. Closes what it made itself, not what it was given. */
public final class Server implements AutoCloseable {
  /** Only this machine, until the operator says otherwise. */
  public static final String LOCAL = "127.0.0.1";

  private static final Logger LOG = System.getLogger(Server.class.getName());

  /**
   * Nothing but this site's own files: no inline script or style, no other host, no plug-in, no
   * frame. What a disclosure says can then do nothing, even if it were once written as HTML.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String AWAY =
      "the index does not answer at the moment: ask again in a minute; its operator finds the"
          + " reason at /readyz";

  private static final Set<HandlerType> ASKED =
      Set.of(HandlerType.GET, HandlerType.POST, HandlerType.PATCH, HandlerType.DELETE);

  private final Javalin javalin;
  private final Operations operations;
  private final List<Route> routes;

  private Server(Javalin javalin, Operations operations, List<Route> routes) {
    this.javalin = javalin;
    this.operations = operations;
    this.routes = List.copyOf(routes);
  }

  /** Serves this machine alone, with the divisions of the standard lexicon. */
  public static Server start(
      EntrySearcher searcher, QuestionParser parser, Store store, Metrics metrics, int port)
      throws IOException {
    return start(
        searcher, parser, Lexicon.standard(), store, metrics, PageDrawer.NONE, LOCAL, port);
  }

  /**
   * Serves until it is closed. When this returns the first question is answered as fast as any.
   *
   * @param lexicon the parser's: names the divisions that the parameter {@code region} may ask for
   * @param drawer of page pictures, which are kept in the store's folder
   * @param host the address to listen on, {@code 127.0.0.1} or {@code 0.0.0.0}
   * @param port 0 for any free one
   * @throws ServeProblem where the port is taken
   */
  public static Server start(
      EntrySearcher searcher,
      QuestionParser parser,
      Lexicon lexicon,
      Store store,
      Metrics metrics,
      PageDrawer drawer,
      String host,
      int port)
      throws IOException {
    AlertSettings settings =
        new AlertSettings(URI.create("http://" + host + ":" + port + "/"), null, false);
    return start(searcher, parser, lexicon, store, metrics, drawer, null, settings, host, port);
  }

  /**
   * The same, and takes alerts.
   *
   * @param alerts null where the store cannot be written; whoever asks is told so
   * @param settings for the links of feeds
   */
  public static Server start(
      EntrySearcher searcher,
      QuestionParser parser,
      Lexicon lexicon,
      Store store,
      Metrics metrics,
      PageDrawer drawer,
      @Nullable Alerts alerts,
      AlertSettings settings,
      String host,
      int port)
      throws IOException {
    SearchApi search = new SearchApi(searcher, parser, lexicon, metrics);
    Operations operations = new Operations(searcher, store);
    Site site = new Site();
    List<Route> routes = new ArrayList<>();
    routes.addAll(search.routes());
    routes.addAll(new ExportApi(searcher, search, settings.site()).routes());
    routes.addAll(new FacetsApi(searcher, search).routes());
    routes.addAll(new HistogramApi(searcher, search, metrics).routes());
    routes.addAll(new HomeApi(searcher, parser, store).routes());
    routes.addAll(new SeriesApi(searcher, search, metrics).routes());
    routes.addAll(new DisclosureApi(store).routes());
    routes.addAll(new LinesApi(store).routes());
    PageCache pages = new PageCache(store.dataDir().resolve("pages"), drawer);
    routes.addAll(new PageApi(store, pages).routes());
    AlertDesk desk = new AlertDesk(alerts);
    routes.addAll(new AlertApi(desk, search, searcher, settings).routes());
    routes.addAll(new AlertPages(desk).routes());
    routes.addAll(new Feeds(desk, search, searcher, store, settings).routes());
    routes.addAll(operations.routes());
    routes.addAll(site.assetRoutes());
    search.warmUp();
    Pages pagesMade = new Pages(site, search, searcher, store, settings.site());
    Crawl crawl = new Crawl(store, settings.site());
    Javalin javalin =
        Javalin.create(config -> configure(config, routes, pagesMade, crawl, operations));
    try {
      javalin.start(host, port);
    } catch (JavalinBindException e) {
      operations.close();
      throw new ServeProblem(
          "port "
              + port
              + " of "
              + host
              + " is in use or not ours to use; choose another with --port",
          e);
    }
    return new Server(javalin, operations, routes);
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** The routes but those of the pages. */
  List<Route> routes() {
    return routes;
  }

  /** What can be asked, as registered: {@code GET /api/entries/{id}}. */
  List<String> paths() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> ASKED.contains(endpoint.method))
        .map(endpoint -> endpoint.method + " " + endpoint.path)
        .toList();
  }

  @Override
  public void close() {
    javalin.stop();
    operations.close();
  }

  private static void configure(
      JavalinConfig config, List<Route> routes, Pages pages, Crawl crawl, Operations operations) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = "application/json";
    RoutesConfig to = config.routes;
    to.before(operations::started);
    to.before(Server::protect);
    Crawl.PATHS.forEach(path -> get(to, path, crawl::answer));
    get(to, "/", pages::home);
    get(to, "/search", pages::search);
    get(to, "/compare", pages::compare);
    get(to, "/d/{id}", pages::disclosure);
    get(to, "/alerts/{token}", pages::plain);
    for (Route route : routes) {
      if (route.method().equals(HandlerType.GET)) {
        get(to, route.path(), route::handle);
      } else {
        to.addHttpHandler(route.method(), route.path(), route::handle);
      }
    }
    to.after(context -> operations.ended(context, routeOf(context)));
    to.exception(ApiProblem.class, ApiProblem::write);
    to.exception(StoreProblem.class, (e, c) -> ApiProblem.unavailable(said(e)).write(c));
    to.exception(IndexProblem.class, (e, c) -> ApiProblem.unavailable(said(e)).write(c));
    to.exception(AlertProblem.class, (e, c) -> AlertApi.problem(e).write(c));
    to.exception(TooMany.class, (e, c) -> ApiProblem.tooMany(said(e)).write(c));
    to.exception(IndexUnavailable.class, Server::away);
    to.exception(IOException.class, Server::unreadable);
    // Javalin's own words for an address that there is not would pass for a page that says so.
    to.exception(NotFoundResponse.class, (e, context) -> context.status(404));
    to.exception(Exception.class, Server::fault);
    to.error(404, context -> missing(context, pages));
    to.error(405, Server::notAllowed);
  }

  /** HEAD runs the same: Javalin alone would answer it 200 whether or not there is anything. */
  private static void get(RoutesConfig to, String path, Handler handler) {
    to.get(path, handler);
    to.head(path, handler);
  }

  private static void protect(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("X-Frame-Options", "DENY");
  }

  /** A person gets the page, which says so; a program gets a problem. */
  private static void missing(Context context, Pages pages) throws IOException {
    String accepted = context.header("Accept");
    if (String.valueOf(context.res().getContentType()).startsWith("text/html")) {
      return; // a page that says so itself
    }
    if (accepted != null && accepted.contains("text/html") && !context.path().startsWith("/api/")) {
      pages.plain(context);
      context.status(404);
    } else if (!isProblem(context)) {
      ApiProblem.notFound("nothing is at " + context.path()).write(context);
    }
  }

  private static void notAllowed(Context context) {
    ApiProblem.notAllowed(context.method().name(), context.path()).write(context);
  }

  /** Where the index is and what is wrong with it is told to the operator alone. */
  private static void away(IndexUnavailable e, Context context) {
    LOG.log(Level.WARNING, "{0}: {1}", context.path(), said(e));
    context.header("Retry-After", "30");
    ApiProblem.unavailable(AWAY).write(context);
  }

  private static void unreadable(IOException e, Context context) {
    LOG.log(Level.ERROR, context.path(), e);
    ApiProblem.unavailable("the index or the store cannot be read: " + said(e)).write(context);
  }

  private static void fault(Exception e, Context context) {
    LOG.log(Level.ERROR, context.path(), e);
    ApiProblem.fault().write(context);
  }

  private static boolean isProblem(Context context) {
    String type = context.res().getContentType();
    return type != null && type.startsWith(ApiProblem.CONTENT_TYPE);
  }

  private static String said(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static String routeOf(Context context) {
    Endpoint matched = context.endpoints().matchedHttpEndpoint();
    return matched == null ? "none" : matched.path;
  }
}
