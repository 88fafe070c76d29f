package mingcha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.text.Fold;

/** What was read of disclosures beside what the sample says is true of them, counted by kind. */
final class AgainstTruth {
  private static final int SHOWN = Integer.getInteger("mingcha.shown", 6);

  private static final Set<String> SUBJECT_FORMS =
      Set.of("income", "expenditure", "general_expenditure", "government_fund");

  /** What was asked for of one kind of figure. */
  private static final class Tally {
    private final List<String> missing = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int asked;

    void hold(String where, List<BigDecimal> read, BigDecimal truth) {
      hold(where, read, List.of(), truth);
    }

    void hold(String where, List<BigDecimal> read, List<String> doubted, BigDecimal truth) {
      asked++;
      if (read.stream().noneMatch(value -> value.compareTo(truth) == 0)) {
        missing.add(where + " = " + truth + ", read " + read + ", in doubt " + doubted);
      }
    }

    double recall() {
      return asked == 0 ? 1 : 1 - (double) missing.size() / asked;
    }
  }

  private final Map<String, Tally> tallies = new TreeMap<>();

  private int asked() {
    return tallies.values().stream().mapToInt(t -> t.asked).sum();
  }

  private int missing() {
    return tallies.values().stream().mapToInt(t -> t.missing.size()).sum();
  }

  private int wrong() {
    return tallies.values().stream().mapToInt(t -> t.wrong.size()).sum();
  }

  void print(String what) {
    System.out.printf(
        Locale.ROOT,
        "told as %-18s %5d figures, recall %.4f, %d wrong%n",
        what,
        asked(),
        1 - (double) missing() / asked(),
        wrong());
    tallies.forEach(AgainstTruth::print);
  }

  void allIsRead(String what) {
    print(what);
    assertTrue(asked() > 0, "nothing was asked");
    assertEquals(List.of(0, 0), List.of(missing(), wrong()), "missing and wrong, " + what);
  }

  /** Of pictures. */
  void nearlyAllIsRead(String what) {
    print(what);
    assertTrue(asked() > 0, "nothing was asked");
    assertTrue(missing() <= 0.05 * asked(), missing() + " of " + asked() + " figures are not read");
    assertTrue(wrong() <= 0.005 * asked(), wrong() + " of " + asked() + " figures are read wrong");
  }

  /** A workbook holds none. */
  void leaveOutTheNarrative() {
    tallies.remove("completions");
    tallies.remove("statements");
    tally("projects").missing.removeIf(m -> m.contains(" narrative ") || m.contains(" grade "));
  }

  void compare(Content content, JsonNode truth) {
    identity(content.disclosure(), truth.get("disclosure"));
    lines(content, truth.get("lines"));
    projects(content, truth.get("projects"));
    truth.get("completions").forEach(completion -> completion(content, completion));
    truth.get("statements").forEach(statement -> statement(content, statement));
  }

  private Tally tally(String kind) {
    return tallies.computeIfAbsent(kind, k -> new Tally());
  }

  private static void print(String kind, Tally tally) {
    System.out.printf(
        Locale.ROOT,
        "sample: %-14s %5d figures, recall %.4f, %d wrong%n",
        kind,
        tally.asked,
        tally.recall(),
        tally.wrong.size());
    tally.missing.stream().limit(SHOWN).forEach(m -> System.out.println("  missing " + m));
    tally.wrong.stream().limit(SHOWN).forEach(w -> System.out.println("  wrong " + w));
  }

  private static void identity(Disclosure read, JsonNode truth) {
    List<String> region = new ArrayList<>();
    truth.get("region").forEach(name -> region.add(name.asText()));
    assertEquals(
        List.of(
            truth.get("publisher").asText(),
            region,
            truth.get("regionCode").asText(),
            truth.get("year").asInt(),
            truth.get("type").asText(),
            truth.get("caliber").asText()),
        Arrays.asList(
            read.publisher(),
            read.region(),
            read.regionCode(),
            read.year(),
            read.type(),
            read.caliber()));
  }

