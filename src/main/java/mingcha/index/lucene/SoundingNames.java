package mingcha.index.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mingcha.disclosure.Entry;
import mingcha.text.Fold;
import mingcha.text.Sounds;
import mingcha.wire.Json;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreDoc;

/** What a word that no entry holds sounds like among their names: 消费券 for 消费卷. */
final class SoundingNames {
  /** A single syllable sounds like too much. */
  private static final int SHORTEST = 2;

  private final IndexSearcher searcher;

  SoundingNames(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The part of a name that sounds like the word and is not it. */
  Optional<String> of(String word) throws IOException {
    List<String> syllables = Sounds.of(word);
    if (syllables.size() < SHORTEST) {
      return Optional.empty();
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    syllables.forEach(syllable -> phrase.add(new Term(EntryMapper.NAME_SOUND, syllable)));
    for (ScoreDoc doc : searcher.search(phrase.build(), 1).scoreDocs) {
      byte[] json =
          Objects.requireNonNull(
                  searcher.storedFields().document(doc.doc).getBinaryValue(EntryMapper.ENTRY))
              .bytes;
      String name = Fold.name(Json.read(json, Entry.class).name());
      for (int from = 0; from + syllables.size() <= name.length(); from++) {
        String part = name.substring(from, from + syllables.size());
        if (Sounds.of(part).equals(syllables) && !part.equals(Fold.name(word))) {
          return Optional.of(part);
        }
      }
    }
    return Optional.empty();
  }
}
