package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mingcha.disclosure.Box;
import mingcha.extract.PdfLines.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table without lines, and where the amounts stand in them.
 *
 * @param edges from the left of the table to its right: column i is between edges i and i + 1
 * @param usual by column, where its amounts begin, have their middle, and end; null without any
 */
record OpenColumns(List<Double> edges, List<double @Nullable []> usual) {
  private static final double PADDING = 4;

  /** Amounts of a column stand as exactly below each other, by one of their three places. */
  private static final double TOLERANCE = 5;

  OpenColumns {
    edges = List.copyOf(edges);
  }

  static OpenColumns of(List<AlignedRow> header, List<AlignedRow> body) {
    List<AlignedRow> rows = new ArrayList<>(header);
    // The numbers of the columns need not stand where their amounts do.
    body.stream().filter(row -> !row.isNumbering()).forEach(rows::add);
    List<Double> edges = new ArrayList<>();
    List<TextLine> fields = fields(rows);
    edges.add(fields.stream().mapToDouble(f -> f.box().x()).min().orElse(0) - PADDING);
    edges.addAll(AlignedColumns.boundaries(rows, List.of()));
    edges.add(fields.stream().mapToDouble(OpenColumns::right).max().orElse(0) + PADDING);
    part(edges, OpenHeader.blocks(header));
    for (int i = 1; i + 1 < edges.size(); i++) {
      edges.set(i, between(edges, i, header, rows));
    }
    List<double @Nullable []> usual = new ArrayList<>();
    for (int i = 0; i + 1 < edges.size(); i++) {
      double from = edges.get(i);
      double to = edges.get(i + 1);
      List<TextLine> money =
          fields.stream()
              .filter(AlignedRow::isMoney)
              .filter(f -> middle(f) > from && middle(f) < to)
              .toList();
      usual.add(
          money.isEmpty()
              ? null
              : new double[] {
                median(money.stream().map(f -> f.box().x()).toList()),
                median(money.stream().map(OpenColumns::middle).toList()),
                median(money.stream().map(OpenColumns::right).toList())
              });
    }
    return new OpenColumns(edges, usual);
  }

  /** Headers beside each other are of several columns, also where one has no amount at all. */
  private static void part(List<Double> edges, List<Box> headers) {
    List<Box> sorted = headers.stream().sorted(Comparator.comparingDouble(Box::x)).toList();
    for (int i = 0; i + 1 < sorted.size(); i++) {
      Box a = sorted.get(i);
      for (Box b : sorted.subList(i + 1, sorted.size())) {
        double right = a.x() + a.width();
        boolean beside = b.x() >= right && a.y() < b.y() + b.height() && b.y() < a.y() + a.height();
        boolean parted = edges.stream().anyMatch(e -> e > a.x() + 1 && e < b.x() + b.width() - 1);
        if (beside && !parted) {
          edges.add((right + b.x()) / 2);
          edges.sort(Comparator.naturalOrder());
        }
      }
    }
  }

  /** The headers of single columns. */
  private static List<TextLine> leaves(List<AlignedRow> header) {
    List<TextLine> all = fields(header);
    return all.stream().filter(field -> !AlignedColumns.isOverSeveral(field, all)).toList();
  }

  private static List<TextLine> fields(List<AlignedRow> rows) {
    return rows.stream().flatMap(row -> row.fields().stream()).toList();
  }

  /** Between what stands on both sides of an edge, with no name cut if it can be. */
  private static double between(
      List<Double> edges, int i, List<AlignedRow> header, List<AlignedRow> rows) {
    double from = edges.get(i - 1);
    double at = edges.get(i);
    double to = edges.get(i + 1);
    double left = from;
    double right = to;
    for (TextLine field : fields(rows.subList(header.size(), rows.size()))) {
      double middle = middle(field);
      if (middle > from && middle < at) {
        left = Math.max(left, right(field));
      } else if (middle >= at && middle < to) {
        right = Math.min(right, field.box().x());
      }
    }
    for (TextLine field : leaves(header)) {
      double middle = middle(field);
      if (middle > from && middle < at && right(field) < right) {
        left = Math.max(left, right(field));
      } else if (middle >= at && middle < to && field.box().x() > left) {
        right = Math.min(right, field.box().x());
      }
    }
    return left < right ? (left + right) / 2 : at;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  static double right(TextLine field) {
    return field.box().x() + field.box().width();
  }

  static double middle(TextLine field) {
    return field.box().x() + field.box().width() / 2;
  }

  int count() {
    return edges.size() - 1;
  }

  /** The column of a place. */
  int at(double x) {
    int column = 0;
    while (column + 1 < count() && edges.get(column + 1) < x) {
      column++;
    }
    return column;
  }

  /** Whether each amount stands in a column of its own, where the amounts of the column do. */
  boolean fits(List<AlignedRow> row) {
    boolean[] filled = new boolean[count()];
    for (AlignedRow line : row) {
      for (TextLine field : line.fields()) {
        if (AlignedRow.isMoney(field)) {
          int column = at(middle(field));
          if (filled[column] || !fits(field, column)) {
            return false;
          }
          filled[column] = true;
        }
      }
    }
    return true;
  }

  private boolean fits(TextLine field, int column) {
    double[] places = usual.get(column);
    boolean crosses = at(field.box().x() + 1) != column || at(right(field) - 1) != column;
    return !crosses
        && places != null
        && (Math.abs(places[0] - field.box().x()) < TOLERANCE
            || Math.abs(places[1] - middle(field)) < TOLERANCE
            || Math.abs(places[2] - right(field)) < TOLERANCE);
  }
}
