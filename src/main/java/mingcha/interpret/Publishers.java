package mingcha.interpret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.extract.Block.GridCell;
import org.jspecify.annotations.Nullable;

/** Collects where a disclosure names its publisher, and says who that is. */
final class Publishers {
  private static final String ENDS =
      "局|委员会|委|办公室|办公厅|厅|院|中心|馆|所|站|学校|小学|中学|幼儿园|大学|学院|党校|队|处|社|会|团|政府|办|部|台|署|公司|基地"
          + "|办事处|街道|镇|乡|苏木|集团|总队|支队|大队|保护区|管委会|园区|开发区|工委|联|协|校|库|场|服务区"
          + "|室|园|宫|监狱|厂|段|圃|新区|管理区|示范区|度假区|名胜区|高新区|经开区|合作区|试验区|林区|矿区";

  /** Two that publish as one, 黄埔区、广州开发区商务局, are one name; 第101中学 holds digits. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{IsHan}[\\p{IsHan}·、\\d]{0,35}(?:"
              + ENDS
              + ")(?:[(（][\\p{IsHan}]{1,12}[)）])?(?:本级|机关)?");

  /** 晋城市教育局 before the project that its report is about. */
  private static final Pattern OFFICE =
      Pattern.compile(
          "^\\p{IsHan}{2,24}?(?:(?<![布格结全大当时破僵])局|委员会|(?<![大餐展客])厅|法院|检察院|人民政府|办事处|管委会)"
              + "(?:办公[室厅]|\\p{IsHan}{0,6}分局)?(?=\\p{IsHan}{2})");

  /** 部门名称：…, 编制单位：… above each table. */
  private static final Pattern CAPTION =
      Pattern.compile(
          "^(?:(?:编制|填报|预算|公开|申报)?(?:部门|单位)(?:[(（]单位[)）])?(?:名称)?|(?:编制|填报)(?:单位|部门)|发布机构|公开单位)[:：]\\s*"
              + "(?:\\d{3,9}[-—]?)?([\\p{IsHan}·（）()]{2,40}?)(?=[(（]公章|\\s|\\d|$)");

  /** 内蒙古自治区…局 2024年度收入、支出决算总计… */
  private static final Pattern SENTENCE =
      Pattern.compile("^\\s*([\\p{IsHan}·（）()]{3,40}?)\\s*(?:19|20)\\d{2}\\s*年度");

  private static final Pattern HEADING =
      Pattern.compile(
          "^(?:第[一二三四五]部分\\s*|[一二]\\s*、\\s*)?([\\p{IsHan}·（）()]{4,40}?)"
              + "(?:部门|单位)?(?:概况|基本情况|主要职能|职能|职责|主要职责|机构设置).{0,8}$");

  /** 第二部分 2023年度焦作市解放区商务局部门决算表 */
  private static final Pattern PART =
      Pattern.compile(
          "^第[一二三四五]部分\\s*(?:(?:19|20)\\d{2}\\s*年度?)?([\\p{IsHan}·（）()]{4,40}?)"
              + "(?:(?:19|20)\\d{2}\\s*年度?)?(?:部门|单位)?(?:决算|预算).{0,10}$");

  private static final Pattern ITSELF =
      Pattern.compile("[(（](?:本级|机关|本部|部门|汇总|公章|盖章)[)）]|(?:部门)?本级$");
  private static final Pattern GENERIC =
      Pattern.compile(
          "^(?:本|我|该|各|全|市|县|区|省)?(?:部门|单位|机关)?(?:[(（]单位[)）])?(?:局|委|办|厅|部|单位|部门|机关)?$");

  private static final Pattern TITLE = Pattern.compile("(?:部门|单位)[决预]算|[决预]算公开|^年度?");

  /** A level, and no name before it: 省人大办公厅, 市委宣传部. */
  private static final Pattern BARE =
      Pattern.compile("^([省市县区旗州])((?:委|人大|政府|政协|人民|商务|财政|教育|公安|民政|司法|审计|统计).*)$");

  private static final Pattern NATIONAL =
      Pattern.compile(
          "^(?:中华人民共和国|国务院|全国|最高人民|国家(?!税务总局.)|中国(?!共产党|人民政治协商会议|共产主义青年团)|\\p{IsHan}{2,6}部$)");

