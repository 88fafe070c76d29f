package mingcha.sample;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of one sample disclosure; printed beside it as JSON. Money in 元, rates in per cent.
 */
record Truth(
    Identity identity, List<Cell> cells, List<Project> projects, List<Completion> completions) {
  Truth {
    cells = List.copyOf(cells);
    projects = List.copyOf(projects);
    completions = List.copyOf(completions);
  }

  record Identity(
      String title,
      String publisher,
      List<String> region,
      String regionCode,
      int year,
      String type,
      String caliber) {}

  /** A printed figure of a statutory table; {@code code} is null in the row 合计. */
  record Cell(
      String form,
      @Nullable String code,
      String name,
      String column,
      BigDecimal value,
      String raw) {}

  /** A funded project. {@code rateInNarrative} is null where the narrative states none. */
  record Project(
      String name,
      BigDecimal budgetInitial,
      BigDecimal budgetAdjusted,
      BigDecimal executed,
      BigDecimal rateInTable,
      @Nullable BigDecimal rateInNarrative,
      BigDecimal score,
      String grade) {}

  /** A sentence of the narrative on an item's initial budget and what became of it. */
  record Completion(
      String item, BigDecimal budgetInitial, BigDecimal executed, BigDecimal completionRate) {}
}
