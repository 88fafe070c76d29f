package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import mingcha.sample.Document.Contents;
import mingcha.sample.Document.Heading;
import mingcha.sample.Document.Paragraph;
import mingcha.sample.Document.Part;
import mingcha.sample.Truth.Identity;
import mingcha.sample.World.Publisher;

/** A 部门决算 in our own words, and the truth of the figures in it. */
record FinalAccount(Document document, Truth truth) {
  static final String NOTICE = "本文件为示例数据，所有地名、单位和数字均为虚构。";
  private static final List<String> PARTS = List.of("概况", "", "情况说明", "名词解释", "附件");
  private static final int FIRST_PAGE = 2;

  /**
   * Tells a budget.
   *
   * @param before the year before, which the narrative compares with
   */
  static FinalAccount of(World world, Budget budget, Budget before, Style style, Dice dice) {
    Publisher publisher = budget.publisher();
    Ledger ledger = new Ledger();
    String title = publisher.name() + budget.year() + "年度部门决算公开";
    List<Part> body = new ArrayList<>();
    body.add(part(1, budget.year()));
    overview(publisher, body, dice);
    body.add(part(2, budget.year()));
    body.addAll(tables(world, budget, style, ledger));
    body.add(part(3, budget.year()));
    body.addAll(Narrative.parts(world, budget, before, style, ledger, dice));
    body.add(part(4, budget.year()));
    World.rows("glossary.tsv").forEach(row -> body.add(new Paragraph(row[0] + "：" + row[1])));
    body.add(part(5, budget.year()));
    int number = 1;
    for (Project project : budget.projects()) {
      ProjectForm form =
          new ProjectForm(
              publisher.name(), publisher.bureau().code(), budget.year(), project, style, dice);
      body.addAll(form.parts(number++, ledger));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Paragraph(NOTICE));
    parts.add(new Heading(0, publisher.name()));
    parts.add(new Heading(0, budget.year() + "年度部门决算公开"));
    parts.add(contents(body));
    parts.addAll(body);
    parts.add(new Paragraph(NOTICE));
    Identity identity =
        new Identity(
            title,
            publisher.name(),
            publisher.place().path(),
            publisher.place().code(),
            budget.year(),
            "部门决算",
            "部门");
    return new FinalAccount(new Document(title, parts), ledger.truth(NOTICE, identity));
  }

  private static Heading part(int number, int year) {
    String name = number == 2 ? year + "年度部门决算表" : PARTS.get(number - 1);
    return new Heading(1, "第" + TotalTables.numeral(number) + "部分 " + name);
  }

  private static void overview(Publisher publisher, List<Part> body, Dice dice) {
    body.add(new Heading(2, "一、本部门职责"));
    int number = 1;
    for (String duty : publisher.bureau().duties()) {
      body.add(new Paragraph("（" + TotalTables.numeral(number++) + "）" + duty));
    }
    body.add(new Paragraph("（" + TotalTables.numeral(number) + "）完成上级交办的其他任务。"));
    body.add(new Heading(2, "二、机构设置情况"));
    body.add(
        new Paragraph(
            publisher.name()
                + "内设科室"
                + dice.between(4, 14)
                + "个，纳入本部门决算编制范围的预算单位共"
                + dice.between(1, 6)
                + "个。"));
  }

  private static List<Part> tables(World world, Budget budget, Style style, Ledger ledger) {
    Captions captions = new Captions(budget.publisher().name(), budget.year());
    SubjectTables subjects = new SubjectTables(world, budget, style, ledger, captions);
    TotalTables totals = new TotalTables(budget, style, ledger, captions);
    SmallTables small = new SmallTables(world, budget, style, ledger, captions);
    List<Part> tables = new ArrayList<>();
    tables.add(totals.incomeAndExpenditure());
    tables.add(subjects.income());
    tables.add(subjects.expenditure());
    tables.add(totals.appropriation());
    tables.add(subjects.generalExpenditure());
    tables.add(small.basicExpenditure());
    if (style.threePublicFirst()) {
      tables.add(small.threePublic("07"));
      tables.add(subjects.governmentFund("08"));
      tables.add(subjects.stateCapital("09"));
    } else {
      tables.add(subjects.governmentFund("07"));
      tables.add(subjects.stateCapital("08"));
      tables.add(small.threePublic("09"));
    }
    tables.add(small.relatedInformation());
    return tables;
  }

  /** The two outer levels; a page is said to hold a few parts. */
  private static Contents contents(List<Part> body) {
    List<String> entries = new ArrayList<>();
    List<Integer> pages = new ArrayList<>();
    int table = 0;
    for (int i = 0; i < body.size(); i++) {
      String entry =
          switch (body.get(i)) {
            case Heading heading -> heading.level() <= 2 ? heading.text() : "";
            case Document.Grid grid ->
                grid.kind() == Document.Grid.Kind.PROJECT
                    ? ""
                    : TotalTables.numeral(++table) + "、" + grid.title();
            case Paragraph paragraph -> "";
            case Contents contents -> "";
          };
      if (!entry.isEmpty()) {
        entries.add(entry);
        pages.add(FIRST_PAGE + i / 4);
      }
    }
    return new Contents(entries, pages);
  }
}
