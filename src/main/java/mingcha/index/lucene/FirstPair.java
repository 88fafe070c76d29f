package mingcha.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/** Whether a name begins with a pair of letters. */
final class FirstPair {
  private final PostingsEnum names;

  private FirstPair(PostingsEnum names) {
    this.names = names;
  }

  /** Null if no name of the segment holds the pair. */
  static @Nullable FirstPair of(LeafReaderContext leaf, String letters) throws IOException {
    Term pair = new Term(EntryMapper.NAME_GRAMS, letters);
    PostingsEnum names = leaf.reader().postings(pair, PostingsEnum.POSITIONS);
    return names == null ? null : new FirstPair(names);
  }

  /** Documents are asked for in their order. */
  boolean begins(int document) throws IOException {
    int at = names.docID() < document ? names.advance(document) : names.docID();
    return at == document && names.nextPosition() == 0;
  }
}
