package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Form;
import mingcha.disclosure.Source;
import mingcha.interpret.Item.ItemFigure;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of a table whose grid is lost: the text of a PDF, or one cell a line. Names may
 * be wrapped, and a figure may be glued to what stood right of it ({@code 62.5730201}).
 *
 * <pre>
 * table = header {item}
 * item  = [ordinal] (code [name] | name) [ordinal] {figure}
 * </pre>
 */
final class FlatItems {
  /**
   * Where a cell ends though no space shows it: after two decimals, between word and number; but
   * 单价100万元（含）以上设备 is one name.
   */
  private static final Pattern GLUE =
      Pattern.compile(
          "(?<=\\d\\.\\d{2})(?=\\d)"
              + "|(?<=\\d)(?=[\\p{IsHan}（(])(?!万元(?:[（(]含|及?以上))"
              + "|(?<=[\\p{IsHan}）)])(?=-?\\d)(?!\\d+万元(?:[（(]含|及?以上))");

  private static final Pattern ECONOMIC_CODE = Pattern.compile("[3-5]\\d{2}(?:\\d{2})?");
  private static final Pattern ORDINAL = Pattern.compile("\\d{1,3}");
  private static final Pattern CUT_AMOUNT =
      Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)\\.\\d?");
  private static final Pattern LONE_DIGITS = Pattern.compile("\\d{1,2}");
  private static final Pattern HEADER_WORD = Pattern.compile("项目|行次|统计数|栏次");
  private static final Pattern HEADER_END = Pattern.compile("^[栏档行]\\s*次.*");

  private final Form form;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder header = new StringBuilder();
  private final List<String> headerLines = new ArrayList<>();

  /** The lines of the header, which may be printed again where a page begins. */
  private final Set<String> headers = new HashSet<>();

  private final List<Item> items = new ArrayList<>();

  private int side;
  private String code = "";
  private final StringBuilder name = new StringBuilder();
  private boolean numbered;
  private int ordinal;
  private List<ItemFigure> figures = new ArrayList<>();
  private @Nullable Source begin;
  private @Nullable Source before;
  private @Nullable String section;

  private FlatItems(Form form) {
    this.form = form;
  }

  static List<Item> read(Form form, List<Line> body) {
    FlatItems reader = new FlatItems(form);
    reader.tokenize(body);
    reader.numbered = reader.header.indexOf("行次") >= 0;
    for (int i = 0; i < reader.tokens.size(); i++) {
      reader.token(i);
    }
    reader.close();
    return reader.items;
  }

  private record Token(String text, Source source, boolean endsLine) {}

  private void tokenize(List<Line> body) {
    int first = firstRow(body);
    for (int i = 0; i < body.size(); i++) {
      Line line = body.get(i);
      if (i < first) {
        header.append(line.compact());
        headerLines.add(line.text());
        headers.add(line.compact());
      } else if (!headers.contains(line.compact())) {
        List<String> words = new ArrayList<>();
        for (String word : line.words()) {
          words.addAll(List.of(GLUE.split(word)));
        }
        for (int w = 0; w < words.size(); w++) {
          tokens.add(new Token(words.get(w), line.source(), w == words.size() - 1));
        }
      }
    }
  }

  /** The first line below the header: below 栏次, or one that begins an item and has a figure. */
  private int firstRow(List<Line> body) {
    int ordinals = -1;
    for (int i = 0; i < body.size(); i++) {
      if (ordinals < 0 && HEADER_END.matcher(body.get(i).text()).matches() && i < 60) {
        ordinals = i;
      }
    }
    int from = ordinals + 1;
    while (ordinals >= 0
        && from < body.size()
        && isOrdinalsOnly(body.get(from).text())
        && from < ordinals + 12) {
      from++;
    }
    for (int i = from; i < body.size(); i++) {
      String text = body.get(i).text();
      String compact = body.get(i).compact();
      boolean coded = ItemLines.isOfClasses(form) && text.matches("^[3-5]\\d{2}(\\d{2})?(\\s.*)?$");
      if (coded
          || ItemNames.begins(compact)
          || compact.matches("^.*?[\\p{IsHan}）]\\d.*$")
          || (ordinals >= 0 && text.matches("^\\d.*"))) {
        return i;
      }
    }
    return body.size();
  }

  private static boolean isOrdinalsOnly(String text) {
    return text.matches("(?:\\d{1,2}|[栏档行]\\s*次|\\s)+");
  }

  private void token(int i) {
    Token token = tokens.get(i);
    String text = token.text();
    if (isDash(text)) {
      return;
    }
    if (ItemLines.isOfClasses(form) && isCode(i)) {
      close();
      begin = token.source();
      code = text;
    } else if (Figures.cell(text).isPresent() && !text.startsWith("（") && !text.startsWith("(")) {
      number(i);
    } else {
      words(token);
    }
  }

  /** Digits that name an economic class: an amount has decimals, a name follows a code. */
  private boolean isCode(int i) {
    if (!ECONOMIC_CODE.matcher(tokens.get(i).text()).matches() || i + 1 >= tokens.size()) {
      return false;
    }
    String next = tokens.get(i + 1).text();
    return Figures.cell(next).isEmpty() && !isDash(next) && !ItemNames.isTotal(next);
  }

  private void number(int i) {
    Token token = tokens.get(i);
    String text = token.text();
    boolean isOrdinal =
        numbered && ordinal == 0 && figures.isEmpty() && ORDINAL.matcher(text).matches();
    if (isOrdinal && begin != null) {
      ordinal = Integer.parseInt(text);
    } else if (begin == null || (numbered && ordinal == 0)) {
      close();
    } else if (isRestOfFigure(i)) {
      ItemFigure cut = figures.removeLast();
      add(cut.raw() + text, cut.source());
    } else if (numbered
        && ORDINAL.matcher(text).matches()
        && !figures.isEmpty()
        && isNextOrdinal(i)) {
      close();
    } else {
      add(text, token.source());
    }
  }

  /** 163.3 and, on the next line alone, 4: an amount broken in a narrow column. */
  private boolean isRestOfFigure(int i) {
    return i > 0
        && !figures.isEmpty()
        && tokens.get(i - 1).endsLine()
        && tokens.get(i).endsLine()
        && tokens.get(i - 1).text().equals(figures.getLast().raw())
        && CUT_AMOUNT.matcher(figures.getLast().raw()).matches()
        && LONE_DIGITS.matcher(tokens.get(i).text()).matches();
  }

  /** A whole number behind the figures is the ordinal of what stands right of them. */
  private boolean isNextOrdinal(int i) {
    boolean decimals = figures.stream().allMatch(figure -> figure.raw().contains("."));
    return decimals || (i + 1 < tokens.size() && ItemNames.begins(tokens.get(i + 1).text()));
  }

  private void add(String raw, Source source) {
    BigDecimal value = Figures.cell(raw).orElseThrow();
    figures.add(new ItemFigure(List.of(), raw, value, source, null));
  }

  private void words(Token token) {
    String text = token.text();
    boolean open = begin != null && figures.isEmpty() && ordinal == 0;
    if (HEADER_WORD.matcher(text).matches()) {
      // 一、政府采购情况, and the header of its own rows below it.
      section = open ? ItemNames.plain(name.toString()) : section;
      numbered |= text.equals("行次");
      begin = null;
      close();
      return;
    }
    if (open && (!code.isEmpty() ? !ItemNames.isTotal(text) : !ItemNames.begins(text))) {
      name.append(text);
      return;
    }
    close();
    begin = token.source();
    name.append(text);
  }

  private void close() {
    Source at = begin;
    if (at != null && (!figures.isEmpty() || ItemNames.isTop(name.toString()))) {
      side = sideOf(name.toString());
      items.add(
          new Item(
              side,
              section,
              code.isEmpty() ? null : code,
              name.toString(),
              ordinal,
              labelled(at),
              at));
    }
    if (section != null && figures.isEmpty() && ItemNames.isTop(name.toString())) {
      section = ItemNames.plain(name.toString());
    }
    before = at == null ? before : at;
    begin = null;
    code = "";
    name.setLength(0);
    ordinal = 0;
    figures = new ArrayList<>();
  }

  private List<ItemFigure> labelled(Source at) {
    if (figures.isEmpty()) {
      return List.of();
    }
    // What begins on the line of the item before it stands right of it.
    boolean right = before != null && at.line() != null && at.line().equals(before.line());
    if (form == Form.RELATED_INFORMATION) {
      return FlatLabels.ofOperations(header.toString(), right, figures);
    }
    return form == Form.BASIC_EXPENDITURE
        ? FlatLabels.ofClass(headerLines, code, figures)
            .orElseGet(() -> FlatLabels.of(form, header.toString(), side, figures))
        : FlatLabels.of(form, header.toString(), side, figures);
  }

  /** Income stands left of expenditure; the order of reading tells which of two 总计 is meant. */
  private int sideOf(String itemName) {
    String plain = ItemNames.plain(itemName);
    if (form == Form.RELATED_INFORMATION || ItemLines.isOfClasses(form)) {
      return 0;
    }
    if (plain.matches("(?:本年|当年)?支出.*|.*支出(?:合计|总计)?|年末.*|结余分配.*|.*结转下年.*")) {
      return 1;
    }
    boolean secondTotal =
        plain.equals("总计")
            && items.stream().anyMatch(item -> item.name().equals("总计") && item.side() == 0);
    return secondTotal ? 1 : 0;
  }

  private static boolean isDash(String text) {
    return text.chars().allMatch(c -> "-—–－―*×/\\".indexOf(c) >= 0);
  }
}
