package mingcha.interpret;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subject as the narrative names it: 一般公共服务支出（类）商贸事务（款）行政运行（项）.
 *
 * @param classes 类, or null where it is not named
 * @param section 款
 * @param item 项
 */
record SubjectPath(@Nullable String classes, @Nullable String section, @Nullable String item) {
  private static final String NAME = "[\\p{IsHan}、“”]{2,30}?";
  private static final Pattern PATH =
      Pattern.compile(
          "(?:(?<class>%s)\\s*[（(]类[）)]\\s*)?(?:(?<section>%s)\\s*[（(]款[）)]\\s*)?(?:(?<item>%s)\\s*[（(]项[）)])?"
              .formatted(NAME, NAME, NAME));
  private static final Pattern NOISE = Pattern.compile("^(?:、|年度|年|其中|用于|主要|以下方面|支出按|按)+");

  /** The last one in a text. */
  static Optional<Found> last(String text) {
    Found last = null;
    Matcher matcher = PATH.matcher(text);
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        SubjectPath path =
            new SubjectPath(
                name(matcher.group("class")),
                name(matcher.group("section")),
                name(matcher.group("item")));
        last = new Found(path, matcher.start(), matcher.end());
      }
    }
    return Optional.ofNullable(last);
  }

  record Found(SubjectPath path, int start, int end) {}

  /** This path below another: its missing upper parts are those of the other. */
  SubjectPath below(@Nullable SubjectPath above) {
    if (above == null || classes != null) {
      return this;
    }
    return new SubjectPath(above.classes, section == null ? above.section : section, item);
  }

  /** The names from the outermost. */
  List<String> names() {
    return Stream.of(classes, section, item)
        .<String>mapMulti(
            (name, sink) -> {
              if (name != null) {
                sink.accept(name);
              }
            })
        .toList();
  }

  /** How many digits a code has that means this: 3, 5 or 7. */
  int digits() {
    return item != null ? 7 : section != null ? 5 : 3;
  }

  /** As printed: 商业流通事务（款）行政运行（项）. */
  @Override
  public String toString() {
    return Stream.of(marked(classes, "（类）"), marked(section, "（款）"), marked(item, "（项）"))
        .collect(Collectors.joining());
  }

  private static String marked(@Nullable String name, String mark) {
    return name == null ? "" : name + mark;
  }

  private static @Nullable String name(@Nullable String text) {
    return text == null ? null : NOISE.matcher(Line.compact(text)).replaceFirst("");
  }
}
