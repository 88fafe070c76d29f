package mingcha.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;
import mingcha.extract.Block;
import mingcha.extract.Page;
import mingcha.text.Fold;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/** Says what the pages of a file claim. Safe for use by several threads. */
public final class Interpreter {
  /** As much of a paragraph as names it in a list of hits. */
  private static final int NAME_LENGTH = 40;

  private final Lexicon lexicon;
  private final Metrics metrics;

  public Interpreter(Lexicon lexicon, Metrics metrics) {
    this.lexicon = lexicon;
    this.metrics = metrics;
  }

  /**
   * Reads the pages of one file.
   *
   * @param file relative to the ingested root
   * @param sha256 of the file's bytes
   */
  public Content interpret(String file, String sha256, List<Page> pages, Hints hints) {
    Structure structure = StructureReader.read(Line.of(pages));
    Identity identity = IdentityReader.read(structure, lexicon, file, hints);
    Outline outline = structure.outline();
    Set<Line> inTables = new HashSet<>();
    List<Table> tables = new ArrayList<>();
    List<DraftEntry> drafts = new ArrayList<>();
    List<TableRegion> regions = TableUnits.completed(structure.regions());
    for (TableRegion region : regions) {
      inTables.add(region.head());
      inTables.addAll(region.lines());
      tables.add(table(region, identity, outline, drafts));
    }
    List<Block> rest = new ArrayList<>();
    Set<Source> tableSources = sources(inTables);
    for (Page page : pages) {
      for (Block block : page.blocks()) {
        if (!tableSources.contains(block.source())) {
          rest.add(block);
        }
      }
    }
    ProjectReading projects = ProjectForms.read(rest, outline, ColumnWords.of(identity));
    List<Paragraph> paragraphs = Paragraphs.of(structure, projects.consumed(), inTables);
    List<DraftEntry> all =
        new Narrative(lexicon, metrics, ColumnWords.of(identity))
            .join(AlsoStated.joined(drafts), paragraphs);
    all.addAll(projects.entries());
    all.addAll(statements(paragraphs, all));
    all.addAll(FormProse.statements(structure, inTables, projects, all));
    Set<Source> told = new HashSet<>(projects.consumed());
    all.forEach(entry -> entry.readings().forEach(reading -> told.add(reading.source())));
    for (OtherTables.Found found : new OtherTables(structure, inTables).find()) {
      List<String> path = outline.pathAt(found.source());
      tables.add(found.table(path));
      List<DraftEntry> scored = ScoreTable.indicators(found, path, told);
      all.addAll(
          scored.isEmpty() ? new RowEntries(lexicon, metrics, found).entries(path, told) : scored);
    }
    tables.sort(Comparator.comparing(Table::source, Outline.READING_ORDER));
    for (Paragraph paragraph : paragraphs) {
      all.add(passage(paragraph));
    }
    all.sort(Comparator.comparing(DraftEntry::source, Outline.READING_ORDER));
    Disclosure disclosure = disclosure(file, sha256, identity, hints);
    return new Content(
        disclosure,
        outline.headings(),
        tables,
        paragraphs,
        entries(disclosure, new HardlyLegible(pages).doubted(all)),
        ContentsPage.listed(structure.lines(), structure.contents()),
        pictures(pages));
  }

  /** The pages whose text has a confidence, as only recognised text has. */
  private static List<Source> pictures(List<Page> pages) {
    List<Source> pictures = new ArrayList<>();
    for (Page page : pages) {
      page.blocks().stream()
          .filter(Interpreter::isRecognised)
          .findFirst()
          .map(Block::source)
          .ifPresent(
              s -> pictures.add(new Source(s.file(), s.page(), null, null, null, null, null)));
    }
    return pictures;
  }

  private static boolean isRecognised(Block block) {
    return switch (block) {
      case Block.Text text -> text.confidence() != null;
      case Block.Grid grid -> grid.cells().stream().anyMatch(cell -> cell.confidence() != null);
      case Block.Heading heading -> false;
      case Block.Picture picture -> false;
    };
  }

  private Table table(
      TableRegion region, Identity identity, Outline outline, List<DraftEntry> drafts) {
    List<String> path = outline.pathAt(region.head().source());
    ColumnWords words = ColumnWords.of(identity);
    SubjectLines subjects = new SubjectLines(lexicon, words);
    SubjectTable table = SubjectLines.reads(region.form()) ? subjects.table(region) : null;
    int headerRows = table == null ? 0 : headerRows(region, table);
    drafts.addAll(
        table == null || table.rows().isEmpty()
            ? itemLines(region, words, path)
            : subjects.lines(region, table, path));
    return TableContents.of(region, headerRows, path);
  }

