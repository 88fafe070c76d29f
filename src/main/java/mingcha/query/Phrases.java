package mingcha.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mingcha.query.Draft.Part;
import mingcha.query.Draft.Use;

/**
 * Gives the words that no production took their place. A noun that modifies the kind or belongs to
 * a condition says what the thing is ({@code about}): 消费券项目, 核销率不到50%的消费券. A word that stands free
 * is a {@code term}.
 */
final class Phrases {
  /** 增长的原因 is no thing that has grown. */
  private static final Set<String> EXPLANATIONS = Set.of("原因", "主要原因", "理由", "依据");

  /** 没有国有资本经营预算 is what a sentence says; nothing is named so. */
  private static final String DENIED = "没有";

  private final Cursor cursor;
  private final WordEdges edges;
  private final List<Part> parts;
  final List<String> about = new ArrayList<>();
  final List<String> terms = new ArrayList<>();

  /** Words of questions that stand alone, and that nothing was made of. */
  final List<String> leftover = new ArrayList<>();

  Phrases(Cursor cursor, WordEdges edges, List<Part> parts) {
    this.cursor = cursor;
    this.edges = edges;
    this.parts = parts;
  }

  void resolve() {
    int at = 0;
    while (at < parts.size()) {
      if (!isWord(at)) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < parts.size() && isWord(end) && touches(end) && !lists(end)) {
        end++;
      }
      phrase(at, end);
      at = end;
    }
  }

  /** 与 in 执行数与核销金额 parts two words, in 社会保障与就业 it does not. */
  private boolean lists(int at) {
    return use(at) == Use.EMPTY_WORD
        && isMetric(at - 1)
        && at + 1 < parts.size()
        && isMetric(at + 1);
  }

  private void phrase(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && parts.get(start).use() == Use.EMPTY_WORD && edge(start, end, start + 1)) {
      start++;
    }
    while (end > start && parts.get(end - 1).use() == Use.EMPTY_WORD && edge(start, end, end - 1)) {
      end--;
    }
    if (start == end) {
      return;
    }
    if (parts.subList(start, end).stream().noneMatch(part -> part.use() == Use.WORD)) {
      parts.subList(start, end).stream()
          .filter(part -> part.use() == Use.STUCK_WORD || part.use() == Use.COMPARING_WORD)
          .forEach(part -> leftover.add(part.text()));
      return;
    }
    StringBuilder words = new StringBuilder();
    boolean isAbout = isAbout(from, to);
    if (isAbout && end - start > 1 && parts.get(end - 1).use() == Use.GENERIC_WORD) {
      end--;
    }
    parts.subList(start, end).forEach(part -> words.append(part.text()));
    if (compares(start, end)) {
      leftover.add(words.toString());
      return;
    }
    boolean isTerm = EXPLANATIONS.contains(words.toString()) || words.indexOf(DENIED) == 0;
    (isAbout && !isTerm ? about : terms).add(words.toString());
  }

  /** 完成值低于目标值: two things that have no number. */
  private boolean compares(int start, int end) {
    for (int i = start + 1; i < end - 1; i++) {
      boolean word = edges.at(parts.get(i).start()) && edges.at(parts.get(i).end()); // 不到位
      if (use(i) == Use.COMPARING_WORD && word && !isLatin(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word ends before the part at {@code split}, one of those between start and end. */
  private boolean edge(int start, int end, int split) {
    return split <= start || split >= end || edges.at(parts.get(split).start());
  }

  private boolean isAbout(int from, int to) {
    return switch (before(from)) {
          case TOPIC -> true;
          case MENTION -> false;
          default -> false;
        }
        || (before(from) != Use.MENTION && (modifies(from, to) || isModified(from)));
  }

  /** Whether the thing that follows is one of these: a kind, or what has the condition. */
  private boolean modifies(int from, int to) {
    if (use(to) == Use.ABOUT_AFTER) {
      return true;
    }
    if (touches(to) && use(to) != Use.SPACE) {
      if (use(to) == Use.OF) {
        return touches(to + 1)
            && switch (use(to + 1)) {
              case KIND, CONDITION, ORDER, WORD -> use(to + 1) != Use.WORD || isMetric(to + 1);
              default -> false;
            };
      }
      return use(to) == Use.KIND || use(to) == Use.CONDITION || use(to) == Use.ORDER;
    }
    if (!isLatin(from)) {
      return false;
    }
    int next = to;
    while (use(next) == Use.SPACE || isLatinWord(next)) {
      if (to == from + 1 && isMetric(from) && isLatinWord(next)) {
        return false; // the execution rate of a project
      }
      next++;
    }
    return use(next) == Use.KIND || use(next) == Use.WITH || use(next) == Use.CONDITION;
  }

  /** Whether a condition and 的 stand before: 核销率不到50%的消费券. */
  private boolean isModified(int from) {
    if (before(from) != Use.OF || !touches(from)) {
      return false;
    }
    Use use = use(from - 2);
    return use == Use.CONDITION || use == Use.SHARE || use == Use.ORDER;
  }

  private Use before(int at) {
    return use(at - 1) == Use.SPACE ? spaced(at - 2) : use(at - 1);
  }

  /** English words are apart by a space; a Chinese phrase ends at it. */
  private Use spaced(int at) {
    Use use = use(at);
    return use == Use.TOPIC || use == Use.MENTION ? use : Use.SPACE;
  }

  private Use use(int at) {
    return at < 0 || at >= parts.size() ? Use.BREAK : parts.get(at).use();
  }

  private boolean isWord(int at) {
    return switch (use(at)) {
      case WORD, EMPTY_WORD, STUCK_WORD, COMPARING_WORD, GENERIC_WORD -> true;
      default -> false;
    };
  }

  private boolean isMetric(int at) {
    return parts.get(at).metric();
  }

  private boolean isLatinWord(int at) {
    return isWord(at) && isLatin(at);
  }

  private boolean isLatin(int at) {
    int start = parts.get(at).start();
    return !cursor.isHan(start) && !cursor.isQuote(start);
  }

  /** Whether this part follows the one before without a space; words of two scripts do not join. */
  private boolean touches(int at) {
    return at > 0 && at < parts.size() && parts.get(at - 1).end() == parts.get(at).start();
  }
}
