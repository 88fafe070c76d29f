package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Form;

/**
 * Reads the labels of columns out of a header whose layout is lost: PDF text breaks and mixes the
 * cells of a header, but the labels that the forms prescribe can be told apart in it.
 */
final class ColumnLabels {
  private static final Pattern INCOME =
      Pattern.compile(
          "本年收入合计|收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属(?:单位|部门)(?:上缴|缴款)收入|附属(?:单位|部门)缴款"
              + "|其他收入|教育收费|(?:年初|上年)结转和?结余|使用非财政拨款结余");
  private static final Pattern EXPENDITURE =
      Pattern.compile("本年支出合计|支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属(?:单位|部门)补助支出|人员经费|(?:日常)?公用经费");
  private static final Pattern GENERAL =
      Pattern.compile("本年支出合计|支出合计|小计|合计|基本支出|项目支出|人员经费|(?:日常)?公用经费|年初预算数|(?:支出)?决算数|(?:全年)?预算数");

  private static final List<String> FUND_COLUMNS =
      List.of("年初结转和结余", "本年收入", "小计", "基本支出", "项目支出", "年末结转和结余");
  private static final Pattern FUND =
      Pattern.compile("(?:年初|上年)结转和?结余|本年收入|小计|合计|基本支出|项目支出|年末结转和?结余");

  private static final Pattern OF_SUBJECT = Pattern.compile("^(?:项目|类|款|项)$|编码|代码|名称|科目|功能分类|经济分类");

  private ColumnLabels() {}

  /**
   * The labels of the one line of a header that has as many, behind those of code and name, as the
   * widest row has figures; none where no line has.
   */
  static List<String> ofLine(List<String> lines, int widest) {
    for (String line : lines.reversed()) {
      List<String> labels = new ArrayList<>(List.of(line.strip().split("\\s+")));
      while (!labels.isEmpty() && OF_SUBJECT.matcher(labels.getFirst()).find()) {
        labels.removeFirst();
      }
      // 项目支出功能分类: words of the next column's header are glued to the label.
      boolean whole = labels.stream().noneMatch(label -> OF_SUBJECT.matcher(label).find());
      if (widest > 0 && whole && labels.size() == widest && Set.copyOf(labels).size() == widest) {
        return labels;
      }
    }
    return List.of();
  }

  /** The labels in a header, in the order of the columns; the text is without white space. */
  static List<String> in(Form form, String header) {
    List<String> labels = scan(pattern(form), header);
    if (pattern(form) == FUND && labels.size() == FUND_COLUMNS.size()) {
      // 小计, 基本支出 and 项目支出 are printed below 本年支出, left of 年末结转和结余.
      return FUND_COLUMNS;
    }
    List<String> prescribed = prescribed(form, header);
    return labels.size() < prescribed.size() && isInterleaved(labels, header) ? prescribed : labels;
  }

  private static List<String> scan(Pattern pattern, String header) {
    List<String> labels = new ArrayList<>();
    Matcher matcher = pattern.matcher(header);
    while (matcher.find()) {
      if (!labels.contains(matcher.group())) {
        labels.add(matcher.group());
      }
    }
    return labels;
  }

  private static Pattern pattern(Form form) {
    return switch (form) {
      case INCOME -> INCOME;
      case EXPENDITURE -> EXPENDITURE;
      case GOVERNMENT_FUND, STATE_CAPITAL -> FUND;
      default -> GENERAL;
    };
  }

  /** What the Ministry's form has, with the words of this one. */
  private static List<String> prescribed(Form form, String header) {
    String unit = header.contains("部门") ? "部门" : "单位";
    return switch (form) {
      case INCOME ->
          List.of("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属" + unit + "上缴收入", "其他收入");
      case EXPENDITURE ->
          List.of("本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属" + unit + "补助支出");
      default -> List.of("小计", "基本支出", "项目支出");
    };
  }

  /**
   * Headers whose cells are broken come line by line across all columns: 本年支出 基本 项目 上缴上级 / 合计 支出 支出
   * 支出. Then each label's characters are there, but not together.
   */
  private static boolean isInterleaved(List<String> labels, String header) {
    return labels.size() < 3 && header.contains("合计") && header.length() >= 12;
  }
}
