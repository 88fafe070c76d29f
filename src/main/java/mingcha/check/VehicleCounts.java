package mingcha.check;

import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Form;

/**
 * 本部门共有车辆N辆 against 车辆数合计 of the last table. The vehicles that “三公” pays for are another number and
 * may be fewer.
 */
final class VehicleCounts implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "count-conflict/vehicles",
          "车辆数，表格与文字说明不一致，需要说明",
          "The number of vehicles differs between the table and the narrative",
          "部门决算公开：国有资产占用情况");

  private static final Pattern ALL = Pattern.compile(".*共有(?:公务用)?车辆?");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Account.Stated> table =
        account.lines(Form.RELATED_INFORMATION).stream()
            .filter(e -> e.name().contains("车辆数合计"))
            .flatMap(
                e ->
                    Account.table(e).stream()
                        .filter(r -> "辆".equals(r.unit()))
                        .map(r -> new Account.Stated(e, r)))
            .toList();
    List<Account.Stated> said =
        account.statements().stream()
            .flatMap(
                e ->
                    Account.sure(e)
                        .filter(r -> "辆".equals(r.unit()) && ALL.matcher(r.label()).matches())
                        .map(r -> new Account.Stated(e, r)))
            .toList();
    if (table.isEmpty() || said.isEmpty()) {
      outcomes.cannot("表格与文字没有都写车辆数");
    } else {
      Cases.same(said.getFirst(), "文字", table.getFirst(), "表格", outcomes);
    }
  }
}
