package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Stage;
import mingcha.disclosure.Subject;
import mingcha.disclosure.TableRef;
import mingcha.interpret.SubjectTable.Column;
import mingcha.interpret.SubjectTable.Figure;
import mingcha.interpret.SubjectTable.Row;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/** Makes lines of the tables whose rows are subjects: 收入决算表, 支出决算表, 一般公共预算财政拨款支出决算表. */
final class SubjectLines {
  private final Lexicon lexicon;
  private final boolean budget;

  /**
   * @param budget whether the disclosure is a budget, whose bare figures are the initial ones
   */
  SubjectLines(Lexicon lexicon, boolean budget) {
    this.lexicon = lexicon;
    this.budget = budget;
  }

  static boolean reads(Form form) {
    return switch (form) {
      case INCOME, EXPENDITURE, GENERAL_EXPENDITURE, GOVERNMENT_FUND, STATE_CAPITAL -> true;
      default -> false;
    };
  }

  SubjectTable table(TableRegion region) {
    boolean grid = region.body().stream().anyMatch(line -> line.filled().size() > 2);
    return grid
        ? GridTableReader.read(region.body())
        : FlatTableReader.read(region.form(), region.body(), lexicon);
  }

  List<DraftEntry> lines(TableRegion region, SubjectTable table, List<String> path) {
    TableRef ref = new TableRef(region.form().id(), region.title(), region.number());
    List<DraftEntry> lines = new ArrayList<>();
    for (Row row : table.rows()) {
      if (row.code() == null && row.figures().isEmpty()) {
        continue; // 合计 of an empty table says nothing
      }
      List<Reading> readings = new ArrayList<>();
      for (Figure figure : row.figures()) {
        readings.add(reading(region, table, row, figure));
      }
      Subject subject = row.code() == null ? null : new Subject(row.code(), name(row));
      lines.add(
          new DraftEntry(
              EntryKind.LINE,
              subject == null ? "合计" : subject.name(),
              region.title() + " " + (row.code() == null ? "" : row.code() + " ") + name(row),
              path,
              subject == null ? Scope.DISCLOSURE : Scope.SUBJECT,
              ref,
              subject,
              readings,
              List.of(),
              row.source()));
    }
    return lines;
  }

  /** What the disclosure prints always wins over the lexicon. */
  private String name(Row row) {
    String code = row.code();
    return row.name().isEmpty() && code != null
        ? lexicon.subjectName(code).orElse(code)
        : row.name();
  }

  private Reading reading(TableRegion region, SubjectTable table, Row row, Figure figure) {
    boolean known = figure.column() >= 0 && figure.column() < table.columns().size();
    Column column = known ? table.columns().get(figure.column()) : null;
    String metric =
        column == null ? null : metric(region.form(), column, figure.column(), row.code() == null);
    Stage stage = stage(metric, column);
    return Money.inTable(
        metric,
        stage,
        column == null ? List.of() : column.path(),
        figure.value(),
        figure.raw(),
        region.unit(),
        column == null && figure.doubt() == null ? "no header above" : figure.doubt(),
        figure.source().inTable(region.title(), figure.source().row(), figure.source().column()));
  }

  private @Nullable Stage stage(@Nullable String metric, @Nullable Column column) {
    String label = column == null ? "" : String.join("", column.path());
    if ("budget_initial".equals(metric)) {
      return Stage.INITIAL;
    }
    if ("budget_adjusted".equals(metric)) {
      return Stage.ADJUSTED;
    }
    if (label.contains("上年")) {
      return Stage.PRIOR;
    }
    return budget ? Stage.INITIAL : Stage.FINAL;
  }

  /**
   * The total column of a subject's line is what was executed; of the whole disclosure (合计) it is
   * the revenue and the expenditure. The income of one subject has no metric of its own.
   */
  private @Nullable String metric(Form form, Column column, int index, boolean total) {
    String label = column.label();
    if (label.contains("%") || label.contains("％") || label.contains("率")) {
      return null;
    }
    if (label.contains("上年") || String.join("", column.path()).contains("上年")) {
      return null;
    }
    if (label.contains("年初预算")) {
      return "budget_initial";
    }
    if (label.startsWith("全年预算") || label.startsWith("调整预算")) {
      return "budget_adjusted";
    }
    if (label.contains("基本支出")) {
      return "basic_expenditure";
    }
    if (label.contains("项目支出")) {
      return "project_expenditure";
    }
    if (label.startsWith("人员经费")) {
      return "personnel";
    }
    if (label.contains("公用经费")) {
      return "public_funds";
    }
    if (form == Form.INCOME && label.equals("财政拨款收入")) {
      return "fiscal_appropriation";
    }
    boolean sum =
        label.contains("合计")
            || label.equals("小计")
            || label.contains("决算数")
            || (budget && label.matches("金额|(?:本年)?预算数?|总计"));
    if (!sum || !(index == 0 || label.contains("决算数"))) {
      return null;
    }
    if (form == Form.INCOME) {
      return total ? "revenue" : null;
    }
    if (form == Form.EXPENDITURE && total) {
      return "expenditure";
    }
    return budget ? "budget_initial" : "executed";
  }
}
