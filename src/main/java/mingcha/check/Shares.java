package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.text.Fold;

/**
 * 基本支出…万元，占…%: the share recomputed. What it is a share of is seldom said, so it is held against
 * every total that the disclosure states, and is wrong only if it is a share of none.
 */
final class Shares implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/share",
          "占比与所列金额不符，需要说明",
          "A stated share is not what the amounts give",
          "占比=部分÷整体");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Set<String> TOTALS =
      Set.of(
          "revenue",
          "expenditure",
          "revenue_total",
          "expenditure_total",
          "procurement",
          "three_public",
          "fiscal_appropriation",
          "basic_expenditure",
          "project_expenditure");

  /** The name that a clause opens with, and what it is a share of. */
  private static final String NAMED = "[，。；：、（]([\\p{IsHan}“”]{2,20}?)占[^，。；：、\\d]{0,20}";

  private static final Pattern SHARE = Pattern.compile("占比?");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Account.Stated> money = money(account);
    List<Reading> totals = totals(account);
    List<Reading> found = new ArrayList<>();
    for (Account.Said told : account.stated().toldOfTheBudget()) {
      Entry entry = told.entry();
      List<Reading> readings = told.readings();
      for (Reading share : readings) {
        if ("share".equals(share.metric()) && Rounding.value(share).compareTo(HUNDRED) <= 0) {
          Optional<Reading> part = partOf(share, readings);
          List<Reading> wholes = new ArrayList<>(near(money, entry, share));
          Optional<Reading> natural = natural(account, entry, share, wholes);
          wholes.addAll(totals);
          // Of nothing, all is nothing: 涉及资金0万元，占政府性基金项目支出的100%.
          boolean allOfNothing =
              part.isPresent()
                  && Rounding.value(part.get()).signum() == 0
                  && Rounding.value(share).compareTo(HUNDRED) == 0;
          if (part.isPresent() && natural.isPresent() && isOfNothing(part.get(), natural.get())) {
            found.add(share);
            outcomes.violated(ofNothing(entry, share, part.get(), natural.get()));
          } else if (part.isEmpty()
              || allOfNothing
              || natural.isEmpty()
              || natural.get().equals(part.get())
              || Figures.percentage(part.get(), natural.get()) == null) {
            outcomes.cannot("没有写部分或整体的金额");
          } else {
            int before = outcomes.discrepancies().size();
            check(account, entry, share, part.get(), natural.get(), wholes, outcomes);
            if (outcomes.discrepancies().size() > before) {
              found.add(share);
            }
          }
        }
      }
    }
    SharesInText.check(account, found, outcomes);
  }

  /** 政府采购支出总额0.00万元，授予中小企业合同金额37.13万元: said right beside it, the whole is nothing. */
  private static boolean isOfNothing(Reading part, Reading whole) {
    return Rounding.value(whole).signum() == 0
        && Rounding.value(part).compareTo(Rounding.halfUnit(whole).add(Rounding.halfUnit(part))) > 0
        && Cases.sameLine(part.source(), whole.source());
  }

  private static Discrepancy ofNothing(Entry entry, Reading share, Reading part, Reading whole) {
    return new Discrepancy(
        Severity.WARN,
        entry,
        entry.name(),
        part.label()
            + "写为"
            + Figures.printed(part)
            + "，"
            + whole.label()
            + "为"
            + Figures.printed(whole),
        List.of(share, part, whole));
  }

  private static void check(
      Account account,
      Entry entry,
      Reading share,
      Reading part,
      Reading natural,
      List<Reading> wholes,
      Outcomes outcomes) {
    // Most often it is this one.
    wholes.addFirst(natural);
    for (Reading whole : wholes) {
      BigDecimal computed = Figures.percentage(part, whole);
      if (computed != null
          && !whole.equals(part)
          && !Rounding.beyond(
              computed, Rounding.value(share), tolerance(share, part, whole, computed))) {
        outcomes.holds();
        return;
      }
    }
    if (isOfAnother(account, share, part)) {
      outcomes.cannot("没有写部分的金额");
      return;
    }
    Reading recomputed =
        Figures.computed(
            "share",
            null,
            share.label(),
            Objects.requireNonNull(Figures.percentage(part, natural)),
            "%",
            part.label() + " ÷ " + natural.label(),
            part.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            entry,
            entry.name(),
            "写为"
                + Figures.printed(share)
                + "，而"
                + Figures.printed(part)
                + "÷"
                + Figures.printed(natural)
                + "（"
                + natural.label()
                + "）="
                + recomputed.raw(),
            List.of(share, recomputed, part, natural)));
  }

  /**
   * 教育事业收入占事业收入的48.24%: what the share's own clause names and gives no amount of is not the money
   * of the clause before it.
   */
  private static boolean isOfAnother(Account account, Reading share, Reading part) {
    for (Paragraph paragraph : account.paragraphs().having(Compact.of(share.raw()))) {
      if (Cases.sameLine(paragraph.source(), share.source())) {
        Matcher named =
            Pattern.compile(NAMED + Pattern.quote(Compact.of(share.raw())))
                .matcher(account.compact(paragraph));
        if (named.find() && !Fold.name(part.label()).endsWith(Fold.name(named.group(1)))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Nothing is a share of 0, to the digit; the last digit of others is often shifted to reach 100.
   */
  private static BigDecimal tolerance(
      Reading share, Reading part, Reading whole, BigDecimal computed) {
    boolean nothing = Rounding.value(share).signum() == 0 || Rounding.value(part).signum() == 0;
    return nothing
        ? Rounding.halfUnit(share)
        : ExecutionRate.tolerance(share, part, whole, computed)
            .add(Rounding.halfUnit(share).multiply(BigDecimal.TWO));
  }

  /** The money said right before the share, of the same paragraph. */
  private static Optional<Reading> partOf(Reading share, List<Reading> readings) {
    Reading part = null;
    for (Reading reading : readings) {
      if (reading.equals(share)) {
        break;
      }
      boolean money =
          Objects.equals(reading.unit(), "元")
              && reading.basis() == Basis.NARRATIVE
              && !Objects.toString(reading.metric(), "").endsWith("_change_amount")
              && Cases.sameLine(reading.source(), share.source());
      part = money ? reading : part;
    }
    return Optional.ofNullable(part);
  }

  /** All money of the narrative. */
  private static List<Account.Stated> money(Account account) {
    List<Account.Stated> money = new ArrayList<>();
    for (Account.Said told : account.stated().toldOfTheBudget()) {
      for (Reading reading : told.readings()) {
        if (Objects.equals(reading.unit(), "元")) {
          money.add(new Account.Stated(told.entry(), reading));
        }
      }
    }
    return money;
  }

  /** All money of the same paragraph, and of the paragraphs under the same heading. */
  private static List<Reading> near(List<Account.Stated> money, Entry entry, Reading share) {
    List<Reading> near = new ArrayList<>();
    for (Account.Stated other : money) {
      Entry of = other.entry();
      if (Cases.sameLine(other.reading().source(), share.source())
          || (of.kind() == EntryKind.STATEMENT && of.path().equals(entry.path()))) {
        near.add(other.reading());
      }
    }
    return near;
  }

  /** The total that opens the paragraph or the section. */
  private static Optional<Reading> natural(
      Account account, Entry entry, Reading share, List<Reading> near) {
    String of = Compact.behind(SHARE, share.label());
    Optional<Reading> named =
        near.stream()
            .filter(r -> of.length() > 3 && (r.label().contains(of) || of.contains(r.label())))
            .filter(r -> !r.label().isBlank())
            .findFirst();
    if (named.isPresent()) {
      return named;
    }
    if (of.length() > 3) {
      return account.stated().ofTheWhole().stream()
          .filter(e -> of.contains(e.name()))
          .flatMap(e -> Account.sure(e))
          .filter(r -> Objects.equals(r.unit(), "元"))
          .findFirst();
    }
    boolean structure = entry.path().stream().anyMatch(h -> h.contains("支出决算结构"));
    if (entry.subject() != null || structure) {
      return account.tables(Form.GENERAL_EXPENDITURE).stream()
          .limit(1)
          .flatMap(t -> t.stream())
          .filter(e -> e.name().equals("合计"))
          .flatMap(e -> Account.table(e).stream())
          .findFirst();
    }
    return near.stream()
        .filter(r -> TOTALS.contains(Objects.toString(r.metric(), "")))
        .filter(r -> r.metric() != null && !r.metric().endsWith("basic_expenditure"))
        .findFirst();
  }

  /** The totals of the whole disclosure, of the tables and of the narrative. */
  private static List<Reading> totals(Account account) {
    List<Reading> totals = new ArrayList<>();
    for (Entry entry :
        account.entries(e -> e.scope() == Scope.DISCLOSURE || e.name().equals("合计"))) {
      Account.sure(entry).filter(r -> Objects.equals(r.unit(), "元")).forEach(totals::add);
    }
    return totals;
  }
}
