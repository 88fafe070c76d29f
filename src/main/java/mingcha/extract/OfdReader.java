package mingcha.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import mingcha.extract.PdfScan.Scanned;
import org.ofdrw.reader.OFDReader;

/**
 * Reads OFD (GB/T 33190-2016), the paged format of Chinese offices: the same glyphs and lines as
 * those of a PDF ({@link OfdScan}), and from there the same way ({@link PdfPages}).
 */
final class OfdReader {
  static final String TYPE = "application/ofd";

  private static final int MOST_PAGES = 3_000;
  private static final int MOST_ENTRIES = 20_000;
  private static final long MOST_UNPACKED = 512L << 20;
  private static final int XML_HEAD = 4096;

  private OfdReader() {}

  /** What is wrong with the package as a whole. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Failed failed;

    Refused(Reason reason, String why) {
      super(why);
      this.failed = new Failed(reason, why);
    }
  }

  /** What is done with an OFD while it is open. */
  interface Visit<T> {
    T to(OFDReader reader) throws IOException;
  }

  static Outcome read(Path path, String file, Pulse pulse) throws IOException {
    try {
      return open(path, reader -> pages(reader, file, pulse));
    } catch (Refused e) {
      return e.failed;
    }
  }

  /** Unpacks it, and deletes what was unpacked when it has been visited. */
  static <T> T open(Path path, Visit<T> visit) throws IOException {
    Path folder = Files.createTempDirectory("mingcha");
    try {
      unpack(path, folder);
      try (OFDReader reader = new OFDReader(folder.toString(), /* deleteOnClose= */ false)) {
        return visit.to(reader);
      }
    } finally {
      delete(folder);
    }
  }

  private static Outcome pages(OFDReader reader, String file, Pulse pulse) throws IOException {
    int count = reader.getNumberOfPages();
    if (count == 0) {
      return new Failed(Reason.CORRUPT, "there are no pages in it");
    }
    if (count > MOST_PAGES) {
      throw new Refused(
          Reason.TOO_LARGE, count + " pages; OFD up to " + MOST_PAGES + " pages are read");
    }
    PdfPages pages = new PdfPages(file);
    Pictures pictures = new Pictures(pulse);
    for (int i = 1; i <= count && !Thread.currentThread().isInterrupted(); i++) {
      OfdScan scan = OfdScan.of(reader, i);
      Scanned scanned = scan.scanned();
      String fault = TextLayer.fault(scanned);
      if (fault == null) {
        pages.add(scanned);
      } else if (scanned.image() > 0) {
        pictures.read(scanned, fault, scan::picture, pages);
      } else {
        pictures.unread(scanned, fault, "there is no picture of it", pages);
      }
    }
    return pictures.outcome(TYPE, pages);
  }

  /** The limits hold while it is unpacked: what an archive says of itself may be a lie. */
  private static void unpack(Path path, Path folder) throws IOException {
    try (ZipFile archive = open(path)) {
      if (archive.size() > MOST_ENTRIES) {
        throw new Refused(Reason.TOO_LARGE, archive.size() + " files in one OFD");
      }
      Map<String, Path> folders = new HashMap<>();
      long left = MOST_UNPACKED;
      Enumeration<? extends ZipEntry> entries = archive.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          left -= unpack(archive, entry, to(entry, folder, folders), left);
        }
      }
    }
  }

  /** Names are of UTF-8 or, by old writers, of GBK. */
  private static ZipFile open(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      return new ZipFile(path.toFile(), Charset.forName("GBK"));
    }
  }

  /**
   * Where to unpack it. Some writers say Doc_0 here and DOC_0 there: the first spelling is taken.
   */
  private static Path to(ZipEntry entry, Path folder, Map<String, Path> folders)
      throws IOException {
    String name = entry.getName().replace('\\', '/').replaceFirst("^/+", "");
    Path in = folder;
    int from = 0;
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', from)) {
      String spelled = name.substring(from, slash);
      Path above = in;
      in =
          folders.computeIfAbsent(
              name.substring(0, slash).toLowerCase(Locale.ROOT), l -> above.resolve(spelled));
      from = slash + 1;
    }
    Path to = in.resolve(name.substring(from)).normalize();
    if (!to.startsWith(folder)) {
      throw new Refused(Reason.CORRUPT, "a name in it leads out of it: " + entry.getName());
    }
    Files.createDirectories(in);
    return to;
  }

  private static long unpack(ZipFile archive, ZipEntry entry, Path to, long most)
      throws IOException {
    byte[] bytes;
    try (InputStream in = archive.getInputStream(entry)) {
      bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
    }
    if (bytes.length > most) {
      throw new Refused(
          Reason.TOO_LARGE, String.format(Locale.ROOT, "more than %,d bytes unpacked", most));
    }
    if (declaresEntities(bytes, entry.getName())) {
      throw new Refused(Reason.CORRUPT, "its " + entry.getName() + " declares entities");
    }
    Files.write(to, bytes);
    return bytes.length;
  }

  /** The standard knows no document type; one is there to fetch files or to unfold without end. */
  private static boolean declaresEntities(byte[] bytes, String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".xml")
        && new String(bytes, 0, Math.min(bytes.length, XML_HEAD), StandardCharsets.ISO_8859_1)
            .replace("\0", "")
            .contains("<!DOCTYPE");
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (var walk = Files.walk(folder)) {
      all = walk.toList();
    }
    for (Path each : all.reversed()) {
      Files.deleteIfExists(each);
    }
  }
}
