package mingcha.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import mingcha.disclosure.Box;
import mingcha.disclosure.Content;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Source;
import mingcha.extract.Block;
import mingcha.extract.Page;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A page off a picture whose figures contradict each other, beside the same page as text. */
class OffPicturesTest {
  private static final String TITLE = "某市商务局2022年度部门决算";
  private static final String MISREAD =
      "1.一般公共服务支出（类）商贸事务（款）行政运行（项）。年初预算为500万元，支出决算为5990.64万元，完成年初预算的118.13%。";
  private static final String RIGHT =
      "2.一般公共服务支出（类）商贸事务（款）招商引资（项）。年初预算为200万元，支出决算为150万元，完成年初预算的75%。";

  private static Content checked(@Nullable Integer confidence, String... lines) {
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      Box box = new Box(70, 50 + 20.0 * blocks.size(), 400, 15);
      Source at = new Source("scan.pdf", 1, null, null, null, null, box);
      blocks.add(new Block.Text(line, at, confidence));
    }
    return Checks.checked(
        new Interpreter(Lexicon.standard(), Metrics.standard())
            .interpret("scan.pdf", "0".repeat(64), List.of(new Page(1, blocks)), Hints.NONE));
  }

  private static String findings(Content content) {
    return content.entries().stream()
        .filter(entry -> entry.kind() == EntryKind.FINDING)
        .map(
            f ->
                f.severity()
                    + " "
                    + f.rule()
                    + " "
                    + Objects.requireNonNullElse(f.readings().getFirst().doubt(), "sure"))
        .collect(Collectors.joining("\n"));
  }

  /** Each figure, behind it its doubt. */
  private static String figures(Content content) {
    return content.entries().stream()
        .filter(entry -> entry.kind() != EntryKind.FINDING)
        .flatMap(entry -> entry.readings().stream())
        .map(r -> r.raw() + " " + (r.doubt() == null ? "sure" : r.doubt().replaceAll("，而.*", "")))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatItsOwnSentenceContradictsIsDoubtfulAndNoFinding() {
    Content content = checked(90, TITLE, MISREAD, RIGHT);
    String where = "read off a picture, where 一般公共服务支出（类）商贸事务（款）行政运行（项）：写为118.13%";
    assertEquals(
        String.join(
            "\n",
            "500万元 " + where,
            "5990.64万元 " + where,
            "118.13% " + where,
            "200万元 sure",
            "150万元 sure",
            "75% sure"),
        figures(content));
    assertEquals("", findings(content));
  }

  @Test
  void inATextItIsAFinding() {
    Content content = checked(null, TITLE, MISREAD, RIGHT);
    assertEquals("warn ratio-recompute/completion-rate sure", findings(content));
  }

  @Test
  void whatWordsContradictIsSomethingToLookAt() {
    String doubled = "本部门2022年度收入合计100万元，，与上年相同。";
    assertEquals("info wording/doubled sure", findings(checked(null, TITLE, doubled)));
    assertEquals("info wording/doubled read off a picture", findings(checked(90, TITLE, doubled)));
  }
}
