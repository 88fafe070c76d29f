package mingcha.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.extract.PdfLines.TextLine;

/** Finds the rows that make a table without any lines: three and more with figures in columns. */
final class AlignedRuns {
  private static final int FEWEST = 3;
  private static final int MOST_HEADERS = 3;
  private static final int MOST_WITHOUT_FIGURES = 2;

  /** Rows stand nearer to each other than this, in heights of their type. */
  private static final double DISTANCE = 3.2;

  private static final int LONGEST_LABEL = 30;
  private static final Pattern PROSE = Pattern.compile("[。；，]");

  /** What stands above a table, and not in it. */
  private static final Pattern ABOVE = Pattern.compile("单位[:：]|(?:万元|元)[)）]?$");

  private AlignedRuns() {}

  static List<List<AlignedRow>> of(List<AlignedRow> rows) {
    List<List<AlignedRow>> runs = new ArrayList<>();
    int i = 0;
    while (i < rows.size()) {
      int end = end(rows, i);
      if (end > i && isTable(rows.subList(i, end))) {
        runs.add(rows.subList(begin(rows, i, runs.isEmpty() ? 0 : i - MOST_HEADERS), end));
      }
      i = Math.max(end, i + 1);
    }
    return runs;
  }

  /** Behind the last row of a run that begins at {@code from}. */
  private static int end(List<AlignedRow> rows, int from) {
    int end = from;
    int without = 0;
    for (int i = from; i < rows.size() && without <= MOST_WITHOUT_FIGURES; i++) {
      AlignedRow row = rows.get(i);
      if (i > from && !isNear(rows.get(i - 1), row)) {
        break;
      }
      if (isTabular(row)) {
        end = i + 1;
        without = 0;
      } else if (i == from || !isLabel(row)) {
        break;
      } else {
        without++;
      }
    }
    return end;
  }

  private static boolean isNear(AlignedRow above, AlignedRow below) {
    double height = Math.max(6, above.bottom() - above.top());
    return below.middle() - above.middle() < DISTANCE * height;
  }

  private static boolean isTabular(AlignedRow row) {
    List<TextLine> fields = row.fields();
    return fields.size() > 1
        && row.hasFigure()
        && (fields.size() > 2 || AlignedRow.isFigure(fields.getLast()))
        && fields.stream().noneMatch(field -> PROSE.matcher(field.text()).find());
  }

  private static boolean isLabel(AlignedRow row) {
    return row.fields().size() == 1
        && row.fields().getFirst().text().length() <= LONGEST_LABEL
        && !PROSE.matcher(row.fields().getFirst().text()).find();
  }

  private static boolean isTable(List<AlignedRow> run) {
    long tabular = run.stream().filter(AlignedRuns::isTabular).count();
    boolean money =
        run.stream().flatMap(row -> row.fields().stream()).anyMatch(AlignedRow::isMoney);
    // The lines of a contents page end in whole numbers.
    return tabular >= FEWEST && money;
  }

  private static int begin(List<AlignedRow> rows, int from, int least) {
    int begin = from;
    while (begin > Math.max(0, least)
        && from - begin < MOST_HEADERS
        && rows.get(begin - 1).fields().size() > 1
        && isNear(rows.get(begin - 1), rows.get(begin))
        && rows.get(begin - 1).fields().stream()
            .noneMatch(f -> ABOVE.matcher(f.text()).find() || PROSE.matcher(f.text()).find())) {
      begin--;
    }
    return begin;
  }
}
