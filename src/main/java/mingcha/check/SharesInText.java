package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A万元，占93.75%；B万元，占3.91%；C万元，占2.34%: shares in a list of which all but one are those of one whole,
 * and shares of a whole that the text names. {@link Shares} holds a share against every total, and
 * finds fewer of these.
 */
final class SharesInText {
  private static final String WORD = "占";
  private static final Pattern SHARE =
      Pattern.compile("[，,、（(]?占比?([^，。；：、\\d％%]{0,30}?)(?:比例|比重)?[为约达]?(\\d+(?:\\.\\d+)?)[%％]");
  private static final Pattern FILLING = Pattern.compile("^本年|^年度?|的$|比例$|比重$");
  private static final String OPENING = "其中";
  private static final Pattern OPENED = Pattern.compile("[，,](?:主要用于|按)[^\\d]*");
  private static final int BETWEEN = 12;
  private static final int LEAST_NAME = 4;
  private static final int LEAST_LIST = 3;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Account account;
  private final List<Reading> found;
  private final Outcomes outcomes;
  private @Nullable List<Worded> told;

  private SharesInText(Account account, List<Reading> found, Outcomes outcomes) {
    this.account = account;
    this.found = found;
    this.outcomes = outcomes;
  }

  /**
   * @param found the shares that were told already
   */
  static void check(Account account, List<Reading> found, Outcomes outcomes) {
    SharesInText rule = new SharesInText(account, found, outcomes);
    account.sections(text -> text.contains(WORD)).forEach(rule::section);
  }

  /** The amounts of the explanations. Most lists do without them. */
  private List<Worded> told() {
    if (told == null) {
      told = new ArrayList<>();
      for (Paragraph paragraph : account.explained().having("元")) {
        account.amounts(paragraph).stream().filter(w -> !w.isChange()).forEach(told::add);
      }
    }
    return told;
  }

  /**
   * @param of the name of the whole
   * @param whole what the sentence gives as the whole, or null
   */
  private record Share(
      Paragraph at, Reading part, Reading share, String of, @Nullable Reading whole) {
    boolean fits(Reading total) {
      BigDecimal computed = Figures.percentage(part, total);
      return computed != null
          && !Rounding.beyond(
              computed,
              Rounding.value(share),
              ExecutionRate.tolerance(share, part, total, computed)
                  .add(Rounding.halfUnit(share).multiply(BigDecimal.TWO)));
    }

    boolean isCounted() {
      return Rounding.value(part).signum() > 0
          && Rounding.value(share).signum() > 0
          && Rounding.value(share).compareTo(HUNDRED) <= 0;
    }
  }

  private void section(List<Paragraph> section) {
    List<Reading> amounts = new ArrayList<>();
    Map<String, List<Share>> lists = new LinkedHashMap<>();
    for (Paragraph paragraph : section) {
      String text = account.compact(paragraph);
      List<Worded> here = account.amounts(paragraph);
      here.stream().filter(w -> !w.isChange()).map(Worded::reading).forEach(amounts::add);
      List<Share> own = new ArrayList<>();
      Worded.each(
          here, text, SHARE, (part, behind) -> own.add(share(paragraph, part, behind, text, here)));
      // A list may be one paragraph, or give an item in each.
      String place = own.size() > 1 ? "|" + amounts.size() : "";
      for (Share share : own) {
        lists.computeIfAbsent(share.of() + place, n -> new ArrayList<>()).add(share);
      }
    }
    for (List<Share> list : lists.values()) {
      List<Reading> wholes = new ArrayList<>(amounts);
      sum(list).ifPresent(wholes::add);
      if (list.size() >= LEAST_LIST) {
        told().forEach(w -> wholes.add(w.reading()));
      }
      judge(list, wholes, amounts);
    }
  }

  private static Share share(
      Paragraph paragraph, Worded part, Matcher behind, String text, List<Worded> here) {
    String of = FILLING.matcher(String.valueOf(behind.group(1))).replaceAll("");
    Reading share = InText.figure("占比", behind.group(2), "%", paragraph.source());
    // 支出合计…，其中…: of several that may be it the nearest, but the first of a sentence.
    for (int i = here.indexOf(part) - 1; i >= 0; i--) {
      Worded other = here.get(i);
      boolean named = of.length() >= LEAST_NAME && other.words().endsWith(of);
      boolean opens = of.length() < LEAST_NAME && opens(text, other.end(), i == 0);
      if (!other.isChange() && (named || opens)) {
        return new Share(paragraph, part.reading(), share, of, other.reading());
      }
    }
    return new Share(paragraph, part.reading(), share, of, null);
  }

