package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Table;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class InterpreterTest {
  private static final String TEXT =
      """
      云州市示范局
      2023年度部门决算
      目 录
      第一部分 概况\t1
      一、职责.....\t1
      第二部分 决算表\t2
      一、收入支出决算总表.....\t2
      第三部分 情况说明\t3
      第一部分 概况
      一、职责
      （一）<p>拟订全市示范工作的规划。</p>
      第二部分 决算表
      收入支出决算总表
      公开01表
      金额单位：万元
      收入\t\t\t支出\t\t
      项目\t行次\t金额\t项目\t行次\t金额
      一、一般公共预算财政拨款收入\t1\t9.00\t一、一般公共服务支出\t32\t9.00
      本年收入合计\t27\t9.00\t本年支出合计\t58\t9.00
      总计\t31\t9.50\t总计\t62\t9.50
      国有资本经营预算财政拨款支出决算表
      公开08表
      合计\t\t\t
      说明：本表无数据
      第三部分 情况说明
      一、收入支出决算总体情况说明
      2023年度收入总计9.50万元。
      """;

  private static String outline(Content content) {
    return content.outline().stream()
        .map(heading -> heading.level() + " " + heading.text())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theOutlineHasHeadingsAndTablesButNotTheContentsPage() {
    assertEquals(
        """
        1 第一部分 概况
        2 一、职责
        1 第二部分 决算表
        2 收入支出决算总表
        2 国有资本经营预算财政拨款支出决算表
        1 第三部分 情况说明
        2 一、收入支出决算总体情况说明\
        """,
        outline(Disclosures.content(TEXT)));
  }

  @Test
  void paragraphsKnowTheirHeadingsAndHaveNoMarkup() {
    Content content = Disclosures.content(TEXT);
    assertEquals(
        List.of("（一）拟订全市示范工作的规划。", "2023年度收入总计9.50万元。"),
        content.paragraphs().stream()
            .filter(p -> !p.path().isEmpty())
            .map(Paragraph::text)
            .toList());
    assertEquals(List.of("第三部分 情况说明", "一、收入支出决算总体情况说明"), content.paragraphs().getLast().path());
  }

  @Test
  void anEmptyTableIsKeptWithItsNote() {
    Table table = Disclosures.content(TEXT).tables().getLast();
    assertEquals("state_capital", table.ref().form());
    assertEquals("08", table.ref().number());
    assertEquals("说明：本表无数据", table.note());
    assertEquals("万元", table.unit());
  }

  @Test
  void totalsAreLinesOfTheWholeDisclosure() {
    assertEquals(
        """
        一般公共预算财政拨款收入: 金额 - 90000元
        一般公共服务支出: 金额 executed 90000元
        本年收入合计: 金额 revenue 90000元
        本年支出合计: 金额 expenditure 90000元
        收入总计: 金额 revenue_total 95000元
        支出总计: 金额 expenditure_total 95000元\
        """,
        Disclosures.printed(Disclosures.content(TEXT), EntryKind.LINE));
  }

  @Test
  void readingTheSameBytesAgainGivesTheSameIds() {
    List<String> first = Disclosures.content(TEXT).entries().stream().map(Entry::id).toList();
    assertEquals(first, Disclosures.content(TEXT).entries().stream().map(Entry::id).toList());
    assertEquals(first.size(), first.stream().distinct().count());
    assertNotEquals(
        first,
        Disclosures.content(TEXT.replace("2023年度部门", "2022年度部门")).entries().stream()
            .map(Entry::id)
            .toList());
  }

  @Test
  void linesThatBreakOffAtTheMarginAreJoined() {
    Content content =
        Disclosures.content(
            """
            一、收入支出决算总体情况说明
            2023 年度收、支总计均为 772.77 万元。与上年度相比，收、

            支总计各增加 228.26 万元，增长 41.92%。主要原因是全市的

            示范工作比往年更多，按照上级要求多次举办了各种各样的活

            动。
            二、支出决算情况说明
            2023 年度支出合计 772.77 万元，其中：基本支出 179.19万

            元，占 23.19%。
            """);
    assertEquals(
        List.of(
            "2023 年度收、支总计均为 772.77 万元。与上年度相比，收、支总计各增加 228.26 万元，增长 41.92%。"
                + "主要原因是全市的示范工作比往年更多，按照上级要求多次举办了各种各样的活动。",
            "2023 年度支出合计 772.77 万元，其中：基本支出 179.19万元，占 23.19%。"),
        content.paragraphs().stream().map(Paragraph::text).toList());
  }

  @Test
  void nothingAtAllIsReadToo() {
    assertTrue(Disclosures.content("").entries().isEmpty());
    assertTrue(Disclosures.content("\t\t\n\t\n").entries().isEmpty());
  }

  @Test
  void aLongTextIsReadInLinearTime() {
    String text = TEXT + "2023年度项目支出3.00万元，占比10%。主要原因是工作增加\n".repeat(5_000);
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> Disclosures.content(text));
  }

  @Test
  void aSentenceIsBehindTheContents() {
    Content content =
        Disclosures.content(
            """
            云州市示范局2023年度绩效评价报告
            目录
            一、项目情况.........1
            二、评价结论.........4
            根据预算绩效管理的有关规定，受云州市财政局委托，我们对示范局的项目开展了绩效评价，报告如下：
            一、项目情况
            略。
            二、评价结论
            略。
            """);
    assertEquals(
        List.of("一、项目情况", "二、评价结论"), content.contents().stream().map(Heading::text).toList());
  }
}
