package mingcha.interpret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A publisher in one form, for the id of its disclosures: the tables of a year name the office in
 * full, the narrative beside them short. 江苏省人民代表大会常务委员会办公厅, 江苏省人大常委会 and 省人大办公厅 are one; so are
 * 焦作市解放区商务局 and 解放区商务局, once the region is known. What is shown is as printed.
 */
final class PublisherKey {
  /** The whole ones first: what they become is not replaced again. */
  private static final Map<Pattern, String> SHORT = new LinkedHashMap<>();

  static {
    put("[（(]|[)）]|·", "");
    put("^中国人民政治协商会议", "政协");
    put("^政协(.{0,24}?[省市县区旗州盟])委员会", "政协$1");
    put("^(.{2,24}?[省市县区旗州盟])政协", "政协$1");
    put("^中国共产主义青年团", "共青团");
    put("^(?:共青团|团)(.{2,24}?[省市县区旗州盟])(?:委员会|委)$", "共青团$1");
    put("^(?:中国共产党|中共)", "");
    put("([省市县区旗州盟])委员会(?=$|办|宣传|组织|统|政法|党校|机关|直属|巡|网络|老干部|机构|机要|保密|社会)", "$1委");
    put("人民代表大会", "人大");
    put("常务委员会", "常委会");
    put("人大(?:常委会)?(?:办公厅|办公室)?$", "人大常委会");
    put("人民政府(?=.{1,12}(?:街道|地区|镇|乡))", "");
    put("街道(?:办事处)?$", "街道");
    put("([镇乡])(?:人民)?政府$", "$1");
    put("管理委员会", "管委会");
    put("发展(?:和|与)?改革(?:委员会|局)|发改[委局]", "发改委");
    put("人力资源(?:和|与)?社会保障局|人社局", "人社局");
    put("卫生健康(?:委员会|局)|卫健[委局]", "卫健委");
    put("文化(?:和|与)?旅游局|文旅局", "文旅局");
    put("住房(?:和|与)?城乡建设局|住建局", "住建局");
    put("工业(?:和|与)?信息化局|工信局", "工信局");
    put("教育体育局|教体局", "教体局");
  }

  private static void put(String pattern, String form) {
    SHORT.put(Pattern.compile(pattern), form);
  }

  private PublisherKey() {}

  /**
   * The key.
   *
   * @param region the names of the publisher's region, from the province on; empty if unknown
   */
  static String of(String publisher, List<String> region, String regionCode) {
    String name = publisher.replaceAll("\\s", "");
    for (Map.Entry<Pattern, String> form : SHORT.entrySet()) {
      name = form.getKey().matcher(name).replaceAll(form.getValue());
    }
    if (regionCode.isEmpty()) {
      return name;
    }
    Matcher lead = Pattern.compile("^(政协|共青团)?(.*)$").matcher(name);
    String society = lead.matches() && lead.group(1) != null ? lead.group(1) : "";
    String rest = name.substring(society.length());
    for (String division : region) {
      rest = rest.startsWith(division) ? rest.substring(division.length()) : rest;
    }
    return regionCode + " " + society + rest;
  }

  /** The id of a disclosure of this identity. */
  static String id(Identity identity, String sha256) {
    String publisher = identity.publisher();
    String code = identity.regionCode();
    String key =
        publisher == null ? null : of(publisher, identity.region(), code == null ? "" : code);
    return Ids.disclosure(key, identity.year(), identity.type(), caliber(identity), sha256);
  }

  /**
   * As the title has it. That a department consists of itself alone is said in its narrative, and
   * not in the file of its tables.
   */
  private static @Nullable String caliber(Identity identity) {
    boolean ofADepartment = identity.type() != null && identity.type().startsWith("部门");
    return ofADepartment && "本级".equals(identity.caliber()) && !identity.saysItself()
        ? "部门"
        : identity.caliber();
  }
}
