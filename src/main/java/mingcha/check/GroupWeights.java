package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;

/**
 * The score table of an evaluation: groups have a weight, indicators a weight and a score, and the
 * last row the sum of both.
 */
final class GroupWeights implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-sum/table",
          "评分表的合计与各项之和不符，或一组指标的分值与所属各项分值之和不符，需要说明",
          "A score table's total or a group's weight is not the sum of its indicators",
          "财预〔2020〕10号：上一级指标的分值与得分由所属指标汇总而成");

  private static final List<String> TOTALS = List.of("合计", "总计", "总分", "总得分", "总分值");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Map<String, List<Entry>> tables = new LinkedHashMap<>();
    for (Entry each : account.entries(e -> e.kind() == EntryKind.INDICATOR && e.table() != null)) {
      String title = Objects.requireNonNull(each.table()).title();
      tables.computeIfAbsent(each.path() + title, t -> new ArrayList<>()).add(each);
    }
    for (List<Entry> table : tables.values()) {
      Entry last = table.getLast();
      if (TOTALS.contains(last.name()) && weight(last).isPresent() && score(last).isPresent()) {
        check(last, table.subList(0, table.size() - 1), outcomes);
      }
    }
  }

  /**
   * Rows are easily lost in such tables. They are all there where the weights add to the total, or
   * miss it by as much as one group's weights miss the group's.
   */
  private static void check(Entry last, List<Entry> rows, Outcomes outcomes) {
    List<Entry> leaves = rows.stream().filter(e -> score(e).isPresent()).toList();
    List<Reading> weights = leaves.stream().flatMap(e -> weight(e).stream()).toList();
    List<Reading> scores = leaves.stream().flatMap(e -> score(e).stream()).toList();
    Reading weight = weight(last).orElseThrow();
    Reading score = score(last).orElseThrow();
    List<Group> wrong = groups(rows).stream().filter(g -> g.excess().signum() != 0).toList();
    BigDecimal excess = Cases.add(weights).subtract(Rounding.value(weight));
    boolean one = wrong.size() == 1 && wrong.getFirst().excess().compareTo(excess) == 0;
    if (leaves.size() < 2 || wrong.size() > 1 || (excess.signum() != 0 && !one)) {
      outcomes.cannot("评分表可能没有读全");
      return;
    }
    String members = leaves.size() + "项分值之和";
    Cases.sum(new Account.Stated(last, weight), members, weights, "Σ weights", outcomes);
    String scored = leaves.size() + "项得分之和";
    Cases.sum(new Account.Stated(last, score), scored, scores, "Σ scores", outcomes);
    if (excess.signum() == 0) {
      wrong.forEach(g -> Cases.sum(g.weight(), "所属各项分值之和", g.members(), "Σ weights", outcomes));
    }
  }

  /** A group's weight and those one level below. */
  private record Group(Account.Stated weight, List<Reading> members) {
    BigDecimal excess() {
      return Cases.add(members).subtract(Rounding.value(weight.reading()));
    }
  }

  /**
   * Only those right above their indicators: a page break shifts the columns of the higher ones.
   */
  private static List<Group> groups(List<Entry> rows) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Optional<Reading> weight = weight(rows.get(i));
      if (weight.isEmpty() || score(rows.get(i)).isPresent()) {
        continue;
      }
      List<Reading> members =
          rows.subList(i + 1, rows.size()).stream()
              .takeWhile(e -> score(e).isPresent())
              .flatMap(e -> weight(e).stream())
              .toList();
      if (!members.isEmpty()) {
        groups.add(new Group(new Account.Stated(rows.get(i), weight.get()), members));
      }
    }
    return groups;
  }

  private static Optional<Reading> weight(Entry entry) {
    return Account.first(entry, "weight", Basis.TABLE);
  }

  private static Optional<Reading> score(Entry entry) {
    return Account.first(entry, "score", Basis.TABLE);
  }
}
