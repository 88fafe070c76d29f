package mingcha.extract;

import java.io.IOException;
import java.nio.file.Path;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Reads what old offices write, by what is in its compound file and not by its name: WPS Office
 * writes Word documents named .wps and workbooks named .et.
 */
final class OleReader {
  private static final byte[] MAGIC = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private OleReader() {}

  static boolean reads(byte[] head) {
    if (head.length < MAGIC.length) {
      return false;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (head[i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  static Outcome read(Path path, String file) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(path.toFile(), true)) {
      DirectoryNode root = files.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        return new Failed(Reason.ENCRYPTED, "it opens with a password only");
      }
      if (root.hasEntryCaseInsensitive("WordDocument")) {
        return FileExtractor.outcome("application/msword", OldWordReader.read(root, file));
      }
      if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
        return ExcelReader.read(path, file, "application/vnd.ms-excel");
      }
      return new Failed(Reason.UNSUPPORTED, what(root) + " is not read yet");
    }
  }

  private static String what(DirectoryNode root) {
    if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
      return "a presentation of PowerPoint (.ppt)";
    }
    if (root.hasEntryCaseInsensitive("MatOST") || root.hasEntryCaseInsensitive("CONTENTS")) {
      return "a document of Microsoft Works, which is not WPS Office,";
    }
    return "a compound file that is neither a Word document nor a workbook";
  }
}
