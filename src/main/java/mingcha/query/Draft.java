package mingcha.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Institution;
import mingcha.disclosure.Metrics;
import mingcha.query.Filters.RegionFilter;
import mingcha.query.Question.Note;
import org.jspecify.annotations.Nullable;

/** A question while it is being read. */
final class Draft {
  final Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
  final List<String> not = new ArrayList<>();
  final List<Clause> where = new ArrayList<>();
  final Set<Integer> years = new TreeSet<>();
  final List<String> leftover = new ArrayList<>();
  final List<String> problems = new ArrayList<>();
  final List<Note> notes = new ArrayList<>();
  final List<Part> parts = new ArrayList<>();
  final List<RegionFilter> otherRegions = new ArrayList<>();
  final List<RegionFilter> notRegions = new ArrayList<>();
  final Set<Integer> notYears = new TreeSet<>();
  final Set<Institution> institutions = EnumSet.noneOf(Institution.class);
  boolean discord;
  @Nullable RegionFilter region;
  @Nullable String subject;
  @Nullable String publisher;
  @Nullable String type;
  @Nullable String caliber;
  @Nullable String rule;
  @Nullable String form;
  @Nullable MetricRef sortMetric;
  @Nullable Boolean ascending;
  @Nullable Integer limit;

  /** What became of a piece of the question; by it the words beside it find their place. */
  enum Use {
    /** A word that no production took. */
    WORD,
    /** 有哪些: a word of questions that says nothing by itself, nor at the edge of a phrase. */
    EMPTY_WORD,
    /** 活动 behind a noun. */
    GENERIC_WORD,
    /** 低于 without a number: part of a phrase, alone it is left over. */
    STUCK_WORD,
    /** 低于 between words: what it compares was not understood. */
    COMPARING_WORD,
    /** 的 */
    OF,
    SPACE,
    /** Punctuation. */
    BREAK,
    KIND,
    CONDITION,
    /** A condition on 占比, whose noun names what has the share. */
    SHARE,
    /** An order or a limit. */
    ORDER,
    /** A year, region, code. */
    FILTER,
    TOPIC,
    MENTION,
    ABOUT_AFTER,
    WITH,
    /** Understood, and of no effect on the words beside it. */
    DONE
  }

  /**
   * A piece of the question.
   *
   * @param text as said, or an English noun in Chinese
   * @param metric whether it is the name of a metric
   */
  record Part(Use use, String text, boolean metric, int start, int end) {}

  void part(Use use, String text, int start, int end) {
    parts.add(new Part(use, text, false, start, end));
  }

  /** A metric's name of which nothing is asked, and so a word. */
  void metric(String text, int start, int end) {
    parts.add(new Part(Use.WORD, text, true, start, end));
  }

  /** Says that this metric was not named. */
  void propose(String text, MetricRef metric) {
    Note note =
        new Note("proposed", text, Metrics.standard().get(metric.id()).chinese().getFirst());
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  /** Gives the last word its whole name. */
  void rename(String text) {
    Part last = parts.removeLast();
    parts.add(new Part(last.use(), text, last.metric(), last.start(), last.end()));
  }

  Question question(String text, List<String> about, List<String> terms) {
    Sort sort = sortMetric == null ? null : new Sort(sortMetric, Boolean.TRUE.equals(ascending));
    return new Question(
        text,
        kinds,
        about,
        terms,
        not,
        where,
        new Filters(
            region,
            List.copyOf(years),
            subject,
            publisher,
            type,
            caliber,
            rule,
            form,
            otherRegions,
            notRegions,
            List.copyOf(notYears),
            List.copyOf(institutions)),
        sort,
        limit,
        leftover,
        problems,
        notes);
  }
}
