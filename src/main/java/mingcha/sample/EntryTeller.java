package mingcha.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.disclosure.Subject;
import mingcha.disclosure.TableRef;
import org.jspecify.annotations.Nullable;

/** Notes the entries of one disclosure, each on a line of its own. */
final class EntryTeller {
  private final Disclosure disclosure;
  private final List<Entry> entries = new ArrayList<>();
  private int line = 1;

  EntryTeller(Disclosure disclosure) {
    this.disclosure = disclosure;
  }

  int year() {
    return Objects.requireNonNull(disclosure.year());
  }

  String publisher() {
    return Objects.requireNonNull(disclosure.publisher());
  }

  List<Entry> told() {
    return entries;
  }

  /** A row of a statutory table. */
  void line(
      Form form,
      String title,
      @Nullable Subject subject,
      String name,
      Scope scope,
      List<Reading> readings) {
    int number = List.of(Form.values()).indexOf(form) + 1;
    TableRef table = new TableRef(form.id(), title, number < 10 ? "0" + number : "10");
    add(
        EntryKind.LINE,
        name,
        title + " " + name,
        List.of("第二部分 " + year() + "年度部门决算表", title),
        scope,
        table,
        subject,
        null,
        readings);
  }

  /** Something else that a disclosure says. */
  void other(
      EntryKind kind,
      String name,
      String text,
      List<String> path,
      Scope scope,
      List<Reading> readings) {
    add(kind, name, text, path, scope, null, null, null, readings);
  }

  /** Something of a project's form. */
  void form(
      EntryKind kind,
      String name,
      String text,
      List<String> path,
      @Nullable String rule,
      List<Reading> readings) {
    Scope scope = kind == EntryKind.INDICATOR ? Scope.OTHER : Scope.PROJECT;
    TableRef table = new TableRef(null, "项目支出绩效自评表", null);
    add(kind, name, text, path, scope, table, null, rule, readings);
  }

  private void add(
      EntryKind kind,
      String name,
      String text,
      List<String> path,
      Scope scope,
      @Nullable TableRef table,
      @Nullable Subject subject,
      @Nullable String rule,
      List<Reading> readings) {
    entries.add(
        new Entry(
            Ids.entry(
                disclosure.id(), kind, table == null ? null : table.form(), name, entries.size()),
            kind,
            name,
            text,
            path,
            scope,
            disclosure,
            table,
            subject,
            rule,
            rule == null ? null : "warn",
            readings,
            List.of()));
    line++;
  }

  /** A cell of a table, in 万元. */
  Reading cell(@Nullable String metric, Stage stage, String label, Amount amount) {
    return new Reading(
        metric,
        stage,
        label,
        List.of(label),
        amount.yuan(),
        "元",
        amount.plain(),
        "万元",
        Basis.TABLE,
        null,
        null,
        source());
  }

  /** A figure of a sentence, in 万元. */
  Reading said(String metric, @Nullable Stage stage, String label, Amount amount) {
    return new Reading(
        metric,
        stage,
        label,
        List.of(label),
        amount.yuan(),
        "元",
        amount.plain() + "万元",
        "万元",
        Basis.NARRATIVE,
        null,
        null,
        source());
  }

  /** A figure in any other unit. */
  Reading figure(
      @Nullable String metric, String label, BigDecimal value, String unit, Basis basis) {
    return new Reading(
        metric,
        null,
        label,
        List.of(label),
        value,
        unit,
        value.toPlainString() + unit,
        unit,
        basis,
        null,
        null,
        source());
  }

  /** A letter, or words where a figure might stand. */
  Reading words(@Nullable String metric, String label, String raw) {
    return new Reading(
        metric,
        null,
        label,
        List.of(label),
        null,
        null,
        raw,
        null,
        Basis.TABLE,
        null,
        null,
        source());
  }

  private Source source() {
    return Source.line(disclosure.file(), line);
  }
}
