package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTitlesTest {
  @ParameterizedTest
  @CsvSource({
    "收入支出决算总表, income_expenditure_total",
    "部门收支总体情况表, income_expenditure_total",
    "二、收入决算表, income",
    "支出决算表, expenditure",
    "附表3 支出决算表, expenditure",
    "云州市示范局2023年度支出决算表, expenditure",
    "财政拨款收入支出决算总表, appropriation_total",
    "一般公共预算财政拨款支出决算表, general_expenditure",
    "一般公共预算支出表（功能科目）, general_expenditure",
    "一般公共预算财政拨款基本支出决算明细表, basic_expenditure",
    "财政拨款“三公”经费支出决算表, three_public",
    "政府性基金预算财政拨款收入支出决算表, government_fund",
    "国有资本经营预算财政拨款支出决算表, state_capital",
    "部门决算公开相关信息统计表, related_information",
    "2023年部门一般公共预算支出功能分类预算表, general_expenditure",
    "2023年部门政府性基金预算支出功能分类预算表, government_fund",
    "2023年部门国有资本经营预算支出功能分类预算表, state_capital",
    "2021年单位一般公共预算基本支出部门预算经济分类预算表, basic_expenditure",
    "财政拨款政府性基金支出预算表, government_fund",
    "财政拨款支出表（功能科目）, general_expenditure",
    "政府采购支出决算表, procurement",
    "2023年部门政府采购（资产配置、购买服务）预算表, procurement",
    "政府采购意向表, none",
    "2023年一般公共预算机关运行经费支出预算表, operating_funds",
    "三公经费和机关运行费预算表, three_public",
    "项目支出绩效自评表, none",
    "详见支出决算表的说明, none",
  })
  void theWholeTitleNamesTheForm(String title, String form) {
    assertEquals(form, FormTitles.of(title).map(found -> found.form().id()).orElse("none"));
  }
}
