package mingcha.interpret;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Form;
import org.jspecify.annotations.Nullable;

/**
 * Which statutory table a title names. The whole title decides: 支出决算表 is not 收入支出决算总表 and not
 * 一般公共预算财政拨款支出决算表, though it ends both. What may stand before a form's name is the year and the
 * publisher, and nothing that would make it another table.
 */
final class FormTitles {
  private static final int LONGEST = 60;

  private static final Pattern ENUMERATOR =
      Pattern.compile(
          "^(?:[-•·●◆]+|附?表\\d{0,2}(?:[-—－]\\d{1,2})?[:：、.．]|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|\\d{1,2}[、.．)）])");
  private static final Pattern BRACKETS_AT_END = Pattern.compile("[(（][^()（）]{0,24}[)）]$");
  private static final Pattern QUOTES = Pattern.compile("[“”\"‘’'《》]");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}年?度?");

  /** Words that, standing before a form's name, make it the name of something else. */
  private static final Pattern SPECIAL =
      Pattern.compile("拨款|基金|资本|经费|项目|基本|经济|功能|采购|专户|债|绩效|明细|总表|结余|结转|收入|支出|分类|情况");

  private static final Map<Form, Pattern> NAMES = new LinkedHashMap<>();

  static {
    name(
        Form.RELATED_INFORMATION,
        "(?:部门|单位)?(?:决算|预算)?公开相关信息统计表",
        "机关运行经费及国有资产占用情况表",
        "机构运行信息(?:决算)?表");
    name(
        Form.THREE_PUBLIC,
        "(?:一般公共预算)?(?:财政拨款)?(?:安排的)?三公经费"
            + "(?:[、和及与](?:会议费|培训费|机关运行(?:经)?费))*(?:财政拨款)?(?:支出)?(?:决算|预算|预决算|情况)?(?:情况|明细|统计)?(?:表|总表)");
    name(
        Form.OPERATING_FUNDS,
        "(?:一般公共预算)?(?:财政拨款)?(?:安排的)?机关运行(?:经)?费(?:支出)?(?:决算|预算|情况)?(?:明细|情况|统计)?表");
    name(
        Form.PROCUREMENT,
        "(?:一般公共预算)?政府采购(?:[(（][^()（）]{1,16}[)）])?(?:项目|计划)?(?:支出)?(?:决算|预算|情况)?(?:明细|情况|统计|汇总)?表");
    name(
        Form.GOVERNMENT_FUND,
        "(?:财政拨款)?政府性基金(?:预算)?(?:财政拨款)?(?:收入)?(?:支出|收支)(?:及结转结余)?(?:功能分类)?(?:决算|预算|情况)?(?:总体)?(?:情况)?(?:总|明细)?表");
    name(
        Form.STATE_CAPITAL,
        "(?:财政拨款)?国有资本经营(?:预算)?(?:财政拨款)?(?:收入)?(?:支出|收支)(?:及结转结余)?(?:功能分类)?(?:决算|预算|情况)?(?:总体)?(?:情况)?(?:总|明细)?表");
    name(
        Form.BASIC_EXPENDITURE,
        // Shanghai's districts name the classification: 一般公共预算基本支出部门预算经济分类预算表.
        "一般公共预算(?:(?:财政)?拨款)?基本支出(?:(?:部门|政府)预算)?(?:经济分类)?(?:决算|预算|情况)?(?:情况)?(?:明细)?表",
        "财政拨款基本支出(?:决算|预算)?(?:明细)?表");
    name(Form.APPROPRIATION_TOTAL, "财政拨款(?:收入支出|收支)(?:决算|预算)?(?:总体情况|总)表");
    name(
        Form.GENERAL_EXPENDITURE,
        "一般公共预算(?:(?:财政)?拨款)?支出(?:功能分类)?(?:决算|预算)?(?:情况|总|明细)?表",
        "(?:公共预算)?财政拨款支出(?:功能分类)?(?:决算|预算)?(?:总)?表");
    name(Form.INCOME_EXPENDITURE_TOTAL, "(?:部门|单位)?(?:收入支出|收支)(?:决算|预算)?(?:总体情况|总)表");
    name(Form.INCOME, "(?:部门|单位)?收入(?:决算|预算)(?:总|总体情况)?表", "(?:部门|单位)?收入(?:总体情况|总)表");
    name(Form.EXPENDITURE, "(?:部门|单位)?支出(?:决算|预算)(?:总|总体情况)?表", "(?:部门|单位)?支出(?:总体情况|总)表");
  }

  private FormTitles() {}

  /**
   * A title: the form, and how it is printed, without the enumerator before it and without spaces.
   */
  record Title(Form form, String text) {}

  static Optional<Title> of(String line) {
    if (line.length() > LONGEST || line.indexOf('表') < 0) {
      return Optional.empty();
    }
    String text = Line.compact(line);
    Matcher enumerator = ENUMERATOR.matcher(text);
    while (enumerator.find()) {
      text = text.substring(enumerator.end());
      enumerator = ENUMERATOR.matcher(text);
    }
    String name = QUOTES.matcher(BRACKETS_AT_END.matcher(text).replaceFirst("")).replaceAll("");
    Form form = form(name);
    return form == null ? Optional.empty() : Optional.of(new Title(form, text));
  }

  /** The longest name that ends the title wins. */
  private static @Nullable Form form(String title) {
    Form best = null;
    int start = Integer.MAX_VALUE;
    for (Map.Entry<Form, Pattern> entry : NAMES.entrySet()) {
      Matcher matcher = entry.getValue().matcher(title);
      if (matcher.find() && matcher.start() < start) {
        best = entry.getKey();
        start = matcher.start();
      }
    }
    if (best == null || start == 0) {
      return best;
    }
    String before = YEAR.matcher(title.substring(0, start)).replaceAll("");
    return SPECIAL.matcher(before).find() ? null : best;
  }

  private static void name(Form form, String... alternatives) {
    NAMES.put(form, Pattern.compile("(?:" + String.join("|", alternatives) + ")$"));
  }
}
