package mingcha.query;

import java.util.Locale;

/**
 * What a word can do in a question; one word may have several roles. The words are in {@code
 * words.tsv}.
 */
enum Role {
  /** 低于: its value is an operator, and a number or a metric follows. */
  COMPARE,
  /** 为, of: a comparator before a number, but not between two metrics. */
  COPULA,
  /** 不等于 */
  NOT_EQUAL,
  /** 以上: stands behind a number. */
  AFTER,
  /** 为负: a comparison with nothing, its value the operator. */
  SIGN,
  /** 约, 左右: said of a number, changes nothing. */
  APPROXIMATE,
  /** 了 in 超过了: changes nothing. */
  PARTICLE,
  /** 在 in 在40%到60%之间. */
  OPEN,
  /** 到 */
  TO,
  /** 之间 */
  CLOSE,
  /** 比上年 */
  VERSUS,
  /** 比 in 比2022年. */
  VERSUS_YEAR,
  /** 相等 behind two figures. */
  SAME,
  /** 相差, 差距: how far two figures lie apart. */
  DIFFER,
  /** 下降, value {@code up} or {@code down}. */
  DIRECTION,
  /** 多 and 少, which mean a change only behind 比上年. */
  VERSUS_DIRECTION,
  /** 表格, 叙述: the basis of the metric that follows. */
  BASIS,
  /** 执行不力: its value is a metric and the order it is put in. */
  IDIOM,
  /** 城市 in 哪个城市: asks for publishers of a place. */
  AREA,
  /** 最低, value {@code asc} or {@code desc}. */
  EXTREME,
  /** 低 in 执行率低的项目. */
  VAGUE,
  /** 前 in 前五名. */
  RANK,
  /** 从低到高 */
  ORDER,
  /** 按 */
  BY,
  /** 排序 */
  SORTING,
  /** 个, 名 */
  COUNTER,
  /** A number in English letters. */
  NUMBER,
  /** 一半, in per cent. */
  PORTION,
  /** million: its value is how many zeros. */
  MULTIPLY,
  /** yuan, points: its value is the unit. */
  UNIT,
  /** 项目: its value is an entry kind, empty for 部门. */
  KIND,
  /** 不一致: asks for findings. */
  DISCORD,
  AND,
  OR,
  /** 和 between two metrics. */
  LIST,
  /** 都 */
  BOTH,
  /** 不含 */
  NOT,
  /** 外 in 除…外. */
  OUTSIDE,
  GRADE,
  /** 评为 */
  GRADED,
  /** 关于 */
  TOPIC,
  /** 提到 */
  MENTION,
  /** 类 in 消费券类项目. */
  ABOUT_AFTER,
  /** with, whose: what follows belongs to the noun before. */
  WITH,
  /** 的 */
  OF,
  /** under in under 2160299. */
  WITHIN,
  /** 科目代码 */
  CODE,
  /** 科目名称 before a subject's name. */
  SUBJECT_NAME,
  /** 开头 behind a code. */
  PREFIX,
  TYPE,
  CALIBER,
  /** 支出: a metric only beside a condition; its value is the metric. */
  LOOSE,
  /** 决算数 behind a metric's name. */
  FINAL,
  /** 上年数 behind a metric's name. */
  PRIOR,
  /** 一分钱没花: its value is the whole condition. */
  STATE,
  /** 有 in 有公务接待费的部门. */
  HAVE,
  /** 没有 in 没有公务接待费的部门. */
  LACK,
  /** 没有公布 in 没有公布三公经费. */
  UNPUBLISHED,
  /** 连续 in 连续下降. */
  EVER,
  /** 县级, which no field says. */
  LEVEL,
  /** 以来 in 2020年以来. */
  SINCE,
  /** 去年 */
  RELATIVE,
  /** 近 in 近三年. */
  SPAN,
  YEAR_WORD,
  /** 活动: says nothing of its own behind a noun. */
  GENERIC,
  /** 有哪些 */
  FILLER,
  /** 三公支出: another name of the metric that is its value. */
  METRIC,
  /** 翻番: a change of so many per cent. */
  DOUBLED,
  /** 还 in 还不到三成: changes nothing. */
  ADVERB,
  /** 最多 before an amount, where it is no superlative. */
  LIMITING,
  /** rising in rising operating funds. */
  TREND,
  /** since in since 2020. */
  AFTER_YEAR,
  /** 以前 in 2020年以前. */
  UNTIL,
  /** 十四五期间: a run of years. */
  PERIOD,
  /** 持平: a change of nothing. */
  UNCHANGED,
  /** 过亿: its value is the operator and the amount in 元. */
  LARGE,
  /** 人均, before a metric of which there is no such figure. */
  PER,
  /** 发布单位 before a quoted name; its value is the filter. */
  NAMED,
  /** An English noun; its value is the Chinese one. */
  NOUN;

  static Role of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
