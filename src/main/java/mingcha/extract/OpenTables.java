package mingcha.extract;

import java.util.ArrayList;
import java.util.List;
import mingcha.extract.AlignedRuns.Run;
import mingcha.extract.PdfScan.Glyph;

/**
 * Draws the lines of tables that have none. The columns of a table are those of all its pages: on
 * one page alone a column may be empty.
 */
final class OpenTables {
  /** Running heads and page numbers stand in this part of a page, above and below. */
  private static final double MARGIN = 0.1;

  private OpenTables() {}

  /**
   * The part of a table that stands on a page.
   *
   * @param opens whether it begins the page, and may go on with the table of the page before
   * @param ends whether it ends the page
   */
  private record Part(
      int number,
      AlignedTables page,
      List<AlignedRow> header,
      List<AlignedRow> body,
      boolean whole,
      boolean opens,
      boolean ends) {
    boolean continues(Part before) {
      return opens && before.ends && number == before.number + 1;
    }
  }

  static void draw(List<AlignedTables> pages) {
    List<Part> table = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      for (Part part : parts(i, pages.get(i))) {
        if (!table.isEmpty() && !part.continues(table.getLast())) {
          drawTable(table);
          table.clear();
        }
        table.add(part);
      }
    }
    if (!table.isEmpty()) {
      drawTable(table);
    }
  }

  private static List<Part> parts(int number, AlignedTables page) {
    List<Glyph> free = page.free();
    List<AlignedRow> rows = AlignedRow.of(free);
    List<Run> runs = AlignedRuns.of(rows);
    List<AlignedRow> fine = runs.isEmpty() ? List.of() : AlignedRow.fine(free);
    double least = MARGIN * page.height();
    List<Part> parts = new ArrayList<>();
    for (Run run : runs) {
      double top = rows.get(run.header()).top();
      double bottom = rows.get(run.to() - 1).bottom();
      List<AlignedRow> own = AlignedTables.between(fine, top, bottom);
      int from = run.from() == run.to() ? own.size() : from(own, rows.get(run.from()).top());
      boolean opens = rows.subList(0, run.header()).stream().allMatch(r -> r.bottom() < least);
      boolean ends =
          rows.subList(run.to(), rows.size()).stream()
              .allMatch(r -> r.top() > page.height() - least);
      parts.add(
          new Part(
              number,
              page,
              own.subList(0, from),
              own.subList(from, own.size()),
              run.whole(),
              opens,
              ends));
    }
    return parts;
  }

  /**
   * The first row below the header: with the numbers of the columns or amounts, and what of its
   * name is wrapped and stands above them.
   *
   * @param latest where the first row with figures begins, if it has no amounts
   */
  private static int from(List<AlignedRow> rows, double latest) {
    int from = 0;
    while (from < rows.size() && rows.get(from).middle() < latest && !isBody(rows.get(from))) {
      from++;
    }
    return WrappedRows.first(rows, from);
  }

  private static boolean isBody(AlignedRow row) {
    return row.isNumbering() || row.fields().stream().anyMatch(AlignedRow::isMoney);
  }

  /**
   * Whether the numbers of the columns say that there are more: a workbook that is printed with
   * narrow columns cuts its headers and names off where the next begin, without a gap.
   */
  private static boolean isOfOthers(AlignedRow row, OpenColumns columns) {
    List<Integer> numbered =
        row.fields().stream()
            .filter(AlignedRow::isFigure)
            .map(field -> columns.at(OpenColumns.middle(field)))
            .toList();
    return row.isNumbering() && numbered.size() > numbered.stream().distinct().count();
  }

  private static void drawTable(List<Part> parts) {
    List<AlignedRow> header = parts.getFirst().header();
    List<AlignedRow> rows = new ArrayList<>();
    parts.forEach(part -> rows.addAll(part.body()));
    if (header.isEmpty() || parts.stream().noneMatch(Part::whole)) {
      return;
    }
    OpenColumns columns = OpenColumns.of(header, rows);
    if (columns.count() < 2 || rows.stream().anyMatch(row -> isOfOthers(row, columns))) {
      return;
    }
    boolean first = true;
    for (Part part : parts) {
      List<AlignedRow> body = new ArrayList<>(first ? List.of() : part.header());
      body.addAll(part.body());
      OpenDrawing drawing = new OpenDrawing(part.page().drawn(), columns, part.page().printed());
      drawing.draw(first ? header : List.of(), body);
      first = false;
    }
  }
}
