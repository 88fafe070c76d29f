package mingcha.disclosure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kind of institution a publisher is, as far as its name says so: 街道, 学校, 医院. Offices that
 * each government has one of, 财政局, are found by their names.
 *
 * <p>The end of a name tells: 街道办事处 (地方各级人民代表大会和地方各级人民政府组织法, article 85), 镇人民政府 (article 74). 医疗保障局
 * is no hospital and 教育局 no school. A kind may lie in another: 医院 in 医疗机构.
 */
public enum Institution {
  STREET("街道", null, "街道(?:办事处|党工委|工作委员会)?|街道办|街办"),
  /** Not what is said of towns: 城镇, 乡村. */
  TOWN("乡镇", null, "(?<![城村市集]|^)(?:镇|(?<!城)乡|苏木)(?:人民政府|政府|党委|委员会)?"),
  DEVELOPMENT_ZONE(
      "开发区",
      null,
      "(?:开发区|高新区|经开区|产业园区?|工业园区?|科技园区?|工业区|保税区|示范区|集聚区|集中区|新区|试验区|合作区)(?:党工委|工作委员会|管理委员会|管委会|管理办公室)"
          + "|(?:开发区|高新区|经开区|产业园区|工业园区|保税区)"),
  SCHOOL("学校", null, "(?<![党团])(?<!干部)学校|技师学院|(?:职教|职业教育)中心"),
  UNIVERSITY("高校", SCHOOL, "(?<!老年|老干部)大学|(?<!科|干部|行政|社会主义|技师|书画|工程)学院|高等专科学校|高等职业学校|师范专科学校"),
  BASIC_SCHOOL("中小学", SCHOOL, "[小中]学|高中|初中|[附一二三四五六七八九十\\d]中|附小|教学点|(?:一贯|九年)制学校"),
  KINDERGARTEN("幼儿园", SCHOOL, "幼儿园"),
  HEALTH("医疗机构", null, "急救(?:医疗)?中心|血站|血液中心|疾病预防控制中心|疾控中心|防治[院所站]|门诊部|疗养院|医疗中心|计划生育服务中心"),
  HOSPITAL("医院", HEALTH, "医院(?:\\p{IsHan}{0,6}院区|\\p{IsHan}{0,4}分院)?|保健院"),
  CLINIC("卫生院", HEALTH, "卫生院|卫生服务(?:中心|站)|卫生[室所]"),
  /** The bureaus with what belongs to them. */
  POLICE(
      "公安",
      null,
      "公安[厅局](?:\\p{IsHan}{0,14}(?:分局|总队|支队|大队))?|公安\\p{IsHan}{0,6}分局|(?:交通警察|交警|特警|巡警)(?:总队|支队|大队)|看守所|拘留所"),
  POLICE_STATION("派出所", POLICE, "派出所"),
  COURT("法院", null, "法院"),
  PROCURATORATE("检察院", null, "检察院");

  /** What stands behind the name of who publishes for itself alone. */
  private static final String ITSELF = "(?:[（(]?(?:本级|机关|汇总)[）)]?)?$";

  private final String chinese;
  private final @Nullable Institution within;
  private final Pattern end;

  Institution(String chinese, @Nullable Institution within, String end) {
    this.chinese = chinese;
    this.within = within;
    this.end = Pattern.compile("(?:" + end + ")" + ITSELF);
  }

  /**
   * All that a publisher is, those that lie in others behind these; empty where no kind is told.
   */
  public static Set<Institution> of(String publisher) {
    String name = publisher.strip();
    Set<Institution> all = EnumSet.noneOf(Institution.class);
    for (Institution each : values()) {
      if (each.end.matcher(name).find()) {
        all.addAll(each.path());
      }
    }
    return all;
  }

  /**
   * The one of this name on the wire.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Institution named(String name) {
    for (Institution each : values()) {
      if (each.chinese.equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no institution is named '" + name + "'");
  }

  /** From the widest kind to this one: 医疗机构, 医院. */
  public List<Institution> path() {
    List<Institution> path = new ArrayList<>();
    for (Institution each = this; each != null; each = each.within) {
      path.addFirst(each);
    }
    return path;
  }

  /** The Chinese name, as on the wire. */
  @Override
  public String toString() {
    return chinese;
  }
}
