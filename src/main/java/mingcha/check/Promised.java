package mingcha.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;
import mingcha.text.Fold;
import org.jspecify.annotations.Nullable;

/** What the contents page lists, and the disclosure does not hold: a table, or a section. */
final class Promised implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "section-missing/contents",
          "目录所列的内容在正文中没有找到，需要说明",
          "The contents page lists what the disclosure does not hold",
          "财预〔2016〕143号：公开的内容应当与目录一致");

  private static final Pattern PART = Pattern.compile("第[一二三四五六七八九十]+部分");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:第[一二三四五六七八九十]+部分|附[件表录]?[一二三四五六七八九十\\d]*|[（(]?[一二三四五六七八九十\\d]{1,3}[）)]?[、.．]?)\\s*[:：]?");

  /** Of its pairs of characters a heading shares as many with its line in the contents. */
  private static final double ALIKE = 0.6;

  /** More than that were not read, rather than not there. */
  private static final double MOST_MISSING = 0.2;

  private static final int LEAST = 5;
  private static final int LONGEST = 60;
  private static final int SHORTEST = 4;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Heading> promised = account.content().contents();
    if (promised.size() < LEAST || account.content().entries().isEmpty()) {
      outcomes.cannot("没有目录");
      return;
    }
    List<String> titles = keys(titles(account));
    Set<String> exact = new HashSet<>(titles);
    Set<String> parts = new HashSet<>();
    account.content().outline().forEach(heading -> parts.add(part(heading)));
    boolean tables = account.content().tables().stream().anyMatch(t -> t.ref().form() != null);
    @Nullable List<String> held = null;
    List<Heading> missing = new ArrayList<>();
    for (Heading each : promised) {
      String name = key(each.text());
      boolean here =
          name.length() < SHORTEST
              || (!tables && name.endsWith("表"))
              || (!part(each).isEmpty() && parts.contains(part(each)))
              || exact.contains(name)
              || titles.stream().anyMatch(other -> isAlike(name, other));
      if (!here) {
        held = held == null ? keys(shortParagraphs(account)) : held;
        here = held.stream().anyMatch(other -> isAlike(name, other));
      }
      if (!here) {
        missing.add(each);
      }
    }
    if (missing.size() > promised.size() * MOST_MISSING) {
      outcomes.cannot("目录或标题可能没有读全");
      return;
    }
    for (int i = missing.size(); i < promised.size(); i++) {
      outcomes.holds();
    }
    for (Heading each : missing) {
      outcomes.violated(
          new Discrepancy(
              Severity.INFO,
              account.at(new Paragraph("", List.of(), each.source())),
              each.text(),
              "目录列有“" + each.text() + "”，正文中没有这一标题或表",
              List.of(Told.words("目录", each.text(), each.source()))));
    }
  }

  /** 第四部分, whatever it is called. */
  private static String part(Heading heading) {
    Matcher matcher = PART.matcher(heading.text());
    return matcher.lookingAt() ? matcher.group() : "";
  }

  private static Stream<String> titles(Account account) {
    return Stream.concat(
        account.content().outline().stream().map(Heading::text),
        account.content().tables().stream().map(table -> table.ref().title()));
  }

  /** A title that was not seen to be one is a paragraph. */
  private static Stream<String> shortParagraphs(Account account) {
    return account.content().paragraphs().stream()
        .map(Paragraph::text)
        .filter(text -> text.length() <= LONGEST);
  }

  private static List<String> keys(Stream<String> texts) {
    return texts.map(Promised::key).toList();
  }

  private static String key(String text) {
    return Fold.name(Compact.behind(NUMBER, Compact.of(text)));
  }

  private static boolean isAlike(String promised, String held) {
    if (held.length() >= SHORTEST && (promised.contains(held) || held.contains(promised))) {
      return true;
    }
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < promised.length(); i++) {
      pairs.add(promised.substring(i, i + 2));
    }
    int shared = 0;
    for (int i = 0; i + 1 < held.length(); i++) {
      shared += pairs.remove(held.substring(i, i + 2)) ? 1 : 0;
    }
    int longer = Math.max(promised.length(), held.length()) - 1;
    return shared >= ALIKE * longer;
  }
}
