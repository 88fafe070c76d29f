package mingcha.interpret;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose a report is that others were commissioned to write. The title of an evaluation names the
 * project alone; its cover says 委托单位 or 主管部门, and below it the firm that wrote it, which publishes
 * nothing: 财政部门和预算部门 commission third parties and publish what they found (项目支出绩效评价管理办法,
 * 财预〔2020〕10号).
 */
final class Commissioner {
  /** A cover with its title in pieces. */
  private static final int COVER_LINES = 30;

  private static final String BODY =
      "[:：](?<name>[\\p{IsHan}（）()]{2,30}?(?:局|厅|委|会|办|府|部|院|处|中心|所|校|站|队))$";

  /** From who commissioned it to who ran the project. */
  private static final List<Pattern> LABELS =
      List.of(
          Pattern.compile("^委托(?:单位|部门|机构|方|人)" + BODY),
          Pattern.compile("^(?:项目|评价|预算)?(?:主管|组织)(?:单位|部门)(?:[（(]公?章[)）])?" + BODY),
          Pattern.compile("^(?:被评价|项目实施|项目|实施|填报)(?:单位|部门)(?:[（(]公?章[)）])?" + BODY));

  private Commissioner() {}

  static Optional<String> of(List<Line> lines) {
    List<String> cover = lines.stream().limit(COVER_LINES).map(Line::compact).toList();
    return LABELS.stream()
        .flatMap(label -> cover.stream().map(label::matcher).filter(Matcher::find))
        .map(found -> found.group("name"))
        .findFirst();
  }
}
