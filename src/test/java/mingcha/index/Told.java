package mingcha.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.disclosure.Subject;
import mingcha.disclosure.TableRef;
import org.jspecify.annotations.Nullable;

/** What an invented disclosure tells, in a few words. */
public final class Told {
  private final Disclosure disclosure;
  private final List<Entry> entries = new ArrayList<>();

  private Told(Disclosure disclosure) {
    this.disclosure = disclosure;
  }

  /** The final account of a bureau of the city 云州市 in the province 样例省. */
  static Told by(String publisher, int year) {
    return by(publisher, year, "990100", List.of("样例省", "云州市"));
  }

  static Told by(String publisher, int year, String regionCode, List<String> region) {
    String sha256 = "0".repeat(64);
    return new Told(
        new Disclosure(
            Ids.disclosure(publisher, year, "部门决算", "部门", sha256),
            publisher + year + ".txt",
            sha256,
            publisher + year + "年度部门决算",
            publisher,
            null,
            null,
            region,
            regionCode,
            year,
            "部门决算",
            "部门"));
  }

  Told project(String name, Reading... readings) {
    return told(EntryKind.PROJECT, name, "", Scope.PROJECT, null, null, readings);
  }

  Told project(String name, String text, Reading... readings) {
    return told(EntryKind.PROJECT, name, text, Scope.PROJECT, null, null, readings);
  }

  Told line(String code, String name, Reading... readings) {
    return told(
        EntryKind.LINE,
        name,
        "",
        Scope.SUBJECT,
        new TableRef("expenditure", "支出决算表", "03"),
        new Subject(code, name),
        readings);
  }

  Told total(String name, Reading... readings) {
    return told(EntryKind.LINE, name, "", Scope.DISCLOSURE, null, null, readings);
  }

  Told statement(String name, String text, Reading... readings) {
    return told(EntryKind.STATEMENT, name, text, Scope.OTHER, null, null, readings);
  }

  Told passage(String name, String text) {
    return told(EntryKind.PASSAGE, name, text, Scope.OTHER, null, null);
  }

  private Told told(
      EntryKind kind,
      String name,
      String text,
      Scope scope,
      @Nullable TableRef table,
      @Nullable Subject subject,
      Reading... readings) {
    entries.add(
        new Entry(
            Ids.entry(disclosure.id(), kind, null, name, entries.size()),
            kind,
            name,
            text,
            List.of("第二部分"),
            scope,
            disclosure,
            table,
            subject,
            null,
            null,
            List.of(readings),
            List.of()));
    return this;
  }

  Disclosure disclosure() {
    return disclosure;
  }

  List<Entry> entries() {
    return entries;
  }

  static Reading table(String metric, String value) {
    return reading(metric, null, value, Basis.TABLE);
  }

  static Reading narrative(String metric, String value) {
    return reading(metric, null, value, Basis.NARRATIVE);
  }

  static Reading staged(Stage stage, String metric, String value) {
    return reading(metric, stage, value, Basis.TABLE);
  }

  static Reading grade(String letter) {
    return new Reading(
        "grade",
        null,
        "等级",
        List.of("等级"),
        null,
        null,
        letter,
        null,
        Basis.TABLE,
        null,
        null,
        Source.line("a.txt", 1));
  }

  private static Reading reading(String metric, @Nullable Stage stage, String value, Basis basis) {
    String label = Metrics.standard().get(metric).chinese().getFirst();
    return new Reading(
        metric,
        stage,
        label,
        List.of(label),
        new BigDecimal(value),
        Metrics.standard().get(metric).quantity().unit(),
        value,
        null,
        basis,
        null,
        null,
        Source.line("a.txt", 1));
  }
}
