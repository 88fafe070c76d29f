package mingcha.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Whether all pages of a PDF that breaks off are there. PDFBox finds what objects are left, and
 * forgets the pages that are lost; but the list of its pages says which there were. Nothing that a
 * page is drawn with may be lost either.
 */
final class PdfRemains {
  /** It is searched as a whole. */
  private static final long LARGEST_BYTES = 64L << 20;

  private static final Pattern LIST = Pattern.compile("/Type\\s*/XRef\\b");
  private static final Pattern KIDS = Pattern.compile("/Kids\\s*\\[([^\\]]*)\\]");
  private static final Pattern REFERENCE = Pattern.compile("(\\d{1,10})\\s+(\\d{1,5})\\s+R\\b");

  /** These lead to other pages and to what is not drawn. */
  private static final Set<COSName> BACK =
      Set.of(COSName.PARENT, COSName.METADATA, COSName.getPDFName("PieceInfo"));

  private final COSDocument objects;
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private PdfRemains(COSDocument objects) {
    this.objects = objects;
  }

  static boolean areWhole(PDDocument document, Path path) throws IOException {
    return Files.size(path) <= LARGEST_BYTES
        && new PdfRemains(document.getDocument()).areWhole(document, Files.readAllBytes(path));
  }

  private boolean areWhole(PDDocument document, byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (isBroken(text) || !hasKids(text)) {
      return false;
    }
    for (PDPage page : document.getPages()) {
      COSDictionary dictionary = page.getCOSObject();
      if (!isThere(dictionary.getItem(COSName.CONTENTS))
          || !isThere(page.getResources() == null ? null : page.getResources().getCOSObject())) {
        return false;
      }
    }
    return true;
  }

  /** That it breaks off within an object, but the list of where objects stand is no loss. */
  private static boolean isBroken(String text) {
    int last = text.lastIndexOf(" obj");
    return last > text.lastIndexOf("endobj") && !LIST.matcher(text.substring(last)).find();
  }

  /** Lists of pages stand in the file itself, or packed in streams of objects. */
  private boolean hasKids(String text) throws IOException {
    int lists = kids(text);
    for (COSObject packed : objects.getObjectsByType(COSName.OBJ_STM)) {
      if (lists >= 0 && packed.getObject() instanceof COSStream stream) {
        int more = kids(stream.toTextString());
        lists = more < 0 ? more : lists + more;
      }
    }
    return lists > 0;
  }

  /** How many lists there are; less than none if something listed is lost. */
  private int kids(String text) {
    int lists = 0;
    for (Matcher list = KIDS.matcher(text); list.find(); lists++) {
      for (Matcher kid = REFERENCE.matcher(list.group(1)); kid.find(); ) {
        COSObjectKey key =
            new COSObjectKey(Long.parseLong(kid.group(1)), Integer.parseInt(kid.group(2)));
        if (objects.getObjectFromPool(key).getObject() == null) {
          return -1;
        }
      }
    }
    return lists;
  }

  /** Whether nothing that it leads to is lost. */
  private boolean isThere(@Nullable COSBase start) {
    Deque<COSBase> open = new ArrayDeque<>();
    if (start != null) {
      open.add(start);
    }
    while (!open.isEmpty()) {
      COSBase each = open.pop();
      COSBase value = each instanceof COSObject reference ? reference.getObject() : each;
      if (value == null) {
        return false;
      }
      if (!seen.add(value)) {
        continue;
      }
      if (value instanceof COSArray array) {
        array.forEach(open::add);
      } else if (value instanceof COSDictionary dictionary) {
        dictionary.entrySet().stream()
            .filter(entry -> !BACK.contains(entry.getKey()))
            .forEach(entry -> open.add(entry.getValue()));
      }
    }
    return true;
  }
}
