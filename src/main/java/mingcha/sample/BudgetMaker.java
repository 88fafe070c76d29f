package mingcha.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mingcha.sample.Budget.Operations;
import mingcha.sample.Budget.Spending;
import mingcha.sample.Budget.ThreePublic;
import mingcha.sample.World.Code;
import mingcha.sample.World.Post;
import mingcha.sample.World.Publisher;
import mingcha.sample.World.Role;

/**
 * Draws a publisher's years. A year depends on the seed, the publisher and the year alone, so that
 * what one disclosure says of last year is what last year's disclosure says of itself.
 */
final class BudgetMaker {
  private final World world;
  private final long seed;
  private final Publisher publisher;

  BudgetMaker(World world, long seed, Publisher publisher) {
    this.world = world;
    this.seed = seed;
    this.publisher = publisher;
  }

  Budget of(int year) {
    Dice dice = dice("budget", year);
    List<Project> projects = ProjectMaker.projects(publisher, year, dice("projects", year));
    Map<Role, Amount> wages = wages(dice);
    ThreePublic threePublic = threePublic(dice);
    Amount publicFunds = publicFunds(dice, wages, threePublic);
    List<Spending> spendings = spendings(dice, wages, publicFunds, projects);
    Amount opening = carried(year - 1);
    Amount closing = carried(year);
    spendings = carry(spendings, closing.minus(opening));
    Map<String, Amount> economic = economic(dice, spendings, publicFunds, threePublic);
    boolean institutions =
        spendings.stream().anyMatch(s -> s.role() == Role.INSTITUTION && !s.basic().isZero());
    Amount funds = institutions ? dice.about(publicFunds, 550, 900) : publicFunds;
    return new Budget(
        publisher,
        year,
        spendings,
        opening,
        closing,
        economic,
        planned(dice, threePublic),
        threePublic,
        operations(dice, funds, threePublic),
        projects);
  }

  private Dice dice(Object... purpose) {
    List<Object> all = new ArrayList<>(List.of(publisher.place().code(), publisher.bureau().id()));
    all.addAll(List.of(purpose));
    return Dice.of(seed, all.toArray());
  }

  /** What each kind of personnel money costs in a year; the staff is the publisher's. */
  private Map<Role, Amount> wages(Dice dice) {
    long staff = dice("staff").between(18, 70) * publisher.place().size() / 1000;
    Amount running = Amount.ofWan(staff * 8).plus(dice.about(Amount.ofWan(staff), 100, 1900));
    Map<Role, Amount> wages = new EnumMap<>(Role.class);
    wages.put(Role.RUNNING, running);
    wages.put(Role.INSTITUTION, dice.about(running, 300, 900));
    wages.put(Role.RETIRED, dice.about(running, 40, 210));
    wages.put(Role.PENSION, dice.about(running, 120, 160));
    wages.put(Role.ANNUITY, dice.about(running, 10, 80));
    wages.put(Role.INSURANCE, dice.about(running, 2, 9));
    wages.put(Role.MEDICAL, dice.about(running, 50, 75));
    wages.put(Role.MEDICAL_STAFF, dice.about(running, 15, 35));
    wages.put(Role.SUBSIDY, dice.about(running, 15, 40));
    wages.put(Role.HOUSING, dice.about(running, 90, 125));
    return wages;
  }

  private ThreePublic threePublic(Dice dice) {
    Amount small = new Amount(30);
    Amount large = Amount.ofWan(3).permille(publisher.place().size());
    return new ThreePublic(
        dice.chance(12) ? dice.skewed(Amount.ofWan(1), Amount.ofWan(18)) : Amount.ZERO,
        dice.chance(8) ? dice.skewed(Amount.ofWan(12), Amount.ofWan(18)) : Amount.ZERO,
        dice.chance(80) ? dice.skewed(small, large) : Amount.ZERO,
        dice.chance(75) ? dice.skewed(small, large) : Amount.ZERO);
  }

  private static ThreePublic planned(Dice dice, ThreePublic spent) {
    return new ThreePublic(
        spent.overseas().isZero() ? spent.overseas() : dice.about(spent.overseas(), 1000, 1300),
        spent.vehiclePurchase(),
        spent.vehicleOperation().isZero()
            ? spent.vehicleOperation()
            : dice.about(spent.vehicleOperation(), 1000, 1700),
        dice.chance(30) ? spent.reception() : dice.about(spent.reception(), 1000, 2500));
  }

  private static Amount publicFunds(Dice dice, Map<Role, Amount> wages, ThreePublic threePublic) {
    Amount ordinary = dice.about(Objects.requireNonNull(wages.get(Role.RUNNING)), 70, 190);
    return ordinary.plus(threePublic.total());
  }

  private List<Spending> spendings(
      Dice dice, Map<Role, Amount> wages, Amount publicFunds, List<Project> projects) {
    Map<String, Spending> byCode = new TreeMap<>();
    for (Post post : publisher.bureau().posts()) {
      Amount basic = basic(post, wages, publicFunds);
      Amount initial = basic.isZero() ? basic : dice.about(basic, 820, 1130);
      Amount project = Amount.ZERO;
      for (Project each : projects) {
        if (each.template().subject().equals(post.subject())) {
          project = project.plus(each.executed());
          initial = initial.plus(each.initial());
        }
      }
      if (isForProjects(post.role()) && dice.chance(project.isZero() ? 35 : 25)) {
        Amount more =
            dice.skewed(Amount.ofWan(2), Amount.ofWan(160)).permille(publisher.place().size());
        project = project.plus(more);
        initial = initial.plus(dice.chance(35) ? Amount.ZERO : dice.about(more, 500, 1900));
      }
      if (!basic.isZero() || !project.isZero()) {
        Amount other =
            post.role() == Role.SPECIAL && dice.chance(12)
                ? dice.about(project, 2, 60)
                : Amount.ZERO;
        byCode.put(
            post.subject(),
            new Spending(
                new Code(post.subject(), world.subject(post.subject())),
                post.role(),
                initial,
                basic,
                project,
                other,
                basic.plus(project).minus(other)));
      }
    }
    return new ArrayList<>(byCode.values());
  }

