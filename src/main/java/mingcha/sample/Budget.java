package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mingcha.sample.World.Code;
import mingcha.sample.World.Publisher;
import mingcha.sample.World.Role;

/**
 * A publisher's fiscal year. Every total is computed from the parts, never drawn.
 *
 * @param spendings by 项, in the order of their codes
 * @param opening 年初结转和结余, all of it of the general public budget
 * @param economic the general public budget's basic expenditure by economic code, leaves only
 */
record Budget(
    Publisher publisher,
    int year,
    List<Spending> spendings,
    Amount opening,
    Amount closing,
    Map<String, Amount> economic,
    ThreePublic threePublicBudget,
    ThreePublic threePublic,
    Operations operations,
    List<Project> projects) {

  /**
   * What went to one 项.
   *
   * @param initial its 年初预算
   * @param other the part of its project expenditure that was no fiscal appropriation
   * @param appropriated the fiscal appropriation received for it
   */
  record Spending(
      Code subject,
      Role role,
      Amount initial,
      Amount basic,
      Amount project,
      Amount other,
      Amount appropriated) {
    boolean isFund() {
      return role == Role.FUND;
    }

    Amount total() {
      return basic.plus(project);
    }

    Amount appropriatedProject() {
      return project.minus(other);
    }

    Amount appropriatedTotal() {
      return total().minus(other);
    }

    Amount income() {
      return appropriated.plus(other);
    }

    Spending plus(Code into, Spending more) {
      return new Spending(
          into,
          more.role,
          initial.plus(more.initial),
          basic.plus(more.basic),
          project.plus(more.project),
          other.plus(more.other),
          appropriated.plus(more.appropriated));
    }

    static Spending none(Code subject) {
      return new Spending(
          subject, Role.SPECIAL, Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO);
    }
  }

  /** “三公”经费 */
  record ThreePublic(
      Amount overseas, Amount vehiclePurchase, Amount vehicleOperation, Amount reception) {
    Amount vehicles() {
      return vehiclePurchase.plus(vehicleOperation);
    }

    Amount total() {
      return overseas.plus(vehicles()).plus(reception);
    }
  }

  /**
   * What table 10 holds.
   *
   * @param funds 机关运行经费
   * @param small of the procurement, what went to small and medium enterprises
   */
  record Operations(
      Amount funds,
      Amount goods,
      Amount works,
      Amount services,
      Amount small,
      int vehicles,
      int receptions,
      int guests,
      int travellers) {
    Amount procurement() {
      return goods.plus(works).plus(services);
    }
  }

  Budget {
    spendings = List.copyOf(spendings);
    projects = List.copyOf(projects);
  }

  List<Spending> general() {
    return spendings.stream().filter(spending -> !spending.isFund()).toList();
  }

  List<Spending> fund() {
    return spendings.stream().filter(Spending::isFund).toList();
  }

  /** 类, 款 and 项 in the order of a table, each 类 and 款 with the sums of what is below it. */
  static List<Spending> tree(World world, List<Spending> leaves) {
    List<Spending> rows = new ArrayList<>();
    String above = "";
    for (Spending leaf : leaves) {
      String code = leaf.subject().code();
      for (int digits : new int[] {3, 5}) {
        String parent = code.substring(0, digits);
        if (!above.startsWith(parent)) {
          rows.add(below(new Code(parent, world.subject(parent)), leaves));
        }
      }
      rows.add(leaf);
      above = code;
    }
    return rows;
  }

  /** The sum of the leaves whose codes begin so; of all of them for the empty code. */
  static Spending below(Code parent, List<Spending> leaves) {
    Spending sum = Spending.none(parent);
    for (Spending leaf : leaves) {
      if (leaf.subject().code().startsWith(parent.code())) {
        sum = sum.plus(parent, leaf);
      }
    }
    return sum;
  }

  static Amount sum(List<Spending> spendings, Function<Spending, Amount> of) {
    return Amount.sum(spendings.stream().map(of).toList());
  }

  Amount appropriation() {
    return sum(spendings, Spending::appropriated);
  }

  Amount otherIncome() {
    return sum(spendings, Spending::other);
  }

  Amount income() {
    return appropriation().plus(otherIncome());
  }

  Amount expenditure() {
    return sum(spendings, Spending::total);
  }

  /** 收入总计, which is 支出总计. */
  Amount grandTotal() {
    return income().plus(opening);
  }

  Amount appropriationGrandTotal() {
    return appropriation().plus(opening);
  }

  Amount generalExpenditure() {
    return sum(general(), Spending::appropriatedTotal);
  }

  Amount generalInitial() {
    return sum(general(), Spending::initial);
  }

  Amount basic() {
    return sum(spendings, Spending::basic);
  }

  Amount project() {
    return sum(spendings, Spending::project);
  }

  Amount economicSum(String prefix) {
    return Amount.sum(
        economic.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(prefix))
            .map(Map.Entry::getValue)
            .toList());
  }

  /** 人员经费 */
  Amount personnel() {
    return economicSum("301").plus(economicSum("303"));
  }

  /** 公用经费 */
  Amount publicFunds() {
    return economicSum("302").plus(economicSum("310"));
  }
}
