package mingcha.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import mingcha.disclosure.Source;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import org.apache.poi.EncryptedDocumentException;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts and workbooks of LibreOffice and WPS (OpenDocument 1.3, part 3): the paragraphs and
 * tables of {@code content.xml}, in their order. A sheet is a page; what its figures are shown as
 * stands in their cells beside what they are. Hidden sheets are left out, as in Excel's workbooks.
 */
final class OpenDocumentReader {
  static final String TEXT = "application/vnd.oasis.opendocument.text";
  static final String SHEETS = "application/vnd.oasis.opendocument.spreadsheet";

  private static final String CONTENT = "content.xml";
  private static final long MOST_BYTES = 256L << 20;

  /** What is no part of what is printed: notes of reviewers, what was struck out, drop-downs. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "annotation",
          "tracked-changes",
          "forms",
          "content-validations",
          "shapes",
          "database-ranges",
          "named-expressions",
          "script",
          "scripts",
          "font-face-decls");

  private final String file;
  private final boolean sheets;
  private final Set<String> hidden = new HashSet<>();
  private final List<Page> pages = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private String style = "";
  private int line;
  private int sheet;
  private int hiddenSheets;

  private OpenDocumentReader(String file, boolean sheets) {
    this.file = file;
    this.sheets = sheets;
  }

  /** Its type as the archive itself says, or null if it is none of the two. */
  static @Nullable String type(ZipFile archive) throws IOException {
    ZipEntry entry = archive.getEntry("mimetype");
    if (entry == null || archive.getEntry(CONTENT) == null) {
      return null;
    }
    try (InputStream in = archive.getInputStream(entry)) {
      String said = new String(in.readNBytes(100), StandardCharsets.US_ASCII).strip();
      return said.startsWith(SHEETS) ? SHEETS : said.startsWith(TEXT) ? TEXT : null;
    }
  }

  static Outcome read(Path path, String file, String type) throws IOException {
    OpenDocumentReader reader = new OpenDocumentReader(file, type.equals(SHEETS));
    try (ZipFile archive = new ZipFile(path.toFile())) {
      ZipEntry content = archive.getEntry(CONTENT);
      if (content == null) {
        return new Failed(Reason.CORRUPT, "damaged: its text is missing");
      }
      if (isEncrypted(archive)) {
        throw new EncryptedDocumentException(file);
      }
      try (InputStream in = new Bounded(archive.getInputStream(content), MOST_BYTES)) {
        reader.document(in);
      }
    } catch (WorkerProcess.TooLong e) {
      return new Failed(Reason.BOMB, String.valueOf(e.getMessage()));
    } catch (XMLStreamException e) {
      return new Failed(
          Reason.CORRUPT,
          "damaged: its text breaks off in line " + e.getLocation().getLineNumber());
    }
    int left = reader.hiddenSheets;
    return FileExtractor.outcome(type + (left == 0 ? "" : "; hidden-sheets=" + left), reader.pages);
  }

  private static boolean isEncrypted(ZipFile archive) throws IOException {
    ZipEntry manifest = archive.getEntry("META-INF/manifest.xml");
    if (manifest == null) {
      return false;
    }
    try (InputStream in = archive.getInputStream(manifest)) {
      return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8).contains("encryption-data");
    }
  }

  private void document(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        element(xml);
      }
    }
    if (!sheets) {
      pages.add(new Page(null, blocks));
    }
  }

  private void element(XMLStreamReader xml) throws XMLStreamException {
    String name = xml.getLocalName();
    switch (name) {
      case "style" -> style = attribute(xml, "name", "");
      case "table-properties" -> {
        if (attribute(xml, "display", "true").equals("false")) {
          hidden.add(style);
        }
      }
      case "table" -> table(xml);
      case "h" -> {
        int level = number(xml, "outline-level");
        String heading = text(xml);
        if (!heading.isBlank()) {
          blocks.add(new Block.Heading(level, heading, Source.line(file, ++line)));
        }
      }
      case "p" -> {
        String paragraph = text(xml);
        if (!paragraph.isBlank()) {
          blocks.add(new Block.Text(paragraph, Source.line(file, ++line)));
        }
      }
      default -> {
        if (LEFT_OUT.contains(name)) {
          skip(xml);
        }
      }
    }
  }

  private void table(XMLStreamReader xml) throws XMLStreamException {
    sheet++;
    if (sheets && hidden.contains(attribute(xml, "style-name", ""))) {
      hiddenSheets++;
      skip(xml);
      return;
    }
    Layout layout = new Layout();
    int depth = 1;
    while (depth > 0 && xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals("table-row")) {
          row(xml, layout);
        } else if (LEFT_OUT.contains(name)) {
          skip(xml);
        } else {
          depth++;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    List<Block> into = sheets ? new ArrayList<>() : blocks;
    List<Block.GridCell> cells = layout.cells();
    if (cells.stream().anyMatch(cell -> !cell.text().isBlank())) {
      into.add(new Block.Grid(cells, cells.getFirst().source().inTable(null, null, null)));
    }
    if (sheets) {
      pages.add(new Page(sheet, into));
    }
  }

  /** A cell as it is written: it may stand for many alike. */
  private record Written(String text, int rows, int columns, int times) {}

  private void row(XMLStreamReader xml, Layout layout) throws XMLStreamException {
    int times = number(xml, "number-rows-repeated");
    List<Written> cells = new ArrayList<>();
    int depth = 1;
    while (depth > 0 && xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "table-cell" -> cells.add(cell(xml));
          case "covered-table-cell" -> skip(xml);
          default -> depth++;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    // What is formatted to the sheet's end is empty from here on.
    while (!cells.isEmpty() && cells.getLast().text().isBlank() && cells.getLast().times() > 1) {
      cells.removeLast();
    }
    boolean empty = cells.stream().allMatch(cell -> cell.text().isBlank());
    for (int i = 0; i < Math.min(times, empty ? Layout.MOST_COLUMNS : Layout.MOST_ROWS); i++) {
      layout.row();
      Source source =
          sheets
              ? new Source(file, sheet, null, null, null, null, null)
              : Source.line(file, ++line);
      for (Written cell : cells) {
        for (int j = 0; j < Math.min(cell.times(), Layout.MOST_COLUMNS); j++) {
          layout.cell(cell.text(), cell.rows(), cell.columns(), source);
        }
      }
    }
  }

  private static Written cell(XMLStreamReader xml) throws XMLStreamException {
    int rows = number(xml, "number-rows-spanned");
    int columns = number(xml, "number-columns-spanned");
    int times = number(xml, "number-columns-repeated");
    return new Written(text(xml), rows, columns, times);
  }

  /** The text up to the end of this element; its paragraphs are lines. */
  private static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0 && xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "p", "h" -> text.append(text.isEmpty() ? "" : "\n");
          case "s" -> text.append(" ".repeat(Math.min(100, number(xml, "c"))));
          case "tab" -> text.append('\t');
          case "line-break" -> text.append('\n');
          default -> {
            if (LEFT_OUT.contains(xml.getLocalName())) {
              skip(xml);
              continue;
            }
          }
        }
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.CHARACTERS) {
        text.append(xml.getText());
      }
    }
    return text.toString().strip();
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0 && xml.hasNext()) {
      int event = xml.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private static String attribute(XMLStreamReader xml, String name, String otherwise) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return otherwise;
  }

  private static int number(XMLStreamReader xml, String name) {
    String value = attribute(xml, name, "1");
    return value.matches("\\d{1,8}") ? Math.max(1, Integer.parseInt(value)) : 1;
  }
}
