package mingcha.interpret;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Reading;

/**
 * Evaluation reports: a title "…项目支出绩效评价报告" that names the project, perhaps wrapped over lines,
 * then the report. Money is found in its text; the project's budget is the adjusted one.
 */
final class ProjectReports {
  private static final Pattern TITLE =
      Pattern.compile(
          "^(.*?)(?:项目)?(?:支出|资金)?(?:部门|财政|重点|单位|第三方)*(?:绩效)?(?:自评|评价)(?:价)?(?:情况)?的?(?:报告|工作报告)(?:[(（][^()（）]{1,8}[)）])?$");
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?:\\d{4}年?度?)?(?:市级|县级|省级|区级|本级)?(?:项目|部门|单位|整体|支出|资金|预算|绩效|财政|重点|政策|专项|评价|自评|及|和|的|[(（]\\S{0,4}[)）])*");
  private static final Pattern PUBLISHER =
      Pattern.compile(
          "^[^\\s，。“]{2,20}?(?:局|厅|委员会|委|办公室|中心|人民政府|部|院|学校|大学)(?:\\s+(?=\\S)|(?=(?:19|20)\\d{2}年))");

  /** 临海市商务局关于…的报告 */
  private static final Pattern ABOUT = Pattern.compile("^[^\\s，。“]{0,24}?关于(?:开展|报送)?(?=\\S)");

  private static final Pattern PUBLISHER_ALONE =
      Pattern.compile(".*(?:局|厅|委员会|委|办公室|中心|人民政府|院|学校|大学|公司|盖章|年|月|日|部)[)）]?$");

  /** Words without which what follows a title is no report. */
  private static final Pattern REPORT_BODY = Pattern.compile("基本情况|项目概况|项目背景|评价");

  private static final Pattern DEPARTMENT =
      Pattern.compile("(?:部门|单位)(?:[(（](?:部门|单位)[)）])?整体(?:支出)?$");

  private static final int LONGEST_TITLE = 60;
  private static final int TEXT_SHOWN = 4000;

  /** A title, the row it begins in, and the row after it. */
  record Title(String name, int start, int end) {}

  private ProjectReports() {}

  /** The title that ends in this row, if one does. */
  static Optional<Title> titleAt(List<ProjectRow> rows, int at) {
    ProjectRow row = rows.get(at);
    String line = row.text().strip();
    if (row.tabular() || !line.contains("报告") || !mayBeTitle(line)) {
      return Optional.empty();
    }
    Matcher matcher = TITLE.matcher(line);
    if (!matcher.matches() || line.startsWith("附")) {
      return Optional.empty();
    }
    int start = at;
    String name = line;
    for (int r = at - 1; r >= Math.max(0, at - 4); r--) {
      String above = rows.get(r).text().strip();
      if (above.isEmpty()) {
        continue;
      }
      if (rows.get(r).tabular() || !mayBeTitle(above) || !isTitlePart(above)) {
        break;
      }
      if (above.length() + name.length() > LONGEST_TITLE) {
        break;
      }
      name = above + name;
      start = r;
    }
    String project = nameOf(name);
    boolean named = project.length() >= 4 && !NO_NAME.matcher(project).matches();
    return named && hasBody(rows, at)
        ? Optional.of(new Title(project, start, at + 1))
        : Optional.empty();
  }

  /** Whether it is of all that a department spends, and of no project. */
  static boolean isOfDepartment(Title title) {
    return DEPARTMENT.matcher(title.name()).find();
  }

  private static boolean mayBeTitle(String line) {
    return line.length() <= LONGEST_TITLE
        && line.chars().noneMatch(c -> "。，；：:;,《》".indexOf(c) >= 0);
  }

  private static boolean isTitlePart(String line) {
    return line.length() >= 4
        && !ProjectWords.isHeading(line)
        && !PUBLISHER_ALONE.matcher(line).matches()
        && !line.matches("[\\s\\d—–-]+")
        && !line.startsWith("(")
        && !line.startsWith("（")
        && !line.endsWith("无")
        && !line.endsWith("报告");
  }

  private static String nameOf(String title) {
    String line = PUBLISHER.matcher(ABOUT.matcher(title.strip()).replaceFirst("")).replaceFirst("");
    Matcher matcher = TITLE.matcher(line);
    String name = matcher.matches() ? matcher.group(1) : line;
    return name.strip().replaceAll("(?<=[\\u4e00-\\u9fff”）])\\s+|\\s+(?=[\\u4e00-\\u9fff“（])", "");
  }

  private static boolean hasBody(List<ProjectRow> rows, int title) {
    for (int r = title + 1; r < Math.min(rows.size(), title + 40); r++) {
      if (REPORT_BODY.matcher(rows.get(r).text()).find()) {
        return true;
      }
    }
    return false;
  }

  /** Reads the report whose text stands in rows from one to another. */
  static ProjectDraft read(Title title, List<ProjectRow> rows, int end, Outline outline) {
    ProjectRow.Cell first = rows.get(title.start()).cells().getFirst();
    ProjectDraft draft =
        new ProjectDraft(title.name(), first.source(), outline.pathAt(first.source()), null);
    ProjectProse prose = new ProjectProse();
    for (ProjectRow row : rows.subList(title.end(), end)) {
      String text = row.text();
      if (row.tabular()) {
        prose.paragraph();
      } else if (!text.matches("[\\s\\d—–-]*") && !text.contains("....")) {
        prose.line(text, row.cells().getFirst().source());
      }
    }
    List<Reading> readings =
        new ProjectNarrative(null, null, "budget_adjusted", title.name())
            .read(prose, 0, prose.length());
    readings.forEach(draft::read);
    ScoreTable.total(rows.subList(title.end(), end)).ifPresent(draft::read);
    String text = prose.toString();
    int from = Math.max(0, text.indexOf("基本情况\n") - 8);
    from = Math.max(0, text.lastIndexOf('\n', from) + 1);
    draft.say(text.substring(from, Math.min(from + TEXT_SHOWN, text.length())));
    return draft;
  }
}
