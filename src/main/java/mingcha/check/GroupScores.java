package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/**
 * B1 组织管理（满分15分，得10分） over B101 to B105, each （满分3分，得3分）: an evaluation report scores its groups in
 * their headings. The full scores tell whether all members of a group were read: only where they
 * add up does the sum of what was reached say something.
 */
final class GroupScores implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-sum/group",
          "一组指标的得分与所属各项得分之和不符，需要说明",
          "The score of a group is not the sum of its indicators' scores",
          "财预〔2020〕10号：上一级指标的得分由所属指标得分汇总而成");

  private static final Pattern SCORED =
      Pattern.compile(
          "^(?:[（(]?[一二三四五六七八九十\\d]{1,2}[）)]?[、.．]?)?(.{2,40}?)[（(](?:满分|分值|标准得?分值?|权重)(?:为|：|:)?([\\d.]+)分"
              + "[，,；;、]?(?:评价|实际|自评)?(?:得分|得|实得)(?:为|：|:)?([\\d.]+)分[）)].*");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  /** A group or an indicator; the lower its level, the higher it stands. */
  private record Item(String name, int level, Reading full, Reading got, Paragraph at) {}

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Item> items = items(account);
    Set<Item> wrong = new HashSet<>();
    // From the lowest up: a group that holds a wrong one is not wrong once more.
    for (int i = items.size() - 1; i >= 0; i--) {
      Item group = items.get(i);
      List<Item> members = members(items, i);
      if (members.isEmpty()) {
        continue;
      }
      boolean whole = sum(members, true).compareTo(Rounding.value(group.full())) == 0;
      boolean added = sum(members, false).compareTo(Rounding.value(group.got())) == 0;
      if (!whole && added && members.size() > 1 && noneExceeds(members)) {
        wrong.add(group);
        outcomes.violated(discrepancy(account, group, members, true));
      } else if (!whole || members.stream().anyMatch(wrong::contains)) {
        outcomes.cannot("所属各项没有读全，或其得分本身需要说明");
      } else if (added) {
        outcomes.holds();
      } else {
        wrong.add(group);
        outcomes.violated(discrepancy(account, group, members, false));
      }
    }
  }

  /** Headings and first lines of paragraphs that give a full score and the one reached. */
  private static List<Item> items(Account account) {
    List<Item> items = new ArrayList<>();
    List<Heading> outline = account.content().outline();
    Map<String, List<Paragraph>> under = new HashMap<>();
    for (Paragraph paragraph : account.content().paragraphs()) {
      if (!paragraph.path().isEmpty() && mayScore(paragraph.text())) {
        under.computeIfAbsent(paragraph.path().getLast(), h -> new ArrayList<>()).add(paragraph);
      }
    }
    for (Heading heading : outline) {
      Paragraph at = new Paragraph(heading.text(), List.of(heading.text()), heading.source());
      add(heading.level(), at, items);
      for (Paragraph paragraph : under.getOrDefault(heading.text(), List.of())) {
        int before = items.size();
        add(Integer.MAX_VALUE, paragraph, items);
        if (items.size() > before && !isUnder(outline, heading, paragraph)) {
          items.removeLast();
        }
      }
    }
    return items;
  }

  /** The headings of two reports may be the same: the nearest one above a paragraph is its own. */
  private static boolean isUnder(List<Heading> outline, Heading heading, Paragraph paragraph) {
    Heading nearest = heading;
    for (Heading other : outline) {
      boolean between =
          other.text().equals(heading.text())
              && isBefore(other.source(), paragraph.source())
              && (isBefore(nearest.source(), other.source())
                  || !isBefore(nearest.source(), paragraph.source()));
      nearest = between ? other : nearest;
    }
    return nearest.equals(heading);
  }

  private static boolean isBefore(Source a, Source b) {
    if (!a.file().equals(b.file())) {
      return false;
    }
    if (a.line() != null && b.line() != null) {
      return a.line() < b.line();
    }
    return a.page() != null && b.page() != null && a.page() < b.page();
  }

  private static boolean mayScore(String text) {
    return text.contains("得") && text.contains("分") && (text.contains("（") || text.contains("("));
  }

  private static void add(int level, Paragraph paragraph, List<Item> items) {
    if (!mayScore(paragraph.text())) {
      return;
    }
    Matcher matcher = SCORED.matcher(Compact.of(paragraph.text()));
    if (matcher.matches()) {
      String full = String.valueOf(matcher.group(2));
      String got = String.valueOf(matcher.group(3));
      items.add(
          new Item(
              String.valueOf(matcher.group(1)),
              level,
              points("weight", "满分", full, paragraph.source()),
              points("score", "得", got, paragraph.source()),
              paragraph));
    }
  }

  private static Reading points(String metric, String label, String raw, Source source) {
    return new Reading(
        metric,
        null,
        label,
        List.of(label),
        new BigDecimal(raw.replaceFirst("\\.$", "")),
        "分",
        raw + "分",
        "分",
        Basis.NARRATIVE,
        null,
        null,
        source);
  }

  /** What stands one level below, up to the next of the group's own level. */
  private static List<Item> members(List<Item> items, int at) {
    int next = Integer.MAX_VALUE;
    int end = at + 1;
    while (end < items.size() && items.get(end).level() > items.get(at).level()) {
      next = Math.min(next, items.get(end).level());
      end++;
    }
    int level = next;
    return items.subList(at + 1, end).stream().filter(item -> item.level() == level).toList();
  }

  private static BigDecimal sum(List<Item> items, boolean full) {
    return Cases.add(items.stream().map(item -> full ? item.full() : item.got()).toList());
  }

  /**
   * That the scores add up shows that all members were read: then one of the full scores is off.
   */
  private static boolean noneExceeds(List<Item> members) {
    return members.stream()
        .allMatch(m -> Rounding.value(m.got()).compareTo(Rounding.value(m.full())) <= 0);
  }

  private static Discrepancy discrepancy(
      Account account, Item group, List<Item> members, boolean full) {
    String what = full ? "满分" : "得分";
    BigDecimal sum = sum(members, full);
    Reading computed =
        Figures.computed(
            "score", null, what + "合计", sum, "分", "Σ " + members.size(), group.at().source());
    List<Reading> readings = new ArrayList<>(List.of(group.got(), computed, group.full()));
    members.forEach(member -> readings.add(full ? member.full() : member.got()));
    return new Discrepancy(
        Severity.WARN,
        account.at(group.at()),
        group.name(),
        "写为"
            + group.full().label()
            + group.full().raw()
            + "、得"
            + group.got().raw()
            + "，所属"
            + members.size()
            + "项"
            + what
            + "之和为"
            + computed.raw(),
        readings);
  }
}
