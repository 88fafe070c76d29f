package mingcha.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mingcha.extract.PdfScan.Glyph;

/**
 * Puts right what recognition misreads again and again where only one reading is Chinese: 支出 is
 * read as 文出, which is no word, and a wide bracket as two others.
 */
final class Misread {
  /** Each beside what it is; alike in length. */
  private static final String[][] WORDS = {
    {"文出", "支出"}, {"支册", "支出"}, {"收文", "收支"}, {"觉委", "党委"}, {"拨蒜", "拨款"},
    {"合讨", "合计"}, {"小讨", "小计"}, {"洛计", "合计"}, {"一股公共", "一般公共"}, {"一段公共", "一般公共"},
    {"单位;", "单位:"}, {"单位；", "单位："}, {"年未结转", "年末结转"}, {"附属音位", "附属单位"}, {"与伟媒", "与传媒"}
  };

  /** What a wide opening bracket is read as, before the closing one that fits none of them. */
  private static final Pattern OPENING = Pattern.compile("[【《〈〔({（]+(?=[^【《〈〔({（》〉】〕]*[)）])");

  /** What opens at the end of a line, where no bracket is printed but a recognised one. */
  private static final Pattern OPENING_AT_END = Pattern.compile("[【〈〔\\[{]$");

  /** What is always in brackets, with nothing that opens them: 因公出国境)费. */
  private static final Pattern UNOPENED = Pattern.compile("(?:(?<=国)境|(?<=维修)护|(?<=退职)役)(?=[)）]费)");

  /** 商贸事务（款）行政运行项)。 The levels of a subject; 拨款) alone closes what was opened a line above. */
  private static final Pattern UNOPENED_LEVEL =
      Pattern.compile("(?<=[（(][类款][)）][^（(]{2,30})[款项](?=[)）])");

  /** 财政拨歼收支预算总表: behind 财政拨 stands 款, or 付, 入 and the like. */
  private static final Pattern APPROPRIATED = Pattern.compile("(?<=财政拨)[^款付入出给补至到的，。]");

  /** Of 100: what is surer is no misread label, but another. */
  private static final int SURE = 50;

  /** A long label is hardly ever another name but for one character: 上级补且收入. */
  private static final int LONG = 6;

  private static final int SURE_OF_LONG = 80;

  /** What the forms print in cells of their own; also what differs from it by one character. */
  private static final List<String> LABELS =
      List.of(
          "科目编码",
          "科目代码",
          "科目名称",
          "功能分类科目编码",
          "本年收入合计",
          "本年支出合计",
          "财政拨款收入",
          "上级补助收入",
          "事业收入",
          "经营收入",
          "附属单位上缴收入",
          "其他收入",
          "基本支出",
          "项目支出",
          "上缴上级支出",
          "经营支出",
          "对附属单位补助支出",
          "上年收入",
          "上年支出",
          "基金支出",
          "执行数",
          "本年收入",
          "本年支出",
          "预算数",
          "决算数",
          "统计数",
          "年初结转和结余",
          "年末结转和结余",
          "人员经费",
          "公用经费",
          "人员经费合计",
          "公用经费合计",
          "一般公共预算财政拨款",
          "政府性基金预算财政拨款",
          "国有资本经营预算财政拨款",
          "公务接待费",
          "因公出国（境）费",
          "公务用车购置及运行维护费",
          "公务用车购置费",
          "公务用车运行维护费",
          "项目名称",
          "年初预算数",
          "全年预算数",
          "全年执行数",
          "执行率",
          "资金总额:",
          "一级指标",
          "二级指标",
          "三级指标");

  private Misread() {}

  /** The glyphs of a cell; of what is nearly a label, the label. */
  static List<Glyph> label(List<Glyph> cell) {
    String text = text(cell);
    int most = text.length() < LONG ? SURE : SURE_OF_LONG;
    boolean sure = cell.stream().allMatch(glyph -> glyph.confidence() >= most);
    if (sure || text.length() != cell.size() || text.length() < 3 || LABELS.contains(text)) {
      return cell;
    }
    List<String> near = LABELS.stream().filter(label -> others(label, text) == 1).toList();
    if (near.size() != 1) {
      return cell;
    }
    List<Glyph> glyphs = new ArrayList<>(cell);
    for (int i = 0; i < glyphs.size(); i++) {
      replace(glyphs, i, near.getFirst().substring(i, i + 1));
    }
    return glyphs;
  }

  /** How many characters differ; all of them where the lengths do. */
  private static int others(String label, String text) {
    int others = Math.abs(label.length() - text.length()) * label.length();
    for (int i = 0; i < Math.min(label.length(), text.length()); i++) {
      others += label.charAt(i) == text.charAt(i) ? 0 : 1;
    }
    return others;
  }

  /** The glyphs of one line, in order. */
  static List<Glyph> corrected(List<Glyph> line) {
    List<Glyph> glyphs = new ArrayList<>(line);
    if (glyphs.stream().anyMatch(glyph -> glyph.text().length() != 1)) {
      return glyphs; // beyond the basic plane nothing is misread alike
    }
    for (String[] pair : WORDS) {
      String text = text(glyphs);
      for (int at = text.indexOf(pair[0]); at >= 0; at = text.indexOf(pair[0], at + 1)) {
        for (int i = 0; i < pair[1].length(); i++) {
          replace(glyphs, at + i, pair[1].substring(i, i + 1));
        }
      }
    }
    Matcher appropriated = APPROPRIATED.matcher(text(glyphs));
    while (appropriated.find()) {
      replace(glyphs, appropriated.start(), "款");
    }
    brackets(glyphs);
    return glyphs;
  }

  private static void brackets(List<Glyph> glyphs) {
    String text = text(glyphs);
    Matcher opening = OPENING.matcher(text);
    List<Glyph> superfluous = new ArrayList<>();
    while (opening.find()) {
      replace(glyphs, opening.start(), "（");
      superfluous.addAll(glyphs.subList(opening.start() + 1, opening.end()));
      int closing = closing(text, opening.end());
      replace(glyphs, closing, "）");
    }
    glyphs.removeAll(superfluous);
    Matcher atEnd = OPENING_AT_END.matcher(text(glyphs));
    if (atEnd.find()) {
      replace(glyphs, atEnd.start(), "（");
    }
    open(glyphs, UNOPENED);
    open(glyphs, UNOPENED_LEVEL);
  }

  private static void open(List<Glyph> glyphs, Pattern unopened) {
    Matcher matcher = unopened.matcher(text(glyphs));
    int added = 0;
    while (matcher.find()) {
      open(glyphs, matcher.start() + added++);
    }
  }

  /** What is missing stands in the room of the character behind it. */
  private static void open(List<Glyph> glyphs, int at) {
    Glyph g = glyphs.get(at);
    double half = g.width() / 2;
    glyphs.set(at, glyph(g, "（", g.x(), half));
    glyphs.add(at + 1, glyph(g, g.text(), g.x() + half, half));
  }

  private static int closing(String text, int from) {
    int at = from;
    while (text.charAt(at) != ')' && text.charAt(at) != '）') {
      at++;
    }
    return at;
  }

  private static void replace(List<Glyph> glyphs, int at, String text) {
    Glyph g = glyphs.get(at);
    glyphs.set(at, glyph(g, text, g.x(), g.width()));
  }

  private static Glyph glyph(Glyph of, String text, double x, double width) {
    return new Glyph(text, x, of.y(), width, of.size(), of.turn(), of.confidence());
  }

  private static String text(List<Glyph> glyphs) {
    return glyphs.stream().map(Glyph::text).collect(Collectors.joining());
  }
}
