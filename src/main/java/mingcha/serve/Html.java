package mingcha.serve;

/** HTML and XML written here: text is escaped, always. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Markup of ours, as it is. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** What a disclosure or a person says: as text, or within the quotes of an attribute. */
  Html text(Object text) {
    out.append(escaped(text.toString()));
    return this;
  }

  /** An element with nothing but text in it. */
  Html element(String tag, Object text) {
    return markup("<" + tag + ">").text(text).markup("</" + tag + ">");
  }

  /** A link of this site. */
  Html link(String href, Object text) {
    return markup("<a href=\"").text(href).markup("\">").text(text).markup("</a>");
  }

  @Override
  public String toString() {
    return out.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
