package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;

/** How many projects a disclosure says were self-evaluated, against the forms that it discloses. */
final class SelfEvaluation implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "count-conflict/self-evaluated",
          "所写自评项目个数与公开的自评表份数不一致，需要说明",
          "The announced number of self-evaluated projects is not the number of forms disclosed",
          "财预〔2020〕10号：绩效自评结果随部门决算公开");

  private static final Pattern ANNOUNCED =
      Pattern.compile(".*(?:(?:全面|全部).{0,12}绩效?自评|绩效自评，(?:共)?涉及项目).*");
  private static final Pattern LEVEL = Pattern.compile("(?:其中)?[一二]级项目");
  private static final Pattern PROJECTS = Pattern.compile(".*项目");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Entry> forms = account.projects().stream().filter(SelfEvaluation::hasForm).toList();
    Optional<Entry> said =
        account
            .entries(
                e ->
                    e.kind() == EntryKind.STATEMENT
                        && e.text().contains("评")
                        && ANNOUNCED.matcher(Compact.of(e.text())).matches()
                        && !counts(e).isEmpty())
            .stream()
            .findFirst();
    if (said.isEmpty() || forms.isEmpty()) {
      outcomes.cannot("没有写自评项目个数，或没有公开自评表");
      return;
    }
    List<Reading> counts = counts(said.get());
    BigDecimal announced =
        counts.stream().map(Rounding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal disclosed = BigDecimal.valueOf(forms.size());
    if (announced.compareTo(disclosed) == 0) {
      outcomes.holds();
    } else if (disclosed.compareTo(announced.multiply(HALF)) < 0) {
      outcomes.cannot("只公开了部分项目的自评表");
    } else {
      Reading counted =
          Figures.computed(
              null,
              null,
              "公开的自评表",
              disclosed,
              "个",
              "number of project forms",
              forms.getFirst().readings().getFirst().source());
      List<Reading> readings = new ArrayList<>(counts);
      readings.add(counted);
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              said.get(),
              said.get().name(),
              "写为自评项目" + Figures.printed(announced, "个") + "，公开的自评表为" + counted.raw(),
              readings));
    }
  }

  private static boolean hasForm(Entry project) {
    return !Account.stated(project, "executed", Basis.TABLE).isEmpty();
  }

  /** 一级项目0个，二级项目6个 are six; else the first count of projects. */
  private static List<Reading> counts(Entry entry) {
    List<Reading> levels =
        Account.sure(entry).filter(r -> LEVEL.matcher(r.label()).matches()).toList();
    return levels.isEmpty()
        ? Account.sure(entry)
            .filter(r -> "个".equals(r.unit()) && PROJECTS.matcher(r.label()).matches())
            .limit(1)
            .toList()
        : levels;
  }
}
