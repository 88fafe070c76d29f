package mingcha.query;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mingcha.text.Lexicon;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Real questions over other tables: their metrics are not ours, so what is compared is what they
 * say of numbers: the operator (≥ counts as >) and the value of each condition.
 */
class OutsideQuestionsTest {
  private static final Path FILE = Path.of("../shared/nlq/numeric_val.jsonl");
  private static final double LEAST = 0.97;
  private static final int SHOWN = 400;

  @Test
  void operatorsAndValuesOfOutsideQuestionsAreUnderstood() throws IOException {
    boolean there = Files.exists(FILE);
    if (!there) {
      System.out.println("skipped: " + FILE + " is not there");
    }
    Assumptions.assumeTrue(there);
    Vocabulary vocabulary = Vocabulary.standard();
    Lexicon lexicon = Lexicon.standard();
    int asked = 0;
    int right = 0;
    List<String> misses = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      JsonNode each = new ObjectMapper().readTree(line);
      String question = each.get("question").asText();
      List<String> said = said(question, lexicon, vocabulary);
      for (JsonNode condition : each.get("numeric_conds")) {
        if (condition.get("value_literal_in_question").asBoolean()) {
          String wanted =
              condition.get("op").asText()
                  + new BigDecimal(condition.get("value").asText())
                      .stripTrailingZeros()
                      .toPlainString();
          asked++;
          // 8000万人次: the value is meant in the column's unit, ours in single visitors.
          if (said.contains(wanted)
              || said.contains(wanted + "0000")
              || said.contains(wanted + "00000000")) {
            right++;
          } else {
            misses.add(wanted + " not in " + said + ": " + question);
          }
        }
      }
    }
    misses.stream().limit(SHOWN).forEach(System.out::println);
    System.out.printf(Locale.ROOT, "outside questions: %d of %d conditions%n", right, asked);
    assertTrue((double) right / asked >= LEAST, right + " of " + asked);
  }

  private static List<String> said(String question, Lexicon lexicon, Vocabulary vocabulary) {
    List<String> said = new ArrayList<>();
    Cursor cursor = new Cursor(question, Tokenizer.tokens(question, lexicon, vocabulary));
    PredicateGrammar grammar = new PredicateGrammar(cursor);
    while (!cursor.atEnd()) {
      Predicate predicate = grammar.predicate(false);
      if (predicate == null) {
        cursor.next();
        continue;
      }
      List<Amount> amounts = predicate.amounts();
      switch (predicate.op()) {
        case LESS, AT_MOST -> said.add("<" + plain(amounts.getFirst()));
        case MORE, AT_LEAST -> said.add(">" + plain(amounts.getFirst()));
        case BETWEEN -> {
          said.add(">" + plain(amounts.getFirst()));
          said.add("<" + plain(amounts.getLast()));
        }
        case EQUAL, IN -> said.add("=" + plain(amounts.getFirst()));
      }
    }
    return said;
  }

  private static String plain(Amount amount) {
    return amount.value().stripTrailingZeros().toPlainString();
  }
}
