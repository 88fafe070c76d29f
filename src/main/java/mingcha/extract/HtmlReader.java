package mingcha.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mingcha.disclosure.Source;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads web pages: headings, paragraphs and tables in their order, with row and column spans. A
 * table with no more than one filled cell a row is there for the layout: its contents are read as
 * text. Scripts, navigation and what is hidden are left out.
 */
final class HtmlReader {
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "section", "article", "li", "br", "tr", "dd", "dt", "pre", "center");
  private static final String LEFT_OUT =
      "script,style,nav,header,footer,noscript,template,iframe,form,[hidden],[style*=display:none]";

  private final String file;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int line;

  private HtmlReader(String file) {
    this.file = file;
  }

  static List<Page> read(Path path, String file) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    Document document = Jsoup.parse(new java.io.ByteArrayInputStream(bytes), null, "");
    document.select(LEFT_OUT).remove();
    HtmlReader reader = new HtmlReader(file);
    reader.children(document.body());
    reader.end();
    return List.of(new Page(null, reader.blocks));
  }

  private void children(Element element) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText().replaceAll("\\s+", " "));
      } else if (node instanceof Element child) {
        element(child);
      }
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    if (name.matches("h[1-6]")) {
      end();
      String heading = element.text();
      if (!heading.isBlank()) {
        int level = Integer.parseInt(name.substring(1));
        blocks.add(new Block.Heading(level, heading, Source.line(file, ++line)));
      }
    } else if (name.equals("table") && isData(element)) {
      end();
      table(element);
    } else {
      boolean block = BLOCKS.contains(name);
      if (block) {
        end();
      }
      children(element);
      if (block) {
        end();
      }
    }
  }

  private void end() {
    String paragraph = text.toString().strip();
    text.setLength(0);
    if (!paragraph.isEmpty()) {
      blocks.add(new Block.Text(paragraph, Source.line(file, ++line)));
    }
  }

  private static boolean isData(Element table) {
    return table.select("table").size() == 1
        && table.select("tr").stream().anyMatch(row -> row.select("td,th").size() > 1);
  }

  private void table(Element table) {
    Layout layout = new Layout();
    for (Element row : table.select("tr")) {
      Source source = Source.line(file, ++line);
      layout.row();
      for (Element cell : row.select("> td, > th")) {
        layout.cell(cell.text(), span(cell, "rowspan"), span(cell, "colspan"), source);
      }
    }
    if (!layout.cells().isEmpty()) {
      List<Block.GridCell> cells = layout.cells();
      blocks.add(new Block.Grid(cells, cells.getFirst().source().inTable(null, null, null)));
    }
  }

  private static int span(Element cell, String attribute) {
    String value = cell.attr(attribute).strip();
    return value.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(value)) : 1;
  }
}
