package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.disclosure.Subject;
import mingcha.disclosure.TableRef;
import mingcha.interpret.Item.ItemFigure;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of the tables whose rows are items: 收入支出决算总表 and 财政拨款收入支出决算总表 (income beside
 * expenditure), 一般公共预算财政拨款基本支出决算表 and 机关运行经费支出预算表 (economic classes, up to four abreast), and of
 * 收入预算总表 and its like where they name no subject codes.
 */
final class ItemLines {
  private final ColumnWords words;

  ItemLines(ColumnWords words) {
    this.words = words;
  }

  static List<Item> items(TableRegion region) {
    boolean grid = region.body().stream().anyMatch(line -> line.filled().size() > 1);
    return grid ? GridItems.read(region.body()) : FlatItems.read(region.form(), region.body());
  }

  List<DraftEntry> lines(TableRegion region, List<String> path) {
    List<DraftEntry> lines = new ArrayList<>();
    for (Item item : items(region)) {
      if (!item.figures().isEmpty()) {
        lines.add(line(region, item, path));
      }
    }
    return lines;
  }

  private DraftEntry line(TableRegion region, Item item, List<String> path) {
    String name = name(region.form(), item);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < item.figures().size(); i++) {
      readings.add(reading(region, item, name, i));
    }
    String code = item.code();
    boolean whole =
        (ItemNames.isTotal(item.name()) && !isOfGroup(item))
            || isWhole(name)
            || (region.form() == Form.OPERATING_FUNDS && name.startsWith("机关运行"));
    return new DraftEntry(
        EntryKind.LINE,
        name,
        region.title() + " " + (code == null ? "" : code + " ") + name + parts(region.form(), item),
        path,
        whole ? Scope.DISCLOSURE : code == null ? Scope.OTHER : Scope.SUBJECT,
        new TableRef(region.form().id(), region.title(), region.number()),
        code == null ? null : new Subject(code, name),
        readings,
        List.of(),
        item.source());
  }

  /** What the columns of a total are called, so that it is found by 公用经费. */
  private static String parts(Form form, Item item) {
    if (form != Form.BASIC_EXPENDITURE || !ItemNames.isTotal(item.name()) || !isSplit(item)) {
      return "";
    }
    return item.figures().stream()
        .filter(figure -> !figure.labels().isEmpty())
        .map(figure -> " " + figure.labels().getLast())
        .collect(Collectors.joining());
  }

  /** 总计 alone says nothing of its side. */
  private static String name(Form form, Item item) {
    String name = item.name();
    String group = item.section();
    if (group != null && isOfGroup(item)) {
      return group;
    }
    if (isOfClasses(form) || !(name.equals("总计") || name.equals("合计"))) {
      return name.isEmpty() ? String.valueOf(item.code()) : name;
    }
    return (item.side() == 0 && form != Form.EXPENDITURE ? "收入" : "支出") + name;
  }

  /** Whether its rows are economic classes of expenditure. */
  static boolean isOfClasses(Form form) {
    return form == Form.BASIC_EXPENDITURE || form == Form.OPERATING_FUNDS;
  }

  /** 小计 to the right of 一般公共预算资金 is that of this group. */
  private static boolean isOfGroup(Item item) {
    return item.name().equals("小计") && item.section() != null;
  }

  private static boolean isWhole(String name) {
    return name.equals("财政拨款收入") || name.equals("基本支出") || name.equals("项目支出");
  }

  private Reading reading(TableRegion region, Item item, String name, int index) {
    ItemFigure figure = item.figures().get(index);
    List<String> labels = figure.labels().isEmpty() ? List.of(name) : figure.labels();
    String metric = metric(region.form(), item, name, index);
    Source at = figure.source();
    return Money.inColumn(
        metric,
        "budget_initial".equals(metric) ? Stage.INITIAL : words.stage(labels),
        labels,
        figure.value(),
        figure.raw(),
        region.unit(),
        figure.doubt(),
        at.inTable(region.title(), at.row(), at.column()));
  }

  /**
   * The totals are the disclosure's; the first column of an item of expenditure is what was
   * executed on it. The income of an item has no metric of its own.
   */
  private @Nullable String metric(Form form, Item item, String name, int index) {
    ItemFigure figure = item.figures().get(index);
    if (ColumnWords.isRate(figure.labels(), figure.raw())) {
      return words.isPrior(figure.labels()) || form == Form.INCOME
          ? null
          : ColumnWords.rateReached(figure.labels());
    }
    if (form == Form.BASIC_EXPENDITURE && ItemNames.isTotal(item.name()) && isSplit(item)) {
      return words.isOwnMoney(figure.labels(), figure.raw()) ? ofTotal(figure.labels()) : null;
    }
    boolean main =
        index == firstOwn(item) && (figure.doubt() == null || !figure.labels().isEmpty());
    if (!main) {
      return null;
    }
    String total =
        switch (form) {
          case APPROPRIATION_TOTAL ->
              name.matches("(?:本年|当年)收入(?:合计|小计)")
                  ? "fiscal_appropriation"
                  : isWhole(name) ? totalMetric(name) : null;
          case BASIC_EXPENDITURE ->
              name.equals("人员经费合计") ? "personnel" : name.equals("公用经费合计") ? "public_funds" : null;
          case OPERATING_FUNDS ->
              ItemNames.isTotal(name) || name.startsWith("机关运行") ? "operating_funds" : null;
          default -> totalMetric(name);
        };
    if (total != null) {
      return total;
    }
    boolean expenditure = item.side() > 0 || isOfClasses(form);
    if (!expenditure || ItemNames.isTotal(item.name())) {
      return null;
    }
    return words.budget() ? "budget_initial" : "executed";
  }

  /** The first figure that is an amount of this year; -1 if none is. */
  private int firstOwn(Item item) {
    for (int i = 0; i < item.figures().size(); i++) {
      ItemFigure figure = item.figures().get(i);
      if (words.isOwnMoney(figure.labels(), figure.raw())) {
        return i;
      }
    }
    return -1;
  }

  /** Whether 人员经费 and 公用经费 have columns of their own. */
  private static boolean isSplit(Item item) {
    return item.figures().stream()
        .anyMatch(f -> !f.labels().isEmpty() && f.labels().getLast().matches("人员经费|(?:日常)?公用经费"));
  }

  private static @Nullable String ofTotal(List<String> labels) {
    return switch (labels.isEmpty() ? "" : labels.getLast()) {
      case "人员经费" -> "personnel";
      case "公用经费", "日常公用经费" -> "public_funds";
      case "合计", "小计", "总计", "基本支出" -> "basic_expenditure";
      default -> null;
    };
  }

  private static @Nullable String totalMetric(String name) {
    return switch (name) {
      case "本年收入合计", "当年收入小计", "本年收入小计" -> "revenue";
      case "本年支出合计", "当年支出小计", "本年支出小计" -> "expenditure";
      case "收入总计", "收入合计" -> "revenue_total";
      case "支出总计", "支出合计" -> "expenditure_total";
      case "年末结转和结余", "结转下年", "结转下年资金" -> "carryover";
      case "财政拨款收入" -> "fiscal_appropriation";
      case "基本支出" -> "basic_expenditure";
      case "项目支出" -> "project_expenditure";
      default -> null;
    };
  }
}
