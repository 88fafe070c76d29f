package mingcha.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.extract.PdfLines.TextLine;

/** Finds the rows that make a table without any lines: three and more with figures in columns. */
final class AlignedRuns {
  private static final int FEWEST = 3;

  /** Two rows of as many figures are a table too. */
  private static final int MANY_FIGURES = 5;

  private static final int MOST_HEADERS = 12;
  private static final int MOST_WITHOUT_FIGURES = 4;

  /** Rows stand nearer to each other than this, in heights of their type. */
  private static final double DISTANCE = 3.2;

  private static final int LONGEST_LABEL = 30;
  private static final int LONGEST_ALONE = 12;
  private static final double TIGHT = 0.5;

  /** What stands by itself above a table: its name, its number, its year, its publisher. */
  private static final Pattern TITLE = Pattern.compile("表\\d*$|年度?$|^(?:公开|附)|[:：]");

  private static final Pattern NOTE = Pattern.compile("^(?:注|备注|说明)");

  private static final int FIGURES_BESIDE_PROSE = 2;

  private static final Pattern PROSE = Pattern.compile("[。；，]");

  /** What stands above a table, and not in it. */
  private static final Pattern ABOVE = Pattern.compile("单位[:：]|(?:万元|元)[)）]?$");

  /** The end of a wrapped header: （万元） or 元）. */
  private static final Pattern UNIT = Pattern.compile("[(（]?万?元[)）]");

  /** 261-某某局 beside 主管部门: the field of a form. */
  private static final Pattern CODED = Pattern.compile("\\d{3,}[-－—].*");

  private AlignedRuns() {}

  /**
   * Rows of a table, as places among those of the page.
   *
   * @param header its first row
   * @param from its first row with figures
   * @param to behind its last row
   * @param whole whether it is a table by itself, and not merely the beginning or end of one that
   *     goes over several pages
   */
  record Run(int header, int from, int to, boolean whole) {}

  static List<Run> of(List<AlignedRow> rows) {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    while (i < rows.size()) {
      int end = end(rows, i);
      boolean whole = end > i && isTable(rows.subList(i, end));
      if (whole || (end > i && (i == 0 || end == rows.size() || hasMoney(rows.subList(i, end))))) {
        end = wrapped(rows, end);
        runs.add(new Run(begin(rows, i, runs.isEmpty() ? 0 : runs.getLast().to()), i, end, whole));
      }
      i = Math.max(end, i + 1);
    }
    headerAlone(rows, runs);
    return runs;
  }

  /** What stands last on the page may be the header of what the next begins with. */
  private static void headerAlone(List<AlignedRow> rows, List<Run> runs) {
    int end = rows.size();
    int begin = begin(rows, end, runs.isEmpty() ? 0 : runs.getLast().to());
    if (rows.subList(begin, end).stream().anyMatch(row -> row.fields().size() > 1)) {
      runs.add(new Run(begin, end, end, /* whole= */ false));
    }
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
      } else if (i == from || !(isLabel(row) || isRemark(rows.get(i - 1), row))) {
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
        && (isFull(row, FIGURES_BESIDE_PROSE)
            || fields.stream().noneMatch(field -> PROSE.matcher(field.text()).find()));
  }

  private static boolean isLabel(AlignedRow row) {
    return row.fields().stream()
        .allMatch(f -> f.text().length() <= LONGEST_LABEL && !PROSE.matcher(f.text()).find());
  }

  /** The next line of a sentence that stands in one column beside others: why a goal was missed. */
  private static boolean isRemark(AlignedRow above, AlignedRow row) {
    return row.fields().stream()
            .allMatch(
                field ->
                    !NOTE.matcher(field.text()).find()
                        && above.fields().stream()
                                .filter(f -> WrappedRows.overlap(f, field))
                                .count()
                            == 1)
        && WrappedRows.isBelowNames(above, row)
        && above.fields().getFirst().box().x() < row.fields().getFirst().box().x();
  }

  /** The rest of the name in the last row stands nearer to it than another row would. */
  private static int wrapped(List<AlignedRow> rows, int end) {
    boolean wrapped =
        end < rows.size()
            && (isLabel(rows.get(end)) || isRemark(rows.get(end - 1), rows.get(end)))
            && !rows.get(end).hasFigure()
            && WrappedRows.isBelowNames(rows.get(end - 1), rows.get(end))
            && rows.get(end).top() - rows.get(end - 1).bottom() < TIGHT * height(rows.get(end));
    return wrapped ? wrapped(rows, end + 1) : end;
  }

  private static double height(AlignedRow row) {
    return row.bottom() - row.top();
  }

  private static boolean isTable(List<AlignedRow> run) {
    long tabular = run.stream().filter(AlignedRuns::isTabular).count();
    long full = run.stream().filter(row -> isFull(row, MANY_FIGURES)).count();
    // The lines of a contents page end in whole numbers.
    return (tabular >= FEWEST || full > 1) && hasMoney(run);
  }

  private static boolean isFull(AlignedRow row, int figures) {
    return row.fields().stream().filter(AlignedRow::isFigure).count() >= figures;
  }

  private static boolean hasMoney(List<AlignedRow> run) {
    return run.stream().flatMap(row -> row.fields().stream()).anyMatch(AlignedRow::isMoney);
  }

  /** The lines of the header: also those with one field, but no title. */
  private static int begin(List<AlignedRow> rows, int from, int least) {
    int begin = from;
    while (begin > least
        && from - begin < MOST_HEADERS
        && (begin == rows.size() || isNear(rows.get(begin - 1), rows.get(begin)))
        && isHeader(rows.get(begin - 1))) {
      begin--;
    }
    return begin;
  }

  private static boolean isHeader(AlignedRow row) {
    boolean alone = row.fields().size() == 1;
    boolean several = row.fields().size() > 2;
    return row.fields().stream()
        .map(TextLine::text)
        .noneMatch(
            text ->
                (ABOVE.matcher(text).find() && !(several && UNIT.matcher(text).matches()))
                    || CODED.matcher(text).matches()
                    || PROSE.matcher(text).find()
                    || (alone && (text.length() > LONGEST_ALONE || TITLE.matcher(text).find())));
  }
}
