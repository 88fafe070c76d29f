package mingcha.serve;

import io.javalin.http.Context;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mingcha.disclosure.Box;
import mingcha.disclosure.Disclosure;
import mingcha.serve.PageCache.Busy;
import mingcha.serve.PageCache.Drawn;
import mingcha.serve.PageCache.NoPicture;
import mingcha.store.LedgerRow;
import mingcha.store.Store;
import org.jspecify.annotations.Nullable;

/** Pictures of the pages of a PDF, an OFD or a scan, with a cell marked. */
final class PageApi {
  /** A cell is marked with a little air around it. */
  private static final double AIR = 2;

  /** Media types that have pages to draw; Word and Excel have none until they are printed. */
  private static final List<String> DRAWN = List.of("application/pdf", "application/ofd", "image/");

  /** The pages of a scan that lie there the wrong way. */
  private static final Pattern TURNED = Pattern.compile("; turned=([0-9:,]*[0-9])");

  private static final Color LINE = new Color(0xC62828);
  private static final Color WASH = new Color(0xC6, 0x28, 0x28, 0x28);
  private static final double LARGEST = 20_000;

  private final Store store;
  private final PageCache cache;

  PageApi(Store store, PageCache cache) {
    this.store = store;
    this.cache = cache;
  }

  List<Route> routes() {
    return List.of(
        new Route("/api/disclosures/{id}/pages/{n}.png", List.of("box", "file"), this::page));
  }

  private void page(Context context) throws IOException {
    Disclosure part = Parts.asked(context, store);
    int number = number(context.pathParam("n"));
    Box box = box(Parameters.single(context, "box"));
    String type = mediaType(part);
    if (DRAWN.stream().noneMatch(type::startsWith)) {
      throw ApiProblem.notFound(
          "no page pictures for " + (type.startsWith("text/plain") ? "text" : type));
    }
    Path original =
        store
            .original(part.sha256())
            .orElseThrow(() -> ApiProblem.notFound("the original of " + part.file() + " is gone"));
    try {
      Drawn drawn = cache.picture(part.sha256(), original, number, turns(type, number));
      byte[] png = box == null ? Files.readAllBytes(drawn.path()) : marked(drawn, box);
      Route.contentType(context, "image/png");
      context.header("Cache-Control", "private, max-age=3600");
      context.result(png);
    } catch (NoPicture e) {
      throw ApiProblem.notFound("no picture of page " + number + ": " + e.getMessage());
    } catch (Busy e) {
      throw ApiProblem.unavailable("too many pictures are being drawn; ask again");
    }
  }

  private String mediaType(Disclosure part) throws IOException {
    return store.ledgerOf(part.sha256()).stream()
        .map(LedgerRow::mediaType)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  /** How many quarters to the right the picture of a page was turned by to be read. */
  private static int turns(String mediaType, int page) {
    Matcher turned = TURNED.matcher(mediaType);
    return turned.find()
        ? Stream.of(turned.group(1).split(",", -1))
            .filter(each -> each.startsWith(page + ":"))
            .mapToInt(each -> each.charAt(each.length() - 1) - '0')
            .findFirst()
            .orElse(0)
        : 0;
  }

  private static int number(String n) {
    if (!n.matches("[1-9][0-9]{0,4}")) {
      throw ApiProblem.notFound("pages are counted from 1, not '" + n + "'");
    }
    return Integer.parseInt(n);
  }

  private static @Nullable Box box(String given) {
    if (given.isEmpty()) {
      return null;
    }
    String number = "[0-9]{1,5}(?:\\.[0-9]{1,12})?";
    if (!given.matches(number + "(?:," + number + "){3}")) {
      throw ApiProblem.badParameter(
          "box", given, "box is x,y,width,height in points from the upper left corner");
    }
    String[] parts = given.split(",", -1);
    double[] values = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = Double.parseDouble(parts[i]);
      if (values[i] > LARGEST) {
        throw ApiProblem.badParameter("box", given, "no number of a box is above " + LARGEST);
      }
    }
    return new Box(values[0], values[1], values[2], values[3]);
  }

  private static byte[] marked(Drawn drawn, Box box) throws IOException {
    BufferedImage kept = ImageIO.read(drawn.path().toFile());
    if (kept == null) {
      throw new IOException(drawn.path() + " is no picture");
    }
    // That of a scan is grey: the mark would be, too.
    BufferedImage page =
        new BufferedImage(kept.getWidth(), kept.getHeight(), BufferedImage.TYPE_INT_RGB);
    double scale = drawn.scale();
    Rectangle2D mark =
        new Rectangle2D.Double(
            (box.x() - AIR) * scale,
            (box.y() - AIR) * scale,
            (box.width() + 2 * AIR) * scale,
            (box.height() + 2 * AIR) * scale);
    Graphics2D pen = page.createGraphics();
    try {
      pen.drawImage(kept, 0, 0, null);
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setColor(WASH);
      pen.fill(mark);
      pen.setColor(LINE);
      pen.setStroke(new BasicStroke(2));
      pen.draw(mark);
    } finally {
      pen.dispose();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
    ImageIO.write(page, "png", out);
    return out.toByteArray();
  }
}
