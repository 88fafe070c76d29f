package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Form;
import mingcha.disclosure.Source;
import mingcha.interpret.SubjectTable.Column;
import mingcha.interpret.SubjectTable.Figure;
import mingcha.interpret.SubjectTable.OpenRow;
import mingcha.text.Figures;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of subjects whose grid is lost: the text of a PDF, with a row broken over lines,
 * its name wrapped in the middle and its figures parted by spaces; or one cell a line.
 *
 * <pre>
 * table = header {row}
 * row   = (code | 合计) {fragment of the name | figure}
 * </pre>
 */
final class FlatTableReader {
  private static final Pattern TOTAL = Pattern.compile("^(?:合\\s*计|总\\s*计)(?=\\s|\\d|$)");
  private static final Pattern CODE =
      Pattern.compile("^([12]\\d{2}(?:\\d{2}){0,2})(?![\\d.,，．])[\\s-]*(.*)$");
  private static final Pattern ORDINALS = Pattern.compile("^(?:栏|档)\\s*次\\s*(.*)$");

  /** Figures printed with two decimals, glued together where a column's edge was. */
  private static final Pattern GLUED =
      Pattern.compile("(?:-?\\d{1,3}(?:,\\d{3})*\\.\\d{2}|-?\\d+\\.\\d{2}){2,}");

  private static final Pattern ONE_OF_GLUED =
      Pattern.compile("-?\\d{1,3}(?:,\\d{3})*\\.\\d{2}|-?\\d+\\.\\d{2}");
  private static final Pattern NAME_BEFORE_FIGURE =
      Pattern.compile("^(.*[\\p{IsHan}）)])(-?[\\d,]+\\.\\d{1,4})$");
  private static final int LONGEST_FRAGMENT = 40;

  private final Lexicon lexicon;
  private final StringBuilder header = new StringBuilder();
  private final List<String> headerLines = new ArrayList<>();
  private final Set<String> headers = new HashSet<>();
  private final List<OpenRow> rows = new ArrayList<>();
  private int ordinals;
  private boolean inOrdinals;

  private FlatTableReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  static SubjectTable read(Form form, List<Line> body, Lexicon lexicon) {
    FlatTableReader reader = new FlatTableReader(lexicon);
    for (Line line : body) {
      reader.line(line);
    }
    return reader.table(form);
  }

  private void line(Line line) {
    String text = String.join(" ", line.words());
    if (!rows.isEmpty() && headers.contains(line.compact())) {
      return; // printed again where a page begins
    }
    Matcher total = TOTAL.matcher(text);
    if (total.find() && (inOrdinals || header.length() > 0) && beginsRows(text, total.end())) {
      inOrdinals = false;
      rows.add(new OpenRow(null, line.source()));
      rest(text.substring(total.end()), line.source());
      return;
    }
    Matcher code = CODE.matcher(text);
    if (code.matches() && isCode(code.group(1), code.group(2))) {
      inOrdinals = false;
      rows.add(new OpenRow(code.group(1), line.source()));
      rest(code.group(2), line.source());
    } else if (rows.isEmpty()) {
      header(text);
    } else {
      rest(text, line.source());
    }
  }

  /** In a header 合计 is a column's label: other labels follow it, or figures have not begun. */
  private boolean beginsRows(String text, int end) {
    String rest = text.substring(end).strip();
    if (!rest.isEmpty()) {
      return figures(rest) != null;
    }
    return inOrdinals || ordinals > 0;
  }

  private void header(String text) {
    headers.add(Line.compact(text));
    Matcher matcher = ORDINALS.matcher(text);
    if (matcher.matches()) {
      inOrdinals = true;
      count(matcher.group(1));
    } else if (inOrdinals) {
      count(text);
    } else {
      header.append(Line.compact(text));
      headerLines.add(text);
    }
  }

  private void count(String text) {
    for (String token : text.strip().split("\\s+")) {
      if (token.equals(Integer.toString(ordinals + 1))) {
        ordinals++;
      }
    }
  }