  private static final Pattern CODE = Pattern.compile("^\\d{3,9}\\s*[-—_]?");
  private static final Pattern LEAD = Pattern.compile("^(?:纳入|从|由|按照|根据|截至)");

  /** 主管部门 of a form, where nothing else names who published it. */
  private static final Pattern OF_FORM =
      Pattern.compile(
          "(?:地方|省级|市级|区级|县级)?(?:主管|预算)(?:部门|单位)(?:名称|及代码)?(?:[(（].{1,8}[)）])?|(?:填报|项目)(?:单位|部门)(?:名称)?");

  private final Map<String, Integer> votes = new LinkedHashMap<>();
  private final Map<String, Integer> ofForms = new LinkedHashMap<>();

  static boolean isName(String text) {
    return NAME.matcher(text).matches()
        && !GENERIC.matcher(text).matches()
        && !TITLE.matcher(text).find();
  }

  /** The office that a report's name begins with: 晋城市教育局 of 晋城市教育局校舍维修项目; null if none does. */
  static @Nullable String officeOf(String report) {
    Matcher office = OFFICE.matcher(report);
    return office.find() ? office.group() : null;
  }

  /** Without （本级）, which is the caliber's. */
  static String withoutCaliber(String name) {
    return ITSELF.matcher(name).replaceAll("");
  }

  /** 省人大办公厅 with the province before it. */
  static String completed(String name, List<String> region) {
    Matcher bare = BARE.matcher(name);
    if (!bare.matches()) {
      return name;
    }
    for (String division : region) {
      if (division.endsWith(bare.group(1)) && !name.startsWith(division)) {
        return division + bare.group(2);
      }
    }
    return name;
  }

  /** Of the whole country: it has no region, whichever ones it speaks of. */
  static boolean isNational(String name) {
    return NATIONAL.matcher(name).find();
  }

  void read(List<Line> lines, List<String> headings) {
    for (Line line : lines) {
      if (line.isRow()) {
        line.filled().forEach(cell -> vote(CAPTION, Line.clean(cell.text()), 3));
        ofForm(line);
      } else {
        vote(CAPTION, line.text(), 3);
        vote(SENTENCE, line.text(), 2);
      }
    }
    for (String heading : headings) {
      vote(HEADING, heading, 4);
      vote(PART, heading, 4);
    }
  }

  private void ofForm(Line line) {
    List<GridCell> filled = line.filled();
    for (int c = 0; c + 1 < filled.size(); c++) {
      String label = ProjectWords.label(filled.get(c).text());
      String name = CODE.matcher(Line.compact(filled.get(c + 1).text())).replaceFirst("");
      if (OF_FORM.matcher(label).matches() && isName(withoutCaliber(name))) {
        ofForms.merge(withoutCaliber(name), 1, Integer::sum);
      }
    }
  }

  void vote(String name, int weight) {
    String plain = withoutCaliber(LEAD.matcher(name).replaceFirst(""));
    if (isName(plain)) {
      votes.merge(plain, weight, Integer::sum);
    }
  }

  private void vote(Pattern pattern, String text, int weight) {
    Matcher matcher = pattern.matcher(text);
    if (matcher.find()) {
      vote(matcher.group(1), weight);
    }
  }

  /** Of forms that name several offices, none. */
  private Optional<String> onlyOfForms() {
    return ofForms.size() == 1 ? Optional.of(ofForms.keySet().iterator().next()) : Optional.empty();
  }

  /** How a name is voted for counts for its longer forms too: 商务局 for 解放区商务局. */
  Optional<String> winner() {
    String best = null;
    int most = 0;
    for (String name : votes.keySet()) {
      int sum = 0;
      for (Map.Entry<String, Integer> vote : votes.entrySet()) {
        boolean related = name.endsWith(vote.getKey()) || vote.getKey().endsWith(name);
        sum += related ? vote.getValue() : 0;
      }
      if (sum > most || (sum == most && best != null && name.length() > best.length())) {
        best = name;
        most = sum;
      }
    }
    return Optional.ofNullable(best).or(this::onlyOfForms);
  }
}
