package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Form;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a statutory table.
 *
 * @param number as printed, {@code 03}
 * @param unit as printed, {@code 万元}
 * @param lines all below the title
 * @param body header rows and rows, without captions and notes
 * @param note printed below or in place of the table, "本表无数据"
 * @param caption printed between title and header
 */
record TableRegion(
    Form form,
    String title,
    @Nullable String number,
    @Nullable String unit,
    Line head,
    List<Line> lines,
    List<Line> body,
    @Nullable String note,
    @Nullable String caption) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:公开|附|预算|决算)\\s*(?:表\\s*)?(\\d{1,2})\\s*表?|^(?:公开|附)?表\\s*(\\d{1,2}|[一二三四五六七八九十]{1,3})$");
  private static final Pattern UNIT =
      Pattern.compile("(?:单位|金额)\\s*[:：]?\\s*[(（]?(亿元|百万元|万元|千元|百元|元)");
  private static final Pattern CAPTION =
      Pattern.compile(
          "^(?:公开\\d+表|(?:[预决]算)?(?:公开|附)?表(?:\\d+|[一二三四五六七八九十]{1,3})(?:-\\d)?|[预决]算\\d+表"
              + "|(?:编制|填报|预算|公开|申报|所属)?(?:部门|单位)(?:[(（]单位[)）])?(?:名称|公章)?[:：].*"
              + "|[（(]?(?:金额)?单位[:：]?.{0,4}元.*|(?:19|20)\\d{2}年度?)$");
  private static final Pattern TABLE_NUMBER =
      Pattern.compile("公开\\d+表|(?:[预决]算)?(?:公开|附)?表(?:\\d+|[一二三四五六七八九十]{1,3})(?:-\\d)?|[预决]算\\d+表");
  private static final Pattern REST_OF_TITLE = Pattern.compile("(?:[预决]?算)?(?:情况|明细)?表");
  private static final Pattern NOTE = Pattern.compile("^(?:[*※]?注|备注|说明|注释)[\\d]?[:：].*");

  TableRegion {
    lines = List.copyOf(lines);
    body = List.copyOf(body);
  }

  TableRegion withUnit(String printed) {
    return new TableRegion(form, title, number, printed, head, lines, body, note, caption);
  }

  /** The table whose title is at {@code from}; it ends before {@code to}. */
  static TableRegion of(FormTitles.Title title, List<Line> lines, int from, int to) {
    String number = null;
    String unit = unit(title.text());
    StringBuilder note = new StringBuilder();
    List<String> captions = new ArrayList<>();
    List<Line> body = new ArrayList<>();
    for (int i = from + 1; i < to; i++) {
      Line line = lines.get(i);
      String text = line.compact();
      if (!note.isEmpty()) {
        note.append(NOTE.matcher(text).matches() ? "\n" : "").append(line.text());
      } else if (NOTE.matcher(text).matches()) {
        note.append(line.text());
      } else if (body.isEmpty()
          && (isCaption(text, line) || (i == from + 1 && isRestOfTitle(line)))) {
        number = number == null ? number(text) : number;
        unit = unit == null ? unit(text) : unit;
        captions.add(line.text());
      } else {
        body.add(line);
      }
    }
    if (number == null && from > 0) {
      number =
          CAPTION.matcher(lines.get(from - 1).compact()).matches()
              ? number(lines.get(from - 1).compact())
              : null;
    }
    String noted = note.isEmpty() ? null : note.toString();
    return new TableRegion(
        title.form(),
        title.text(),
        number,
        unit,
        lines.get(from),
        lines.subList(from + 1, to),
        SingleCells.grid(body).orElse(body),
        noted,
        captions.isEmpty() ? null : String.join(" ", captions));
  }

  /** What is left of a title that did not fit its line. */
  static boolean isRestOfTitle(Line line) {
    return !line.isRow() && REST_OF_TITLE.matcher(line.compact()).matches();
  }

  /** The number of a table alone: 公开06表, 预算公开表6. */
  static boolean isNumber(Line line) {
    return line.filled().size() <= 1 && TABLE_NUMBER.matcher(line.compact()).matches();
  }

  static boolean isNote(Line line) {
    return NOTE.matcher(line.compact()).matches();
  }

  /** A caption may stand in a row of the grid, and several on one line. */
  private static boolean isCaption(String text, Line line) {
    if (CAPTION.matcher(text).matches()) {
      return true;
    }
    if (!line.isRow()) {
      // 公开04表　单位：元
      return line.words().size() > 1
          && line.words().stream().allMatch(word -> CAPTION.matcher(word).matches());
    }
    return line.filled().stream()
        .allMatch(cell -> CAPTION.matcher(Line.compact(cell.text())).matches());
  }

  static boolean isCaption(Line line) {
    return isCaption(line.compact(), line);
  }

  private static @Nullable String number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  private static @Nullable String unit(String text) {
    Matcher matcher = UNIT.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }
}
