package mingcha.extract;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import mingcha.extract.ArchiveBudget.Refused;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import mingcha.extract.Unpacked.Lost;
import mingcha.extract.Unpacked.Member;
import mingcha.extract.Unpacked.Opened;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks one archive, and the archives in it, into a folder of numbered files. */
final class Archives {
  /** LZMA keeps a dictionary of what it has unpacked. */
  private static final int MOST_KIBIBYTES = 256 << 10;

  private static final int TAR_BLOCK = 512;

  private final ArchiveBudget budget;
  private final List<Member> members = new ArrayList<>();

  private Archives(Path folder) {
    this.budget = new ArchiveBudget(folder);
  }

  /** Unpacks a file; null where it is no archive. */
  static @Nullable Unpacked unpack(Path path, String file, Path folder) throws IOException {
    if (ArchiveType.of(path, file) == null) {
      return null;
    }
    Files.createDirectories(folder);
    Archives archives = new Archives(folder);
    Member self = archives.opened(path, file, "", 1);
    return new Unpacked(self, self instanceof Lost ? List.of() : archives.members);
  }

  /**
   * One archive.
   *
   * @param name what it is called within the outermost one, which has none
   */
  private Member opened(Path path, String file, String name, int depth) throws IOException {
    int before = members.size();
    Failed failed;
    try {
      Failed truncated = Truncation.of(path, ArchiveType.head(path));
      if (truncated != null) {
        return new Lost(name, truncated);
      }
      One one = new One(name, depth, budget.new Of(Files.size(path)));
      one.unpack(path, file);
      if (one.files > 0 && one.files == one.locked) {
        return new Lost(name, locked());
      }
      return new Opened(name, one.files);
    } catch (Refused e) {
      if (budget.spent() && depth > 1) {
        throw e; // It is the outermost one that is too much.
      }
      failed = new Failed(e.reason, String.valueOf(e.getMessage()));
    } catch (PasswordRequiredException e) {
      failed = locked();
    } catch (EOFException e) {
      failed = Truncation.failed(Files.size(path));
    } catch (IOException | RuntimeException e) {
      if (String.valueOf(e.getMessage()).contains("No space left")) {
        throw e; // Not its fault.
      }
      // Damage shows itself in exceptions of all kinds.
      failed =
          String.valueOf(e.getMessage()).startsWith("Truncated")
              ? Truncation.failed(Files.size(path))
              : new Failed(Reason.CORRUPT, Damage.said(e));
    }
    forget(before);
    return new Lost(name, failed);
  }

  private static Failed locked() {
    return new Failed(Reason.ENCRYPTED, "it opens with a password only");
  }

  /** An archive is read whole or not at all. */
  private void forget(int from) throws IOException {
    List<Member> tail = members.subList(from, members.size());
    for (Member member : tail) {
      if (member instanceof Unpacked.File file) {
        Files.deleteIfExists(file.path());
      }
    }
    tail.clear();
  }

  /** One archive that is being unpacked. */
  private final class One {
    private final String prefix;
    private final int depth;
    private final ArchiveBudget.Of allowed;
    private final ArchiveNames names = new ArchiveNames();
    private int files;
    private int locked;

    One(String name, int depth, ArchiveBudget.Of allowed) {
      this.prefix = name.isEmpty() ? "" : name + "!/";
      this.depth = depth;
      this.allowed = allowed;
    }

    void unpack(Path path, String file) throws IOException {
      ArchiveType type = ArchiveType.of(path, file);
      switch (type) {
        case ZIP -> zip(path);
        case SEVEN_Z -> sevenZ(path);
        case TAR -> {
          try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            tar(in);
          }
        }
        case GZIP -> gzip(path, file);
        case null -> throw new IOException("it has changed");
      }
    }

    private void zip(Path path) throws IOException {
      try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
        Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
        while (entries.hasMoreElements()) {
          ZipArchiveEntry entry = entries.nextElement();
          String name = names.give(name(entry));
          if (name == null || entry.isDirectory() || entry.isUnixSymlink()) {
            continue;
          }
          if (entry.getGeneralPurposeBit().usesEncryption()) {
            lost(name, locked());
            locked++;
            continue;
          }
          try (InputStream in = zip.getInputStream(entry)) {
            take(name, in);
          } catch (UnsupportedZipFeatureException e) {
            lost(name, new Failed(Reason.UNSUPPORTED, "packed in a way that is not read"));
          }
        }
      }
    }

    private String name(ZipArchiveEntry entry) {
      boolean declared =
          entry.getGeneralPurposeBit().usesUTF8ForNames()
              || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
      byte[] raw = entry.getRawName();
      return declared || raw == null ? entry.getName() : ArchiveNames.decode(raw);
    }

    private void tar(InputStream in) throws IOException {
      TarArchiveInputStream tar = new TarArchiveInputStream(in, StandardCharsets.ISO_8859_1.name());
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = names.give(ArchiveNames.redecode(entry.getName()));
        if (name != null && entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
          take(name, tar);
        }
      }
    }

    /** A packed file, or a packed tar, which is one archive and not two. */
    private void gzip(Path path, String file) throws IOException {
      try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
          BufferedInputStream in =
              new BufferedInputStream(
                  GzipCompressorInputStream.builder()
                      .setInputStream(raw)
                      .setDecompressConcatenated(true)
                      .get())) {
        in.mark(TAR_BLOCK);
        byte[] head = in.readNBytes(TAR_BLOCK);
        in.reset();
        if (ArchiveType.isTar(head)) {
          tar(in);
        } else {
          String own = file.substring(file.lastIndexOf('/') + 1).replaceFirst("(?i)\\.gz$", "");
          String name = names.give(own);
          take(name == null ? "unnamed" : name, in);
        }
      }
    }

    private void sevenZ(Path path) throws IOException {
      try (SevenZFile archive =
          SevenZFile.builder().setPath(path).setMaxMemoryLimitKiB(MOST_KIBIBYTES).get()) {
        for (SevenZArchiveEntry entry = archive.getNextEntry();
            entry != null;
            entry = archive.getNextEntry()) {
          String name = names.give(entry.getName() == null ? "" : entry.getName());
          if (name != null && !entry.isDirectory()) {
            take(name, archive.getInputStream(entry));
          }
        }
      }
    }

    private void take(String name, InputStream in) throws IOException {
      Path saved = allowed.save(in);
      files++;
      if (ArchiveType.of(saved, name) == null) {
        members.add(new Unpacked.File(prefix + name, saved));
      } else if (depth == ArchiveBudget.DEEPEST) {
        Files.delete(saved);
        members.add(
            new Lost(
                prefix + name,
                new Failed(
                    Reason.BOMB, "an archive within " + ArchiveBudget.DEEPEST + " archives")));
      } else {
        Member inner = opened(saved, name, prefix + name, depth + 1);
        Files.delete(saved);
        members.add(inner);
      }
    }

    private void lost(String name, Failed why) {
      files++;
      members.add(new Lost(prefix + name, why));
    }
  }
}