  /** The lines of the tables whose rows are not subjects. */
  private List<DraftEntry> itemLines(TableRegion region, ColumnWords words, List<String> path) {
    return switch (region.form()) {
      case THREE_PUBLIC -> new ThreePublicLines(words).lines(region, path);
      case RELATED_INFORMATION -> RelatedInformation.lines(region, path);
      case PROCUREMENT ->
          new ProcurementLines(words.budget(), new LabelledFigures(lexicon, metrics, region))
              .lines(region, path);
      case INCOME_EXPENDITURE_TOTAL,
          APPROPRIATION_TOTAL,
          BASIC_EXPENDITURE,
          OPERATING_FUNDS,
          INCOME,
          EXPENDITURE,
          GENERAL_EXPENDITURE,
          GOVERNMENT_FUND,
          STATE_CAPITAL ->
          new ItemLines(words).lines(region, path);
    };
  }

  /** What paragraphs say in figures that nothing else was made of. */
  private static List<DraftEntry> statements(List<Paragraph> paragraphs, List<DraftEntry> drafts) {
    List<DraftEntry> statements = new ArrayList<>();
    ReadFigures read = new ReadFigures(drafts);
    for (int i = 0; i < paragraphs.size(); i++) {
      Source next = i + 1 < paragraphs.size() ? paragraphs.get(i + 1).source() : null;
      for (DraftEntry statement :
          ProseStatements.of(paragraphs.get(i), read.between(paragraphs.get(i).source(), next))) {
        // A report tells its project's figures more than once: they are the project's.
        if (!read.isOfProject(statement.readings())) {
          statements.add(statement);
        }
      }
    }
    return statements;
  }

  private static int headerRows(TableRegion region, SubjectTable table) {
    if (table.rows().isEmpty()) {
      return 0;
    }
    Source first = table.rows().getFirst().source();
    for (int i = 0; i < region.body().size(); i++) {
      if (region.body().get(i).source().equals(first)) {
        return i;
      }
    }
    return 0;
  }

  private static Set<Source> sources(Set<Line> lines) {
    Set<Source> sources = new HashSet<>();
    for (Line line : lines) {
      sources.add(line.source());
      // A grid's own source is that of its first row.
      sources.add(line.source().inTable(null, null, null));
    }
    return sources;
  }

  private static DraftEntry passage(Paragraph paragraph) {
    String text = paragraph.text();
    return new DraftEntry(
        EntryKind.PASSAGE,
        text.length() <= NAME_LENGTH ? text : text.substring(0, NAME_LENGTH) + "…",
        text,
        paragraph.path(),
        Scope.OTHER,
        null,
        null,
        List.of(),
        List.of(),
        paragraph.source());
  }

  private static Disclosure disclosure(String file, String sha256, Identity identity, Hints hints) {
    return new Disclosure(
        PublisherKey.id(identity, sha256),
        file,
        sha256,
        identity.title(),
        identity.publisher(),
        hints.url(),
        hints.published(),
        identity.region(),
        identity.regionCode(),
        identity.year(),
        identity.type(),
        identity.caliber());
  }

  private static List<Entry> entries(Disclosure disclosure, List<DraftEntry> drafts) {
    Map<String, Integer> occurrences = new HashMap<>();
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (DraftEntry draft : drafts) {
      String form = draft.table() == null ? null : draft.table().form();
      String key = key(draft);
      int occurrence =
          occurrences.merge(draft.kind() + "|" + form + "|" + key, 1, Integer::sum) - 1;
      String id = Ids.entry(disclosure.id(), draft.kind(), form, key, occurrence);
      entries.put(id, entry(id, disclosure, draft));
    }
    return List.copyOf(entries.values());
  }

  /** The subject's code, or else the folded name; of a passage all of its text. */
  private static String key(DraftEntry draft) {
    if (draft.subject() != null) {
      return draft.subject().code();
    }
    return Fold.name(draft.kind() == EntryKind.PASSAGE ? draft.text() : draft.name());
  }

  private static Entry entry(String id, Disclosure disclosure, DraftEntry draft) {
    @Nullable String none = null;
    return new Entry(
        id,
        draft.kind(),
        draft.name(),
        draft.text(),
        draft.path(),
        draft.scope(),
        disclosure,
        draft.table(),
        draft.subject(),
        none,
        none,
        draft.readings(),
        draft.aka());
  }
}
