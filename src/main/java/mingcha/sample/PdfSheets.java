package mingcha.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import mingcha.sample.Sheet.Rule;
import mingcha.sample.Sheet.Run;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;

/**
 * Sheets as PDF, in a typeface that every reader of Chinese has and none embeds (PDF 32000-1,
 * 9.7.5).
 */
final class PdfSheets {
  private static final COSName FONT = COSName.getPDFName("F1");
  private static final int LAST_LATIN_CID = 95;

  private PdfSheets() {}

  static byte[] bytes(List<Sheet> sheets) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(1L); // else it is the time
      COSDictionary font = font();
      for (Sheet sheet : sheets) {
        PDPage page = new PDPage(new PDRectangle((float) sheet.width(), (float) sheet.height()));
        PDResources resources = new PDResources();
        resources.put(FONT, PDFontFactory.createFont(font));
        page.setResources(resources);
        PDStream stream = new PDStream(document);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
          out.write(content(sheet).getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        document.addPage(page);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static COSDictionary font() {
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("GB1"));
    system.setInt(COSName.SUPPLEMENT, 4);
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 4);
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    descendant.setName(COSName.BASE_FONT, "STSong-Light");
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    descendant.setInt(COSName.DW, 1000);
    COSArray widths = new COSArray();
    widths.add(COSInteger.ONE);
    widths.add(COSInteger.get(LAST_LATIN_CID));
    widths.add(COSInteger.get(500));
    descendant.setItem(COSName.W, widths);
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "STSong-Light");
    font.setName(COSName.ENCODING, "UniGB-UCS2-H");
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }

  private static String content(Sheet sheet) {
    StringBuilder out = new StringBuilder("0.5 w\n");
    for (Rule rule : sheet.rules()) {
      out.append(
          String.format(
              Locale.ROOT,
              "%.2f %.2f m %.2f %.2f l S%n",
              rule.x0(),
              sheet.height() - rule.y0(),
              rule.x1(),
              sheet.height() - rule.y1()));
    }
    for (Run type : sheet.types()) {
      String hex = HexFormat.of().formatHex(type.text().getBytes(StandardCharsets.UTF_16BE));
      out.append(
          String.format(
              Locale.ROOT,
              "BT /F1 %.2f Tf %.2f %.2f Td <%s> Tj ET%n",
              type.size(),
              type.x(),
              sheet.height() - type.y(),
              hex));
    }
    return out.toString().replace(System.lineSeparator(), "\n");
  }
}
