package mingcha.ingest;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists the files below paths, by name, each once. Hidden files and folders are left out, and so is
 * the data directory. Links are followed; a folder that contains itself is entered once.
 */
final class Scanner {
  private final Path dataDir;
  private final Set<Path> seen = new HashSet<>();
  private final List<Found> found = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private Scanner(Path dataDir) {
    this.dataDir = dataDir.toAbsolutePath().normalize();
  }

  /**
   * A file.
   *
   * @param root absolute
   * @param file relative to the root, with slashes
   */
  record Found(String root, String file, Path path) {}

  /** What is there, and the paths that are not. */
  record Listing(List<Found> files, List<String> missing) {}

  static Listing scan(List<Path> paths, Path dataDir) {
    Scanner scanner = new Scanner(dataDir);
    paths.forEach(scanner::path);
    return new Listing(List.copyOf(scanner.found), List.copyOf(scanner.missing));
  }

  private void path(Path given) {
    Path path = given.toAbsolutePath().normalize();
    if (Files.isDirectory(path)) {
      List<Found> files = new ArrayList<>();
      folder(path, files);
      files.sort(Comparator.comparing(Found::file));
      files.forEach(this::add);
    } else if (Files.exists(path)) {
      Path parent = path.getParent();
      add(new Found(parent == null ? "" : parent.toString(), name(path), path));
    } else {
      missing.add(given.toString());
    }
  }

  private void add(Found file) {
    if (seen.add(real(file.path()))) {
      found.add(file);
    }
  }

  private void folder(Path root, List<Found> files) {
    try {
      Files.walkFileTree(
          root,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              boolean skip = !dir.equals(root) && (hidden(dir) || dir.equals(dataDir));
              return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!hidden(file)) {
                files.add(new Found(root.toString(), relative(root, file), file));
              }
              return FileVisitResult.CONTINUE;
            }

            // A folder that cannot be listed, or that contains itself: its reader will say so.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              if (file.equals(root)) {
                missing.add(root + " (" + e + ")");
              } else if (!hidden(file)) {
                files.add(new Found(root.toString(), relative(root, file), file));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      missing.add(root + " (" + e.getMessage() + ")");
    }
  }

  /** Hidden files, and the truth that lies beside a sample disclosure: neither is a disclosure. */
  private static boolean hidden(Path path) {
    return name(path).startsWith(".") || name(path).endsWith(".truth.json");
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static String relative(Path root, Path file) {
    return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
