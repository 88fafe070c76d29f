package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are subjects, as read from any layout.
 *
 * @param columns of figures, from left to right
 */
record SubjectTable(List<Column> columns, List<Row> rows) {
  SubjectTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A column of figures.
   *
   * @param path the headers above the label, outermost first, ending with it; without spaces
   */
  record Column(String label, List<String> path) {
    Column {
      path = List.copyOf(path);
    }
  }

  /**
   * A figure, and where it was printed.
   *
   * @param column index into the table's columns; -1 where it is not known
   */
  record Figure(int column, String raw, BigDecimal value, Source source, @Nullable String doubt) {
    Figure at(int newColumn, @Nullable String newDoubt) {
      return new Figure(newColumn, raw, value, source, newDoubt);
    }
  }

  /**
   * A row.
   *
   * @param code null for 合计
   */
  record Row(@Nullable String code, String name, List<Figure> figures, Source source) {
    Row {
      figures = List.copyOf(figures);
    }

    Row with(List<Figure> placed) {
      return new Row(code, name, placed, source);
    }

    /** Whether every figure has its column. */
    boolean isPlaced() {
      return figures.stream().allMatch(figure -> figure.column() >= 0);
    }
  }

  /** A row that is still being read. */
  static final class OpenRow {
    final @Nullable String code;
    final Source source;
    final StringBuilder name = new StringBuilder();
    final List<Figure> figures = new ArrayList<>();

    OpenRow(@Nullable String code, Source source) {
      this.code = code;
      this.source = source;
    }

    void name(String fragment) {
      name.append(Line.compact(fragment));
    }

    Row close() {
      return new Row(code, code == null ? "合计" : name.toString(), figures, source);
    }
  }
}
