package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.text.Figures;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/** Projects that running text names together with their figures. */
final class ProjectMentions {
  /** 选取了X项目开展部门评价 */
  private static final Pattern CHOSEN =
      Pattern.compile(
          "选取了?(?:我(?:部门|单位|局|委|办|厅|市|区|县|院|校))?的?(?<name>[^，。；：、]{3,50}?)(?:项目)?(?:支出)?(?:开展|进行)了?(?:部门|重点|财政|绩效|第三方|单位)*评价");

  /** 1.X项目自评综述：… */
  private static final Pattern SUMMARY =
      Pattern.compile(
          "(?<=^|\\n"
              + "|。)(?:[(（]?\\d{1,2}[)）.．、])?(?<name>[^，。；：\\n"
              + "]{2,50}?)(?:项目)?(?:支出)?(?:绩效)?自评综述[:：]");

  /** X项目全年预算数100万元，执行数95万元 at the beginning of a sentence. */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?<=^|[\\n。；])(?:[(（]?[一二三四五六七八九十\\d]{1,2}[)）.．、])?(?<name>[^，。；：\\n“”\\d]{2,40}?(?<!该|本|各|等|个|上述|以上|部门|部分|级|预算|支出))"
              + "项目(?:支出)?(?=(?:年初|全年)预算(?:数|安排)?(?:为|是)?\\s*\\d[\\d,.]*\\s*(?:亿元|万元|元)[^。；\\n]{0,30}(?:执行|支出|支付))");

  /** 以X项目为例，该项目…得分为 */
  private static final Pattern EXAMPLE =
      Pattern.compile("以(?<name>[^，。；：]{3,50}?)(?:项目)?为例[，,]该项目");

  /** 对“X”1个项目开展了部门评价 */
  private static final Pattern EVALUATED =
      Pattern.compile(
          "对(?:\\d{4}年?度?的?)?[“\"](?<name>[^，。；：、]{3,50}?)[”\"](?:等?[1一]个)?项目(?:资金|支出)?(?:开展|进行)了?(?:部门|单位|重点|财政)*(?:绩效)?评价");

  /** X项目实施情况, a line of its own above a paragraph; only of a project that is known. */
  private static final Pattern HEADED =
      Pattern.compile(
          "(?<=^|\\n"
              + ")(?<name>[^，。；：\\n"
              + "]{3,50}?)(?:项目)?(?:组织实施|资金使用|预算执行|实施|执行|完成)(?:及完成|和完成)?情况\\n");

  private static final List<Pattern> NAMED = List.of(CHOSEN, SUMMARY, TOLD, EXAMPLE, EVALUATED);

  private static final Pattern LISTED =
      Pattern.compile(
          "\\d个(?:重点|预算)?项目的?(?:年初|全年)?(?<kind>支出|预算|决算|资金|执行)[^。；]{0,40}?分别(?:为|是)[:：]?");
  private static final Pattern ITEM =
      Pattern.compile(
          "\\G[，,、和及]*(?<name>[^，,、。；\\d]{2,30})(?<n>\\d[\\d,]{0,20}(?:\\.\\d{1,8})?)(?<u>亿元|万元|元)");

  /** Words of a sentence that goes on behind the list. */
  private static final Pattern NO_ITEM = Pattern.compile("超过|属于|以上|合计|共计|其中|分别|均为");

  /** A mention's figures end with its paragraph, or here. */
  private static final int REACH = 600;

  private final Outline outline;
  private final List<ProjectDraft> drafts = new ArrayList<>();

  private ProjectMentions(Outline outline) {
    this.outline = outline;
  }

  /**
   * @param known the project of this name that was found elsewhere, if any
   */
  static List<ProjectDraft> read(
      ProjectProse prose, Outline outline, Function<String, Optional<ProjectDraft>> known) {
    ProjectMentions mentions = new ProjectMentions(outline);
    mentions.named(prose, known);
    mentions.listed(prose);
    return mentions.drafts;
  }

  private record Mention(String name, int start, int from) {}

  private void named(ProjectProse prose, Function<String, Optional<ProjectDraft>> known) {
    List<Mention> found = new ArrayList<>();
    for (Pattern pattern : NAMED) {
      Matcher matcher = pattern.matcher(prose);
      while (matcher.find()) {
        String name = matcher.group("name");
        if (!name.matches(".*等[\\d一二三四五六七八九十]*个?$") && !name.contains("”、“")) {
          found.add(new Mention(name, matcher.start("name"), matcher.end()));
        }
      }
    }
    Matcher headed = HEADED.matcher(prose);
    while (headed.find()) {
      if (known.apply(headed.group("name")).isPresent()) {
        found.add(new Mention(headed.group("name"), headed.start("name"), headed.end()));
      }
    }
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    for (int i = 0; i < found.size(); i++) {
      Mention mention = found.get(i);
      int next = i + 1 < found.size() ? found.get(i + 1).start() : prose.length();
      int end = Math.min(next, mention.from() + REACH);
      end = Math.min(end, paragraphEnd(prose, mention.from()));
      ProjectDraft draft = draft(prose, mention.name(), mention.start());
      Optional<ProjectDraft> table = known.apply(mention.name());
      new ProjectNarrative(
              table.map(t -> inTable(t, "budget_initial")).orElse(null),
              table.map(t -> inTable(t, "budget_adjusted")).orElse(null),
              "budget_adjusted",
              "")
          .read(prose, mention.from(), end)
          .forEach(draft::read);
      if (!draft.readings().isEmpty()) {
        draft.say(prose.subSequence(mention.start(), end).toString());
        drafts.add(draft);
      }
    }
  }

  private static @Nullable BigDecimal inTable(ProjectDraft project, String metric) {
    return project.readings().stream()
        .filter(r -> metric.equals(r.metric()) && r.basis() == Basis.TABLE)
        .map(Reading::value)
        .findFirst()
        .orElse(null);
  }

  private static int paragraphEnd(ProjectProse prose, int from) {
    int at = from;
    while (at < prose.length() && prose.charAt(at) != '\n') {
      at++;
    }
    return at;
  }

  private void listed(ProjectProse prose) {
    Matcher lead = LISTED.matcher(prose);
    while (lead.find()) {
      boolean spent = !lead.group("kind").equals("预算") && !lead.group("kind").equals("资金");
      Matcher item = ITEM.matcher(prose).region(lead.end(), prose.length());
      while (item.find()) {
        String name = item.group("name").replaceFirst("项目$", "");
        if (NO_ITEM.matcher(name).find()) {
          break;
        }
        ProjectDraft draft = draft(prose, name, item.start("name"));
        String label = spent ? "支出金额" : "预算资金";
        draft.read(
            new Reading(
                spent ? "executed" : "budget_adjusted",
                spent ? Stage.FINAL : Stage.ADJUSTED,
                label,
                List.of(label),
                Units.toYuan(
                    Figures.cell(item.group("n").replace(",", "")).orElseThrow(), item.group("u")),
                "元",
                item.group("n") + item.group("u"),
                item.group("u"),
                Basis.NARRATIVE,
                null,
                null,
                prose.sourceAt(item.start("n"))));
        draft.say(
            prose
                .subSequence(prose.sentenceStart(lead.start()), prose.sentenceEnd(lead.end()))
                .toString());
        drafts.add(draft);
      }
    }
  }

  private ProjectDraft draft(ProjectProse prose, String name, int at) {
    return new ProjectDraft(name, prose.sourceAt(at), outline.pathAt(prose.sourceAt(at)), null);
  }
}
