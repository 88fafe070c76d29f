// The words of the interface, plain in both languages. t("search") is a word, t("pages", {n: 3}) a sentence.

import {language} from "./address.js";

const ZH = {
  brand: "明察", tagline: "在政府公开的决算、预算和绩效文件里，查文字，也查数字。",
  ask: "提问", search: "查询", placeholder: "例如：执行率低于60%的项目", skip: "跳到内容", switch: "English",
  understood: "我们理解为", remove: "去掉“{what}”", leftover: "没看懂，未用于查询", everything: "全部内容",
  about: "关于", term: "提到", not: "不含", notRegion: "除外", notYear: "年份除外", proposed: "“{text}”没有说是什么指标，我们当作{meant}。", spelling: "没有“{text}”；您要问的是", spellingEnd: "吗？", namesake: "“{text}”也可能是：", sortBy: "排序", first: "前 {n} 条", ordered: "按{metric}{direction}的 {thing}",
  condition: "条件", addThis: "添加{what}", change: "修改“{what}”", apply: "应用", cancel: "取消", metric: "指标", comparison: "比较", value: "数值", upper: "上限", unitOf: "单位",
  pieces: "个", figures: "数字", changes: "比上年的变化", words: "文字", needNumber: "请填一个数字。", cannotSay: "这个条件没能写进问句，请直接改问句。", regionOr: "地名或六位代码",
  noRegion: "没有叫“{name}”的地区。", asc: "从低到高", desc: "从高到低", relevance: "按相关程度", or: "或", contrary: "并非",
  spread: "{metric}的分布", threshold: "{metric}的界限", roughly: "约", filters: "筛选", all: "全部", below: "{what}的下级", export: "导出", moneyIn: "金额单位", asPrinted: "金额按原文", rowOf: "{what}：所在的行", more: "更多 {n} 项", less: "收起", findIn: "按名称查找{what}", findAmong: "在 {n} 个中查找", foundAll: "找到 {n} 个", foundFirst: "找到 {n} 个，先列 {first} 个", foundNone: "没有这样的名称",
  kind: "内容", region: "地区", year: "年度", subject: "功能科目", publisher: "发布单位", institution: "单位类别", anyInstitution: "不限类别", type: "文件类型",
  caliber: "口径", form: "表", grade: "等级", rule: "需要说明",
  table: "表格", narrative: "叙述", computed: "推算", printed: "原文印作", differs: "与{basis}不一致",
  initial: "年初", adjusted: "全年", final: "决算", prior: "上年", matched: "符合条件",
  doubt: "存疑", formula: "算法", line: "第 {n} 行", page: "第 {n} 页", row: "表中第 {n} 行", openRow: "打开原文定位",
  yearOf: "{n} 年度", sample: "示例数据",
  nothing: "没有找到。可以换短一点的词，去掉一个条件，或者看看", refused: "地址里的“{what}”不对：", near: "相近的查询", nearCount: "{n} 条", notRead: "另有 {n} 个文件未能读取，这里查不到它们的内容。",
  previous: "上一页", next: "下一页", pageOf: "第 {n} 页，共 {m} 页", pages: "分页",
  deep: "只能翻到第 {n} 条；请缩小范围，或用 export 命令导出全部。",
  loading: "正在查询…", slow: "还在查，先看着上一次的结果。", failed: "没有查成", retry: "再试一次", offline: "连不上服务器。",
  took: "{n} 毫秒", results: "{n} 条结果",
  examples: "可以这样问", covered: "收录范围", coveredCounts: "{p} 个单位的 {d} 份公开文件，{e} 条内容", language: "zh",
  missing: "缺", gaps: "{n} 个单位中间缺年度", lacks: "缺 {years}", unread: "{failed} 个文件未能读取，{empty} 个没有文字", andMore: "另有 {n} 个",
  newest: "最近的公开文件", newestFindings: "最近发现的需要说明之处", allFindings: "全部需要说明之处",
  reasons: {ENCRYPTED: "加密", CORRUPT: "损坏", TOO_LARGE: "过大", UNSUPPORTED: "格式尚不支持", NOT_TEXT: "不是文字", "no pages": "没有页面"},
  nothingIndexed: "还没有收录任何文件。", browse: "查看全部",
  identity: "文件信息", file: "文件", source: "来源", published: "公开日期", original: "下载原件", outline: "目录",
  entries: "读出的内容", document: "全文", compare: "比较", compareTitle: "{n} 个单位的{metric}", compareTitleOne: "{n} 个单位的{metric}", compareSubject: "{n} 个单位的“{subject}”{metric}", compareSubjectOne: "{n} 个单位的“{subject}”{metric}", onlyTicked: "只比较选中的单位", allPublishers: "比较全部单位", wholePublishers: "比较整个单位", tick: "选中{what}", anywhere: "所有地区", latest: "各单位最近一年", anyCaliber: "所有口径", rank: "名次", bar: "条形", percentile: "百分位", basis: "依据",
  mixedCalibers: "口径不一（{list}）：部门汇总了所属单位，和单位、本级的数不能直接比。", mixedYears: "年度不一（{list}）：每个单位取最近一年的数。", mixedTypes: "文件不一（{list}）：预算和决算不能直接比。",
  mixedBases: "有的数取自文字说明或由推算得出，见“依据”一列。", nothingToCompare: "在这个范围里没有哪个单位的“{metric}”可比。",
  toExplain: "{n} 处需要说明", otherYears: "同一单位", cite: "引用此数字", citation: "引文", copy: "复制", copied: "已复制", copyByHand: "请用 Ctrl+C 复制", originalPage: "原件第 {n} 页", showPage: "看原件", originalLines: "原件第 {n} 行前后", originalSheet: "原件第 {n} 张工作表，第 {row} 行", originalRow: "原件这张表的第 {row} 行", columnOf: "第 {n} 列", noLines: "原件的这几行取不到，请下载查看。", overYears: "历年走势", seriesOf: "图中是这个单位历年的{what}，点数字看出处。", seriesGap: "缺 {years} 年度的文件。", noSeries: "只有一个年度有数，画不成图。", allCharts: "全部 {n} 个指标", asTable: "列成表格", drawing: "正在画这一页…", noPicture: "这一页画不出来，请下载原件查看。", close: "关闭",
  figureIs: "{label}{value}", quoted: "“{text}”", titled: "《{title}》", comma: "，", stop: "。", visited: "（{date} 查阅）。",
  tableUnnamed: "未命名的表", unit: "单位：{unit}", emptyTable: "此表没有数据",
  notThere: "没有这个页面", notThereLong: "地址可能写错了，或文件已被移除。", home: "回到首页", unknown: "未注明",
  showAll: "全部 {n} 条", allRows: "列出全部 {n} 行", api: "接口说明", madeOf: "数据来自政府部门公开的文件，数字以原件为准。",
  rules: {"rate-conflict": "执行率前后不一", "amount-conflict": "金额前后不一", "score-conflict": "得分前后不一", "score-sum": "得分与总分不符",
    "score-without-attainment": "未完成而得满分", "count-conflict": "个数前后不一", "total-versus-items": "合计与明细不符", "cross-table": "表间或表文不一致",
    "ratio-recompute": "比率与金额不符", "percentage-over-100": "占比超过100%", "year-conflict": "年度有误", "unit-suspect": "单位可疑",
    "direction-conflict": "增减与数字不符", "name-conflict": "科目编码与名称不符", placeholder: "未填写的占位文字", "publisher-conflict": "单位名称前后不一",
    "section-missing": "缺少规定的部分", "table-missing": "缺少规定的表或说明", wording: "文字差错", "year-continuity": "上下年度不衔接"},
  details: {"table-narrative": "表与文", "executed-redeemed": "支出与核销", "self-evaluated": "自评", subjects: "科目", totals: "总计", campaign: "活动", "completion-rate": "完成率",
    "execution-rate": "执行率", columns: "各列", "initial-budget": "年初预算", "three-public": "“三公”经费",
    "announced": "公布数", "negative": "负数", "subject": "科目", "told-twice": "前后两说", "grades": "等级个数", "vehicle-kinds": "车辆类别", "vehicles": "车辆数", "basic": "基本支出", "classes": "各类", "codes": "编码", "fund-types": "资金性质", "no-data": "说无数据", "told-by-name": "按名称", "budget": "与预算比", "change": "增减", "left-over": "残留", "narrative": "文中", "adjusted-to-executed": "全年预算调成支出数", "change-in-text": "文中增减", "share": "占比", "stated-execution": "所说执行率", "grade": "等级", "over-weight": "超过分值", "stated-twice": "两处得分", "group": "分组", "indicators": "各指标", "table": "表内", "weights": "分值", "all-zero": "全部为零", "missed": "未达标", "explanation": "说明", "part": "部分", "empty-without-note": "空表无说明", "statutory": "规定的表", "classes-told": "文中各类", "economic": "经济分类", "form-money": "自评表资金", "fund-balance": "收支结余", "grand-total": "总计", "procurement": "政府采购", "reception": "公务接待", "sentence": "一句之内", "yuan-among-wan": "元与万元混用", "cut-off": "半句", "doubled": "重复", "left-out": "漏字", "heading": "标题", "carry-over": "结转", "missing-year": "缺年度", "prior-figure": "上年数"},
  kinds: {project: "项目", line: "预算科目", indicator: "绩效指标", statement: "文中数字", row: "表格行", passage: "段落", finding: "需要说明"},
  counted: {project: "个项目", line: "个预算科目", indicator: "个绩效指标", statement: "处文中数字", row: "个表格行", passage: "个段落", finding: "处需要说明", any: "条内容"},
  institutions: {街道: "街道", 乡镇: "乡镇", 开发区: "开发区", 学校: "学校", 高校: "高校", 中小学: "中小学", 幼儿园: "幼儿园", 医疗机构: "医疗机构", 医院: "医院", 卫生院: "卫生院", 公安: "公安", 派出所: "派出所", 法院: "法院", 检察院: "检察院"},
  ops: {"<": "低于", "<=": "不超过", ">": "高于", ">=": "不低于", "=": "为", between: "在", in: "为"},
};

