package mingcha;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.check.Checks;
import org.junit.jupiter.api.Test;

/** The site names each family of rules, in both languages. */
class RuleWordsTest {
  private static final Pattern RULES =
      Pattern.compile("\\n  rules: \\{(.*?)\\},\\n", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\"?([a-z0-9-]+)\"?: \"");

  @Test
  void eachFamilyHasItsWords() throws IOException {
    List<String> families =
        Checks.definitions().stream()
            .map(rule -> rule.id().replaceFirst("/.*", ""))
            .distinct()
            .sorted()
            .toList();
    List<List<String>> lacking = new ArrayList<>();
    Matcher rules = RULES.matcher(Files.readString(Path.of("webroot/js/words.js")));
    while (rules.find()) {
      List<String> named =
          NAME.matcher(rules.group(1)).results().map(result -> result.group(1)).toList();
      lacking.add(families.stream().filter(family -> !named.contains(family)).toList());
    }
    assertEquals(List.of(List.of(), List.of()), lacking);
  }
}
