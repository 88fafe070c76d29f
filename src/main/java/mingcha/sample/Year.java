package mingcha.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mingcha.sample.World.Bureau;
import mingcha.sample.World.Item;
import mingcha.sample.World.Place;

/**
 * One publisher's fiscal year: what it spent by subject, and its projects. Every total is the sum
 * of its parts, exactly.
 *
 * @param subjects by code, 项 only
 */
record Year(
    Place place, Bureau bureau, int year, Map<String, Spending> subjects, List<Funded> projects) {
  private static final List<Item> COMMON =
      List.of(
          new Item("2080505", "机关事业单位基本养老保险缴费支出"),
          new Item("2101101", "行政单位医疗"),
          new Item("2210201", "住房公积金"));

  /** What went to one item. */
  record Spending(Item item, Amount initial, Amount basic, Amount project) {
    Amount total() {
      return basic.plus(project);
    }
  }

  /** A project; {@code told} is a rate on the initial budget that its narrative states, or null. */
  record Funded(
      String name,
      boolean voucher,
      Amount initial,
      Amount adjusted,
      Amount executed,
      boolean told,
      int score) {
    BigDecimal tableRate() {
      return executed.percentOf(adjusted);
    }

    BigDecimal narrativeRate() {
      return executed.percentOf(initial);
    }

    /** Of ten points for the rate, in proportion. */
    BigDecimal ratePoints() {
      return tableRate().divide(BigDecimal.TEN, 2, RoundingMode.HALF_UP);
    }

    String grade() {
      return score >= 90 ? "优" : score >= 80 ? "良" : score >= 60 ? "中" : "差";
    }
  }

  static Year of(Place place, Bureau bureau, int year, SplittableRandom random) {
    Map<String, Spending> subjects = new TreeMap<>();
    List<Item> items = new ArrayList<>(bureau.subjects());
    items.addAll(COMMON);
    for (Item item : items) {
      boolean running = item.name().equals("行政运行") || COMMON.contains(item);
      Amount basic = running ? new Amount(skewed(random, 200_00)) : Amount.ZERO;
      Amount project = running ? Amount.ZERO : new Amount(skewed(random, 150_00));
      long spent = basic.plus(project).hundreds();
      Amount initial = new Amount(Math.max(1_00, spent * random.nextLong(55, 160) / 100));
      subjects.put(item.code(), new Spending(item, initial, basic, project));
    }
    List<Funded> projects = new ArrayList<>();
    for (String name : bureau.projects()) {
      if (projects.size() < 2 || random.nextInt(3) > 0) {
        projects.add(project(name, year, random));
      }
    }
    return new Year(place, bureau, year, subjects, projects);
  }

  private static Funded project(String name, int year, SplittableRandom random) {
    boolean voucher = name.contains("消费券");
    Amount initial = new Amount(10_00 + skewed(random, 60_00) / 10_00 * 10_00);
    int percent =
        voucher ? random.nextInt(30, 75) : random.nextInt(4) > 0 ? 100 : random.nextInt(62, 100);
    // Some set their adjusted budget to what was spent: 100% in the table, and less in the
    // narrative.
    boolean adjustedToSpent = !voucher && random.nextInt(3) == 0;
    Amount executed =
        new Amount(initial.hundreds() * (adjustedToSpent ? random.nextInt(35, 95) : percent) / 100);
    Amount adjusted = adjustedToSpent ? executed : initial;
    int score = Math.min(100, 60 + (adjustedToSpent ? 30 : percent * 3 / 10) + random.nextInt(11));
    return new Funded(
        year + "年" + name, voucher, initial, adjusted, executed, adjustedToSpent, score);
  }

  /** Many small, few large: the square of a uniform number, up to sixteen times the middle. */
  private static long skewed(SplittableRandom random, long middle) {
    double u = random.nextDouble(0.2, 2);
    return Math.round(middle * u * u);
  }

  String publisher() {
    return place.name() + bureau.name();
  }

  Amount total() {
    return basic().plus(project());
  }

  Amount basic() {
    return subjects.values().stream().map(Spending::basic).reduce(Amount.ZERO, Amount::plus);
  }

  Amount project() {
    return subjects.values().stream().map(Spending::project).reduce(Amount.ZERO, Amount::plus);
  }

  /** 类, 款 and 项 in the order of a table, each with the sums of what is below it. */
  List<Spending> tree(World world) {
    List<Spending> rows = new ArrayList<>();
    String above = "";
    for (String code : subjects.keySet()) {
      for (int digits : new int[] {3, 5}) {
        String parent = code.substring(0, digits);
        if (!above.startsWith(parent)) {
          rows.add(sum(new Item(parent, world.parent(parent))));
        }
      }
      rows.add(subjects.get(code));
      above = code;
    }
    return rows;
  }

  private Spending sum(Item parent) {
    Spending sum = new Spending(parent, Amount.ZERO, Amount.ZERO, Amount.ZERO);
    for (Spending each : subjects.values()) {
      if (each.item().code().startsWith(parent.code())) {
        sum =
            new Spending(
                parent,
                sum.initial().plus(each.initial()),
                sum.basic().plus(each.basic()),
                sum.project().plus(each.project()));
      }
    }
    return sum;
  }
}
