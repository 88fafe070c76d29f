package mingcha.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Paragraph;
import mingcha.text.Fold;
import mingcha.text.Lexicon;

/**
 * 教育支出（类）普通教育（款）小学教育（项） of the explanations: each name is that of a subject of the tables of
 * expenditure.
 */
final class SubjectsTold implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "name-conflict/told",
          "文字所写的类、款、项名称在支出表中没有找到，需要说明",
          "The explanations name a subject that no table of expenditure has",
          "财预〔2016〕143号：公开的决算（预算）表与文字说明应当一致");

  private static final List<Form> TABLES =
      List.of(
          Form.INCOME_EXPENDITURE_TOTAL,
          Form.INCOME,
          Form.EXPENDITURE,
          Form.APPROPRIATION_TOTAL,
          Form.GENERAL_EXPENDITURE,
          Form.GOVERNMENT_FUND,
          Form.STATE_CAPITAL);

  private static final String OPENING = "（(";
  private static final String CLOSING = "）)";
  private static final int LEVEL = 3;
  private static final int LONGEST = 40;
  private static final Pattern NUMBER =
      Pattern.compile("(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|其中|用于|[类款项][）)])+");
  private static final Pattern ORDINAL = Pattern.compile("[一二三四五六七八九十]{1,3}、");
  private static final Pattern FILLING = Pattern.compile("支出|事务|费用?$");
  private static final int DIGITS_OF_ITEMS = 7;
  private static final int LEAST_ITEMS = 2;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Set<String> printed = new HashSet<>();
    int items = 0;
    for (Form form : TABLES) {
      for (Entry line : account.lines(form)) {
        printed.add(line.name());
        items +=
            line.subject() != null && line.subject().code().length() == DIGITS_OF_ITEMS ? 1 : 0;
      }
    }
    if (items < LEAST_ITEMS) {
      outcomes.cannot("没有读到列有各项的支出表");
      return;
    }
    Set<String> names = new HashSet<>();
    printed.forEach(name -> names.add(key(Compact.behind(ORDINAL, name))));
    Set<String> told = new HashSet<>();
    for (Paragraph paragraph : account.explained().having("类", "款", "项")) {
      String text = account.compact(paragraph);
      int last = 0;
      for (int at = next(text, 1); at > 0; at = next(text, at + 1)) {
        int start = start(text, at, last);
        last = at + LEVEL;
        String name = Compact.behind(NUMBER, text.substring(start, at));
        if (name.length() < 2) {
          continue;
        }
        String key = key(name);
        if (key.length() < 2
            || names.contains(key)
            || names.stream().anyMatch(n -> isOne(n, key))) {
          outcomes.holds();
        } else if (told.add(key)) {
          tell(account, paragraph, name, text.substring(at + 1, at + 2), outcomes);
        }
      }
    }
  }

  /** Where the next （类）, （款） or （项） begins, or -1. */
  private static int next(String text, int from) {
    for (int i = from; i + 2 < text.length(); i++) {
      char level = text.charAt(i + 1);
      if ((level == '类' || level == '款' || level == '项')
          && OPENING.indexOf(text.charAt(i)) >= 0
          && CLOSING.indexOf(text.charAt(i + 2)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Where the name before a level begins: names have characters, brackets and 、 within. */
  private static int start(String text, int end, int least) {
    int from = end;
    while (from > Math.max(least, end - LONGEST) && isOfName(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static boolean isOfName(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
        || c == '、'
        || OPENING.indexOf(c) >= 0
        || CLOSING.indexOf(c) >= 0;
  }

  private static void tell(
      Account account, Paragraph paragraph, String name, String level, Outcomes outcomes) {
    // The name of another subject is one too many; what is no subject's name is a slip of the pen.
    boolean another = !Lexicon.standard().subjectsNamed(name).isEmpty();
    outcomes.violated(
        new Discrepancy(
            another ? Severity.WARN : Severity.INFO,
            account.at(paragraph),
            name,
            "文字写为“" + name + "（" + level + "）”，各支出表中没有这一科目",
            List.of(Told.words("文字说明", name, paragraph.source()))));
  }

  /** The narrative often says 社会保障和就业 for 社会保障和就业支出. */
  private static String key(String name) {
    return FILLING.matcher(Fold.name(Compact.of(name))).replaceAll("");
  }

  /** A narrow column cuts a name off, and words may stand before one in a sentence. */
  private static boolean isOne(String ofTable, String told) {
    return ofTable.equals(told)
        || (ofTable.length() > 3 && told.endsWith(ofTable))
        || (told.length() > 3 && (ofTable.startsWith(told) || ofTable.endsWith(told)))
        || (ofTable.length() > 5 && told.startsWith(ofTable));
  }
}
