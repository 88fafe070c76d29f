package mingcha.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.index.FacetLabel;
import mingcha.index.Frame;
import mingcha.index.Frames;
import mingcha.index.Frames.Figure;
import mingcha.index.Schema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * One figure a publisher. Which entry has it is seen from what is indexed beside the entries, so
 * that of ten years only one entry is read, and that only once: what was read is known by the next
 * question too, and after the next commit.
 */
final class FrameFinder {
  /** About a kilobyte each: the publishers of a province, by a few metrics. */
  private static final int MOST_FIGURES = 20_000;

  private final FacetTables tables;
  private final Recent<Place, Optional<Figure>> figures = new Recent<>(MOST_FIGURES);

  FrameFinder(FacetTables tables) {
    this.tables = tables;
  }

  /** An entry of an open segment. */
  private record Place(Object segment, int document, String metric) {}

  /**
   * The greatest first.
   *
   * @param query entries about whole disclosures that have the metric
   */
  List<Frame> of(IndexSearcher searcher, Query query, String metric) throws IOException {
    Best best = new Best();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        new Segment(leaf, metric).offer(scorer.iterator(), best);
      }
    }
    Frames frames = new Frames(metric);
    for (Candidate candidate : best.inOrder()) {
      figure(searcher, candidate, metric).ifPresent(frames::add);
    }
    return frames.ranked();
  }

  private Optional<Figure> figure(IndexSearcher searcher, Candidate candidate, String metric)
      throws IOException {
    Object segment = FacetTables.core(candidate.segment.leaf).getKey();
    Place place = new Place(segment, candidate.document, metric);
    Optional<Figure> known = figures.get(place);
    if (known != null) {
      return known;
    }
    int document = candidate.segment.leaf.docBase + candidate.document;
    Entry entry = LuceneSearcher.stored(searcher, document);
    Optional<Figure> figure = Frames.figure(metric, entry);
    figures.put(place, figure);
    return figure;
  }

  /** What is known of a figure without reading its entry. */
  private record Candidate(Segment segment, int document, Saying saying, Basis basis, int id) {}

  /** What a disclosure says of itself. */
  private record Saying(@Nullable String publisher, int year, boolean isFinal) {
    /** Of a name that is indexed cut off, and of none, nothing is known: such entries are read. */
    boolean isKnown() {
      return publisher != null && Schema.isWhole(publisher);
    }
  }

  /** The best by publisher, in the order of {@link Frames}; and those that must be read to tell. */
  private static final class Best {
    private static final Comparator<Candidate> BEST_FIRST =
        Comparator.<Candidate>comparingInt(candidate -> candidate.saying.year)
            .reversed()
            .thenComparing(candidate -> !candidate.saying.isFinal)
            .thenComparing(Candidate::basis);

    private final Map<String, Candidate> known = new HashMap<>();
    private final List<Candidate> unknown = new ArrayList<>();

    void offer(Candidate candidate) throws IOException {
      String publisher = candidate.saying.publisher;
      if (publisher == null || !candidate.saying.isKnown()) {
        unknown.add(candidate);
        return;
      }
      Candidate other = known.get(publisher);
      if (other == null || isBetter(candidate, other)) {
        known.put(publisher, candidate);
      }
    }

    private static boolean isBetter(Candidate one, Candidate other) throws IOException {
      int order = BEST_FIRST.compare(one, other);
      if (order != 0) {
        return order < 0;
      }
      return one.segment == other.segment
          ? one.id < other.id
          : one.segment.id(one).compareTo(other.segment.id(other)) < 0;
    }

    /** As they are stored: neighbours are unpacked together. */
    List<Candidate> inOrder() {
      List<Candidate> all = new ArrayList<>(known.values());
      all.addAll(unknown);
      all.sort(
          Comparator.<Candidate>comparingInt(candidate -> candidate.segment.leaf.ord)
              .thenComparingInt(Candidate::document));
      return all;
    }
  }

  private final class Segment {
    private final LeafReaderContext leaf;
    private final FacetTable table;
    private final @Nullable Bits live;
    private final Map<Basis, SortedNumericDocValues> byBasis = new EnumMap<>(Basis.class);
    private final SortedDocValues ids;

    Segment(LeafReaderContext leaf, String metric) throws IOException {
      this.leaf = leaf;
      table = tables.of(leaf);
      live = leaf.reader().getLiveDocs();
      for (Basis basis : Basis.values()) {
        String field = Schema.valueField(Schema.key(metric, basis.toString()));
        byBasis.put(basis, DocValues.getSortedNumeric(leaf.reader(), field));
      }
      ids = DocValues.getSorted(leaf.reader(), EntryMapper.ID);
    }

    void offer(DocIdSetIterator documents, Best best) throws IOException {
      int run = -1;
      Saying saying = new Saying(null, 0, false);
      for (int document = documents.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = documents.nextDoc()) {
        if (live != null && !live.get(document)) {
          continue;
        }
        if (run < 0 || document >= table.end(run)) {
          run = table.runOf(document);
          saying = saying(run);
        }
        Basis basis = basis(document);
        if (basis != null && ids.advanceExact(document)) {
          best.offer(new Candidate(this, document, saying, basis, ids.ordValue()));
        }
      }
    }

    /** The best that has a figure of the metric. */
    private @Nullable Basis basis(int document) throws IOException {
      for (Map.Entry<Basis, SortedNumericDocValues> each : byBasis.entrySet()) {
        if (each.getValue().advanceExact(document)) {
          return each.getKey();
        }
      }
      return null;
    }

    private Saying saying(int run) {
      String publisher = null;
      int year = 0;
      boolean isFinal = false;
      for (int number : table.runLabels(run)) {
        FacetLabel label = tables.labels().label(number);
        switch (label.dimension()) {
          case EntryMapper.PUBLISHER -> publisher = label.value();
          case EntryMapper.YEAR -> year = Integer.parseInt(label.value());
          case EntryMapper.TYPE -> isFinal = Frames.isFinal(label.value());
          default -> {
            // Where it is and on whose behalf it speaks is not compared.
          }
        }
      }
      return new Saying(publisher, year, isFinal);
    }

    String id(Candidate candidate) throws IOException {
      return ids.lookupOrd(candidate.id).utf8ToString();
    }
  }
}
