package mingcha.alert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.query.Clause.Condition;
import mingcha.query.Filters;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;

/** What a bureau's final account says, and what is asked of it, in a few words. */
final class Facts {
  private final Disclosure disclosure;
  private final List<Entry> entries = new ArrayList<>();

  private Facts(Disclosure disclosure) {
    this.disclosure = disclosure;
  }

  static Facts of(String publisher) {
    String title = publisher + "2023年度部门决算";
    return new Facts(
        new Disclosure(
            Ids.disclosure(publisher, 2023, "部门决算", "部门", ""),
            title + ".txt",
            "0".repeat(64),
            title,
            publisher,
            null,
            null,
            List.of("示例省", "明河市"),
            "990100",
            2023,
            "部门决算",
            "部门"));
  }

  /** A project with its execution rate in the table. */
  Facts project(String name, String rate) {
    return project(name, rate, name);
  }

  /** The same with what is said of it. */
  Facts project(String name, String rate, String text) {
    Source source = Source.line(disclosure.file(), 12).inTable("项目支出绩效自评表", 3, 5);
    Reading reading =
        new Reading(
            "execution_rate",
            null,
            "执行率",
            List.of("执行率"),
            new BigDecimal(rate),
            "%",
            rate,
            "%",
            Basis.TABLE,
            null,
            null,
            source);
    return add(EntryKind.PROJECT, name, text, List.of(reading));
  }

  Facts passage(String text) {
    return add(EntryKind.PASSAGE, "概况", text, List.of());
  }

  private Facts add(EntryKind kind, String name, String text, List<Reading> readings) {
    int occurrence =
        (int) entries.stream().filter(e -> e.kind() == kind && e.name().equals(name)).count();
    entries.add(
        new Entry(
            Ids.entry(disclosure.id(), kind, null, name, occurrence),
            kind,
            name,
            text,
            List.of("第三部分"),
            Scope.OTHER,
            disclosure,
            null,
            null,
            null,
            null,
            readings,
            List.of()));
    return this;
  }

  Disclosure disclosure() {
    return disclosure;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  Arrival arrives() {
    return new Arrival(1, disclosure, List.of(), entries);
  }

  /** As another version of what was there before. */
  Arrival after(Facts before) {
    return new Arrival(2, disclosure, before.entries, entries);
  }

  Arrival isWithdrawn() {
    return new Arrival(3, disclosure, entries, List.of());
  }

  /** 执行率低于60%的项目 */
  static Question below60() {
    return question(
        Set.of(EntryKind.PROJECT),
        List.of(),
        List.of(
            new Condition(
                new MetricRef("execution_rate", null),
                Op.LESS,
                List.of(new BigDecimal("60")),
                "%",
                "执行率低于60%")));
  }

  static Question words(String... words) {
    return question(Set.of(), List.of(words), List.of());
  }

  private static Question question(
      Set<EntryKind> kinds, List<String> terms, List<mingcha.query.Clause> where) {
    return new Question(
        "",
        kinds,
        List.of(),
        terms,
        List.of(),
        where,
        Filters.NONE,
        null,
        null,
        List.of(),
        List.of());
  }
}
