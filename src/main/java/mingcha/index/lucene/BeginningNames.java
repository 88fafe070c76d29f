package mingcha.index.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The first of the entries whose name begins with two letters. Among ten million entries 行政 is the
 * beginning of 770,000, under 110,000 names: to put these together before the first is scored takes
 * longer than all else. Here those are gone through that hold the letters anywhere, but for the
 * blocks that cannot be among the first, and only what may be among them is asked whether the
 * letters stand first.
 */
final class BeginningNames {
  /** More letters are the beginning of few names, and dear to look for anywhere. */
  private static final int LETTERS = 2;

  /** So many names are put together in no time. */
  private static final int FEW_NAMES = 2_000;

  private static final Comparator<ScoreDoc> LAST_FIRST =
      Comparator.comparingDouble((ScoreDoc hit) -> hit.score)
          .thenComparing(hit -> hit.doc, Comparator.reverseOrder());

  private final IndexSearcher searcher;
  private final NamedQueries named;
  private final int most;
  private final PriorityQueue<ScoreDoc> best = new PriorityQueue<>(LAST_FIRST);

  private BeginningNames(IndexSearcher searcher, NamedQueries named, int most) {
    this.searcher = searcher;
    this.named = named;
    this.most = most;
  }

  /**
   * The first of all that {@link NamedQueries#all} finds, where these begin with the letters; empty
   * where others might be among them, or there are not as many.
   */
  static Optional<List<ScoreDoc>> first(IndexSearcher searcher, NamedQueries named, int most)
      throws IOException {
    return first(searcher, named, most, FEW_NAMES);
  }

  /**
   * The same.
   *
   * @param few up to so many names are left to {@link NamedQueries#all}
   */
  static Optional<List<ScoreDoc>> first(
      IndexSearcher searcher, NamedQueries named, int most, int few) throws IOException {
    String letters = named.letters();
    boolean paired = letters.indexOf('%') < 0 && letters.indexOf('+') < 0;
    return paired && letters.length() == LETTERS && hasMoreNames(searcher, letters, few)
        ? new BeginningNames(searcher, named, most).first()
        : Optional.empty();
  }

