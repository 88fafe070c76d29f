package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the name of a file says, with those of its folders and archives: {@code
 * 晋城市商务局/2023年部门决算公开表.xls}.
 */
final class FileNames {
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_—-]+");
  private static final Pattern NUMBER = Pattern.compile("^(?:附件)?\\d{1,4}[.、．)）:：]?(?=\\D)(?!年)");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}(?:年度|年)?");

  private FileNames() {}

  /** What may be a title: the name, its parts together and its last one, and after its folders. */
  static List<String> titles(String file) {
    List<String> names = names(file);
    String own = names.getLast();
    List<String> titles = new ArrayList<>();
    titles.add(own);
    String[] parts = SEPARATORS.split(own);
    if (parts.length > 1) {
      titles.add(parts[parts.length - 1]);
      titles.add(NUMBER.matcher(String.join("", parts)).replaceFirst(""));
      titles.add(parts[parts.length - 2] + parts[parts.length - 1]);
    }
    for (int i = names.size() - 2; i >= 0; i--) {
      titles.add(names.get(i) + own);
      titles.add(YEAR.matcher(own).find() ? names.get(i) + own : own + names.get(i));
    }
    return titles;
  }

  /** Each part that may be a name of somebody, without numbers. */
  static List<String> parts(String file) {
    List<String> parts = new ArrayList<>();
    for (String name : names(file)) {
      for (String part : SEPARATORS.split(name)) {
        String plain = YEAR.matcher(NUMBER.matcher(part).replaceFirst("")).replaceFirst("");
        if (plain.length() > 1) {
          parts.add(plain);
        }
      }
    }
    return parts;
  }

  private static List<String> names(String file) {
    List<String> names = new ArrayList<>();
    for (String name : file.split("!?/")) {
      int dot = name.lastIndexOf('.');
      boolean extension = dot > 0 && name.length() - dot <= 6;
      names.add(extension ? name.substring(0, dot) : name);
    }
    return names;
  }
}
