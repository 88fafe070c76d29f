package mingcha.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
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

  private static final Pattern NAMED = Pattern.compile("([\\p{IsHan}、（）()]{2,40}?)[（(]([类款项])[）)]");
  private static final Pattern NUMBER =
      Pattern.compile("^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|其中|用于|[类款项][）)])+");
  private static final Pattern ORDINAL = Pattern.compile("^[一二三四五六七八九十]{1,3}、");
  private static final Pattern FILLING = Pattern.compile("支出|事务|费用?$");
  private static final int DIGITS_OF_ITEMS = 7;
  private static final int LEAST_ITEMS = 2;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Set<String> names = new HashSet<>();
    int items = 0;
    for (Form form : TABLES) {
      for (Entry line : account.lines(form)) {
        names.add(key(ORDINAL.matcher(line.name()).replaceFirst("")));
        items +=
            line.subject() != null && line.subject().code().length() == DIGITS_OF_ITEMS ? 1 : 0;
      }
    }
    if (items < LEAST_ITEMS) {
      outcomes.cannot("没有读到列有各项的支出表");
      return;
    }
    Set<String> told = new HashSet<>();
    for (Paragraph paragraph : Explained.paragraphs(account)) {
      String text = account.compact(paragraph);
      boolean mayBe = text.indexOf('类') > 0 || text.indexOf('款') > 0 || text.indexOf('项') > 0;
      Matcher named = NAMED.matcher(mayBe ? text : "");
      while (named.find()) {
        String name = NUMBER.matcher(String.valueOf(named.group(1))).replaceFirst("");
        String key = key(name);
        if (key.length() < 2 || names.stream().anyMatch(n -> isOne(n, key))) {
          outcomes.holds();
        } else if (told.add(key)) {
          tell(account, paragraph, name, String.valueOf(named.group(2)), outcomes);
        }
      }
    }
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
