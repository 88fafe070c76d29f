package mingcha.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 基本支出1,050.00万元，其中：工资福利支出…；商品和服务支出…；对个人和家庭的补助…；资本性支出…: the four economic classes are all of basic
 * expenditure.
 */
final class EconomicInText implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/economic-in-text",
          "文字所写基本支出与各经济分类之和不符，需要说明",
          "Basic expenditure as told is not the sum of the economic classes told below it",
          "政府收支分类科目：基本支出=工资福利支出+商品和服务支出+对个人和家庭的补助+资本性支出");

  private static final String TOTAL = "基本支出";
  private static final List<String> CLASSES = List.of("工资福利", "商品和服务", "对个人和家庭", "资本性");

  /** Behind 基本支出…，项目支出… the classes that follow are of both: 按经济分类，工资福利支出…. */
  private static final List<String> OF_ALL = List.of("项目支出", "经营支出", "支出合计");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (List<Paragraph> section : account.sections(t -> t.contains(TOTAL) && t.contains("元"))) {
      section(account, section, outcomes);
    }
  }

  private static void section(Account account, List<Paragraph> section, Outcomes outcomes) {
    Paragraph at = section.getFirst();
    Reading total = null;
    Map<String, Reading> parts = new LinkedHashMap<>();
    boolean twice = false;
    for (Paragraph paragraph : section) {
      for (Worded each : account.amounts(paragraph)) {
        Optional<String> kind = CLASSES.stream().filter(each.words()::contains).findFirst();
        if (each.isChange()) {
          continue;
        }
        if (total != null && parts.isEmpty() && OF_ALL.stream().anyMatch(each.words()::endsWith)) {
          outcomes.cannot("各经济分类可能包括项目支出");
          return;
        }
        if (kind.isPresent()) {
          twice |= parts.put(kind.get(), each.reading()) != null;
        } else if (total == null && each.words().endsWith(TOTAL)) {
          total = each.reading();
          at = paragraph;
        }
      }
    }
    if (total == null || twice || parts.size() < CLASSES.size()) {
      outcomes.cannot("没有写全基本支出的各经济分类");
    } else {
      Cases.sum(account, at, total, "各经济分类之和", List.copyOf(parts.values()), "Σ classes", outcomes);
    }
  }
}
