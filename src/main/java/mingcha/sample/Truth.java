package mingcha.sample;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of one sample disclosure, in the words of {@code mingcha.disclosure}; printed beside
 * it as JSON. Money in 元, rates in per cent; {@code raw} is always as printed, without the unit.
 *
 * @param statements what the narrative says of the whole disclosure
 * @param completions what it says of a subject's initial budget
 * @param planted errors in the file, of which the figures here know nothing
 */
record Truth(
    String notice,
    Identity disclosure,
    List<Line> lines,
    List<Statement> statements,
    List<Completion> completions,
    List<ProjectTruth> projects,
    List<PlantedTruth> planted) {

  /**
   * An error in the file.
   *
   * @param error its name
   * @param rule that has to find it
   * @param where the words or the figure that the finding must show; may be empty
   */
  record PlantedTruth(String error, String rule, String where) {}

  Truth with(List<PlantedTruth> errors) {
    return new Truth(
        notice, disclosure, lines, statements, completions, projects, List.copyOf(errors));
  }

  record Identity(
      String title,
      String publisher,
      List<String> region,
      String regionCode,
      int year,
      String type,
      String caliber) {}

  /**
   * A row of a statutory table; {@code code} is null in the row 合计. Empty cells are left out.
   *
   * @param number of the table as printed, {@code 03}
   */
  record Line(
      String form, String number, @Nullable String code, String name, List<LineCell> cells) {}

  record LineCell(String label, BigDecimal value, String raw) {}

  /** A figure of a sentence or of a project's form. */
  record Figure(
      String metric,
      @Nullable String stage,
      String basis,
      BigDecimal value,
      String unit,
      String raw,
      String printedUnit) {}

  record Statement(String heading, List<Figure> figures) {}

  /**
   * 年初预算为…，支出决算为…，完成年初预算的…%.
   *
   * @param code of the subject, empty for the whole
   * @param rate null where nothing was budgeted
   */
  record Completion(
      String name,
      String code,
      BigDecimal budgetInitial,
      BigDecimal executed,
      @Nullable BigDecimal rate,
      List<Figure> figures) {}

  /**
   * A funded project. The first fields sum up what {@code figures} has in full.
   *
   * @param rateInNarrative null where the narrative states none
   * @param redemptionRate 核销率, null unless it is a voucher campaign
   */
  record ProjectTruth(
      String name,
      String subject,
      boolean voucher,
      String execution,
      BigDecimal budgetInitial,
      BigDecimal budgetAdjusted,
      BigDecimal executed,
      BigDecimal rateInTable,
      @Nullable BigDecimal rateInNarrative,
      BigDecimal score,
      String grade,
      @Nullable BigDecimal redemptionRate,
      List<Figure> figures,
      List<IndicatorTruth> indicators) {}

  record IndicatorTruth(
      String family,
      String kind,
      String name,
      String target,
      String attained,
      String unit,
      int weight,
      BigDecimal score) {}
}