  void lines(Content content, Iterable<JsonNode> lines) {
    Set<String> printed = new HashSet<>();
    Set<String> forms = new HashSet<>();
    for (JsonNode line : lines) {
      String form = line.get("form").asText();
      String code = line.get("code").isNull() ? "" : line.get("code").asText();
      String name = line.get("name").asText();
      forms.add(form);
      List<Entry> entries =
          content.entries().stream().filter(e -> isLine(e, form, code, name)).toList();
      for (JsonNode cell : line.get("cells")) {
        String label = cell.get("label").asText();
        BigDecimal value = cell.get("value").decimalValue();
        printed.add(form + code + label + value.stripTrailingZeros().toPlainString());
        tally(SUBJECT_FORMS.contains(form) ? "subject lines" : "other lines")
            .hold(
                content.disclosure().file() + " " + form + " " + code + " " + name + " " + label,
                entries.stream()
                    .flatMap(e -> e.readings().stream())
                    .filter(r -> isOfTable(r) && isLabelled(r, label))
                    .map(Reading::value)
                    .filter(Objects::nonNull)
                    .toList(),
                entries.stream()
                    .flatMap(e -> e.readings().stream())
                    .filter(r -> r.doubt() != null && isLabelled(r, label))
                    .map(r -> r.value() + " " + r.doubt())
                    .toList(),
                value);
      }
    }
    forms.retainAll(SUBJECT_FORMS);
    for (Entry entry : content.entries()) {
      if (entry.kind() == EntryKind.LINE && forms.contains(form(entry))) {
        String code = entry.subject() == null ? "" : entry.subject().code();
        for (Reading reading : entry.readings()) {
          BigDecimal value = reading.value();
          if (isOfTable(reading) && value != null) {
            String key =
                form(entry) + code + reading.label() + value.stripTrailingZeros().toPlainString();
            if (!printed.contains(key)) {
              tally("subject lines")
                  .wrong
                  .add(content.disclosure().file() + " " + entry.name() + " " + key);
            }
          }
        }
      }
    }
  }

  private static boolean isOfTable(Reading reading) {
    return reading.basis().toString().equals("table") && reading.doubt() == null;
  }

  private static String form(Entry entry) {
    return entry.table() == null ? "" : Objects.requireNonNullElse(entry.table().form(), "");
  }

  private static boolean isLine(Entry entry, String form, String code, String name) {
    if (entry.kind() != EntryKind.LINE || !form(entry).equals(form)) {
      return false;
    }
    return code.isEmpty()
        ? entry.subject() == null && isNamed(entry, name)
        : entry.subject() != null && entry.subject().code().equals(code);
  }

  /** 总计 of one side is 收入总计, 合计 of “三公” is “三公”经费, 货物 is 政府采购：货物. */
  private static boolean isNamed(Entry entry, String name) {
    String plain =
        Fold.name(name.replaceFirst("^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\\d+\\.)", ""));
    String read = Fold.name(entry.name());
    boolean whole = plain.equals("合计") && form(entry).equals("three_public");
    return read.equals(plain)
        || (plain.equals("总计") && read.endsWith(plain))
        || (form(entry).equals("related_information") && read.endsWith(plain))
        || (whole && read.equals("三公经费"));
  }

  /** 预算数 stands above the item in some tables, and beside it in others. */
  private static boolean isLabelled(Reading reading, String label) {
    String asked = Fold.name(label);
    return reading.labelPath().stream().anyMatch(l -> Fold.name(l).equals(asked));
  }

  private void projects(Content content, JsonNode projects) {
    Set<String> names = new HashSet<>();
    for (JsonNode project : projects) {
      String name = project.get("name").asText();
      names.add(Fold.name(name));
      List<Entry> found =
          content.entries().stream()
              .filter(e -> e.kind() == EntryKind.PROJECT)
              .filter(e -> Fold.name(e.name()).equals(Fold.name(name)))
              .toList();
      String where = content.disclosure().file() + " " + name;
      if (found.size() > 1) {
        tally("projects").wrong.add(where + " is " + found.size() + " projects");
      }
      Set<String> stated = new HashSet<>();
      for (JsonNode figure : project.get("figures")) {
        String metric = figure.get("metric").asText();
        String basis = figure.get("basis").asText();
        BigDecimal value = figure.get("value").decimalValue();
        stated.add(metric + " " + basis + " " + value.stripTrailingZeros().toPlainString());
        tally("projects")
            .hold(where + " " + metric + " " + basis, values(found, metric, basis), value);
      }
      wrongOf(where, found, stated);
      project.get("indicators").forEach(i -> indicator(content, where, name, i));
      grade(where, found, project.get("grade").asText());
    }
    for (Entry entry : content.entries()) {
      if (entry.kind() == EntryKind.PROJECT && !names.contains(Fold.name(entry.name()))) {
        tally("projects").wrong.add(content.disclosure().file() + " no project: " + entry.name());
      }
    }
  }

