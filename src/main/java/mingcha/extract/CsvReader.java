package mingcha.extract;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Source;
import mingcha.extract.Block.GridCell;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads comma-separated values, in any encoding that Chinese offices use: a grid of all records.
 * Where the semicolon or the tab is more frequent in the first lines, it separates instead.
 */
final class CsvReader {
  private static final char[] SEPARATORS = {',', '\t', ';'};
  private static final int LINES_TO_COUNT = 20;

  private CsvReader() {}

  static Outcome read(Path path, String file) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    return switch (Charsets.detect(bytes)) {
      case Charsets.Binary binary -> new Failed(Reason.NOT_TEXT, binary.why());
      case Charsets.Text text -> {
        List<GridCell> cells = cells(text.decode(bytes), file);
        yield cells.stream().allMatch(cell -> cell.text().isBlank())
            ? new Empty("no values in it")
            : new Extracted("text/csv" + text.parameters(), List.of(page(cells)));
      }
    };
  }

  private static Page page(List<GridCell> cells) {
    Source source = cells.getFirst().source().inTable(null, null, null);
    return new Page(null, List.of(new Block.Grid(cells, source)));
  }

  private static List<GridCell> cells(String text, String file) throws IOException {
    char separator = separator(text);
    try {
      return cells(text, file, '"', separator);
    } catch (IOException | java.io.UncheckedIOException e) {
      // A quotation mark within a value, as in 5" 显示器, is a fault of the writer's.
      return cells(text, file, null, separator);
    }
  }

  private static List<GridCell> cells(
      String text, String file, @org.jspecify.annotations.Nullable Character quote, char separator)
      throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setQuote(quote)
            .setIgnoreEmptyLines(true)
            .get();
    List<GridCell> cells = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      int row = 0;
      int line = 1;
      for (CSVRecord record : parser) {
        if (row >= Layout.MOST_ROWS || Thread.currentThread().isInterrupted()) {
          break;
        }
        Source source = Source.line(file, line);
        for (int c = 0; c < Math.min(record.size(), Layout.MOST_COLUMNS); c++) {
          Source at = source.inTable(null, row, c);
          cells.add(new GridCell(row, c, 1, 1, record.get(c).strip(), at));
        }
        line = (int) parser.getCurrentLineNumber() + 1;
        row++;
      }
    }
    return cells;
  }

  private static char separator(String text) {
    char best = SEPARATORS[0];
    long most = 0;
    String head = String.join("\n", text.lines().limit(LINES_TO_COUNT).toList());
    for (char separator : SEPARATORS) {
      long count = head.chars().filter(c -> c == separator).count();
      if (count > most) {
        best = separator;
        most = count;
      }
    }
    return best;
  }
}
