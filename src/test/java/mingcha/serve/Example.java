package mingcha.serve;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.disclosure.Subject;
import mingcha.disclosure.Table;
import mingcha.disclosure.TableRef;
import mingcha.store.Journal;
import mingcha.store.LedgerRow;
import mingcha.store.Store;
import mingcha.store.Version;
import org.jspecify.annotations.Nullable;

/** A small disclosure of an invented place, with all that the site has to show. */
final class Example {
  static final String FILE = "明河市商务局2023年度部门决算.txt";
  static final String PUBLISHER = "明河市商务局";
  static final String HOSTILE = "<img src=x onerror=\"document.title='taken'\">设备购置";

  /** The original, a line a line. */
  static final List<String> LINES =
      List.of(
          "明河市商务局2023年度部门决算",
          "第一部分 部门概况",
          "本部门负责全市商务工作，提到消费券只是顺带一说。",
          "第二部分 决算情况说明",
          "“三公”经费支出决算12.5万元，比上年下降26.44%。",
          "03 支出决算表",
          "单位：万元",
          "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出",
          "216\t商业服务业等支出\t1537.40\t537.4\t1,000.00",
          "第三部分 附件",
          "一、春季消费券发放",
          "项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
          "年度资金总额\t336\t152\t152\t10\t100\t10",
          "由于全年预算调减，预算执行率为45.2%，自评得分96分，等级为优。",
          "二、变压器更换",
          "年度资金总额\t80\t80\t32.8\t10\t41\t4.1",
          "三、" + HOSTILE,
          "年度资金总额\t50\t50\t0\t10\t0\t0");

  private static final String SHA256 = hash(text());

  static final Disclosure DISCLOSURE =
      new Disclosure(
          Ids.disclosure(PUBLISHER, 2023, "部门决算", "部门", SHA256),
          FILE,
          SHA256,
          LINES.get(0),
          PUBLISHER,
          "https://example.invalid/2023.txt",
          LocalDate.of(2024, 9, 20),
          List.of("示例省", "明河市"),
          "990100",
          2023,
          "部门决算",
          "部门");

  /** What the same publisher disclosed two years before; 2022 is missing. */
  static final Disclosure EARLIER =
      new Disclosure(
          Ids.disclosure(PUBLISHER, 2021, "部门决算", "部门", hash(earlierText())),
          "2021.txt",
          hash(earlierText()),
          "明河市商务局2021年度部门决算",
          PUBLISHER,
          null,
          null,
          List.of("示例省", "明河市"),
          "990100",
          2021,
          "部门决算",
          "部门");

  private Example() {}

  private static byte[] earlierText() {
    return "明河市商务局2021年度部门决算\n本年支出合计1200万元。".getBytes(StandardCharsets.UTF_8);
  }