  /** Whether digits at the beginning of a line are a subject code, and no amount in 元. */
  private boolean isCode(String digits, String rest) {
    if (rest.isEmpty() && !rows.isEmpty()) {
      OpenRow row = rows.getLast();
      boolean full = ordinals > 0 && row.figures.size() >= ordinals;
      boolean amountIsDue = row.code == null || !row.name.isEmpty();
      if (!full && amountIsDue && !isKnown(digits)) {
        return false;
      }
    }
    return true;
  }

  private boolean isKnown(String digits) {
    if (lexicon.subjectName(digits).isPresent()) {
      return true;
    }
    for (int i = rows.size() - 1; i >= 0; i--) {
      String code = rows.get(i).code;
      if (code != null) {
        return digits.startsWith(code) || digits.substring(0, 3).equals(code.substring(0, 3));
      }
    }
    return false;
  }

  /** What follows the code: a fragment of the name, figures, or one behind the other. */
  private void rest(String text, Source source) {
    String rest = text.strip();
    if (rest.isEmpty()) {
      return;
    }
    OpenRow row = rows.getLast();
    String[] tokens = rest.split("\\s+");
    int first = tokens.length;
    List<List<BigDecimal>> values = new ArrayList<>();
    while (first > 0) {
      List<BigDecimal> figure = figures(tokens[first - 1]);
      if (figure == null) {
        break;
      }
      values.addFirst(figure);
      first--;
    }
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < first; i++) {
      name.append(tokens[i]);
    }
    Matcher glued = NAME_BEFORE_FIGURE.matcher(name);
    if (glued.matches()) {
      name = new StringBuilder(glued.group(1));
      Figures.cell(glued.group(2)).ifPresent(v -> values.addFirst(List.of(v)));
    }
    if (name.length() > 0 && name.length() <= LONGEST_FRAGMENT && row.code != null) {
      row.name(name.toString());
    }
    for (List<BigDecimal> group : values) {
      for (BigDecimal value : group) {
        row.figures.add(new Figure(-1, "", value, source, null));
      }
    }
    rawFigures(row, rest, values.stream().mapToInt(List::size).sum());
  }

  /** Gives the last figures their text as printed. */
  private static void rawFigures(OpenRow row, String text, int count) {
    if (count == 0) {
      return;
    }
    List<String> raws = new ArrayList<>();
    Matcher matcher =
        Pattern.compile("[(（]?-?\\d[\\d,]*(?:\\.\\d{2}(?=\\d+[.,])|\\.\\d+)?[)）]?").matcher(text);
    while (matcher.find()) {
      raws.add(matcher.group());
    }
    int from = row.figures.size() - count;
    for (int i = 0; i < count; i++) {
      Figure figure = row.figures.get(from + i);
      int at = raws.size() - count + i;
      String raw = at >= 0 ? raws.get(at) : figure.value().toPlainString();
      row.figures.set(from + i, new Figure(-1, raw, figure.value(), figure.source(), null));
    }
  }

  private static @Nullable List<BigDecimal> figures(String text) {
    List<BigDecimal> result = new ArrayList<>();
    for (String token : text.strip().split("\\s+")) {
      if (GLUED.matcher(token).matches()) {
        Matcher matcher = ONE_OF_GLUED.matcher(token);
        while (matcher.find()) {
          Figures.cell(matcher.group()).ifPresent(result::add);
        }
        continue;
      }
      Optional<BigDecimal> value = Figures.cell(token);
      if (value.isEmpty()) {
        return null;
      }
      result.add(value.get());
    }
    return result;
  }

  private SubjectTable table(Form form) {
    List<Column> columns = new ArrayList<>();
    int widest = rows.stream().mapToInt(row -> row.figures.size()).max().orElse(0);
    List<String> printed = ColumnLabels.ofLine(headerLines, widest);
    for (String label : printed.isEmpty() ? ColumnLabels.in(form, header.toString()) : printed) {
      columns.add(new Column(label, List.of(label)));
    }
    List<SubjectTable.Row> closed = new ArrayList<>();
    for (OpenRow row : rows) {
      if (!row.figures.isEmpty()) {
        closed.add(row.close());
      }
    }
    return new SubjectTable(columns, ColumnPlacer.place(closed, columns.size()));
  }
}
