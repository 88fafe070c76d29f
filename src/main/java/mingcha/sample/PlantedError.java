package mingcha.sample;

import java.util.Optional;

/**
 * An error that a department might make, planted into a disclosure that is otherwise in order: one
 * at a time, so that it can be said which rule has to find it. The truth beside the file names it.
 */
public enum PlantedError {
  SUBJECT_SUM("total-versus-items/subjects", CellPlanting.amount("支出决算表", "\\d{5}\\|.*", 2)),
  ECONOMIC_ITEM("total-versus-items/subjects", CellPlanting.amount(".*基本支出决算明细表", "301\\|.*", 2)),
  ROW_SUM("total-versus-items/columns", CellPlanting.amount("收入决算表", "\\d{7}\\|.*", 2)),
  GRAND_TOTAL("total-versus-items/grand-total", CellPlanting.amount("收入支出决算总表", "总计\\|.*", 2)),
  GRAND_TOTAL_SPENT(
      "total-versus-items/grand-total", CellPlanting.amount("收入支出决算总表", "总计\\|.*", 5)),
  YEAR_TOTAL("total-versus-items/classes", CellPlanting.amount("收入支出决算总表", "本年收入合计\\|.*", 2)),
  YEAR_TOTAL_SPENT("total-versus-items/classes", CellPlanting.amount("收入支出决算总表", "本年收入合计\\|.*", 5)),
  FUND_TYPES(
      "total-versus-items/fund-types",
      CellPlanting.amount("财政拨款收入支出决算总表", ".*、.*支出\\|\\d+\\|.*", 5)),
  ECONOMIC_TOTAL(
      "total-versus-items/economic", CellPlanting.amount(".*基本支出决算明细表", "人员经费合计\\|.*", 2)),
  FUND_BALANCE(
      "total-versus-items/fund-balance",
      CellPlanting.amount("政府性基金预算财政拨款收入支出决算表", "\\d{7}\\|.*", 3)),
  PROCUREMENT_SUM(
      "total-versus-items/procurement", CellPlanting.amount("部门决算公开相关信息统计表", "合计\\|.*", 2)),
  PROCUREMENT_TOLD(
      "total-versus-items/procurement", SentencePlanting.amount("政府采购支出总额([\\d,.]+)万元，其中")),
  THREE_PUBLIC_SUM(
      "total-versus-items/three-public",
      CellPlanting.amount(".*“三公”.*", "[\\d,.]+\\.\\d\\d\\|.*", 6)),
  TABLES_TOTAL("cross-table/totals", CellPlanting.amount("收入决算表", "合计\\|.*", 2)),
  BUDGETS_TOTAL("cross-table/fund-types", CellPlanting.amount("一般公共预算财政拨款支出决算表", "合计\\|.*", 2)),
  BASIC_TOTAL("cross-table/basic", CellPlanting.amount("一般公共预算财政拨款支出决算表", "合计\\|.*", 3)),
  CLASS_ROW("cross-table/classes", CellPlanting.amount("收入支出决算总表", ".*、.*支出\\|\\d+\\|.*", 5)),
  GENERAL_EXCEEDS("cross-table/subjects", CellPlanting.amount("一般公共预算财政拨款支出决算表", "\\d{7}\\|.*", 2)),
  LOST_SUBJECT(
      "cross-table/codes",
      CellPlanting.text(
          "一般公共预算财政拨款支出决算表",
          "\\d{7}\\|.*",
          0,
          "\\d{7}",
          code -> code.substring(0, 5) + (code.endsWith("98") ? "97" : "98"))),
  NEGATIVE(
      "amount-conflict/negative",
      CellPlanting.text("支出决算表", "\\d{7}\\|.*", 2, "[\\d,]*[1-9]\\.\\d\\d", raw -> "-" + raw)),
  WRONG_NAME(
      "name-conflict/subject",
      CellPlanting.text("支出决算表", "\\d{7}\\|.*", 1, ".*", name -> "机关党建经费")),
  NO_DATA("cross-table/no-data", PartPlanting.note("支出决算表", "说明：本表无数据。")),
  DENIED(
      "cross-table/no-data",
      SentencePlanting.of("^(\\d{4}年度政府性基金预算财政拨款收入.*)$", old -> "本部门没有政府性基金预算财政拨款收支。")),
  MISSING_TABLE("table-missing/statutory", PartPlanting.withoutTable("国有资本经营预算.*")),
  SILENT_TABLE(
      "table-missing/empty-without-note", PartPlanting.silent("国有资本经营预算.*", ".*没有国有资本经营预算.*")),
  MISSING_PART("section-missing/part", PartPlanting.withoutHeading("第四部分.*")),
  TOTAL_TOLD("cross-table/table-narrative", SentencePlanting.amount("年度支出合计([\\d,.]+)万元")),
  BASIC_TOLD("cross-table/table-narrative", SentencePlanting.amount("其中：基本支出([\\d,.]+)万元")),
  OPERATIONS_TOLD("cross-table/table-narrative", SentencePlanting.amount("机关运行经费支出([\\d,.]+)万元")),
  RECEPTION_TOLD("cross-table/table-narrative", SentencePlanting.amount("3\\.公务接待费支出([\\d,.]+)万元")),
  SUBJECT_TOLD("amount-conflict/subject", SentencePlanting.amount("^\\d+\\..*支出决算为([\\d,.]+)万元")),
  ITEMS_TOTAL(
      "total-versus-items/initial-budget",
      SentencePlanting.amount("一般公共预算财政拨款支出年初预算为([\\d,.]+)万元")),
  SHARE("ratio-recompute/share", SentencePlanting.rate("支出合计.*其中：基本支出[\\d,.]+万元，占([\\d.]+)%")),
  SHARE_OF_CLASS("ratio-recompute/share", SentencePlanting.rate("主要用于以下方面：.*?占([\\d.]+)%")),
  SHARE_OVER("percentage-over-100/share", SentencePlanting.words("支出合计.*，占([\\d.]+)%", "199.53")),
  CHANGE("ratio-recompute/change", SentencePlanting.rate("比，收入总计.{2}[\\d,.]+万元，.{2}([\\d.]+)%")),
  COMPLETION("ratio-recompute/completion-rate", SentencePlanting.rate("完成年初预算的([\\d.]+)%")),
  EXECUTION_TOLD("ratio-recompute/stated-execution", SentencePlanting.rate("完成全年预算的([\\d.]+)%")),
  DIRECTION_SIGN(
      "direction-conflict/change",
      SentencePlanting.of("机关运行经费支出.*，比上年(?:增加|减少)([\\d,.]+)万元", raw -> "-" + raw)),
  DIRECTION_APART(
      "direction-conflict/change", SentencePlanting.words("机关运行经费支出.*减少[\\d,.]+万元，(下降)", "增长")),
  DIRECTION_BUDGET(
      "direction-conflict/budget",
      SentencePlanting.words(
          "完成年初预算的(?:[1-8]\\d|9[0-8])\\.\\d\\d%。(决算数与年初预算数存在差异)的", "决算数大于年初预算数")),
  YEAR_TOLD("year-conflict/narrative", SentencePlanting.words("^(\\d{4})年度收入合计", "2019")),
  YEAR_HEADING("year-conflict/heading", SentencePlanting.words("^第二部分 (\\d{4})年度", "2019")),
  PUBLISHER("publisher-conflict/narrative", SentencePlanting.words("^()\\d{4}年度机关运行经费", "邻江市水务局")),
  PLACEHOLDER("placeholder/left-over", SentencePlanting.words("机关运行经费支出([\\d,.]+)万元", "XX")),
  LEFT_OUT("wording/left-out", SentencePlanting.of("(主要原因是[^。，]+。)$", t -> "主要原因是。")),
  DOUBLED("wording/doubled", SentencePlanting.of("机关运行经费.*(。)$", t -> "。。")),
  CUT_OFF("wording/cut-off", SentencePlanting.of("^\\d{4}年度机关运行.*(主要原因是.*)$", t -> "主要原因是")),
  UNIT(
      "unit-suspect/yuan-among-wan",
      SentencePlanting.words("（项）。年初预算为[\\d,.]*[1-9][\\d,.]*(万元)", "元")),
  FORM_RATE(
      "ratio-recompute/execution-rate",
      CellPlanting.text("项目支出绩效自评表", ".*\\|(?:资金总额：)\\|.*", 7, "[1-9][\\d.]*", rate -> "57.31")),
  FORM_RATE_NATIONAL(
      "ratio-recompute/execution-rate",
      CellPlanting.text("项目支出绩效自评表", ".*\\|(?:年度资金总额)\\|.*", 6, "[1-9][\\d.]*", rate -> "57.31")),
  FORM_SCORE(
      "score-sum/indicators",
      CellPlanting.text(
          "项目支出绩效自评表", "总分\\|.*", 8, "[2-9][\\d.]*", score -> score.startsWith("7") ? "61" : "73")),
  FORM_SCORE_NATIONAL(
      "score-sum/indicators",
      CellPlanting.text(
          "项目支出绩效自评表", "总分\\|.*", 9, "[2-9][\\d.]*", score -> score.startsWith("7") ? "61" : "73")),
  WEIGHT(
      "score-sum/weights",
      CellPlanting.text("项目支出绩效自评表", ".*数量指标\\|.*≥.*", 7, "20", weight -> "25")),
  WEIGHT_NATIONAL(
      "score-sum/weights",
      CellPlanting.text("项目支出绩效自评表", ".*数量指标\\|.*大于等于.*", 8, "20", weight -> "25")),
  MISSED_FULL(
      "score-without-attainment/missed",
      CellPlanting.text("项目支出绩效自评表", ".*质量指标\\|.*≥95%.*\\|10\\|10\\|.*", 6, "≥.*", t -> "≥71%")),
  MISSED_FULL_NATIONAL(
      "score-without-attainment/missed",
      CellPlanting.text("项目支出绩效自评表", ".*质量指标\\|.*\\|%\\|10\\|10\\|.*", 6, "\\d+", t -> "71")),
  OUT_OF_RANGE(
      "percentage-over-100/range",
      CellPlanting.text("项目支出绩效自评表", ".*满意度指标\\|.*≥90%.*", 6, "≥.*", t -> "≥120%")),
  SATISFACTION_NATIONAL(
      "percentage-over-100/range",
      CellPlanting.text("项目支出绩效自评表", ".*满意度指标\\|.*大于等于.*", 6, "\\d+", t -> "120")),
  ANNOUNCED_COUNT(
      "count-conflict/self-evaluated",
      SentencePlanting.of("绩效自评，涉及项目(\\d+)个", n -> (Integer.parseInt(n) + 1) + "")),
  ANNOUNCED_MONEY(
      "amount-conflict/announced",
      // A small change may make it the sum of another measure, as the forms round it.
      SentencePlanting.of("个，年初预算资金([\\d,.]+)万元", sum -> "9" + sum)),
  GRADES(
      "count-conflict/grades",
      SentencePlanting.of("自评结果为：(\\d+)个", n -> (Integer.parseInt(n) + 1) + "")),
  RATE_TOLD(
      "rate-conflict/table-narrative",
      SentencePlanting.words("(?:执行率为?|执行率达到|完成预算的)([1-9][\\d.]*)%", "43.21")),
  AMOUNT_TOLD(
      "amount-conflict/table-narrative",
      SentencePlanting.words("(?:实际执行|全年支付|已支付|执行数为)(\\d[\\d.]*)万元", "7777.77")),
  REDEMPTION_RATE("ratio-recompute/campaign", SentencePlanting.words("核销率([\\d.]+)%", "33.33")),
  LEVERAGE("ratio-recompute/campaign", SentencePlanting.words("杠杆率([\\d.]+)倍", "21.5")),
  REDEEMED("amount-conflict/executed-redeemed", SentencePlanting.words("，核销([\\d.]+)万元", "8888.8")),
  GRADE("score-conflict/grade", CellPlanting.text("项目支出绩效自评表", "总分\\|.*", 9, "[优良]", g -> "差")),
  VEHICLES("count-conflict/vehicles", SentencePlanting.words("共有车辆(\\d+)辆", "37")),
  THREE_PUBLIC_BASIC(
      "cross-table/three-public", CellPlanting.amount(".*基本支出决算明细表", ".*\\|30217\\|.*", 5)),
  OTHER_TOLD("cross-table/told-by-name", SentencePlanting.amount("；其他收入([\\d,.]+)万元，占")),
  APPROPRIATION_TOLD(
      "cross-table/told-by-name", SentencePlanting.amount("财政拨款收、支总计均为([\\d,.]+)万元")),
  PERSONNEL_TOLD("cross-table/table-narrative", SentencePlanting.amount("人员经费([\\d,.]+)万元，主要")),
  SMALL_CONTRACTS("ratio-recompute/share", SentencePlanting.amount("授予中小企业合同金额([\\d,.]+)万元")),
  PART_TOLD("total-versus-items/sentence", SentencePlanting.amount("其中：公务用车购置费支出([\\d,.]+)万元")),
  CHANGE_OF_APPROPRIATION(
      "ratio-recompute/change",
      SentencePlanting.rate("财政拨款收、支总计均为.*?总计(?:增加|减少)[\\d,.]+万元，..([\\d.]+)%")),
  FORM_MONEY(
      "total-versus-items/form-money",
      CellPlanting.text("项目支出绩效自评表", ".{2,8}财政资金\\|.*", 4, "[1-9][\\d.]*", sum -> "9" + sum)),
  OVER_WEIGHT(
      "score-conflict/over-weight",
      CellPlanting.text("项目支出绩效自评表", ".*质量指标\\|.*≥95%.*\\|10\\|10\\|.*", 8, "10", t -> "13")),
  VEHICLE_KINDS(
      "count-conflict/vehicle-kinds",
      SentencePlanting.of(
              "本部门共有车辆(\\d+辆，均为其他用车)",
              all ->
                  all.replace("均为其他用车", "其中：机要通信用车1辆、应急保障用车1辆、其他用车" + all.replaceFirst("，.*", "")))
          .showing("共有车辆")),
  VEHICLES_KEPT("count-conflict/vehicles", SentencePlanting.words("年末公务用车保有量(\\d+)辆", "37")),
  NO_GUESTS("count-conflict/visits", SentencePlanting.words("来访[1-9]\\d*批次、(\\d+)人次", "0")),
  GUESTS_SUM(
      "count-conflict/visits",
      SentencePlanting.words(
              "，共(接待国内来访\\d+批次、\\d+人次)", "接待11批次、40人次。其中：国内接待10批次、40人次；国（境）外接待0批次、0人次")
          .showing("11批次")),
  RECEPTION_KINDS(
      "total-versus-items/reception",
      SentencePlanting.words(
              "公务接待费支出[\\d,.]+万元(，共接待国内来访)", "。其中：国内公务接待支出7777.77万元；国（境）外公务接待支出0.00万元，共接待国内来访")
          .showing("7777.77")),
  CAPTION_YEAR(
      "year-conflict/table", PartPlanting.caption("收入决算表", "\\d{4}年度", "2019年度").showing("2019")),
  CAPTION_PUBLISHER(
      "publisher-conflict/table",
      PartPlanting.caption("收入决算表", "部门名称：.*", "部门名称：邻江市水务局").showing("邻江市水务局")),
  CONTENTS_LINE("section-missing/contents", PartPlanting.listed("十一、地方政府债务情况统计")),
  UNIT_IN_SENTENCE(
      "unit-suspect/sentence", SentencePlanting.words("服务支出[1-9]\\d{0,3}\\.\\d\\d(万元)。", "元")),
  REASON_GONE(
      "section-missing/reason",
      SentencePlanting.words("^\\d{4}年度机关运行经费支出.*，..(?:[1-9]\\d+)\\.\\d+%。(主要原因是.*)$", "")),
  WITHOUT_STOP("wording/cut-off", SentencePlanting.words("^\\d{4}年度机关运行经费支出.*(。)$", "")),
  GRADE_TOLD("score-conflict/grade", ReportPlanting.grade()),
  SCORE_GROUP("score-sum/group", ReportPlanting.group()),
  SCORE_TABLE("score-sum/table", ReportPlanting.table()),
  TOLD_TWICE("amount-conflict/told-twice", ReportPlanting.twice()),
  CHANGE_IN_TEXT("ratio-recompute/change-in-text", ReportPlanting.change()),
  GROUPING(
      "wording/grouping",
      SentencePlanting.of(
          "^.*?收入合计(\\d{1,3},\\d{3}\\.\\d\\d)万元", raw -> raw.replaceFirst(",\\d", ","))),
  PERCENT_AS_MONEY(
      "unit-suspect/percent", SentencePlanting.words("完成年初预算的[\\d.]+(%)。", "万元").showing("万元")),
  ONE_SLIP("amount-conflict/one-slip", ProsePlanting.slip()),
  TWINS("amount-conflict/twins", ProsePlanting.twins()),
  YEAR_OF_NAME("year-conflict/name", ProsePlanting.yearOfName()),
  YEAR_WITHIN(
      "year-conflict/within",
      PartPlanting.added(
          "（一）机关运行经费支出情况说明", "2015", new Document.Paragraph("2015年期末，本部门共有办公用房三处。"))),
  RATE_IN_TEXT("ratio-recompute/rate-in-text", ProsePlanting.rate()),
  TEXT_BALANCE("ratio-recompute/balance", ProsePlanting.balance()),
  PER_HEAD("ratio-recompute/per-head", ProsePlanting.perHead()),
  LISTED_PARTS("total-versus-items/listed", ProsePlanting.listed()),
  SCORES_TOLD("score-sum/told", ProsePlanting.scores()),
  SCORE_MATRIX("score-sum/matrix", ProsePlanting.matrix()),
  SCORE_LINES("score-sum/lines", ProsePlanting.lines()),
  BRACKET_WEIGHTS("score-sum/brackets", ProsePlanting.brackets()),
  HEADING_SCORE("score-conflict/heading", ProsePlanting.heading()),
  GRADE_SCHEME("score-conflict/scheme", ProsePlanting.scheme()),
  CLASS_TOLD(
      "total-versus-items/classes-told",
      SentencePlanting.of("^()1\\..*（项）。年初预算", none -> "社会保障和就业支出（类）决算数为7777.77万元。其中：")
          .showing("7777.77")),
  NAME_TOLD("name-conflict/told", SentencePlanting.words("^\\d+\\..*（款）(.{2,20})（项）", "农村道路建设")),
  PERCENT_SIGN(
      "wording/percent-sign",
      SentencePlanting.of("支出合计.*其中：基本支出[\\d,.]+万元，占[\\d.]*\\.[\\d.]*(%)；", sign -> "")
          .showing("占")),
  YEAR_COMPARED("year-conflict/compared", SentencePlanting.words("。与(上年)相比，收入总计", "2015年度")),
  UNIT_SAME("unit-suspect/same-figure", SentencePlanting.words("支出合计.*其中：基本支出[\\d,.]+(万元)，占", "元")),
  CALIBER_HEADING(
      "name-conflict/caliber",
      SentencePlanting.words("^第二部分 \\d{4}年度(部门)决算", "单位").showing("单位决算")),
  FROM_TO(
      "direction-conflict/from-to",
      PartPlanting.added(
          "（一）机关运行经费支出情况说明", "提高到60", new Document.Paragraph("办公用品集中采购比例由上年的80%提高到60%。"))),
  SMALL_FIRMS(
      "total-versus-items/small-firms",
      SentencePlanting.words("授予中小企业合同金额[\\d,.]+万元(，)", "，其中：授予小微企业合同金额77,777.77万元，")
          .showing("77,777.77")),
  KIND_OF_TABLE("name-conflict/kind", PartPlanting.renamed("收入决算表", "收入预算表")),
  ROW_TWICE("total-versus-items/row-twice", PartPlanting.rowTwice("支出决算表", "\\d{7}\\|.*")),
  LEVEL(
      "direction-conflict/budget",
      SentencePlanting.words(
          "完成年初预算的(?:[1-8]\\d|9[0-8])\\.\\d\\d%。(决算数与年初预算数存在差异)的", "决算数与年初预算数持平")),
  OPERATING_FUNDS(
      "cross-table/operating-funds",
      PartPlanting.everywhere("机关运行经费支出([\\d,.]+)万元", raw -> "9" + raw)),
  EXECUTION_SCORE("score-conflict/execution", ProsePlanting.executionScores()),
  SHARES_OF_TOTAL(
      "total-versus-items/shares", SentencePlanting.amount("年度支出合计([\\d,.]+)万元，其中：基本支出")),
  CLASS_IN_TEXT(
      "total-versus-items/classes-in-text", SentencePlanting.amount("主要用于以下方面：.*?（类）([\\d,.]+)万元")),
  LONE_YUAN(
      "unit-suspect/alone",
      SentencePlanting.of("机关运行经费支出(\\d{1,3}\\.\\d\\d万元)，", amount -> amount.replace("万元", "元"))),
  NO_GLOSSARY("section-missing/glossary", PartPlanting.withoutPart("第四部分.*", "第五部分.*")),
  COMPLETION_IN_TEXT(
      "ratio-recompute/completion-in-text",
      PartPlanting.told("71.00%", "培训费预算10.00万元，支出决算8.00万元，完成预算的71.00%。")),
  DIFFERENCE_IN_TEXT(
      "ratio-recompute/difference-in-text",
      PartPlanting.told("3.21", "会议费预算10.00万元，支出决算8.00万元，决算数较预算数减少3.21万元。")),
  CHANGE_OF_PASSAGE(
      "ratio-recompute/change-of-passage",
      PartPlanting.told("15.29%", "培训费支出决算8.00万元，主要用于业务培训。决算数较上年增加1.00万元，增长15.29%。")),
  COUNT_LISTED(
      "count-conflict/listed", PartPlanting.told("7个", "本部门内设机构7个，分别为办公室、规划科、法规科、人事科、财务科。")),
  THRESHOLD("unit-suspect/threshold", PartPlanting.told("100元", "单位价值100元以上的设备2台（套）。")),
  EACH_LISTED(
      "total-versus-items/each",
      PartPlanting.told("70.00", "安排项目资金70.00万元，分别为：甲项目30.00万元、乙项目20.00万元、丙项目10.00万元。")),
  BALANCE_IN_TEXT(
      "total-versus-items/balance-in-text",
      PartPlanting.told("85.55", "本部门收入总计85.55万元，其中本年收入合计70.00万元，年初结转和结余10.00万元。")),
  ECONOMIC_IN_TEXT("total-versus-items/economic-in-text", ProsePlanting.economic()),
  CHANGE_SUM(
      "total-versus-items/changes",
      PartPlanting.added(
          "（二）“三公”经费财政拨款支出决算具体情况说明",
          "77.77",
          new Document.Paragraph(
              "因公出国（境）费支出比上年减少77.77万元；公务用车购置及运行维护费支出比上年减少1.00万元；公务接待费支出比上年减少1.00万元。"))),
  DEFINED_RATE(
      "ratio-recompute/defined-rate",
      PartPlanting.told("98.30%", "计划改造2,000户，实际改造1,876户，完成率98.30%。")),
  AVERAGE("ratio-recompute/average", PartPlanting.told("3.80万元", "租用车辆支出86.10万元，租用28辆，车均3.80万元。")),
  AGAINST_NAMED(
      "ratio-recompute/against-named",
      PartPlanting.told("4.8%", "全年印刷费11.36万元，比上年的12.40万元下降4.8%。")),
  POINTS("ratio-recompute/points", PartPlanting.told("4个", "回收利用率达到82%，比目标值80%高4个百分点。")),
  DIFFERENCE_OF_BUDGET(
      "amount-conflict/difference-of-budget",
      PartPlanting.told("2.21万元", "印刷费年初预算为88.00万元，支出决算为90.12万元，完成年初预算的102.41%，决算数大于年初预算数2.21万元。")),
  BRACKET_COUNT("count-conflict/bracket", PartPlanting.told("9台", "年末共有设备9台（分析仪1台、扫描仪2台、打印机4台）。")),
  TABLE_TOTAL(
      "total-versus-items/table-total", ReportPlanting.costs("5,268.40", "95.02%", "5,268.40")),
  TABLE_COLUMN(
      "ratio-recompute/table-column", ReportPlanting.costs("5,178.40", "59.02%", "59.02%")),
  SCORES_IN_PROSE(
      "score-sum/prose",
      PartPlanting.told("9.00", "组织实施，满分12分，得9.00分。其中：制度健全性5分，得5分；制度执行有效性7分，得6分，扣1分。")),
  YEAR_OPENING("year-conflict/narrative", PartPlanting.told("2019", "2019年，我单位支出5.00万元，用于补充日常办公。")),
  CARRY_OVER("year-continuity/carry-over", CellPlanting.amount("收入支出决算总表", "年初结转和结余\\|.*", 2)),
  PRIOR_FIGURE("year-continuity/prior-figure", SentencePlanting.amount("比，收入总计.{2}([\\d,.]+)万元"));

  private final String rule;

  /** A function without state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Planting planting;

  PlantedError(String rule, Planting planting) {
    this.rule = rule;
    this.planting = planting;
  }

  /** The id of the rule that has to find it. */
  public String rule() {
    return rule;
  }

  Optional<Planting.Planted> in(Document document, Dice dice) {
    return planting.in(document, dice);
  }
}
