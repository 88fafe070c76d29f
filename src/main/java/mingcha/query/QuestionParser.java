package mingcha.query;

import java.time.Clock;
import java.time.ZoneId;
import mingcha.disclosure.Metrics;
import mingcha.text.Lexicon;

/** Reads a question, in Chinese or English, by one grammar. Safe for use by several threads. */
public final class QuestionParser {
  private final Lexicon lexicon;
  private final Metrics metrics;
  private final Clock clock;

  public QuestionParser(Lexicon lexicon, Metrics metrics) {
    this(lexicon, metrics, Clock.system(ZoneId.systemDefault()));
  }

  /**
   * A parser that knows what day it is.
   *
   * @param clock by which 去年 and 近三年 are read
   */
  public QuestionParser(Lexicon lexicon, Metrics metrics, Clock clock) {
    this.lexicon = lexicon;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Reads a question; never throws.
   *
   * <pre>
   * question   = { item } ;
   * item       = exclusion | order | conditions | years | place | publisher | subject | kind
   *            | classification | named | discord | word ;
   * exclusion  = ( "不含" | "without" ) ( word | division | year ) [ "外" ] ;
   * kind       = "项目" | "科目" | "指标" | "部门" … ;
   * named      = ( "发布单位" | "文种" | "规则" | "表式" ) quoted ;
   * classification = "部门决算" | "本级" … ;
   * word       = quoted | any other ;
   * </pre>
   *
   * <p>What stands in quotes is taken as it stands. For conditions see {@link ConditionGrammar} and
   * {@link PredicateGrammar}, for orders {@link OrderGrammar}, for years {@link YearGrammar}, for
   * places {@link PlaceGrammar}, for publishers {@link OfficeGrammar}, for subjects {@link
   * SubjectGrammar}. Where two productions fit, the first in the order above is taken.
   */
  public Question parse(String text) {
    return new Reading(text, lexicon, metrics, clock).question();
  }
}
