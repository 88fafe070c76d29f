package mingcha.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Table;

/**
 * 部门：商务局 above all tables but one, which another department filled in. Whether the publisher is
 * spelt as on the cover says nothing: tables have its short name.
 */
final class PublisherInTables implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "publisher-conflict/table",
          "表上所写的部门名称与其他各表不同，需要说明",
          "A table names another department than the other tables",
          "部门决算公开格式：各表写明部门名称");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:部门|单位)(?:[(（]单位[)）])?(?:名称|公章)?\\s*[:：]\\s*"
              + "([^\\s:：\\d]{3,40}?)(?=\\s|$|\\d{4}|(?:金额)?单位|公开)");
  private static final Pattern UNIT = Pattern.compile("[百千]?[万亿]?元.*|人民币.*");

  /** 办公打 is misread or mistyped, 水务局 among 商务局 may be another department. */
  private static final Pattern AGENCY =
      Pattern.compile(".*(?:局|委|厅|办|室|院|会|中心|校|园|站|所|队|部|府|处|馆|团|社|社区|街道)(?:[（(].{1,6}[）)])?");

  private static final int LEAST_OTHERS = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Named> named = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Table table : account.content().tables()) {
      String name = table.caption() == null ? "" : name(table.caption());
      if (!name.isEmpty()) {
        named.add(new Named(table, name));
        counts.merge(name, 1, Integer::sum);
      }
    }
    String usual =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    int others = counts.getOrDefault(usual, 0);
    String publisher = Objects.toString(account.content().disclosure().publisher(), "");
    // Where they name the publisher itself, fewer will do.
    boolean own = usual.length() > 2 && (publisher.contains(usual) || usual.contains(publisher));
    if (others < (own && !publisher.isEmpty() ? 2 : LEAST_OTHERS) || others * 2 <= named.size()) {
      outcomes.cannot("表上没有写部门名称，或写法不一");
      return;
    }
    named.forEach(each -> check(account, each.table(), each.name(), usual, others, outcomes));
  }

  private record Named(Table table, String name) {}

  private static String name(String caption) {
    Matcher matcher = NAMED.matcher(caption);
    while (matcher.find()) {
      String name = String.valueOf(matcher.group(1));
      if (!UNIT.matcher(name).matches()) {
        return name;
      }
    }
    return "";
  }

  private static void check(
      Account account, Table table, String name, String usual, int others, Outcomes outcomes) {
    boolean near = differsByOne(name, usual);
    if (name.contains(usual) || usual.contains(name) || (near && !AGENCY.matcher(name).matches())) {
      outcomes.holds();
      return;
    }
    List<Reading> readings = new ArrayList<>();
    readings.add(Told.words("部门", name, table.source()));
    readings.add(Told.words("其他" + others + "张表", usual, table.source()));
    outcomes.violated(
        new Discrepancy(
            near ? Severity.INFO : Severity.WARN,
            account.of(table),
            table.ref().title(),
            "表上写为“" + name + "”，其他" + others + "张表写为“" + usual + "”",
            readings));
  }

  private static boolean differsByOne(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    int different = 0;
    for (int i = 0; i < a.length(); i++) {
      different += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return different == 1;
  }
}
