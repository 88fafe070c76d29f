package mingcha.query;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.query.Draft.Part;
import mingcha.query.Draft.Use;
import mingcha.query.Question.Note;
import mingcha.query.Token.Keyword;
import mingcha.text.Lexicon;
import mingcha.text.MetricMatch;

/**
 * The word before a predicate where no metric stands: one that is misspelt is read as what it
 * sounds like, a rate that is none of ours is shown as not understood, and no other metric is put
 * in its place.
 */
final class UnnamedMetrics {
  private static final Pattern RATE = Pattern.compile("(?:率|比例|占比|比重|系数)$");

  /** Metrics that are what is done with vouchers. */
  private static final Set<String> DONE = Set.of("issued", "redeemed");

  private static final int MOST_WORDS = 3;

  private final Cursor cursor;
  private final Draft draft;
  private final Lexicon lexicon;

  UnnamedMetrics(Cursor cursor, Draft draft, Lexicon lexicon) {
    this.cursor = cursor;
    this.draft = draft;
    this.lexicon = lexicon;
  }

  /** 执性率 in 执性率低于60%, excution rate; its words are taken back, and that is said. */
  List<MetricRef> misspelt(int end) {
    for (int words = MOST_WORDS; words > 0; words--) {
      int from = first(words, end);
      if (from >= 0) {
        String said = cursor.text(draft.parts.get(from).start(), end);
        String meant = lexicon.meant(said).orElse("");
        String metric = lexicon.longestMetricAt(meant, 0).map(MetricMatch::metric).orElse("");
        if (!metric.isEmpty()) {
          draft.parts.subList(from, draft.parts.size()).clear();
          draft.notes.add(new Note("spelling", said, meant));
          return List.of(new MetricRef(metric, null));
        }
      }
    }
    return List.of();
  }

  /** 发放消费券超过1000万元: what is done with a thing is the metric, and is taken back. */
  List<MetricRef> verb(int end) {
    for (int words = 2; words <= MOST_WORDS; words++) {
      int from = first(words, end);
      if (from < 0) {
        return List.of();
      }
      String said = Vocabulary.folded(draft.parts.get(from).text());
      Keyword verb = Vocabulary.standard().longestAt(said, 0);
      if (verb != null && verb.end() == said.length() && DONE.contains(verb.value(Role.LOOSE))) {
        draft.parts.remove(from);
        return List.of(new MetricRef(verb.value(Role.LOOSE), null));
      }
    }
    return List.of();
  }

  /** 得分率低于80%: takes back the words of a rate that is none of ours. */
  boolean unknown(int end) {
    int from = -1;
    for (int words = 1; words <= MOST_WORDS && first(words, end) >= 0; words++) {
      from = first(words, end);
    }
    if (from < 0 || !RATE.matcher(cursor.text(draft.parts.get(from).start(), end)).find()) {
      return false;
    }
    draft.leftover.add(cursor.text(draft.parts.get(from).start(), cursor.position()));
    draft.parts.subList(from, draft.parts.size()).clear();
    return true;
  }

  /** Where the last so many words begin, Chinese ones without a space between; -1 for none. */
  private int first(int words, int end) {
    int at = draft.parts.size();
    int left = words;
    int behind = end;
    while (left > 0 && at > 0) {
      Part part = draft.parts.get(at - 1);
      boolean english = at > 1 && !cursor.isHan(draft.parts.get(at - 2).start());
      if (part.use() == Use.SPACE && part.end() == behind && english) {
        at--;
        behind = part.start();
        continue;
      }
      if (part.use() != Use.WORD || part.end() != behind) {
        return -1;
      }
      at--;
      behind = part.start();
      left--;
    }
    return left == 0 ? at : -1;
  }
}
