package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/** 共有车辆2辆，其中：执法执勤用车1辆、其他用车1辆: all kinds are listed, so they add up. */
final class VehicleKinds implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "count-conflict/vehicle-kinds",
          "车辆总数与各类车辆之和不符，需要说明",
          "The number of vehicles is not the sum of the kinds listed",
          "部门决算公开：国有资产占用情况，车辆按用途分列");

  private static final Sought ALL =
      new Sought(
          Pattern.compile(
              "(?:共有|现有|实有|拥有|其中)(?:公务用)?车辆?(?:总数|共计|共)?[为：]?(\\d{1,5})[辆台][，,。；]?其中[:：，,]?"),
          "共有",
          "现有",
          "实有",
          "拥有",
          "其中");
  private static final Pattern KIND =
      Pattern.compile("([^，。；、\\d]{2,24}(?:车|车辆))(?:为|：)?(\\d{1,5})[辆台]");

  /** Where it comes last, none is left out. */
  private static final String REST = "其他用车";

  private static final int LEAST = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having("辆", "台").having("其中")) {
      String text = account.compact(paragraph);
      Matcher counted = ALL.find(text);
      if (counted != null) {
        String rest = text.substring(counted.end());
        int end = rest.indexOf('。');
        List<Reading> kinds = kinds(end < 0 ? rest : rest.substring(0, end), paragraph.source());
        Reading total = count("共有车辆", String.valueOf(counted.group(1)), paragraph.source());
        boolean more = Cases.add(kinds).compareTo(Rounding.value(total)) > 0;
        boolean all = !kinds.isEmpty() && kinds.getLast().label().endsWith(REST);
        if (kinds.size() < LEAST && !more && !(all && kinds.size() > 1)) {
          outcomes.cannot("没有分列各类车辆");
        } else {
          Account.Stated stated = new Account.Stated(account.at(paragraph), total);
          Cases.counts(stated, "所列" + kinds.size() + "类之和", kinds, outcomes);
        }
      }
    }
  }

  private static List<Reading> kinds(String text, Source source) {
    List<Reading> kinds = new ArrayList<>();
    Matcher matcher = KIND.matcher(text);
    while (matcher.find()) {
      kinds.add(count(String.valueOf(matcher.group(1)), String.valueOf(matcher.group(2)), source));
    }
    return kinds;
  }

  private static Reading count(String label, String number, Source source) {
    return new Reading(
        null,
        null,
        label,
        List.of(label),
        new BigDecimal(number),
        "辆",
        number + "辆",
        "辆",
        Basis.NARRATIVE,
        null,
        null,
        source);
  }
}
