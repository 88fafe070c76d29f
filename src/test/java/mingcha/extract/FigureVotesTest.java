package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import mingcha.extract.Tesseract.Word;
import org.junit.jupiter.api.Test;

/** Several readings of one cell, each of them 60 sure of itself. */
class FigureVotesTest {
  private static List<Word> reading(String text) {
    return List.of(new Word(text, 0, 0, 40, 12, 0, 12, 60));
  }

  /** The winner and how sure it is. */
  private static String vote(String... readings) {
    FigureVotes votes = new FigureVotes();
    for (String text : readings) {
      votes.add(reading(text));
    }
    return votes.winner().stream()
        .map(word -> word.text() + " " + Math.round(word.confidence()))
        .collect(Collectors.joining());
  }

  @Test
  void mostVotesWin() {
    assertEquals("21.34 75", vote("允.34", "21.34", "21.34", "24.34", "21.34"));
  }

  @Test
  void whatIsNoFigureHasNoVote() {
    assertEquals("21.34 55", vote("允.34", "瑟.34", "21.34", "21.34"));
  }

  @Test
  void twoAgainstOneAreDoubtful() {
    assertEquals("21.34 40", vote("21.84", "21.34", "21.34"));
  }

  @Test
  void twoPairsAndSinglesAreNoMajority() {
    assertEquals("", vote("21.34", "21.34", "21.84", "21.84"));
    assertEquals("", vote("21.34", "21.84"));
    assertEquals("", vote());
  }

  /** A point is the smallest thing on the page. */
  @Test
  void whoSawThePointSpeaksForThoseWhoDidNot() {
    assertEquals("17.55 55", vote("1755", "17.55", "1755"));
    assertEquals("17.55 75", vote("1755", "17.55", "17.55"));
  }

  @Test
  void aPointThatIsTakenForADigitIsNoOtherFigure() {
    assertEquals("751.51 75", vote("751.51", "751251", "751.51", "751251"));
    assertEquals("2372.28 55", vote("2372.28", "25372228", "2,372.28", "25372228", "272.28"));
    assertEquals("1,713.17 40", vote("1,713.17", "1713217", "1713617", "13017"));
    assertEquals("", vote("751.51", "751.51", "752251", "752251"));
  }

  @Test
  void aMinusIsNotOverlooked() {
    assertEquals("", vote("-5.10", "5.10"));
  }
}
