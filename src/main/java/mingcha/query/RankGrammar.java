package mingcha.query;

import mingcha.query.Token.Keyword;
import org.jspecify.annotations.Nullable;

/**
 * Which end comes first, and how many of it.
 *
 * <pre>
 * extreme = "最高" | "最低" | … ;                      highest, lowest
 * vague   = ( "高" | "低" | … ) before "的" or the end ;
 * rank    = ( "前" | "倒数" ) count ;                  top 10, 前十名
 * count   = number [ "个" ] ;
 * </pre>
 */
final class RankGrammar {
  private final Cursor cursor;
  private final Draft draft;
  private final PredicateGrammar amounts;
  private @Nullable Boolean rankedAscending;
  private String lastExtreme = "";

  RankGrammar(Cursor cursor, Draft draft) {
    this.cursor = cursor;
    this.draft = draft;
    this.amounts = new PredicateGrammar(cursor);
  }

  /** Whether the ranks read so far begin with the least, 倒数五名; null where none was read. */
  @Nullable Boolean ascending() {
    return rankedAscending;
  }

  /** An end that was said without a rank. */
  void from(@Nullable Boolean ascending) {
    rankedAscending = ascending;
  }

  /** The last word that said so, 最大. */
  String lastExtreme() {
    return lastExtreme;
  }

  /** Whether an amount follows: 执行率最多30% orders nothing. */
  boolean bounds() {
    int mark = cursor.mark();
    Amount amount = amounts.number();
    cursor.reset(mark);
    return amount != null && PredicateGrammar.isQuantity(amount);
  }

  /** 前十 in 前十名: how many, and from which end. */
  boolean rank() {
    int mark = cursor.mark();
    cursor.skip(Role.SORTING);
    Keyword rank = cursor.accept(Role.RANK);
    int count = rank == null ? 0 : count();
    if (rank == null || count < 1) {
      cursor.reset(mark);
      return false;
    }
    draft.limit = count;
    rankedAscending = rank.value(Role.RANK).equals("asc");
    return true;
  }

  /** The limit of 最低的10个. */
  void limitBehind() {
    int mark = cursor.mark();
    cursor.skip(Role.OF);
    cursor.skip(Role.RANK);
    int count = count();
    if (count > 0) {
      draft.limit = count;
    } else {
      cursor.reset(mark);
    }
  }

  /** How many are asked for: 10个; 0 where no count follows. */
  int count() {
    int count = YearGrammar.count(cursor);
    if (count > 0) {
      cursor.skip(Role.COUNTER);
    }
    return count;
  }

  /** 最低: whether the least come first; null where nothing says so. */
  @Nullable Boolean extreme() {
    return order(Role.EXTREME);
  }

  /** What a word of this role says, 升序; null where none follows. */
  @Nullable Boolean order(Role role) {
    int mark = cursor.mark();
    cursor.skip(Role.OF);
    Keyword word = cursor.accept(role);
    if (word == null || cursor.joinsNext()) {
      cursor.reset(mark);
      return null;
    }
    lastExtreme = cursor.text(word);
    return word.value(role).equals("asc");
  }

  /** 低 in 执行率低的项目. */
  @Nullable Boolean vague() {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.VAGUE);
    if (word != null && (cursor.sees(Role.OF) || cursor.atEnd())) {
      return word.value(Role.VAGUE).equals("asc");
    }
    cursor.reset(mark);
    return null;
  }
}
