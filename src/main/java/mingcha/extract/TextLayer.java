package mingcha.extract;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import mingcha.extract.PdfScan.Glyph;
import mingcha.extract.PdfScan.Scanned;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether the text that a page carries is what the page shows. A scan carries none, or only
 * a stamp's; a font with a broken ToUnicode map says other characters than it draws.
 */
final class TextLayer {
  /** Beyond this share of glyphs without a character, or with a strange one, it says nothing. */
  private static final double UNUSABLE = 0.3;

  /** Fewer glyphs than these are a stamp, a page number, a bullet. */
  private static final int FEW = 20;

  /** A page of prose has more Chinese characters than this, half of them common. */
  private static final int PROSE = 150;

  private static final double LEAST_COMMON = 0.05;

  /** A picture that covers this much of a page is the page. */
  private static final double WHOLE_PAGE = 0.5;

  /**
   * What no fiscal disclosure of a page's length does without; real ones have 20 to 50 per cent.
   */
  private static final String COMMON =
      "的一是在有和人中大为上个国以要时来用们生到作地于出就分对成会可主发年动同工也能下过民前" + "支出收入预算决算财政拨款单位部门项目本级服务管理经费合计总表元万基本其他公共事业机关";

  /** Mainland documents are written in these characters; a rare name apart. */
  private static final CharsetEncoder MAINLAND = Charset.forName("GB2312").newEncoder();

  private TextLayer() {}

  /** What is wrong with the page's text, or null if it is good or there is nothing to read. */
  static @Nullable String fault(Scanned page) {
    int known = page.glyphs().size();
    if (known == 0 && page.unmapped() == 0) {
      return page.image() > 0 ? "a page without text" : null;
    }
    if (page.unmapped() > FEW && page.unmapped() > UNUSABLE * (known + page.unmapped())) {
      return page.unmapped() + " of its glyphs have no character";
    }
    if (isPicture(page) && known < FEW) {
      return "a picture with " + known + " characters of text";
    }
    return garbled(page.glyphs()) ? "its text is garbled" : null;
  }

  /** Whether a picture makes up the page. */
  static boolean isPicture(Scanned page) {
    return page.image() >= WHOLE_PAGE;
  }

  private static boolean garbled(List<Glyph> glyphs) {
    int chinese = 0;
    int common = 0;
    int strange = 0;
    for (Glyph glyph : glyphs) {
      int c = glyph.text().codePointAt(0);
      if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
        chinese++;
        common += COMMON.indexOf(c) >= 0 ? 1 : 0;
        strange += isMainland(glyph.text()) ? 0 : 1;
      } else if (c >= 0xA0 && !isMainland(glyph.text()) && Character.isLetter(c)) {
        strange++;
      }
    }
    return (strange > FEW && strange > UNUSABLE * glyphs.size())
        || (chinese > PROSE && common < LEAST_COMMON * chinese);
  }

  private static boolean isMainland(String text) {
    synchronized (MAINLAND) {
      return MAINLAND.canEncode(text);
    }
  }
}
