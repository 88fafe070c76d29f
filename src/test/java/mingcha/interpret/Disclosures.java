package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.extract.Block;
import mingcha.extract.Page;
import mingcha.text.Lexicon;

/** Disclosures of invented places for the tests of this room, and how their entries are printed. */
final class Disclosures {
  static final String FILE = "a.txt";

  /** 鼓台县 lies in two prefectures. */
  static final Lexicon LEXICON =
      Lexicon.with(
          List.of(
              new String[] {"990000", "云岭省", ""},
              new String[] {"990100", "云州市", "990000"},
              new String[] {"990102", "示范区", "990100"},
              new String[] {"990123", "鼓台县", "990100"},
              new String[] {"990200", "碧州市", "990000"},
              new String[] {"990223", "鼓台县", "990200"}));

  private Disclosures() {}

  /** Lines as text; consecutive lines with tabs as one grid. */
  static List<Page> pages(String text) {
    List<Block> blocks = new ArrayList<>();
    List<Block.GridCell> cells = new ArrayList<>();
    int row = 0;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      Source source = Source.line(FILE, ++number);
      if (line.indexOf('\t') >= 0) {
        int column = 0;
        for (String cell : line.split("\t", -1)) {
          Source at = source.inTable(null, row, column);
          cells.add(new Block.GridCell(row, column++, 1, 1, cell, at));
        }
        row++;
        continue;
      }
      if (!cells.isEmpty()) {
        blocks.add(new Block.Grid(cells, cells.getFirst().source().inTable(null, null, null)));
        cells = new ArrayList<>();
        row = 0;
      }
      if (!line.isBlank()) {
        blocks.add(new Block.Text(line, source));
      }
    }
    if (!cells.isEmpty()) {
      blocks.add(new Block.Grid(cells, cells.getFirst().source().inTable(null, null, null)));
    }
    return List.of(new Page(null, blocks));
  }

  static Content content(String text) {
    return content(FILE, text, Hints.NONE);
  }

  static Content content(String file, String text, Hints hints) {
    Interpreter interpreter = new Interpreter(LEXICON, Metrics.standard());
    return interpreter.interpret(file, "0".repeat(64), pages(text), hints);
  }

  /** The entries of a kind, one a line. */
  static String printed(Content content, EntryKind kind) {
    StringJoiner lines = new StringJoiner("\n");
    for (Entry entry : content.entries()) {
      if (entry.kind() == kind) {
        lines.add(printed(entry));
      }
    }
    return lines.toString();
  }

  private static String printed(Entry entry) {
    StringJoiner readings = new StringJoiner("; ");
    entry.readings().forEach(reading -> readings.add(printed(reading)));
    String code = entry.subject() == null ? "" : entry.subject().code() + " ";
    return code + entry.name() + ": " + readings;
  }

  /** {@code 基本支出 basic_expenditure 12000元 (1.20)} */
  private static String printed(Reading reading) {
    String metric = reading.metric() == null ? "-" : reading.metric();
    String value = reading.value() == null ? "?" : reading.value().toPlainString();
    String doubt = reading.doubt() == null ? "" : " doubted";
    String unit = reading.unit() == null ? "" : reading.unit();
    return "%s %s %s%s%s".formatted(reading.label(), metric, value, unit, doubt);
  }
}
