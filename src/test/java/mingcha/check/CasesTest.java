package mingcha.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mingcha.disclosure.Box;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CasesTest {
  private static Source at(@Nullable Integer row, double y) {
    return new Source("a.pdf", 3, null, null, row, null, new Box(72, y, 400, 14));
  }

  @Test
  void twoParagraphsOfOnePageAreNotOneLine() {
    assertTrue(Cases.sameLine(at(null, 100), at(null, 100)));
    assertFalse(Cases.sameLine(at(null, 100), at(null, 180)));
  }

  @Test
  void theCellsOfARowAreOneLineWhereverTheyStand() {
    assertTrue(Cases.sameLine(at(4, 100), at(4, 103)));
    assertFalse(Cases.sameLine(at(4, 100), at(5, 117)));
  }
}
