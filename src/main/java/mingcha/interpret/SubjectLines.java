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
  private final ColumnWords words;

  SubjectLines(Lexicon lexicon, ColumnWords words) {
    this.lexicon = lexicon;
    this.words = words;
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
    List<String> labels = column == null ? List.of() : column.path();
    String metric =
        column == null ? null : metric(region.form(), table, column, row.code() == null);
    return Money.inColumn(
        ColumnWords.isChange(labels)
            ? words.changeOf(mainMetric(region.form(), row.code() == null), labels, figure.raw())
            : metric,
        stage(metric, labels),
        labels,
        figure.value(),
        figure.raw(),
        region.unit(),
        column == null && figure.doubt() == null ? "no header above" : figure.doubt(),
        figure.source().inTable(region.title(), figure.source().row(), figure.source().column()));
  }

  private @Nullable Stage stage(@Nullable String metric, List<String> labels) {
    if ("budget_initial".equals(metric)) {
      return Stage.INITIAL;
    }
    if ("budget_adjusted".equals(metric)) {
      return Stage.ADJUSTED;
    }
    return words.stage(labels);
  }

  /**
   * The total column of a subject's line is what was executed; of the whole disclosure (合计) it is
   * the revenue and the expenditure. The income of one subject has no metric of its own.
   */
  private @Nullable String metric(Form form, SubjectTable table, Column column, boolean total) {
    String label = column.label();
    if (ColumnWords.isRate(column.path(), "")) {
      return words.isPrior(column.path()) || form == Form.INCOME
          ? null
          : ColumnWords.rateReached(column.path());
    }
    if (label.contains("率") || !words.isOwnMoney(column.path(), "")) {
      return null;
    }
    if (label.contains("年初预算") || isInitial(table, label)) {
      return "budget_initial";
    }
    if (label.matches("(?:全年|(?:调整|变动)后?的?)预算.*")) {
      return "budget_adjusted";
    }
    if (isOf("基本支出", column)) {
      return "basic_expenditure";
    }
    if (isOf("项目支出", column)) {
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
            || (budget() && label.matches("(?:20\\d{2}年)?(?:金额|(?:本年)?预算数?|总计)"));
    boolean main = column.equals(mainColumn(form, table));
    return sum && (main || label.contains("决算数")) ? mainMetric(form, total) : null;
  }

  /** Also 小计 of its parts below it. */
  private static boolean isOf(String expenditure, Column column) {
    List<String> path = column.path();
    boolean sum = path.size() > 1 && column.label().matches("小计|合计");
    return column.label().contains(expenditure)
        || (sum && path.get(path.size() - 2).equals(expenditure));
  }

  /** 预算数 beside 调整预算数 is what was approved first. */
  private boolean isInitial(SubjectTable table, String label) {
    return !budget()
        && label.matches("(?:20\\d{2}年)?预算数?")
        && table.columns().stream().anyMatch(c -> c.label().matches("(?:调整|变动)后?的?预算.*"));
  }

  /** 年初结转和结余 and 本年收入 stand left of 本年支出 in the tables of funds and in older ones. */
  private static boolean isBeside(Form form, String labels) {
    return form != Form.INCOME
        && (labels.contains("结转") || labels.contains("结余") || labels.contains("收入"));
  }

  private @Nullable Column mainColumn(Form form, SubjectTable table) {
    return table.columns().stream()
        .filter(c -> words.isOwnMoney(c.path(), ""))
        .filter(c -> !isBeside(form, String.join("", c.path())))
        .findFirst()
        .orElse(null);
  }

  private @Nullable String mainMetric(Form form, boolean total) {
    if (form == Form.INCOME) {
      return total ? "revenue" : null;
    }
    if (form == Form.EXPENDITURE && total) {
      return "expenditure";
    }
    return budget() ? "budget_initial" : "executed";
  }

  private boolean budget() {
    return words.budget();
  }
}
