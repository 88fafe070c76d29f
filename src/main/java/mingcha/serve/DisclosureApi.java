package mingcha.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Table;
import mingcha.store.LedgerCounts;
import mingcha.store.Store;

/** What is kept of the disclosures: which there are, all that was read of one, its original. */
final class DisclosureApi {
  private static final Comparator<Disclosure> NEWEST_FIRST =
      Comparator.<Disclosure, Integer>comparing(d -> d.year() == null ? 0 : d.year())
          .reversed()
          .thenComparing(Disclosure::title)
          .thenComparing(Disclosure::id);

  private static final String SAFE =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

  private final Store store;

  DisclosureApi(Store store) {
    this.store = store;
  }

  List<Route> routes() {
    return List.of(
        new Route("/api/disclosures", List.of("publisher", "page", "size"), this::disclosures),
        new Route("/api/disclosures/{id}", List.of(), this::disclosure),
        new Route("/api/disclosures/{id}/original", List.of("file"), this::original));
  }

  private void disclosures(Context context) {
    Paging paging = Paging.of(context);
    String publisher = Parameters.single(context, "publisher");
    List<Disclosure> all =
        store.disclosures().stream()
            .filter(each -> publisher.isEmpty() || publisher.equals(each.publisher()))
            .toList();
    Route.json(
        context,
        new DisclosuresAnswer(
            all.size(),
            store.counts(),
            all.stream()
                .sorted(NEWEST_FIRST)
                .skip(paging.slice().from())
                .limit(paging.size())
                .toList()));
  }

  private void disclosure(Context context) {
    Disclosure disclosure = find(context);
    Content content =
        store
            .whole(disclosure.id())
            .orElseThrow(
                () -> ApiProblem.notFound("what was read of " + disclosure.file() + " is gone"));
    Route.json(
        context,
        new DisclosureAnswer(
            disclosure,
            content.outline(),
            content.tables(),
            content.paragraphs(),
            content.entries()));
  }

  /** The bytes as they came; never shown by the browser as a page of this site. */
  private void original(Context context) throws IOException {
    Disclosure disclosure = Parts.asked(context, store);
    Path original =
        store
            .original(disclosure.sha256())
            .filter(Files::isRegularFile)
            .orElseThrow(
                () -> ApiProblem.notFound("the original of " + disclosure.file() + " is gone"));
    // No charset: the bytes are as they came, in any encoding.
    Route.contentType(context, "text/plain");
    context.header("Content-Disposition", attachment(disclosure.file()));
    context.header("Content-Security-Policy", "default-src 'none'; sandbox");
    context.header("Cache-Control", "no-cache");
    // Javalin closes the stream when it is sent.
    context.result(Files.newInputStream(original));
  }

  private Disclosure find(Context context) {
    String id = context.pathParam("id");
    return store
        .disclosure(id)
        .orElseThrow(() -> ApiProblem.notFound("no disclosure has the id " + id));
  }

  /**
   * RFC 6266: the name in ASCII for old clients, and as it is in UTF-8 (RFC 8187). The name comes
   * from outside, so nothing of it but the last part of the path and harmless letters goes into the
   * header.
   */
  static String attachment(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    StringBuilder plain = new StringBuilder();
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean safe = SAFE.indexOf(c) >= 0;
      if (c < 0x80) {
        plain.append(safe ? c : '_');
      }
      if (safe) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }

  private record DisclosuresAnswer(long total, LedgerCounts files, List<Disclosure> disclosures) {}

  private record DisclosureAnswer(
      Disclosure disclosure,
      List<Heading> outline,
      List<Table> tables,
      List<Paragraph> paragraphs,
      List<Entry> entries) {}
}
