package mingcha.query;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import mingcha.disclosure.Metrics;
import mingcha.query.Filters.RegionFilter;
import mingcha.query.Token.Name;
import mingcha.query.Token.Plain;
import mingcha.text.Division;
import mingcha.text.Lexicon;

/** Names in a printed question: as they are where they read back, in quotes where they do not. */
final class Quotes {
  private static final QuestionParser PARSER =
      new QuestionParser(Lexicon.standard(), Metrics.standard());

  private Quotes() {}

  /** The name of a metric stands as it is where no order or condition could be made of it. */
  static String term(String word, Question question) {
    boolean alone = question.limit() == null && question.sort() == null;
    List<Token> tokens = Tokenizer.tokens(word, Lexicon.standard(), Vocabulary.standard());
    return alone && tokens.size() == 1 && tokens.getFirst() instanceof Name ? word : around(word);
  }

  /** A word that holds a word of questions is quoted: “项目管理办法”. */
  static String around(String word) {
    List<Token> tokens = Tokenizer.tokens(word, Lexicon.standard(), Vocabulary.standard());
    boolean one =
        tokens.size() == 1
            && !Vocabulary.isLatin(word.charAt(0))
            && tokens.getFirst() instanceof Plain
            && PARSER.parse(word).filters().equals(Filters.NONE);
    return one ? word : quoted(word);
  }

  /** In quotes that it does not hold itself: 「“三公”经费」. */
  private static String quoted(String word) {
    for (String pair : List.of("“”", "「」", "『』")) {
      if (word.indexOf(pair.charAt(0)) < 0 && word.indexOf(pair.charAt(1)) < 0) {
        return pair.charAt(0) + word + pair.charAt(1);
      }
    }
    return word;
  }

  static String publisher(String name, String label) {
    return name.equals(PARSER.parse(name).filters().publisher()) ? name : label + "“" + name + "”";
  }

  static String type(String name, String label) {
    return name.equals(PARSER.parse(name).filters().type()) ? name : label + "“" + name + "”";
  }

  /** Jincheng, or 晋城市 where others are spelled so. */
  static String romanised(RegionFilter region) {
    List<Division> known = Lexicon.standard().division(region.code()).stream().toList();
    for (Division division : known) {
      String spelled = Lexicon.standard().romanised(division);
      String name = capitals(spelled);
      if (PARSER.parse("in " + name).filters().regions().equals(List.of(region))) {
        return name;
      }
    }
    return region(region);
  }

  /** 晋城市, but 山西省晋城市城区, since others bear its name. */
  static String region(RegionFilter region) {
    boolean alone = Lexicon.standard().divisionsNamed(region.name()).size() < 2;
    return alone
        ? region.name()
        : Lexicon.standard()
            .division(region.code())
            .map(division -> String.join("", division.path()))
            .orElse(region.name());
  }

  private static String capitals(String name) {
    return Pattern.compile("\\b[a-z]")
        .matcher(name)
        .replaceAll(first -> first.group().toUpperCase(Locale.ROOT));
  }
}
