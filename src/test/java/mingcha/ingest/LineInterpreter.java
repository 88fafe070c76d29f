package mingcha.ingest;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Scope;
import mingcha.extract.Block;
import mingcha.extract.Page;
import mingcha.extract.TextExtractor;
import mingcha.interpret.Hints;

/** An entry for each line. A first line {@code =id} says which disclosure it is. */
final class LineInterpreter {
  private LineInterpreter() {}

  static Pipeline pipeline(String version) {
    return new Pipeline(new TextExtractor(), LineInterpreter::interpret, version);
  }

  static Content interpret(String file, String sha256, List<Page> pages, Hints hints) {
    List<String> lines = new ArrayList<>();
    for (Page page : pages) {
      for (Block block : page.blocks()) {
        if (block instanceof Block.Text text) {
          lines.add(text.text());
        }
      }
    }
    String id = lines.getFirst().startsWith("=") ? lines.removeFirst().substring(1) : sha256;
    Disclosure disclosure =
        new Disclosure(
            id,
            file,
            sha256,
            file,
            hints.publisher(),
            hints.url(),
            hints.published(),
            List.of(),
            hints.regionCode(),
            hints.year(),
            hints.type(),
            null);
    List<Entry> entries = new ArrayList<>();
    for (String line : lines) {
      if (line.equals("throw")) {
        throw new IllegalStateException("a line says so");
      }
      entries.add(entry(disclosure, line, entries.size()));
    }
    return new Content(disclosure, List.of(), List.of(), List.of(), entries);
  }

  private static Entry entry(Disclosure disclosure, String line, int occurrence) {
    return new Entry(
        Ids.entry(disclosure.id(), EntryKind.PASSAGE, null, line, occurrence),
        EntryKind.PASSAGE,
        line,
        line,
        List.of(),
        Scope.OTHER,
        disclosure,
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }
}
