package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;

/** 2022年度收入总计… in the disclosure of 2023, and 截至2022年12月31日 in its assets. */
final class YearInText implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "year-conflict/narrative",
          "文字说明中的年度与本件的年度不一致，需要说明",
          "The narrative names another year than the disclosure's",
          "部门决算公开说明应当写明本年度");

  private static final String ABOUT =
      "(?:本部门|本单位|我局|我部门|我单位)?(?:部门)?(?:一般公共预算|财政拨款|无|没有)?(?:收入总计|收入、?支出?总计|收、支总计|收支总计|收入合计|支出合计|本年收入|本年支出|财政拨款|一般公共预算财政拨款"
          + "|“三公”经费|机关运行经费|政府采购支出|政府采购金额|政府采购预算|预算绩效管理|面向中小企业"
          + "|政府性基金|国有资本经营预算|用于保障|使用一般公共预算|使用财政拨款|公务用车购置|公务用车保有|期末公务用车|无政府性|无国有资本|未发生"
          + "|决算[为数\\d])";

  /** The publisher may stand before the year. */
  private static final Pattern NARRATIVE =
      Pattern.compile(
          "^(?:“[^”]{2,30}”[（(][类款项][）)]|[^，。；：、\\d与比较]{1,30}(?:局|委|委员会|厅|办|办公室|部门|单位|院|校|中心|会|处|站|所|队|部|府|本级|[）)]))?"
              + "(\\d{4})年度?"
              + ABOUT
              + ".*");

  /**
   * How others open: 2023年，我街道收入…; 2023年年初预算…; 2023年度总收入…. Where the disclosure's own year follows
   * it, two years are compared.
   */
  private static final Pattern OPENING =
      Pattern.compile(
          "(?:经自评，)?(\\d{4})年度?(?:总收入|总支出|部门整体支出绩效(?:自评)?得分|(?:收入|支出|收支)总?预算[为\\d]|实行绩效目标管理|年初预算[为数\\d]|一般公共预算(?:基本支出|拨款)\\d"
              + "|[，,]?(?:我|本)(?:街道|校|院|县|镇|乡|委|办|中心|站|所|队|馆|厅|局|单位|部门)(?:总?收入|总?支出|收支)).*");

  private static final Pattern AS_OF =
      Pattern.compile(
          "(?:^|.*[。；，])截[至止](\\d{4})年(?:12月31日|年?底|年末).{0,12}(?:车辆|公务用车|资产|房屋|编制|在职|实有|到位资金).*");

  /** 纳入本部门2022年部门汇总预算编制范围的单位, and 绩效自评的2022年度项目4个. */
  private static final Pattern WITHIN =
      Pattern.compile(
          ".*(?:纳入[^，。；：、\\d]{0,30}(\\d{4})年度?(?:部门|单位)?(?:汇总)?(?:决算|预算)编制"
              + "|纳入(\\d{4})年度?(?:部门|单位)?预算(?:范围|管理)的"
              + "|绩效自评的(\\d{4})年度项目"
              + "|组织对(\\d{4})年度[^，。；：\\d上]{0,24}(?:项目|支出)[^，。；：\\d]{0,12}绩效自评).*");

  private static final Pattern LATER = Pattern.compile("[。；：]|，(?=\\d{4}年度?(?:公务用车|期末))");
  private static final int FARTHEST = 44;
  private static final Pattern NUMBER = Pattern.compile("[（(]?[一二三四五六七八九\\d]{1,2}[）)、.．]");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Integer year = account.content().disclosure().year();
    if (year == null || account.content().entries().isEmpty()) {
      outcomes.cannot("年度未知");
      return;
    }
    for (Paragraph paragraph : account.explained()) {
      later(account, year, paragraph, account.compact(paragraph), outcomes);
    }
    for (Paragraph paragraph : account.content().paragraphs()) {
      String compact = account.compact(paragraph);
      if (compact.contains("纳入") || compact.contains("绩效自评")) {
        check(account, year, paragraph, WITHIN.matcher(compact), outcomes);
      }
      if (!mayBegin(compact)) {
        continue;
      }
      String text = Compact.behind(NUMBER, compact);
      boolean alone = !text.contains(year + "年");
      Matcher whole = NARRATIVE.matcher(text);
      check(
          account,
          year,
          paragraph,
          alone && !whole.matches() ? OPENING.matcher(text) : whole,
          outcomes);
      if (!account.isBudget()) {
        boolean possible = text.contains("截至") || text.contains("截止");
        check(account, year, paragraph, AS_OF.matcher(possible ? text : ""), outcomes);
      }
    }
  }

  /** The sentences behind the first; one that names the disclosure's year too compares the two. */
  private static void later(
      Account account, int year, Paragraph paragraph, String text, Outcomes outcomes) {
    int first = text.indexOf('。');
    if (first < 0 || !namesAnother(text, first, year)) {
      return;
    }
    for (String sentence : LATER.split(text.substring(first + 1))) {
      if (mayBegin(sentence) && !sentence.contains(year + "年")) {
        Matcher whole = NARRATIVE.matcher(sentence);
        Matcher opening = whole.matches() ? whole : OPENING.matcher(sentence);
        check(account, year, paragraph, opening, outcomes);
      }
    }
  }

  /** Whether behind a place a year stands that is not the disclosure's. */
  private static boolean namesAnother(String text, int from, int year) {
    String own = Integer.toString(year);
    for (int at = text.indexOf('年', from); at >= 0; at = text.indexOf('年', at + 1)) {
      boolean named = at > from && Character.isDigit(text.charAt(at - 1));
      if (named && !text.startsWith(own, at - own.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a year stands where one is looked for: most paragraphs have none there. */
  private static boolean mayBegin(String text) {
    int at = text.indexOf('年');
    boolean early = at > 3 && at < FARTHEST && Character.isDigit(text.charAt(at - 1));
    return early || text.contains("截至") || text.contains("截止");
  }

  private static void check(
      Account account, int year, Paragraph paragraph, Matcher matcher, Outcomes outcomes) {
    if (!matcher.matches()) {
      return;
    }
    String said = Objects.requireNonNull(year(matcher));
    if (said.equals(Integer.toString(year))) {
      outcomes.holds();
      return;
    }
    Source source = paragraph.source();
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            Told.around(paragraph.text(), 0, 8),
            "文字写为" + said + "年，本件为" + year + "年",
            List.of(
                new Reading(
                    null,
                    null,
                    "文字年度",
                    List.of("文字年度"),
                    new BigDecimal(said),
                    "年",
                    said,
                    null,
                    Basis.NARRATIVE,
                    null,
                    null,
                    source),
                Figures.computed(
                    null,
                    null,
                    "本件年度",
                    BigDecimal.valueOf(year),
                    "年",
                    "year of the disclosure",
                    source))));
  }

  /** That of whichever alternative matched. */
  private static @Nullable String year(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return null;
  }
}