  private static boolean hasMoreNames(IndexSearcher searcher, String letters, int few)
      throws IOException {
    int names = 0;
    BytesRef beginning = new BytesRef(letters);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      TermsEnum each = Terms.getTerms(leaf.reader(), EntryMapper.NAME_WHOLE).iterator();
      BytesRef name = each.seekCeil(beginning) == SeekStatus.END ? null : each.term();
      while (name != null && StringHelper.startsWith(name, beginning)) {
        names++;
        if (names > few) {
          return true;
        }
        name = each.next();
      }
    }
    return false;
  }

  private Optional<List<ScoreDoc>> first() throws IOException {
    Weight inName = weight(named.inName(), ScoreMode.TOP_SCORES);
    Weight ofPublisher = weight(named.ofPublisher(), ScoreMode.TOP_SCORES);
    Query other = new RegexpQuery(new Term(EntryMapper.NAME_WHOLE, seemingly(named.letters())));
    Weight seemingly = weight(other, ScoreMode.COMPLETE_NO_SCORES);
    float others = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Part name = new Part(scorer(inName, leaf));
      Part publisher = new Part(scorer(ofPublisher, leaf));
      others = Math.max(others, sum(0, name.most, publisher.most));
      FirstPair pair = FirstPair.of(leaf, named.letters());
      if (name.scorer != null && pair != null) {
        new Segment(leaf, pair, new Part(scorer(seemingly, leaf)), publisher).offer(name.scorer);
      }
    }
    if (best.size() < most || best.element().score <= others) {
      return Optional.empty();
    }
    return Optional.of(best.stream().sorted(LAST_FIRST.reversed()).toList());
  }

  private Weight weight(Query query, ScoreMode mode) throws IOException {
    return searcher.createWeight(searcher.rewrite(query), mode, 1);
  }

  private static @Nullable Scorer scorer(Weight weight, LeafReaderContext leaf) throws IOException {
    ScorerSupplier supplier = weight.scorerSupplier(leaf);
    if (supplier == null) {
      return null;
    }
    supplier.setTopLevelScoringClause();
    return supplier.get(Long.MAX_VALUE);
  }

  /** As Lucene adds up the scores of a document. */
  private static float sum(double begins, double inName, double ofPublisher) {
    return (float) (begins + inName + ofPublisher);
  }

  /**
   * The names that do not begin so although their first pair does, since a sign stands before or
   * between the letters, or since the name is shorter and that of its subject goes on with them.
   */
  private static String seemingly(String letters) {
    char first = letters.charAt(0);
    char second = letters.charAt(1);
    return "[%+]*|[%+]*"
        + first
        + "[%+]*|[%+]+"
        + first
        + "[%+]*"
        + second
        + ".*|"
        + first
        + "[%+]+"
        + second
        + ".*";
  }

  /** What matches in a segment, and the most that it scores there. */
  private static final class Part {
    private final @Nullable Scorer scorer;
    private final float most;

    Part(@Nullable Scorer scorer) throws IOException {
      this.scorer = scorer;
      most = scorer == null ? 0 : scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
    }

    /** Documents are asked for in their order. */
    boolean matches(int document) throws IOException {
      if (scorer == null) {
        return false;
      }
      int at = scorer.docID() < document ? scorer.iterator().advance(document) : scorer.docID();
      return at == document;
    }

    float score(int document) throws IOException {
      return scorer != null && matches(document) ? scorer.score() : 0;
    }
  }

  private final class Segment {
    private final LeafReaderContext leaf;
    private final FirstPair pair;
    private final Part seemingly;
    private final Part publisher;

    Segment(LeafReaderContext leaf, FirstPair pair, Part seemingly, Part publisher) {
      this.leaf = leaf;
      this.pair = pair;
      this.seemingly = seemingly;
      this.publisher = publisher;
    }

    void offer(Scorer inName) throws IOException {
      DocAndFloatFeatureBuffer hits = new DocAndFloatFeatureBuffer();
      int all = leaf.reader().maxDoc();
      inName.setMinCompetitiveScore(least());
      inName.iterator().nextDoc();
      inName.nextDocsAndScores(all, leaf.reader().getLiveDocs(), hits);
      while (hits.size > 0) {
        for (int i = 0; i < hits.size; i++) {
          offer(hits.docs[i], hits.features[i]);
        }
        inName.setMinCompetitiveScore(least());
        inName.nextDocsAndScores(all, leaf.reader().getLiveDocs(), hits);
      }
    }

    private void offer(int document, float inName) throws IOException {
      if (isAmongBest(sum(NamedQueries.BEGINS, inName, publisher.most))) {
        float score = sum(NamedQueries.BEGINS, inName, publisher.score(document));
        if (isAmongBest(score) && pair.begins(document) && !seemingly.matches(document)) {
          add(new ScoreDoc(leaf.docBase + document, score));
        }
      }
    }

    /** The least that a name can score and be among the best with all else that it may have. */
    private float least() {
      if (best.size() < most) {
        return 0;
      }
      float last = best.element().score;
      double enough = ((double) last + Math.nextUp(last)) / 2;
      double least = enough - NamedQueries.BEGINS - publisher.most;
      float rounded = (float) least;
      return Math.max(0, rounded < least ? Math.nextUp(rounded) : rounded);
    }
  }

  /** Of those that score alike the earlier documents come first, and these are met first. */
  private boolean isAmongBest(float score) {
    return best.size() < most || score > best.element().score;
  }

  private void add(ScoreDoc hit) {
    best.add(hit);
    if (best.size() > most) {
      best.remove();
    }
  }
}