const EN = {
  brand: "Mingcha", tagline: "Search the words and the figures of the fiscal disclosures that Chinese governments publish.",
  ask: "Question", search: "Search", placeholder: "e.g. projects with execution rate below 60%", skip: "Skip to content", switch: "中文",
  understood: "We read this as", remove: "Remove “{what}”", leftover: "not understood, not used", everything: "everything",
  about: "about", term: "mentions", not: "without", notRegion: "not in", notYear: "not of", proposed: "“{text}” names no metric; we took {meant}.", spelling: "There is no “{text}”; did you mean", spellingEnd: "?", namesake: "“{text}” may also be:", sortBy: "order", first: "first {n}", ordered: "{thing}, {metric} {direction}",
  condition: "Condition", addThis: "Add: {what}", change: "Change “{what}”", apply: "Apply", cancel: "Cancel", metric: "Metric", comparison: "Comparison", value: "Value", upper: "Upper value", unitOf: "Unit",
  pieces: "number", figures: "Figures", changes: "Changes on last year", words: "Words", needNumber: "Please give a number.", cannotSay: "This condition could not be put into the question; please edit the question itself.", regionOr: "a name or a six-digit code",
  noRegion: "No region is called “{name}”.", asc: "lowest first", desc: "highest first", relevance: "relevance", or: "or", contrary: "not",
  spread: "How {metric} spreads", threshold: "Threshold of {metric}", roughly: "about", filters: "Filters", all: "All", below: "below {what}", export: "Export", moneyIn: "Money in", asPrinted: "as printed", rowOf: "{what}: the row it stands in", more: "{n} more", less: "fewer", findIn: "Find by name: {what}", findAmong: "Find among {n}", foundAll: "{n} found", foundFirst: "{n} found, the first {first} are", foundNone: "None is named so",
  kind: "Content", region: "Region", year: "Year", subject: "Subject", publisher: "Publisher", institution: "Kind of institution", anyInstitution: "any kind", type: "Document",
  caliber: "Caliber", form: "Table", grade: "Grade", rule: "Needs explaining",
  table: "table", narrative: "narrative", computed: "computed", printed: "printed as", differs: "differs from the {basis}",
  initial: "initial", adjusted: "full-year", final: "final", prior: "last year", matched: "meets the condition",
  doubt: "doubtful", formula: "formula", line: "line {n}", page: "page {n}", row: "row {n} of the table", openRow: "Open the document here",
  yearOf: "{n}", sample: "sample data",
  nothing: "Nothing found. Try a shorter word, take a condition off, or see", refused: "“{what}” in the address is not right: ", near: "Close questions", nearCount: "{n} found", notRead: "{n} more files could not be read; what they say cannot be found here.",
  previous: "Previous", next: "Next", pageOf: "Page {n} of {m}", pages: "Pages",
  deep: "Only the first {n} can be paged through; narrow the question, or use the export command.",
  loading: "Searching…", slow: "Still searching; below is the answer before.", failed: "That did not work", retry: "Try again", offline: "The server cannot be reached.",
  took: "{n} ms", results: "{n} results",
  examples: "Questions to start with", covered: "What is covered", coveredCounts: "{d} disclosures of {p} publishers, {e} entries", language: "en",
  missing: "missing", gaps: "{n} publishers lack a year in between", lacks: "lacks {years}", unread: "{failed} files could not be read, {empty} hold no text", andMore: "{n} more",
  newest: "Latest disclosures", newestFindings: "Latest things that need explaining", allFindings: "Everything that needs explaining",
  reasons: {ENCRYPTED: "encrypted", CORRUPT: "damaged", TOO_LARGE: "too large", UNSUPPORTED: "format not read yet", NOT_TEXT: "no text"},
  nothingIndexed: "Nothing has been ingested yet.", browse: "See all",
  identity: "About this document", file: "File", source: "Source", published: "Published", original: "Download the original", outline: "Contents",
  entries: "What was read", document: "Full text", compare: "Compare", compareTitle: "{metric} of {n} publishers", compareTitleOne: "{metric} of one publisher", compareSubject: "{metric} for {subject}, {n} publishers", compareSubjectOne: "{metric} for {subject}, one publisher", onlyTicked: "Compare the ticked ones only", allPublishers: "Compare all publishers", wholePublishers: "Compare whole publishers", tick: "tick {what}", anywhere: "everywhere", latest: "the latest of each", anyCaliber: "all calibers", rank: "Rank", bar: "Bar", percentile: "Percentile", basis: "Basis",
  mixedCalibers: "Calibers differ ({list}): a 部门 includes the units below it, and is not to be compared with a 单位 or 本级.", mixedYears: "Years differ ({list}): the latest of each publisher is taken.", mixedTypes: "Documents differ ({list}): budgets and final accounts are not to be compared.",
  mixedBases: "Some figures come from the narrative or are computed; see the column Basis.", nothingToCompare: "No publisher here states “{metric}”.",
  toExplain: "{n} things that need explaining", otherYears: "Same publisher", cite: "Cite this figure", citation: "Citation", copy: "Copy", copied: "copied", copyByHand: "press Ctrl+C to copy", originalPage: "Page {n} of the original", showPage: "Show the original", originalLines: "The original around line {n}", originalSheet: "The original: sheet {n}, row {row}", originalRow: "Row {row} of this table in the original", columnOf: "column {n}", noLines: "These lines of the original cannot be had; please download it.", overYears: "Over the years", seriesOf: "What this publisher states in its {what} of each year; each figure leads to its place.", seriesGap: "No document for {years}.", noSeries: "Only one year states figures; there is no line to draw.", allCharts: "All {n} metrics", asTable: "As a table", drawing: "The page is being drawn…", noPicture: "This page cannot be drawn; please download the original.", close: "Close",
  figureIs: "{label} {value}", quoted: "“{text}”", titled: "“{title}”", comma: ", ", stop: ". ", visited: " (seen {date}). ",
  tableUnnamed: "Table without a title", unit: "unit: {unit}", emptyTable: "no data in this table",
  notThere: "There is no such page", notThereLong: "The address may be mistyped, or the document was removed.", home: "Go to the first page", unknown: "not stated",
  showAll: "all {n}", allRows: "List all {n} rows", api: "API", madeOf: "From documents published by government departments; the original prevails.",
  rules: {"rate-conflict": "Execution rates differ", "amount-conflict": "Amounts differ", "score-conflict": "Scores differ", "score-sum": "Scores do not add up",
    "score-without-attainment": "Full score, nothing attained", "count-conflict": "Counts differ", "total-versus-items": "Totals against items", "cross-table": "Tables or text differ",
    "ratio-recompute": "Ratios do not follow", "percentage-over-100": "Shares above 100%", "year-conflict": "Wrong year", "unit-suspect": "Unit in doubt",
    "direction-conflict": "Rise or fall against the figures", "name-conflict": "Code against name", placeholder: "Placeholder left in", "publisher-conflict": "Publisher's name differs",
    "section-missing": "A prescribed part is missing", "table-missing": "A table or its note is missing", wording: "Slip in the wording", "year-continuity": "Years do not join"},
  details: {"table-narrative": "table and text", "executed-redeemed": "spent and redeemed", "self-evaluated": "self-evaluation", subjects: "subjects", totals: "totals", campaign: "campaign", "completion-rate": "completion",
    "execution-rate": "execution", columns: "columns", "initial-budget": "initial budget", "three-public": "three public expenses"},
  kinds: {project: "Projects", line: "Budget lines", indicator: "Indicators", statement: "Stated figures", row: "Table rows", passage: "Passages", finding: "Needs explaining"},
  counted: {project: "projects", line: "budget lines", indicator: "indicators", statement: "stated figures", row: "table rows", passage: "passages", finding: "things that need explaining", any: "entries"},
  one: {project: "project", line: "budget line", indicator: "indicator", statement: "stated figure", row: "table row", passage: "passage", finding: "thing that needs explaining", any: "entry"},
  institutions: {街道: "Subdistricts", 乡镇: "Townships", 开发区: "Development zones", 学校: "Schools", 高校: "Universities", 中小学: "Primary and secondary schools", 幼儿园: "Kindergartens", 医疗机构: "Health institutions", 医院: "Hospitals", 卫生院: "Health centres", 公安: "Police", 派出所: "Police stations", 法院: "Courts", 检察院: "Procuratorates"},
  ops: {"<": "below", "<=": "at most", ">": "above", ">=": "at least", "=": "of", between: "between", in: "of"},
};

function words() {
  return language() === "en" ? EN : ZH;
}

export function t(key, values) {
  const text = words()[key] ?? key;
  return values ? text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? "")) : text;
}

/** A word of a group, t2("kinds", "project"); the key itself where it has none. */
export function t2(group, key) {
  return words()[group]?.[key] ?? key;
}

export function english() {
  return language() === "en";
}

/** How a number of entries of a kind is said. */
export function counted(count, kind) {
  const n = count.toLocaleString("en-US");
  if (!english()) return `${n} ${ZH.counted[kind] ?? ZH.counted.any}`;
  const group = count === 1 ? EN.one : EN.counted;
  return `${n} ${group[kind] ?? group.any}`;
}
