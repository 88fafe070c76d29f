package mingcha.index.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/**
 * What a person may mean by letters that begin a name or stand in one.
 *
 * @param letters as they stand in {@link EntryMapper#NAME_WHOLE}
 * @param inName entries whose name holds them
 * @param ofPublisher entries whose publisher holds them
 */
record NamedQueries(String letters, Query inName, Query ofPublisher) {
  /** What it adds to the score that the name begins so. */
  static final float BEGINS = 5;

  /** The entries whose name or publisher begins with or holds the letters. */
  Query all() {
    if (letters.isEmpty()) {
      return new MatchNoDocsQuery("no letters");
    }
    Query begins = new PrefixQuery(new Term(EntryMapper.NAME_WHOLE, letters));
    return new BooleanQuery.Builder()
        .add(new BoostQuery(begins, BEGINS), Occur.SHOULD)
        .add(inName, Occur.SHOULD)
        .add(ofPublisher, Occur.SHOULD)
        .build();
  }
}
