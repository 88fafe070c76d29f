package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** 政府采购支出总额 = 货物 + 工程 + 服务, in the table and in the narrative. */
final class ProcurementSum implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/procurement",
          "政府采购支出总额与货物、工程、服务之和不符，需要说明",
          "Procurement is not the sum of goods, works and services",
          "政府采购法：采购对象为货物、工程和服务");

  private static final Pattern PART =
      Pattern.compile(".*(?:货物|工程|服务)(?:采购|类)?(?:支出|金额|预算)?(?:支出)?");

  /** Beside the total of procurement these need not name it again. */
  private static final Pattern KIND = Pattern.compile("(?:其中)?(?:货物|工程|服务)类?(?:支出|预算)?");

  private static final Pattern OTHER = Pattern.compile(".*(?:中小|小微|合同|占).*");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Entry> table =
        account.lines(Form.RELATED_INFORMATION).stream()
            .filter(e -> e.name().startsWith("政府采购"))
            .toList();
    Optional<Account.Stated> total =
        table.stream()
            .flatMap(e -> of(e, Account.stated(e, "procurement", Basis.TABLE)))
            .findFirst();
    check(total, parts(table, Basis.TABLE), 1, outcomes);
    List<Entry> said =
        account.stated().toldOfTheBudget().stream().map(Account.Said::entry).toList();
    Optional<Account.Stated> told =
        said.stream()
            .flatMap(e -> of(e, Account.stated(e, "procurement", Basis.NARRATIVE)))
            .findFirst();
    List<Reading> near =
        told.isEmpty()
            ? List.of()
            : parts(said, Basis.NARRATIVE).stream()
                .filter(r -> Cases.sameLine(r.source(), told.get().reading().source()))
                .toList();
    check(told, near, 2, outcomes);
  }

  private static java.util.stream.Stream<Account.Stated> of(Entry entry, List<Reading> readings) {
    return readings.stream().map(r -> new Account.Stated(entry, r));
  }

  /** In the table what is blank is 0; a sentence may name one kind and mean to leave out others. */
  private static void check(
      Optional<Account.Stated> total, List<Reading> parts, int least, Outcomes outcomes) {
    if (total.isEmpty() || parts.size() < least) {
      outcomes.cannot("没有政府采购支出总额，或没有写各分项");
    } else {
      Cases.sum(total.get(), "货物、工程、服务之和", parts, "货物 + 工程 + 服务", outcomes);
    }
  }

  private static List<Reading> parts(List<Entry> entries, Basis basis) {
    List<Reading> parts = new ArrayList<>();
    for (Entry entry : entries) {
      for (Reading reading : entry.readings()) {
        String name = basis == Basis.TABLE ? entry.name() : reading.label();
        boolean money =
            reading.basis() == basis
                && Objects.equals(reading.unit(), "元")
                && reading.value() != null
                && reading.doubt() == null;
        boolean procured =
            basis == Basis.TABLE
                || name.contains("采购")
                || name.contains("购买")
                || KIND.matcher(name).matches();
        if (money
            && procured
            && reading.metric() == null
            && PART.matcher(name).matches()
            && !OTHER.matcher(name).matches()) {
          parts.add(reading);
        }
      }
    }
    return parts;
  }
}
