package mingcha.extract;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Box;
import mingcha.extract.PdfScan.Glyph;
import mingcha.extract.PdfScan.Scanned;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether the text that a page carries is what the page shows. A scan carries none, only a
 * stamp's, or what somebody else recognised and laid behind the picture; a font with a broken
 * ToUnicode map says other characters than it draws, or none.
 */
final class TextLayer {
  /** Beyond this share of glyphs without a character, or with a strange one, it says nothing. */
  private static final double UNUSABLE = 0.3;

  /** Fewer glyphs than these are a stamp, a page number, a bullet. */
  private static final int FEW = 20;

  /** A page has more spaces than this only if they stand for what is drawn, per character. */
  private static final int MOST_SPACES = 5;

  /** A letter that is drawn has some ten curves, a Chinese character as many or more. */
  private static final int DRAWN_TYPE = 300;

  /** A text has more Chinese characters than this, one in twenty common and none of them all. */
  private static final int PROSE = 60;

  private static final double LEAST_COMMON = 0.05;
  private static final double MOST_ALIKE = 0.5;

  /** A picture that covers this much of a page is the page. */
  private static final double WHOLE_PAGE = 0.5;

  /** A picture that covers less of a page of text illustrates it. */
  private static final double LEAST_PICTURE = 0.1;

  /** In points; strips of one picture lie this near to each other. */
  private static final double TOUCH = 3;

  /** Letters of European languages, accents and signs: what GBK read as Latin-1 consists of. */
  private static final int FIRST_EUROPEAN = 0xA1;

  private static final int LAST_EUROPEAN = 0x24F;

  /** Those of them that Chinese texts have as well: 2×3, ±5, 10°, §, a middle dot. */
  private static final String AT_HOME = "·×÷°±§";

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
    if (known == 0 && page.unmapped() == 0 && page.image() > 0) {
      return "a page without text";
    }
    if (known < FEW && page.beside().curves() > DRAWN_TYPE) {
      return "its type is drawn as curves";
    }
    if (page.beside().blanks() > FEW + MOST_SPACES * known) {
      return "its text is nothing but spaces";
    }
    // Where names have no character figures may have theirs.
    long letters = page.glyphs().stream().filter(g -> !isPlain(g.text().codePointAt(0))).count();
    if (page.unmapped() > FEW && page.unmapped() > UNUSABLE * (letters + page.unmapped())) {
      return page.unmapped() + " of its glyphs have no character";
    }
    if (isPicture(page) && known < FEW) {
      return "a picture with " + known + " characters of text";
    }
    if (isGarbled(page.glyphs())) {
      return "its text is garbled";
    }
    return isHidden(page) ? "its text is hidden behind a picture" : null;
  }

  /**
   * Whether a page that is a picture has a text that somebody else recognised on it, and that is no
   * nonsense. Without our own recognition it is better than nothing.
   */
  static boolean isRecognised(Scanned page) {
    return isHidden(page) && page.glyphs().size() >= FEW && !isGarbled(page.glyphs());
  }

  /**
   * The pictures on a page of text that have none upon them: a table that was pasted as a picture
   * below its heading, in strips or as a whole.
   */
  static List<Box> unread(Scanned page) {
    List<Box> boxes = new ArrayList<>();
    for (Box picture : page.beside().pictures()) {
      Box whole = picture;
      for (int i = boxes.size() - 1; i >= 0; i--) {
        if (touch(boxes.get(i), whole)) {
          whole = around(boxes.remove(i), whole);
        }
      }
      boxes.add(whole);
    }
    double least = LEAST_PICTURE * page.width() * page.height();
    boxes.removeIf(box -> box.width() * box.height() < least || hasText(page, box));
    return boxes;
  }

  private static boolean hasText(Scanned page, Box box) {
    return page.glyphs().stream()
            .filter(g -> g.confidence() == Glyph.SAID && PdfPages.contains(box, g))
            .count()
        >= FEW;
  }

  private static boolean touch(Box a, Box b) {
    return a.x() <= b.x() + b.width() + TOUCH
        && b.x() <= a.x() + a.width() + TOUCH
        && a.y() <= b.y() + b.height() + TOUCH
        && b.y() <= a.y() + a.height() + TOUCH;
  }

  private static Box around(Box a, Box b) {
    double left = Math.min(a.x(), b.x());
    double top = Math.min(a.y(), b.y());
    double right = Math.max(a.x() + a.width(), b.x() + b.width());
    double bottom = Math.max(a.y() + a.height(), b.y() + b.height());
    return new Box(left, top, right - left, bottom - top);
  }

  /** Whether a picture makes up the page. */
  static boolean isPicture(Scanned page) {
    return page.image() >= WHOLE_PAGE;
  }

  /** Whether most of the text of a page that is a picture is not seen. */
  private static boolean isHidden(Scanned page) {
    long hidden = page.glyphs().stream().filter(g -> g.confidence() < Glyph.SAID).count();
    return isPicture(page) && 2 * hidden > page.glyphs().size();
  }

  /** ASCII, without which no text is told from another. */
  private static boolean isPlain(int c) {
    return c < 0x80;
  }

  private static boolean isGarbled(List<Glyph> glyphs) {
    int common = 0;
    int strange = 0;
    Map<Integer, Integer> chinese = new HashMap<>();
    Map<Integer, Integer> others = new HashMap<>();
    for (Glyph glyph : glyphs) {
      int c = glyph.text().codePointAt(0);
      boolean han = Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
      if (han) {
        common += COMMON.indexOf(c) >= 0 ? 1 : 0;
      }
      strange += isStrange(c, han) ? 1 : 0;
      (han ? chinese : others).merge(c, 1, Integer::sum);
    }
    int characters = sum(chinese);
    int letters =
        characters
            + others.entrySet().stream()
                .filter(e -> !isPlain(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    return (strange > FEW && strange > UNUSABLE * letters)
        || (characters > PROSE && common < LEAST_COMMON * characters)
        || (characters > 2 * FEW && most(chinese) > MOST_ALIKE * characters)
        || (others.getOrDefault((int) '?', 0) > Math.max(FEW, UNUSABLE * glyphs.size()));
  }

  private static int sum(Map<Integer, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int most(Map<Integer, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static boolean isStrange(int c, boolean han) {
    if (c >= FIRST_EUROPEAN && c <= LAST_EUROPEAN) {
      return AT_HOME.indexOf(c) < 0;
    }
    return (han || Character.isLetter(c)) && c > LAST_EUROPEAN && !isMainland(c);
  }

  private static boolean isMainland(int c) {
    synchronized (MAINLAND) {
      return MAINLAND.canEncode(Character.toString(c));
    }
  }
}
