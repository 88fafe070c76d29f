package mingcha.interpret;

import java.util.regex.Pattern;

/** How items are written in the tables of totals. */
final class ItemNames {
  private static final Pattern TOP = Pattern.compile("^[一二三四五六七八九十]{1,4}[、.．]");

  private static final Pattern ENUMERATOR =
      Pattern.compile(
          "^(?:[（(][一二三四五六七八九十\\d]{1,3}[)）]|[一二三四五六七八九十]{1,4}[、.．]|\\d{1,2}[、.．](?!\\d))");

  /** What a whole disclosure has. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:本年|当年)?(?:收入|支出)?(?:合计|总计|小计)|人员经费合计|公用经费合计|使用非财政拨款结余.*|.*结转和?结余.*|结余分配.*"
              + "|上年结转.*|结转下年.*");

  private static final Pattern FUND = Pattern.compile("(?:一般公共预算|政府性基金预算|国有资本经营预算)财政拨款");

  private ItemNames() {}

  /** Whether a fragment of text begins an item, and does not go on with a wrapped name. */
  static boolean begins(String text) {
    return ENUMERATOR.matcher(text).find()
        || TOTAL.matcher(text).matches()
        || FUND.matcher(text).matches();
  }

  static boolean isTotal(String name) {
    return TOTAL.matcher(name).matches();
  }

  /** Whether it is of the highest level: 二、机关运行经费. */
  static boolean isTop(String name) {
    return TOP.matcher(Line.compact(name)).find();
  }

  /** Without spaces and enumerator. */
  static String plain(String name) {
    String compact = Line.compact(name);
    String plain = ENUMERATOR.matcher(compact).replaceFirst("");
    return plain.isEmpty() ? compact : plain;
  }
}
