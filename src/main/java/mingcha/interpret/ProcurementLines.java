package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.disclosure.TableRef;
import mingcha.interpret.Item.ItemFigure;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of 政府采购预算表 and its like: goods, works and services (政府采购法 article 2) by project, item
 * and source of money. The columns differ by province; 合计 is the whole disclosure's procurement.
 */
final class ProcurementLines {
  private static final Pattern TOTAL_LABEL = Pattern.compile(".*(?:合计|总计|小计).*");
  private static final Pattern AMOUNT_LABEL = Pattern.compile(".*(?:金额|预算|采购数|决算|支出|执行数|资金).*");
  private static final Pattern COUNT_LABEL = Pattern.compile(".*(?:数量|件数|台数|人数|率|比例)");

  /** What is planned is not what was bought, and what is set aside is a part of it. */
  private static final Pattern PLANNED = Pattern.compile(".*(?:计划|预算).*");

  private static final Pattern PART = Pattern.compile(".*(?:预留|中小|小微|单价|其中|上年).*");

  private final boolean budget;
  private final LabelledFigures labelled;

  ProcurementLines(boolean budget, LabelledFigures labelled) {
    this.budget = budget;
    this.labelled = labelled;
  }

  List<DraftEntry> lines(TableRegion region, List<String> path) {
    boolean grid = region.body().stream().anyMatch(line -> line.filled().size() > 1);
    List<ProcurementRow> rows =
        grid ? GridProcurement.read(region.body()) : FlatProcurement.read(region.body());
    List<DraftEntry> lines = new ArrayList<>();
    for (ProcurementRow row : rows) {
      lines.add(line(region, row, path));
    }
    return lines;
  }

  private DraftEntry line(TableRegion region, ProcurementRow row, List<String> path) {
    int main = main(row.figures());
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < row.figures().size(); i++) {
      readings.add(reading(region, row, row.figures().get(i), i == main));
    }
    return new DraftEntry(
        EntryKind.LINE,
        row.name(),
        region.title() + " " + row.text(),
        path,
        row.total() ? Scope.DISCLOSURE : Scope.OTHER,
        new TableRef(region.form().id(), region.title(), region.number()),
        null,
        readings,
        List.of(),
        row.source());
  }

  /** Which of a row's figures is its amount: under 合计, or else under the first that names money. */
  private int main(List<ItemFigure> figures) {
    for (Pattern label : List.of(TOTAL_LABEL, AMOUNT_LABEL)) {
      for (int i = 0; i < figures.size(); i++) {
        ItemFigure figure = figures.get(i);
        String all = String.join("", figure.labels());
        if (label.matcher(figure.label()).matches()
            && !isCount(figure)
            && !PART.matcher(all).matches()
            && (budget || !PLANNED.matcher(all).matches())) {
          return i;
        }
      }
    }
    return -1;
  }

  private Reading reading(TableRegion region, ProcurementRow row, ItemFigure figure, boolean main) {
    Source at = figure.source();
    Source source = at.inTable(region.title(), at.row(), at.column());
    Reading plain =
        labelled.reading(Figures.whole(figure.raw()).orElseThrow(), figure.labels(), source);
    if (isCount(figure)) {
      return plain;
    }
    String metric = !main ? null : row.total() ? "procurement" : amount();
    Stage stage = budget || !main ? stage(figure) : Stage.FINAL;
    if (!"元".equals(plain.unit())) {
      return Money.inTable(
          metric,
          stage,
          figure.labels(),
          figure.value(),
          figure.raw(),
          region.unit(),
          figure.doubt(),
          source);
    }
    return new Reading(
        metric,
        stage,
        plain.label(),
        plain.labelPath(),
        plain.value(),
        plain.unit(),
        plain.raw(),
        plain.printedUnit(),
        plain.basis(),
        null,
        figure.doubt(),
        source);
  }

  private String amount() {
    return budget ? "budget_initial" : "executed";
  }

  private @Nullable Stage stage(ItemFigure figure) {
    if (String.join("", figure.labels()).contains("上年")) {
      return Stage.PRIOR;
    }
    if (budget) {
      return Stage.INITIAL;
    }
    return PLANNED.matcher(String.join("", figure.labels())).matches() ? null : Stage.FINAL;
  }

  private static boolean isCount(ItemFigure figure) {
    return COUNT_LABEL.matcher(figure.label()).matches();
  }
}
