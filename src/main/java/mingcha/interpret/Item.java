package mingcha.interpret;

import java.math.BigDecimal;
import java.util.List;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;

/**
 * One item of a table whose rows are items, as read from any layout: 三、国防支出, 30101 基本工资, （一）行政单位.
 * Two or three such tables may stand side by side.
 *
 * @param side which of the tables side by side, from 0
 * @param section the heading above it within the table (一、政府采购情况), or null
 * @param code as printed, or null
 * @param printed its name with the enumerator before it
 * @param ordinal the number of its row within the table (行次); 0 where none is printed
 * @param figures none where it is a heading of others: 一、“三公”经费支出
 */
record Item(
    int side,
    @Nullable String section,
    @Nullable String code,
    String printed,
    int ordinal,
    List<ItemFigure> figures,
    Source source) {
  Item {
    figures = List.copyOf(figures);
  }

  /** Without spaces and without the enumerator before it. */
  String name() {
    return ItemNames.plain(printed);
  }

  /**
   * A figure of an item.
   *
   * @param labels above it, outermost first; none where they are not known
   */
  record ItemFigure(
      List<String> labels, String raw, BigDecimal value, Source source, @Nullable String doubt) {
    ItemFigure {
      labels = List.copyOf(labels);
    }

    String label() {
      return labels.isEmpty() ? "" : labels.getLast();
    }
  }
}
