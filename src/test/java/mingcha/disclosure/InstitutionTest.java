package mingcha.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstitutionTest {
  @Test
  void theEndOfANameTellsWhatItsBearerIs() {
    assertEquals(
        """
        明河区柳湾街道办事处 街道
        明河区人民政府柳湾街道办事处（本级） 街道
        中共明河区柳湾街道工作委员会 街道
        云州县石桥镇人民政府 乡镇
        云州县石桥镇 乡镇
        云州县青坪乡人民政府 乡镇
        中共云州县石桥镇委员会 乡镇
        云州经济技术开发区管理委员会 开发区
        云州高新区管委会 开发区
        云州市实验学校 学校
        云州市第一中学 学校、中小学
        云州市一中 学校、中小学
        云州市特殊教育学校 学校
        明河区机关幼儿园 学校、幼儿园
        云州职业技术学院 学校、高校
        样例省师范大学 学校、高校
        云州市第二人民医院 医疗机构、医院
        云州医学院附属医院 医疗机构、医院
        云州市妇幼保健院 医疗机构、医院
        石桥镇卫生院 医疗机构、卫生院
        柳湾街道社区卫生服务中心 医疗机构、卫生院
        云州市疾病预防控制中心 医疗机构
        云州市公安局 公安
        云州市公安局交通警察支队 公安
        云州市公安局明河分局 公安
        云州市公安局柳湾派出所 公安、派出所
        云州市中级人民法院 法院
        云州县人民检察院 检察院""",
        told(
            "明河区柳湾街道办事处",
            "明河区人民政府柳湾街道办事处（本级）",
            "中共明河区柳湾街道工作委员会",
            "云州县石桥镇人民政府",
            "云州县石桥镇",
            "云州县青坪乡人民政府",
            "中共云州县石桥镇委员会",
            "云州经济技术开发区管理委员会",
            "云州高新区管委会",
            "云州市实验学校",
            "云州市第一中学",
            "云州市一中",
            "云州市特殊教育学校",
            "明河区机关幼儿园",
            "云州职业技术学院",
            "样例省师范大学",
            "云州市第二人民医院",
            "云州医学院附属医院",
            "云州市妇幼保健院",
            "石桥镇卫生院",
            "柳湾街道社区卫生服务中心",
            "云州市疾病预防控制中心",
            "云州市公安局",
            "云州市公安局交通警察支队",
            "云州市公安局明河分局",
            "云州市公安局柳湾派出所",
            "云州市中级人民法院",
            "云州县人民检察院"));
  }

  @Test
  void whatOnlyHoldsSuchAWordIsNone() {
    assertEquals(
        """
        云州市教育局\s
        云州市医疗保障局\s
        云州市城镇集体工业联合社\s
        云州县乡村振兴局\s
        中共云州市委党校\s
        云州市行政学院\s
        样例省农业科学院\s
        云州市老年大学\s
        云州市城乡\s
        云州市村镇\s
        云州市学校后勤服务站\s
        云州市医院管理局\s""",
        told(
            "云州市教育局",
            "云州市医疗保障局",
            "云州市城镇集体工业联合社",
            "云州县乡村振兴局",
            "中共云州市委党校",
            "云州市行政学院",
            "样例省农业科学院",
            "云州市老年大学",
            "云州市城乡",
            "云州市村镇",
            "云州市学校后勤服务站",
            "云州市医院管理局"));
  }

  @Test
  void itsNameOnTheWireFindsItAgain() {
    for (Institution each : Institution.values()) {
      assertEquals(each, Institution.named(each.toString()));
    }
    assertThrows(IllegalArgumentException.class, () -> Institution.named("公司"));
  }

  private static String told(String... names) {
    return Stream.of(names)
        .map(
            name ->
                name
                    + " "
                    + Institution.of(name).stream()
                        .map(Institution::toString)
                        .collect(Collectors.joining("、")))
        .collect(Collectors.joining("\n"));
  }
}
