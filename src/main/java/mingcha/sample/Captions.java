package mingcha.sample;

import java.util.List;

/** What stands between a statutory table's title and the table. */
record Captions(String publisher, int year) {
  List<String> of(String number) {
    return List.of("公开" + number + "表", "部门名称：" + publisher, year + "年度", "金额单位：万元");
  }
}