  /** The whole may be told elsewhere only; then the parts give it. */
  private static Optional<Reading> sum(List<Share> list) {
    if (list.size() < LEAST_LIST) {
      return Optional.empty();
    }
    List<Reading> parts = list.stream().map(Share::part).toList();
    return Optional.of(
        Figures.computed(
            null, null, "各项之和", Cases.add(parts), "元", "Σ parts", parts.getFirst().source()));
  }

  /** Whether parts of it follow, at once or behind the sentence that compares it. */
  private static boolean opens(String text, int end, boolean first) {
    int at = text.indexOf(OPENING, end);
    if (at >= 0 && (first || at <= end + 1)) {
      return true;
    }
    String next = text.substring(end, Math.min(text.length(), end + BETWEEN));
    return OPENED.matcher(next).matches();
  }

  /** The amounts of the whole text that bear the name. */
  private List<Reading> named(String of) {
    return of.length() < LEAST_NAME
        ? List.of()
        : told().stream().filter(w -> w.words().endsWith(of)).map(Worded::reading).toList();
  }

  private void judge(List<Share> list, List<Reading> wholes, List<Reading> amounts) {
    List<Share> counted = list.stream().filter(Share::isCounted).toList();
    Optional<Reading> whole = best(counted, wholes);
    if (whole.isEmpty()) {
      outcomes.cannot("没有写占比的整体");
      return;
    }
    long fits = counted.stream().filter(s -> s.fits(whole.get())).count();
    for (Share share : counted) {
      boolean seen = found.stream().anyMatch(r -> isSame(r, share.share()));
      if (seen) {
        continue;
      }
      List<Reading> named = named(share.of());
      boolean known = isSame(share.whole(), whole.get()) || named.contains(whole.get()) || fits > 1;
      if (share.fits(whole.get())
          || (named.isEmpty() && amounts.stream().anyMatch(share::fits))
          || named.stream().anyMatch(share::fits)) {
        outcomes.holds();
      } else if (counted.size() - fits > 1 || !known) {
        outcomes.cannot("占比的整体不明");
      } else {
        outcomes.violated(told(share, whole.get()));
      }
    }
  }

  /** What most shares of a list are of; the whole that is named, where there is but one share. */
  private Optional<Reading> best(List<Share> shares, List<Reading> amounts) {
    Share first = shares.isEmpty() ? null : shares.getFirst();
    if (first != null && shares.size() == 1 && first.of().length() >= LEAST_NAME) {
      Reading named = first.whole();
      if (named != null) {
        return Optional.of(named);
      }
    }
    Reading best = null;
    long most = 0;
    for (Reading amount : amounts) {
      long fits = shares.stream().filter(s -> s.fits(amount)).count();
      if (fits > most) {
        best = amount;
        most = fits;
      }
    }
    if (best == null && shares.size() == 1) {
      best = shares.getFirst().whole();
      List<Reading> named = named(shares.getFirst().of());
      best = best == null && !named.isEmpty() ? named.getFirst() : best;
    }
    return Optional.ofNullable(best);
  }

  private static boolean isSame(@Nullable Reading one, Reading other) {
    return one != null
        && Rounding.value(one).compareTo(Rounding.value(other)) == 0
        && Cases.sameLine(one.source(), other.source());
  }

  private Discrepancy told(Share share, Reading whole) {
    BigDecimal percent = Objects.requireNonNull(Figures.percentage(share.part(), whole));
    Reading recomputed =
        Figures.computed("share", null, "占比", percent, "%", "part ÷ whole", share.part().source());
    return new Discrepancy(
        Severity.WARN,
        account.at(share.at()),
        account.at(share.at()).name(),
        "写为"
            + share.share().raw()
            + "，而"
            + share.part().raw()
            + "÷"
            + whole.raw()
            + "="
            + recomputed.raw(),
        List.of(share.share(), recomputed, share.part(), whole));
  }
}
