package mingcha.check;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Table;

/** A final account that prints most of the prescribed tables, but not all. */
final class StatutoryTables implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "table-missing/statutory",
          "没有公开规定的决算表，需要说明",
          "A prescribed table is missing",
          "财预〔2016〕143号：部门决算应当公开的报表；没有数据的也应当列出空表");

  private static final int LEAST_READ = 5;

  private static final Map<Form, Pattern> TITLES = new EnumMap<>(Form.class);

  static {
    TITLES.put(Form.INCOME_EXPENDITURE_TOTAL, Pattern.compile(".*收入支出决算总表|.*收支决算总表"));
    TITLES.put(Form.INCOME, Pattern.compile(".*收入决算表"));
    TITLES.put(Form.EXPENDITURE, Pattern.compile(".*支出决算表"));
    TITLES.put(Form.APPROPRIATION_TOTAL, Pattern.compile(".*财政拨款收入?支出?决算总表"));
    TITLES.put(Form.GENERAL_EXPENDITURE, Pattern.compile(".*一般公共预算财政拨款支出决算表"));
    TITLES.put(Form.BASIC_EXPENDITURE, Pattern.compile(".*基本支出决算(?:明细)?表"));
    TITLES.put(Form.THREE_PUBLIC, Pattern.compile(".*三公.*"));
    TITLES.put(Form.GOVERNMENT_FUND, Pattern.compile(".*政府性基金.*表"));
    TITLES.put(Form.STATE_CAPITAL, Pattern.compile(".*国有资本经营.*表"));
  }

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    String type = account.content().disclosure().type();
    Set<String> read = new HashSet<>();
    for (Table table : account.content().tables()) {
      String form = table.ref().form();
      if (form != null) {
        read.add(form);
      }
    }
    account.inTables().stream()
        .map(e -> Objects.requireNonNull(e.table()).form())
        .filter(Objects::nonNull)
        .forEach(read::add);
    if (type == null || !type.endsWith("决算") || read.size() < LEAST_READ) {
      outcomes.cannot("不是决算，或决算表另行公开");
      return;
    }
    Entry about = account.content().entries().getFirst();
    Table last = account.content().tables().getLast();
    TITLES.forEach(
        (form, title) -> {
          if (read.contains(form.id())) {
            outcomes.holds();
          } else if (isNamed(account, title)) {
            outcomes.cannot("有此表的标题，表没有读到");
          } else {
            String name = title(form);
            outcomes.violated(
                new Discrepancy(
                    Severity.WARN,
                    about,
                    name,
                    "公开了" + read.size() + "张决算表，没有" + name,
                    List.of(Told.words("缺少的表", name, last.source()))));
          }
        });
  }

  /** Whether something that could be the table stands there under its title. */
  private static boolean isNamed(Account account, Pattern title) {
    return account.content().outline().stream()
            .anyMatch(h -> title.matcher(compact(h.text())).matches())
        || account.content().tables().stream()
            .anyMatch(t -> t.ref().form() == null && title.matcher(t.ref().title()).matches())
        || account.content().paragraphs().stream()
            .anyMatch(p -> title.matcher(compact(p.text())).matches());
  }

  private static String compact(String text) {
    return text.replaceAll("[\\s”“\"]", "");
  }

  private static String title(Form form) {
    return switch (form) {
      case INCOME_EXPENDITURE_TOTAL -> "收入支出决算总表";
      case INCOME -> "收入决算表";
      case EXPENDITURE -> "支出决算表";
      case APPROPRIATION_TOTAL -> "财政拨款收入支出决算总表";
      case GENERAL_EXPENDITURE -> "一般公共预算财政拨款支出决算表";
      case BASIC_EXPENDITURE -> "一般公共预算财政拨款基本支出决算表";
      case THREE_PUBLIC -> "财政拨款“三公”经费支出决算表";
      case GOVERNMENT_FUND -> "政府性基金预算财政拨款收入支出决算表";
      case STATE_CAPITAL -> "国有资本经营预算财政拨款支出决算表";
      case RELATED_INFORMATION -> "部门决算公开相关信息统计表";
      case OPERATING_FUNDS -> "机关运行经费支出表";
      case PROCUREMENT -> "政府采购支出表";
    };
  }
}
