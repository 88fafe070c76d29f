package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.extract.Block.GridCell;
import mingcha.text.Figure;
import mingcha.text.Figures;
import mingcha.text.Lexicon;

/**
 * Makes {@code row} entries of a table that is none of the known ones: each row with its figures
 * under the labels as printed. A figure has a metric only where its label is the name of one and
 * its unit agrees.
 */
final class RowEntries {
  private static final int LONGEST_NAME = 60;
  private static final Pattern ORDINAL_LABEL = Pattern.compile("序号|行次|编号|.*编码|.*代码|年度|年份|.*电话");

  private final LabelledFigures figures;
  private final OtherTables.Found table;

  RowEntries(Lexicon lexicon, Metrics metrics, OtherTables.Found table) {
    this.figures =
        new LabelledFigures(lexicon, metrics, table.ref().title(), table.unit().orElse(null));
    this.table = table;
  }

  /**
   * @param consumed the sources of cells that something else was made of
   */
  List<DraftEntry> entries(List<String> path, Set<Source> consumed) {
    List<DraftEntry> entries = new ArrayList<>();
    for (Line row : table.rows()) {
      List<GridCell> free =
          row.filled().stream().filter(cell -> !consumed.contains(cell.source())).toList();
      if (!free.isEmpty() && !isOrdinals(free)) {
        entry(row, free, path).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private Optional<DraftEntry> entry(Line row, List<GridCell> cells, List<String> path) {
    List<Reading> readings = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (GridCell cell : cells) {
      Optional<Figure> figure = Figures.whole(cell.text());
      List<String> labels = table.header().path(cell.column());
      String label = labels.isEmpty() ? "" : labels.getLast();
      if (figure.isPresent() && !ORDINAL_LABEL.matcher(label).matches()) {
        Reading reading = figures.reading(figure.get(), labels, cell.source());
        readings.add(isRevenue(name) ? withoutExecuted(reading) : reading);
      } else if (figure.isEmpty() && readings.isEmpty() && name.length() < LONGEST_NAME) {
        name.append(name.isEmpty() ? "" : " ").append(Line.compact(Line.clean(cell.text())));
      }
    }
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    String title = table.ref().title();
    String shown = name.isEmpty() ? (title.isEmpty() ? row.text() : title) : name.toString();
    return Optional.of(
        new DraftEntry(
            EntryKind.ROW,
            shown.length() <= LONGEST_NAME ? shown : shown.substring(0, LONGEST_NAME) + "…",
            (title.isEmpty() ? "" : title + " ") + row.text(),
            path,
            Scope.OTHER,
            table.ref(),
            null,
            readings,
            List.of(),
            row.source()));
  }

  /** 决算数 of 税收收入 is what came in, and nothing that was spent. */
  private static boolean isRevenue(StringBuilder name) {
    return name.indexOf("收入") >= 0 && name.indexOf("支出") < 0;
  }

  private static Reading withoutExecuted(Reading reading) {
    return "executed".equals(reading.metric())
        ? new Reading(
            null,
            reading.stage(),
            reading.label(),
            reading.labelPath(),
            reading.value(),
            reading.unit(),
            reading.raw(),
            reading.printedUnit(),
            reading.basis(),
            reading.formula(),
            reading.doubt(),
            reading.source())
        : reading;
  }

  /** The row with 1 2 3 … below a header. */
  private static boolean isOrdinals(List<GridCell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).text().strip().equals(Integer.toString(i + 1))) {
        return false;
      }
    }
    return cells.size() > 1;
  }
}