  private static boolean isForProjects(Role role) {
    return role == Role.SPECIAL || role == Role.FUND;
  }

  private Amount basic(Post post, Map<Role, Amount> wages, Amount publicFunds) {
    Amount wage = wages.getOrDefault(post.role(), Amount.ZERO);
    return switch (post.role()) {
      case RUNNING -> wage.plus(publicFunds);
      case INSTITUTION -> {
        Dice own = dice("institutions", post.subject());
        yield own.chance(60) ? own.about(wage, 400, 1900) : Amount.ZERO;
      }
      case SPECIAL, FUND -> Amount.ZERO;
      case RETIRED, PENSION, MEDICAL, HOUSING -> wage;
      case ANNUITY, INSURANCE, MEDICAL_STAFF, SUBSIDY ->
          dice("extras", post.subject()).chance(65) ? wage : Amount.ZERO;
    };
  }

  /** 年末结转和结余; most publishers have none. */
  private Amount carried(int year) {
    Dice dice = dice("carried", year);
    return dice("carries").chance(30) ? dice.skewed(new Amount(50), Amount.ofWan(9)) : Amount.ZERO;
  }

  /** What is carried into the next year was received for the running of the office. */
  private static List<Spending> carry(List<Spending> spendings, Amount change) {
    return spendings.stream()
        .map(
            s ->
                s.role() == Role.RUNNING
                    ? new Spending(
                        s.subject(),
                        s.role(),
                        s.initial(),
                        s.basic(),
                        s.project(),
                        s.other(),
                        s.appropriated().plus(change))
                    : s)
        .toList();
  }

  private static Map<String, Amount> economic(
      Dice dice, List<Spending> spendings, Amount publicFunds, ThreePublic threePublic) {
    Map<String, Amount> leaves = new TreeMap<>();
    Map<Role, String> codes =
        Map.of(
            Role.RETIRED, "30302",
            Role.PENSION, "30108",
            Role.ANNUITY, "30109",
            Role.INSURANCE, "30112",
            Role.MEDICAL, "30110",
            Role.MEDICAL_STAFF, "30110",
            Role.SUBSIDY, "30111",
            Role.HOUSING, "30113");
    Amount wages = Amount.ZERO.minus(publicFunds);
    for (Spending spending : spendings) {
      String code = codes.get(spending.role());
      if (code == null) {
        wages = wages.plus(spending.basic());
      } else if (!spending.basic().isZero()) {
        leaves.merge(code, spending.basic(), Amount::plus);
      }
    }
    split(dice, wages, List.of("30101", "30102", "30103", "30107", "30305", "30199"), leaves);
    put(leaves, "30212", threePublic.overseas());
    put(leaves, "30217", threePublic.reception());
    put(leaves, "30231", threePublic.vehicleOperation());
    put(leaves, "31013", threePublic.vehiclePurchase());
    split(
        dice,
        publicFunds.minus(threePublic.total()),
        List.of(
            "30201", "30239", "30228", "30211", "30229", "30207", "30206", "30213", "30226",
            "30202", "30216", "30205", "30299"),
        leaves);
    return leaves;
  }

  private static void put(Map<String, Amount> leaves, String code, Amount amount) {
    if (!amount.isZero()) {
      leaves.put(code, amount);
    }
  }

  /** Gives each about a third of what is left, and the rest to the last. */
  private static void split(
      Dice dice, Amount amount, List<String> codes, Map<String, Amount> leaves) {
    Amount left = amount;
    for (String code : codes.subList(0, codes.size() - 1)) {
      Amount part = dice.about(left, 180, 420);
      put(leaves, code, part);
      left = left.minus(part);
    }
    put(leaves, codes.getLast(), left);
  }

  private Operations operations(Dice dice, Amount funds, ThreePublic threePublic) {
    Amount scale = Amount.ofWan(90).permille(publisher.place().size());
    Amount goods = dice.chance(70) ? dice.skewed(Amount.ofWan(1), scale) : Amount.ZERO;
    Amount works = dice.chance(20) ? dice.skewed(Amount.ofWan(5), scale) : Amount.ZERO;
    Amount services = dice.chance(70) ? dice.skewed(Amount.ofWan(1), scale) : Amount.ZERO;
    Amount all = goods.plus(works).plus(services);
    int receptions = threePublic.reception().isZero() ? 0 : (int) dice.between(2, 40);
    return new Operations(
        funds,
        goods,
        works,
        services,
        dice.chance(50) ? all : dice.about(all, 400, 990),
        threePublic.vehicleOperation().isZero() ? 0 : (int) dice.between(1, 5),
        receptions,
        receptions * (int) dice.between(4, 9),
        threePublic.overseas().isZero() ? 0 : (int) dice.between(1, 4));
  }
}
