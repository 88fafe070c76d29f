package mingcha.serve;

import io.javalin.http.Context;

/** The two languages of the pages. */
enum Language {
  ZH,
  EN;

  /** As the address has it; the pages are Chinese where it says nothing. */
  static Language of(Context context) {
    return "en".equals(context.queryParam("lang")) ? EN : ZH;
  }

  String say(String chinese, String english) {
    return this == EN ? english : chinese;
  }

  /** For the attribute {@code lang}. */
  String tag() {
    return say("zh-CN", "en");
  }

  /** An address within the site, in this language. */
  String address(String path) {
    if (this == ZH) {
      return path;
    }
    int anchor = path.indexOf('#') < 0 ? path.length() : path.indexOf('#');
    String before = path.substring(0, anchor);
    return before + (before.contains("?") ? "&" : "?") + "lang=en" + path.substring(anchor);
  }
}
