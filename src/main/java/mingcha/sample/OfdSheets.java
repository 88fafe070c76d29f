package mingcha.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mingcha.sample.Sheet.Rule;
import mingcha.sample.Sheet.Run;

/** Sheets as OFD (GB/T 33190-2016): a ZIP archive of XML, in millimetres. */
final class OfdSheets {
  private static final double MILLIMETRES = 25.4 / 72;
  private static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final int FONT_ID = 2;

  private int id = FONT_ID;

  private OfdSheets() {}

  static byte[] bytes(List<Sheet> sheets) throws IOException {
    OfdSheets ofd = new OfdSheets();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      StringBuilder pages = new StringBuilder();
      for (int i = 0; i < sheets.size(); i++) {
        String at = "Pages/Page_" + i + "/Content.xml";
        pages.append(
            String.format(Locale.ROOT, "<ofd:Page ID=\"%d\" BaseLoc=\"%s\"/>", ++ofd.id, at));
        put(zip, "Doc_0/" + at, ofd.page(sheets.get(i)));
      }
      put(
          zip,
          "OFD.xml",
          "<ofd:OFD "
              + NAMESPACE
              + " Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo/>"
              + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
      put(
          zip,
          "Doc_0/Document.xml",
          String.format(
              Locale.ROOT,
              "<ofd:Document %s><ofd:CommonData><ofd:MaxUnitID>%d</ofd:MaxUnitID><ofd:PageArea>"
                  + "<ofd:PhysicalBox>0 0 %.2f %.2f</ofd:PhysicalBox></ofd:PageArea>"
                  + "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
                  + "<ofd:Pages>%s</ofd:Pages></ofd:Document>",
              NAMESPACE,
              ofd.id,
              Typesetter.WIDTH * MILLIMETRES,
              Typesetter.HEIGHT * MILLIMETRES,
              pages));
      put(
          zip,
          "Doc_0/PublicRes.xml",
          "<ofd:Res "
              + NAMESPACE
              + " BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"2\" FontName=\"宋体\"/></ofd:Fonts>"
              + "</ofd:Res>");
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0); // else it is the time
    zip.putNextEntry(entry);
    zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String page(Sheet sheet) {
    StringBuilder out = new StringBuilder("<ofd:Page " + NAMESPACE + "><ofd:Content>");
    out.append(String.format(Locale.ROOT, "<ofd:Layer ID=\"%d\">", ++id));
    sheet.rules().forEach(rule -> out.append(path(rule)));
    sheet.types().forEach(type -> out.append(text(type)));
    return out.append("</ofd:Layer></ofd:Content></ofd:Page>").toString();
  }

  private String path(Rule rule) {
    return String.format(
        Locale.ROOT,
        "<ofd:PathObject ID=\"%d\" Boundary=\"%.3f %.3f %.3f %.3f\" LineWidth=\"0.18\">"
            + "<ofd:AbbreviatedData>M 0 0 L %.3f %.3f</ofd:AbbreviatedData></ofd:PathObject>",
        ++id,
        rule.x0() * MILLIMETRES,
        rule.y0() * MILLIMETRES,
        Math.max(0.2, (rule.x1() - rule.x0()) * MILLIMETRES),
        Math.max(0.2, (rule.y1() - rule.y0()) * MILLIMETRES),
        (rule.x1() - rule.x0()) * MILLIMETRES,
        (rule.y1() - rule.y0()) * MILLIMETRES);
  }

  private String text(Run type) {
    double size = type.size() * MILLIMETRES;
    String steps =
        type.text()
            .codePoints()
            .limit(Math.max(0, type.text().codePointCount(0, type.text().length()) - 1))
            .mapToObj(c -> String.format(Locale.ROOT, "%.3f", size * Sheet.ems(c)))
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        "<ofd:TextObject ID=\"%d\" Boundary=\"%.3f %.3f %.3f %.3f\" Font=\"%d\" Size=\"%.3f\">"
            + "<ofd:TextCode X=\"0\" Y=\"%.3f\"%s>%s</ofd:TextCode></ofd:TextObject>",
        ++id,
        type.x() * MILLIMETRES,
        type.y() * MILLIMETRES - size,
        type.width() * MILLIMETRES,
        1.2 * size,
        FONT_ID,
        size,
        size,
        steps.isEmpty() ? "" : " DeltaX=\"" + steps + "\"",
        type.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }
}
