package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mingcha.disclosure.Form;
import mingcha.interpret.Item.ItemFigure;

/**
 * The labels above the figures of items whose grid is lost. Each side of these tables has one
 * column of figures, but for the expenditure of the appropriation, which is told apart by fund.
 * Where blank cells were lost there too, the sum of the funds decides; else a doubt is kept.
 */
final class FlatLabels {
  private static final String SUM = "合计";
  private static final String OPERATING = "机关运行经费支出";
  private static final List<String> FUNDS = List.of("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款");
  private static final List<String> OF_CLASS = List.of(SUM, "人员经费", "公用经费");
  private static final Pattern FUND = Pattern.compile("(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?");
  private static final String LOST = "blank cells were lost: the column is not certain";
  private static final Pattern COLUMN = Pattern.compile("(?:年初|全年|调整)?预算数|决算数|统计数");

  private FlatLabels() {}

  static List<ItemFigure> of(Form form, String header, int side, List<ItemFigure> figures) {
    if (form == Form.APPROPRIATION_TOTAL && side == 1) {
      return funds(header, figures);
    }
    String label = label(form, header);
    List<ItemFigure> result = new ArrayList<>();
    for (ItemFigure figure : figures) {
      boolean first = result.isEmpty();
      List<String> labels =
          ItemLines.isOfClasses(form) ? List.of(label) : List.of(side == 0 ? "收入" : "支出", label);
      result.add(first ? with(figure, labels, null) : with(figure, List.of(), LOST));
    }
    return result;
  }

  /**
   * Of 机构运行信息表: one column of figures, or budget and outturn on the left and the outturn alone on
   * the right, where counts stand.
   *
   * @param right whether the item stands right of another
   */
  static List<ItemFigure> ofOperations(String header, boolean right, List<ItemFigure> figures) {
    List<String> columns = columns(header);
    String last = columns.isEmpty() ? label(Form.RELATED_INFORMATION, header) : columns.getLast();
    List<ItemFigure> result = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      ItemFigure figure = figures.get(i);
      boolean only = figures.size() == 1;
      boolean sure = columns.size() < 2 || right || !figure.raw().contains(".");
      if (figures.size() == columns.size()) {
        result.add(with(figure, List.of(columns.get(i)), null));
      } else if (only || (columns.size() < 2 && i == 0)) {
        result.add(with(figure, List.of(last), sure ? null : LOST));
      } else {
        result.add(with(figure, List.of(), LOST));
      }
    }
    return result;
  }

  /**
   * The figures of an economic class where the header names 合计, 人员经费 and 公用经费 in one line; none
   * where it does not, or where the figures are neither all of them nor a total and the one part
   * that makes it up. Wages (301) and transfers to persons (303) are 人员经费, all others 公用经费: so the
   * classification of government revenue and expenditure divides basic expenditure.
   */
  static Optional<List<ItemFigure>> ofClass(
      List<String> headerLines, String code, List<ItemFigure> figures) {
    List<String> labels = ColumnLabels.ofLine(headerLines, OF_CLASS.size());
    if (!labels.equals(OF_CLASS)) {
      return Optional.empty();
    }
    List<ItemFigure> result = new ArrayList<>();
    if (figures.size() == labels.size()) {
      for (int i = 0; i < labels.size(); i++) {
        result.add(with(figures.get(i), List.of(labels.get(i)), null));
      }
      return Optional.of(result);
    }
    if (figures.size() == 2
        && !code.isEmpty()
        && same(figures.getFirst().value(), figures.getLast().value())) {
      boolean person = code.startsWith("301") || code.startsWith("303");
      result.add(with(figures.getFirst(), List.of(SUM), null));
      result.add(with(figures.getLast(), List.of(OF_CLASS.get(person ? 1 : 2)), null));
      return Optional.of(result);
    }
    return Optional.empty();
  }

  private static List<ItemFigure> funds(String header, List<ItemFigure> figures) {
    List<String> names = funds(header);
    int funds = names.size();
    List<ItemFigure> result = new ArrayList<>();
    result.add(with(figures.getFirst(), List.of("支出", SUM), null));
    for (int i = 1; i < figures.size(); i++) {
      ItemFigure figure = figures.get(i);
      boolean whole = figures.size() == funds + 1;
      // All of it from one fund: it is the general budget unless the paper says otherwise.
      boolean all = figures.size() == 2 && same(figure.value(), figures.getFirst().value());
      if (whole) {
        result.add(with(figure, List.of("支出", names.get(i - 1)), null));
      } else {
        result.add(with(figure, all ? List.of("支出", names.getFirst()) : List.of(), LOST));
      }
    }
    return result;
  }

  /** The funds as printed; as prescribed where the words of the header were torn apart. */
  private static List<String> funds(String header) {
    List<String> printed =
        FUND.matcher(header).results().map(MatchResult::group).distinct().toList();
    int funds = header.contains("国有资本") ? 3 : header.contains("基金") ? 2 : 1;
    return printed.size() == funds ? printed : FUNDS.subList(0, funds);
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) == 0;
  }

  /** The columns of figures of the first of two tables abreast: 预算数 全年预算数 统计数. */
  private static List<String> columns(String header) {
    List<String> columns = COLUMN.matcher(header).results().map(MatchResult::group).toList();
    List<String> first = new ArrayList<>();
    for (String column : columns) {
      if (first.contains(column)) {
        break;
      }
      first.add(column);
    }
    return first;
  }

  private static String label(Form form, String header) {
    if (form == Form.OPERATING_FUNDS && header.contains(OPERATING)) {
      return OPERATING;
    }
    for (String label : List.of("决算数", "预算数", "统计数", "金额")) {
      if (header.contains(label)) {
        return label;
      }
    }
    return form == Form.RELATED_INFORMATION ? "统计数" : "金额";
  }

  private static ItemFigure with(
      ItemFigure figure, List<String> labels, @org.jspecify.annotations.Nullable String doubt) {
    return new ItemFigure(labels, figure.raw(), figure.value(), figure.source(), doubt);
  }
}
