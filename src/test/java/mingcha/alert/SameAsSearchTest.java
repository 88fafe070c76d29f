package mingcha.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Institution;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Subject;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.Clause;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.Filters;
import mingcha.query.Filters.RegionFilter;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;
import mingcha.query.Sort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert matches an entry exactly when the search finds it, whatever is asked. */
class SameAsSearchTest {
  private static final int QUESTIONS = 1_000;
  private static final int DISCLOSURES = 30;
  private static final int ENTRIES = 20;

  private static final List<String> WORDS =
      List.of("消费券", "变压器", "更换", "采购", "培训", "三公", "无法支付", "财政", "乡村振兴", "券", "a", "嗨购");
  private static final List<String> METRICS =
      List.of("execution_rate", "executed", "budget_adjusted", "budget_initial", "redemption_rate");
  private static final List<Op> OPS = List.of(Op.values());
  private static final List<Basis> BASES = List.of(Basis.values());
  private static final List<RegionFilter> REGIONS =
      List.of(
          new RegionFilter("990000", "示例省"),
          new RegionFilter("990100", "明河市"),
          new RegionFilter("990200", "云州市"));

  @TempDir Path folder;

  @Test
  void anAlertMatchesWhatTheSearchFinds() throws IOException {
    long seed = Long.getLong("mingcha.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Entry> entries = new ArrayList<>();
    try (LuceneIndexer indexer = LuceneIndexer.open(folder)) {
      for (int i = 0; i < DISCLOSURES; i++) {
        Disclosure disclosure = disclosure(random, i);
        List<Entry> told = new ArrayList<>();
        for (int j = 0; j < ENTRIES; j++) {
          told.add(entry(random, disclosure, j));
        }
        indexer.replace(disclosure, 1, told);
        entries.addAll(told);
      }
      indexer.commit(1);
    }
    Map<String, Question> questions = new LinkedHashMap<>();
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = question(random);
      assertEquals(question, QuestionJson.read(QuestionJson.write(question)), "seed " + seed);
      questions.put("q" + i, question);
    }
    Map<String, Set<String>> found = new LinkedHashMap<>();
    questions.keySet().forEach(id -> found.put(id, new TreeSet<>()));
    try (QuestionMonitor monitor = new QuestionMonitor()) {
      monitor.put(questions);
      List<Set<String>> matched = monitor.match(entries);
      for (int i = 0; i < entries.size(); i++) {
        for (String id : matched.get(i)) {
          Objects.requireNonNull(found.get(id)).add(entries.get(i).id());
        }
      }
      assertEquals(Map.of(), monitor.broken());
    }
    int matches = 0;
    try (LuceneSearcher searcher = LuceneSearcher.open(folder)) {
      for (Map.Entry<String, Question> each : questions.entrySet()) {
        Set<String> searched = new TreeSet<>();
        searcher.export(each.getValue(), entry -> searched.add(entry.id()));
        assertEquals(
            searched, found.get(each.getKey()), () -> "seed " + seed + ": " + each.getValue());
        matches += searched.size();
      }
    }
    assertTrue(matches > QUESTIONS, matches + " matches are too few to mean something");
  }

