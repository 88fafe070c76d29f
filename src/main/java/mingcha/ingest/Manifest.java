package mingcha.ingest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.interpret.Hints;
import org.jspecify.annotations.Nullable;

/**
 * What is known of files from where they were published. A tab-separated UTF-8 text; its first line
 * names the columns: {@code file} and any of {@code url published publisher region year type}.
 * {@code file} is relative to the ingested root, {@code published} is 2024-08-30, {@code region} is
 * the six digits of GB/T 2260. An empty cell says nothing.
 */
public final class Manifest {
  /** Of nothing. */
  public static final Manifest NONE = new Manifest(Map.of());

  private static final Set<String> COLUMNS =
      Set.of("file", "url", "published", "publisher", "region", "year", "type");

  private final Map<String, Hints> byFile;

  private Manifest(Map<String, Hints> byFile) {
    this.byFile = byFile;
  }

  /**
   * Reads one.
   *
   * @throws IngestProblem naming the line and the column of what is wrong
   */
  public static Manifest read(Path path) {
    try {
      return new Parser(path).parse(Files.readString(path, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new IngestProblem("there is no manifest " + path, e);
    } catch (CharacterCodingException e) {
      throw new IngestProblem("the manifest " + path + " is not UTF-8", e);
    } catch (IOException e) {
      throw new IngestProblem("cannot read the manifest " + path + ": " + e.getMessage(), e);
    }
  }

  /** What it says of a file, or of the archive that it is in; or null. */
  @Nullable Hints of(String file) {
    Hints hints = byFile.get(file);
    int inner = file.lastIndexOf("!/");
    return hints == null && inner > 0 ? of(file.substring(0, inner)) : hints;
  }

  /** The files it names. */
  Set<String> files() {
    return byFile.keySet();
  }

  private static final class Parser {
    private final Path path;
    private final Map<String, Hints> byFile = new LinkedHashMap<>();
    private final Map<String, Integer> lineOf = new HashMap<>();
    private List<String> columns = List.of();
    private int line;

    Parser(Path path) {
      this.path = path;
    }

    Manifest parse(String text) {
      for (String raw : text.lines().toList()) {
        line++;
        String printed = line == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        List<String> cells = Arrays.stream(printed.split("\t", -1)).map(String::strip).toList();
        if (line == 1) {
          header(cells);
        } else if (!printed.isBlank()) {
          row(cells);
        }
      }
      if (line == 0) {
        throw new IngestProblem("the manifest " + path + " is empty");
      }
      return new Manifest(Map.copyOf(byFile));
    }

    private void header(List<String> cells) {
      List<String> names = new ArrayList<>();
      for (String name : cells) {
        if (!COLUMNS.contains(name)) {
          throw wrong(name.isEmpty() ? "" : name, "not a column; there are " + sorted());
        }
        if (names.contains(name)) {
          throw wrong(name, "named twice");
        }
        names.add(name);
      }
      if (!names.contains("file")) {
        throw wrong("file", "missing");
      }
      columns = List.copyOf(names);
    }

    private void row(List<String> cells) {
      if (cells.size() > columns.size()) {
        throw wrong(
            "" + (columns.size() + 1),
            cells.size() + " cells, but the first line names " + columns.size() + " columns");
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          row.put(columns.get(i), cells.get(i));
        }
      }
      String file = row.get("file");
      if (file == null) {
        throw wrong("file", "empty");
      }
      Integer before = lineOf.put(file, line);
      if (before != null) {
        throw wrong("file", "'" + file + "' is on line " + before + " already");
      }
      byFile.put(
          file.replace('\\', '/'),
          new Hints(
              row.get("url"),
              published(row.get("published")),
              row.get("publisher"),
              region(row.get("region")),
              year(row.get("year")),
              row.get("type")));
    }

    private @Nullable LocalDate published(@Nullable String cell) {
      try {
        return cell == null ? null : LocalDate.parse(cell);
      } catch (DateTimeException e) {
        throw wrong("published", "a date like 2024-08-30 expected, not '" + cell + "'");
      }
    }

    private @Nullable String region(@Nullable String cell) {
      if (cell != null && !cell.matches("[0-9]{6}")) {
        throw wrong("region", "six digits of GB/T 2260 expected, not '" + cell + "'");
      }
      return cell;
    }

    private @Nullable Integer year(@Nullable String cell) {
      if (cell == null) {
        return null;
      }
      if (!cell.matches("(19|20|21)[0-9]{2}")) {
        throw wrong("year", "a year like 2023 expected, not '" + cell + "'");
      }
      return Integer.valueOf(cell);
    }

    private IngestProblem wrong(String column, String why) {
      return new IngestProblem(path + " line " + line + ", column '" + column + "': " + why);
    }

    private static String sorted() {
      return String.join(" ", COLUMNS.stream().sorted().toList());
    }
  }
}
