package mingcha.disclosure;

import java.util.Locale;

/**
 * The statutory tables of a departmental final account, their counterparts in budgets, and the two
 * that provinces have budgets publish besides.
 */
public enum Form {
  /** 收入支出决算总表 */
  INCOME_EXPENDITURE_TOTAL,
  /** 收入决算表 */
  INCOME,
  /** 支出决算表 */
  EXPENDITURE,
  /** 财政拨款收入支出决算总表 */
  APPROPRIATION_TOTAL,
  /** 一般公共预算财政拨款支出决算表 */
  GENERAL_EXPENDITURE,
  /** 一般公共预算财政拨款基本支出决算表 */
  BASIC_EXPENDITURE,
  /** “三公”经费支出决算表 */
  THREE_PUBLIC,
  /** 政府性基金预算财政拨款收入支出决算表 */
  GOVERNMENT_FUND,
  /** 国有资本经营预算财政拨款支出决算表 */
  STATE_CAPITAL,
  /** 部门决算公开相关信息统计表 */
  RELATED_INFORMATION,
  /** 一般公共预算机关运行经费支出预算表 */
  OPERATING_FUNDS,
  /** 政府采购支出预算表 */
  PROCUREMENT;

  /** The id on the wire: {@code general_expenditure}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