  private static Question question(Random random) {
    Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
    if (random.nextBoolean()) {
      kinds.add(
          List.of(EntryKind.PROJECT, EntryKind.LINE, EntryKind.PASSAGE).get(random.nextInt(3)));
    }
    List<Clause> where = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      where.add(clause(random));
    }
    @Nullable Sort sort =
        random.nextInt(8) == 0 ? new Sort(metric(random), random.nextBoolean()) : null;
    return new Question(
        "",
        kinds,
        random.nextInt(3) == 0 ? List.of(word(random)) : List.of(),
        random.nextInt(3) == 0 ? List.of(word(random), word(random)) : List.of(),
        random.nextInt(5) == 0 ? List.of(word(random)) : List.of(),
        where,
        filters(random),
        sort,
        null,
        List.of(),
        random.nextInt(50) == 0 ? List.of("没有这样的数") : List.of());
  }

  private static Clause clause(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> new GradeIn(random.nextBoolean() ? List.of("差") : List.of("良", "中"), "");
      case 1 -> new Comparison(metric(random), Op.MORE, metric(random), "");
      case 2 -> new AnyOf(List.of(condition(random), condition(random)), "");
      case 3 -> new Not(condition(random), "");
      default -> condition(random);
    };
  }

  private static Condition condition(Random random) {
    Op op = OPS.get(random.nextInt(OPS.size()));
    BigDecimal low = new BigDecimal(random.nextInt(100));
    List<BigDecimal> values =
        op == Op.BETWEEN || op == Op.IN ? List.of(low, low.add(BigDecimal.TEN)) : List.of(low);
    return new Condition(metric(random), op, values, "%", "");
  }

  private static MetricRef metric(Random random) {
    @Nullable Basis basis = random.nextInt(3) == 0 ? BASES.get(random.nextInt(BASES.size())) : null;
    return new MetricRef(METRICS.get(random.nextInt(METRICS.size())), basis);
  }

  private static Filters filters(Random random) {
    return new Filters(
        random.nextInt(3) == 0 ? REGIONS.get(random.nextInt(REGIONS.size())) : null,
        random.nextInt(3) == 0 ? List.of(2022, 2023) : List.of(),
        random.nextInt(6) == 0 ? List.of("2", "205", "2050299").get(random.nextInt(3)) : null,
        random.nextInt(6) == 0 ? List.of("商务", "局", "教育局").get(random.nextInt(3)) : null,
        random.nextInt(6) == 0 ? "部门决算" : null,
        null,
        null,
        null,
        List.of(),
        random.nextInt(6) == 0 ? List.of(REGIONS.getLast()) : List.of(),
        random.nextInt(6) == 0 ? List.of(2021, 2023) : List.of(),
        random.nextInt(6) == 0 ? List.of(Institution.SCHOOL, Institution.STREET) : List.of());
  }

  private static Disclosure disclosure(Random random, int i) {
    String publisher = i + List.of("明河市商务局", "云州市教育局", "第一小学").get(random.nextInt(3));
    RegionFilter region = REGIONS.get(random.nextInt(3));
    return new Disclosure(
        Ids.disclosure(publisher, 2023, "部门决算", "部门", ""),
        i + ".txt",
        "0".repeat(64),
        publisher,
        publisher,
        null,
        null,
        List.of("示例省", region.name()),
        region.code(),
        2021 + random.nextInt(4),
        random.nextBoolean() ? "部门决算" : "部门预算",
        "部门");
  }

  private static Entry entry(Random random, Disclosure disclosure, int i) {
    EntryKind kind =
        List.of(EntryKind.PROJECT, EntryKind.LINE, EntryKind.PASSAGE).get(random.nextInt(3));
    List<Reading> readings = new ArrayList<>();
    for (int n = kind == EntryKind.PASSAGE ? 0 : random.nextInt(5); n > 0; n--) {
      readings.add(reading(random));
    }
    String name = word(random) + word(random);
    return new Entry(
        Ids.entry(disclosure.id(), kind, null, name, i),
        kind,
        name,
        "本年" + word(random) + "，" + word(random) + "的" + word(random) + "。",
        List.of("第二部分"),
        random.nextInt(5) == 0 ? Scope.DISCLOSURE : Scope.OTHER,
        disclosure,
        null,
        kind == EntryKind.LINE
            ? new Subject("2050" + (random.nextBoolean() ? "2" : "299"), "教育")
            : null,
        null,
        null,
        readings,
        List.of());
  }

  private static Reading reading(Random random) {
    boolean grade = random.nextInt(6) == 0;
    String metric = grade ? "grade" : METRICS.get(random.nextInt(METRICS.size()));
    int value = random.nextInt(100);
    return new Reading(
        metric,
        null,
        "数",
        List.of("数"),
        grade ? null : new BigDecimal(value),
        grade ? null : "%",
        grade ? List.of("良", "中", "差").get(random.nextInt(3)) : Integer.toString(value),
        null,
        random.nextBoolean() ? Basis.TABLE : Basis.NARRATIVE,
        null,
        random.nextInt(10) == 0 ? "可能读错" : null,
        Source.line("a.txt", 1));
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