  static byte[] text() {
    return String.join("\n", LINES).getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A store that holds it, as ingest would have left it. */
  static Store store(Path data) throws IOException {
    Store store = Store.open(data.resolve("data"));
    keep(store, Files.write(data.resolve("original.txt"), text()), content(), 1);
    Content earlier =
        new Content(EARLIER, List.of(), List.of(), List.of(), List.of(whole(EARLIER, "1200", 2)));
    keep(store, Files.write(data.resolve("earlier.txt"), earlierText()), earlier, 2);
    return store;
  }

  /** Keeps it as ingest would. */
  static void keep(Store store, Path file, Content content, long seq) throws IOException {
    Disclosure of = content.disclosure();
    LedgerRow row =
        new LedgerRow(
            of.file(),
            LedgerRow.READ,
            null,
            content.entries().size(),
            1,
            of.sha256(),
            of.id(),
            "text/plain; charset=UTF-8",
            "/",
            "1");
    Version version = new Version(seq, Version.State.WRITING, of, false, "{}", row);
    Journal journal = store.journal();
    journal.keepOriginal(file);
    journal.keepContent(of.sha256(), Journal.pack(content));
    journal.writing(List.of(version));
    journal.indexed(List.of(version));
    journal.done(List.of(version), List.of());
  }

  static Content content() {
    List<Heading> outline =
        List.of(
            new Heading(1, LINES.get(1), Source.line(FILE, 2)),
            new Heading(1, LINES.get(3), Source.line(FILE, 4)),
            new Heading(1, LINES.get(9), Source.line(FILE, 10)),
            new Heading(2, LINES.get(10), Source.line(FILE, 11)),
            new Heading(2, LINES.get(14), Source.line(FILE, 15)),
            new Heading(2, LINES.get(16), Source.line(FILE, 17)));
    List<Paragraph> paragraphs =
        List.of(
            new Paragraph(LINES.get(2), List.of(LINES.get(1)), Source.line(FILE, 3)),
            new Paragraph(LINES.get(4), List.of(LINES.get(3)), Source.line(FILE, 5)),
            new Paragraph(LINES.get(13), List.of(LINES.get(9)), Source.line(FILE, 14)));
    List<Table> tables =
        List.of(
            table(new TableRef("expenditure", "支出决算表", "03"), 8, 9),
            table(new TableRef(null, "项目支出绩效自评表", null), 12, 13),
            table(new TableRef(null, "项目支出绩效自评表", null), 16, 16),
            table(new TableRef(null, "项目支出绩效自评表", null), 18, 18));
    return new Content(DISCLOSURE, outline, tables, paragraphs, entries());
  }

  static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        project(
            "春季消费券发放",
            LINES.get(13),
            11,
            List.of(
                money("budget_initial", Stage.INITIAL, "年初预算数", "336", 13, 1),
                money("budget_adjusted", Stage.ADJUSTED, "全年预算数", "152", 13, 2),
                money("executed", Stage.FINAL, "全年执行数", "152", 13, 3),
                rate("执行率", "100", Basis.TABLE, 13, 5),
                rate("执行率", "45.2%", Basis.NARRATIVE, 14, null),
                reading("score", "得分", "96", "96", "分", "分", Basis.NARRATIVE, 14, null),
                reading("grade", "等级", null, "优", null, null, Basis.NARRATIVE, 14, null))));
    entries.add(
        project(
            "变压器更换",
            "变压器更换",
            15,
            List.of(
                money("budget_initial", Stage.INITIAL, "年初预算数", "80", 16, 1),
                money("budget_adjusted", Stage.ADJUSTED, "全年预算数", "80", 16, 2),
                money("executed", Stage.FINAL, "全年执行数", "32.8", 16, 3),
                rate("执行率", "41", Basis.TABLE, 16, 5))));
    entries.add(
        project(
            HOSTILE,
            HOSTILE,
            17,
            List.of(
                money("budget_adjusted", Stage.ADJUSTED, "全年预算数", "50", 18, 2),
                money("executed", Stage.FINAL, "全年执行数", "0", 18, 3),
                rate("执行率", "0", Basis.TABLE, 18, 5))));
    entries.add(
        entry(
            EntryKind.LINE,
            "商业服务业等支出",
            "216 商业服务业等支出",
            List.of(LINES.get(3)),
            Scope.SUBJECT,
            new TableRef("expenditure", "支出决算表", "03"),
            new Subject("216", "商业服务业等支出"),
            List.of(
                money("executed", Stage.FINAL, "本年支出合计", "1537.40", 9, 2),
                money("basic_expenditure", Stage.FINAL, "基本支出", "537.4", 9, 3),
                money("project_expenditure", Stage.FINAL, "项目支出", "1,000.00", 9, 4))));
    entries.add(
        entry(
            EntryKind.PASSAGE,
            LINES.get(1),
            LINES.get(2),
            List.of(LINES.get(1)),
            Scope.OTHER,
            null,
            null,
            List.of()));
    entries.add(whole(DISCLOSURE, "1537.40", 9));
    entries.add(finding());
    return entries;
  }

  /** What a whole disclosure spent. */
  static Entry whole(Disclosure of, String raw, int line) {
    return new Entry(
        Ids.entry(of.id(), EntryKind.STATEMENT, null, "本年支出合计", 0),
        EntryKind.STATEMENT,
        "本年支出合计",
        "本年支出合计" + raw + "万元。",
        List.of(),
        Scope.DISCLOSURE,
        of,
        null,
        null,
        null,
        null,
        List.of(
            money(
                "expenditure",
                Stage.FINAL,
                "本年支出合计",
                raw,
                Source.line(of.file(), line).inTable("支出决算表", 1, 2))),
        List.of());
  }

  /** What another publisher of the same city disclosed for the same year. */
  static Disclosure other(String publisher, String caliber) {
    String hash = hash(publisher.getBytes(StandardCharsets.UTF_8));
    return new Disclosure(
        Ids.disclosure(publisher, 2023, "部门决算", caliber, hash),
        publisher + ".txt",
        hash,
        publisher + "2023年度部门决算",
        publisher,
        null,
        null,
        List.of("示例省", "明河市"),
        "990100",
        2023,
        "部门决算",
        caliber);
  }

  /** A line of its table of expenditure. */
  static Entry line(Disclosure of, String code, String name, String raw) {
    return new Entry(
        Ids.entry(of.id(), EntryKind.LINE, "expenditure", code, 0),
        EntryKind.LINE,
        name,
        code + " " + name,
        List.of(),
        Scope.SUBJECT,
        of,
        new TableRef("expenditure", "支出决算表", "03"),
        new Subject(code, name),
        null,
        null,
        List.of(money("executed", Stage.FINAL, "本年支出合计", raw, 9, 2)),
        List.of());
  }

  private static Entry finding() {
    return new Entry(
        Ids.entry(DISCLOSURE.id(), EntryKind.FINDING, null, "春季消费券发放", 0),
        EntryKind.FINDING,
        "春季消费券发放",
        "春季消费券发放：执行率表格为100%，文字为45.2%。",
        List.of(LINES.get(9), LINES.get(10)),
        Scope.PROJECT,
        DISCLOSURE,
        null,
        null,
        "rate-conflict/table-narrative",
        "warn",
        List.of(
            rate("执行率", "100", Basis.TABLE, 13, 5),
            rate("执行率", "45.2%", Basis.NARRATIVE, 14, null)),
        List.of());
  }

  private static Entry project(String name, String text, int line, List<Reading> readings) {
    return entry(
        EntryKind.PROJECT,
        name,
        text,
        List.of(LINES.get(9), LINES.get(line - 1)),
        Scope.PROJECT,
        new TableRef(null, "项目支出绩效自评表", null),
        null,
        readings);
  }

  private static Entry entry(
      EntryKind kind,
      String name,
      String text,
      List<String> path,
      Scope scope,
      @Nullable TableRef table,
      @Nullable Subject subject,
      List<Reading> readings) {
    return new Entry(
        Ids.entry(DISCLOSURE.id(), kind, table == null ? null : table.form(), name, 0),
        kind,
        name,
        text,
        path,
        scope,
        DISCLOSURE,
        table,
        subject,
        null,
        null,
        readings,
        List.of());
  }

  private static Reading money(
      String metric, Stage stage, String label, String raw, int line, int column) {
    return money(metric, stage, label, raw, cell(line, column));
  }

  private static Reading money(
      String metric, Stage stage, String label, String raw, Source source) {
    BigDecimal yuan = new BigDecimal(raw.replace(",", "")).scaleByPowerOfTen(4);
    return new Reading(
        metric,
        stage,
        label,
        List.of(label),
        new BigDecimal(yuan.stripTrailingZeros().toPlainString()),
        "元",
        raw,
        "万元",
        Basis.TABLE,
        null,
        null,
        source);
  }

  private static Reading rate(
      String label, String raw, Basis basis, int line, @Nullable Integer column) {
    return reading(
        "execution_rate", label, raw.replace("%", ""), raw, "%", "%", basis, line, column);
  }

  private static Reading reading(
      String metric,
      String label,
      @Nullable String value,
      String raw,
      @Nullable String unit,
      @Nullable String printedUnit,
      Basis basis,
      int line,
      @Nullable Integer column) {
    return new Reading(
        metric,
        null,
        label,
        List.of(label),
        value == null ? null : new BigDecimal(value),
        unit,
        raw,
        printedUnit,
        basis,
        null,
        null,
        column == null ? Source.line(FILE, line) : cell(line, column));
  }

  private static Source cell(int line, int column) {
    boolean statutory = line == 9;
    return Source.line(FILE, line)
        .inTable(statutory ? "支出决算表" : "项目支出绩效自评表", statutory || line == 13 ? 1 : 0, column);
  }

  private static Table table(TableRef ref, int from, int to) {
    List<Cell> cells = new ArrayList<>();
    for (int line = from; line <= to; line++) {
      String[] texts = LINES.get(line - 1).split("\t", -1);
      for (int column = 0; column < texts.length; column++) {
        int row = line - from;
        cells.add(
            new Cell(
                row,
                column,
                1,
                1,
                texts[column],
                Source.line(FILE, line).inTable(ref.title(), row, column)));
      }
    }
    return new Table(ref, "万元", to > from ? 1 : 0, cells, null, List.of(), Source.line(FILE, from));
  }
}
