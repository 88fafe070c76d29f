package mingcha.query;

import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;

/**
 * What 且 joins and no one thing can be: 2022年且2023年. A list, 2022年和2023年, asks for either; so does
 * the English and.
 */
final class Joined {
  /** Of what a thing has one only. */
  enum Single {
    YEAR("一份公开只有一个年度"),
    REGION("一份公开只有一个地区"),
    TYPE("一份公开只有一个文种"),
    KIND("一条内容只有一种");

    private final String why;

    Single(String why) {
      this.why = why;
    }
  }

  private final Cursor cursor;
  private final Draft draft;
  private Single last = Single.YEAR;
  private int lastStart;

  /** Behind the last one; -1 while there is none. */
  private int lastEnd = -1;

  Joined(Cursor cursor, Draft draft) {
    this.cursor = cursor;
    this.draft = draft;
  }

  /** One of these was taken, from this mark to where the cursor is. */
  void took(Single single, int mark) {
    int start = cursor.startOf(mark);
    if (lastEnd >= 0 && last == single && onlyAnd(lastEnd, mark)) {
      draft.problems.add(cursor.text(lastStart, cursor.position()) + "：" + single.why);
    }
    last = single;
    lastStart = start;
    lastEnd = cursor.mark();
  }

  /** Whether nothing but 且 stands between. */
  private boolean onlyAnd(int from, int to) {
    boolean and = false;
    for (int i = from; i < to; i++) {
      switch (cursor.at(i)) {
        case Keyword word -> {
          if (!word.is(Role.AND) || !cursor.isHan(word.start())) {
            return false;
          }
          and = true;
        }
        case Gap gap -> {}
        case Token other -> {
          return false;
        }
      }
    }
    return and;
  }
}