  /** Its weight and points, under the project and both levels. */
  private void indicator(Content content, String where, String project, JsonNode indicator) {
    String name = indicator.get("name").asText();
    List<String> levels =
        List.of(
            Fold.name(project),
            Fold.name(indicator.get("family").asText()),
            Fold.name(indicator.get("kind").asText()));
    List<Entry> found =
        content.entries().stream()
            .filter(e -> e.kind() == EntryKind.INDICATOR)
            .filter(e -> Fold.name(e.name()).equals(Fold.name(name)))
            .filter(e -> e.path().stream().map(Fold::name).toList().containsAll(levels))
            .toList();
    for (String points : List.of("weight", "score")) {
      tally("indicators")
          .hold(
              where + " " + levels + " " + name + " " + points,
              values(found, points, "table"),
              indicator.get(points).decimalValue());
    }
  }

  /** A reading of a metric that the truth speaks of, with a value that it does not. */
  private void wrongOf(String where, List<Entry> found, Set<String> stated) {
    for (Entry entry : found) {
      for (Reading reading : entry.readings()) {
        BigDecimal value = reading.value();
        if (reading.metric() == null || value == null || reading.doubt() != null) {
          continue;
        }
        String key = reading.metric() + " " + reading.basis() + " ";
        boolean spoken = stated.stream().anyMatch(s -> s.startsWith(key));
        if (spoken && !stated.contains(key + value.stripTrailingZeros().toPlainString())) {
          tally("projects").wrong.add(where + " " + key + value);
        }
      }
    }
  }

  private void grade(String where, List<Entry> found, String grade) {
    Tally tally = tally("projects");
    tally.asked++;
    boolean read =
        found.stream()
            .flatMap(e -> e.readings().stream())
            .anyMatch(r -> "grade".equals(r.metric()) && r.raw().equals(grade));
    if (!read) {
      tally.missing.add(where + " grade " + grade);
    }
  }

  private void completion(Content content, JsonNode completion) {
    String code = completion.get("code").asText();
    String name = completion.get("name").asText();
    List<Entry> about =
        content.entries().stream()
            .filter(e -> e.kind() != EntryKind.PASSAGE)
            .filter(
                e ->
                    code.isEmpty()
                        ? e.subject() == null
                        : e.subject() != null && e.subject().code().equals(code))
            .toList();
    for (JsonNode figure : completion.get("figures")) {
      String metric = figure.get("metric").asText();
      tally("completions")
          .hold(
              content.disclosure().file() + " " + name + " " + metric,
              values(about, metric, "narrative"),
              figure.get("value").decimalValue());
    }
  }

  private void statement(Content content, JsonNode statement) {
    List<Entry> stating =
        content.entries().stream()
            .filter(e -> e.kind() == EntryKind.LINE || e.kind() == EntryKind.STATEMENT)
            .toList();
    for (JsonNode figure : statement.get("figures")) {
      String metric = figure.get("metric").asText();
      tally("statements")
          .hold(
              content.disclosure().file() + " " + statement.get("heading").asText() + " " + metric,
              values(stating, metric, "narrative"),
              figure.get("value").decimalValue());
    }
  }

  private static List<BigDecimal> values(List<Entry> entries, String metric, String basis) {
    return entries.stream()
        .flatMap(e -> e.readings().stream())
        .filter(r -> metric.equals(r.metric()) && r.basis().toString().equals(basis))
        .filter(r -> r.doubt() == null)
        .map(Reading::value)
        .filter(Objects::nonNull)
        .toList();
  }
}
