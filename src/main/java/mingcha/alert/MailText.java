package mingcha.alert;

import java.util.List;
import java.util.regex.Pattern;
import mingcha.alert.Telling.Item;
import mingcha.alert.Telling.Sheet;
import mingcha.store.AlertRow;
import mingcha.store.MatchRow;

/** What a mail says, as text and as HTML that loads nothing from anywhere. */
record MailText(String subject, String text, String html) {
  private static final String HEAD =
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head>"
          + "<body style=\"font-family:sans-serif;line-height:1.5;max-width:45em\">";

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\S*(?:://|www\\.|@|[\\w-]\\.[a-z]{2,})\\S*");

  private static final int LONGEST_ASKED = 200;

  /** Of matches. */
  static MailText of(AlertRow alert, List<MatchRow> matches, AlertSettings settings) {
    Language language = Language.of(alert.language());
    Telling telling = new Telling(language, settings);
    List<Sheet> sheets = telling.sheets(matches);
    int count = matches.size();
    String intro =
        language.say(
            "您的提醒“" + alert.name() + "”有 " + count + " 条消息：",
            count + " for your alert “" + alert.name() + "”:");
    StringBuilder text = new StringBuilder(intro).append("\n\n");
    StringBuilder html = new StringBuilder(HEAD).append("<p>").append(Html.escaped(intro));
    html.append("</p>");
    for (Sheet sheet : sheets) {
      String title = sheet.disclosure().title();
      text.append(title).append('\n').append(telling.link(sheet.disclosure())).append("\n\n");
      html.append("<h2 style=\"font-size:1.1em\">")
          .append(Html.link(telling.link(sheet.disclosure()), title))
          .append("</h2><ul>");
      for (Item item : sheet.items()) {
        add(item, text, html);
      }
      html.append("</ul>");
    }
    end(alert, settings, text, html);
    return new MailText(subject(alert, sheets, count), text.toString(), html.toString());
  }

  private static String subject(AlertRow alert, List<Sheet> sheets, int count) {
    String first = sheets.getFirst().disclosure().title();
    return Language.of(alert.language())
        .say(
            "[明察] "
                + alert.name()
                + "："
                + count
                + " 条（"
                + first
                + (sheets.size() > 1 ? " 等）" : "）"),
            "[Mingcha] "
                + alert.name()
                + ": "
                + count
                + " ("
                + first
                + (sheets.size() > 1 ? " and others)" : ")"));
  }

  private static void add(Item item, StringBuilder text, StringBuilder html) {
    text.append("* ").append(item.title()).append(" [").append(item.what()).append("]\n");
    html.append("<li id=\"m-")
        .append(item.id())
        .append("\">")
        .append(Html.link(item.link(), item.title()))
        .append(" <b>")
        .append(Html.escaped(item.what()))
        .append("</b>");
    for (String line : item.lines()) {
      text.append("  ").append(line).append('\n');
      html.append("<br>").append(Html.escaped(line));
    }
    text.append("  ").append(item.link()).append("\n  #").append(item.id()).append("\n\n");
    html.append("</li>");
  }

  private static void end(
      AlertRow alert, AlertSettings settings, StringBuilder text, StringBuilder html) {
    Language language = Language.of(alert.language());
    String link = settings.link("alerts/" + alert.token() + language.say("", "?lang=en"));
    String manage = language.say("更改或停止这个提醒", "Change or end this alert");
    text.append("-- \n").append(manage).append(language.say("：", ": ")).append(link).append('\n');
    html.append("<p>").append(Html.link(link, manage)).append("</p></body></html>");
  }

  /** That asks whether the address is its owner's wish. */
  static MailText confirmation(AlertRow alert, String sentence, AlertSettings settings) {
    Language language = Language.of(alert.language());
    String link = settings.link("alerts/confirm/" + alert.confirmation());
    String asked =
        language.say(
            "有人（想必是您）请明察在有新的公开信息符合下面的问题时写信到这个地址：",
            "Somebody, probably you, asks Mingcha to write to this address when a disclosure"
                + " answers this question:");
    String name = unlinked(alert.name());
    String question = unlinked(sentence);
    String asks = question.isBlank() || question.equals(name) ? name : name + " – " + question;
    String confirm = language.say("确认，请打开：", "To confirm, open:");
    String ignore =
        language.say(
            "不确认就不会再收到信。打开同一链接也可以要求以后不再写信到这个地址。",
            "If you do nothing, nothing more is sent. The same link also lets you forbid any mail"
                + " to this address.");
    String html =
        HEAD
            + "<p>"
            + Html.escaped(asked)
            + "</p><p><b>"
            + Html.escaped(asks)
            + "</b></p><p>"
            + Html.escaped(confirm)
            + "<br>"
            + Html.link(link, link)
            + "</p><p>"
            + Html.escaped(ignore)
            + "</p></body></html>";
    return new MailText(
        language.say("[明察] 请确认：" + name, "[Mingcha] Please confirm: " + name),
        asked + "\n\n  " + asks + "\n\n" + confirm + "\n" + link + "\n\n" + ignore + "\n",
        html);
  }

  /** Words of somebody who need not be the reader: nobody is to be sent to an address by them. */
  private static String unlinked(String text) {
    String plain = ADDRESS.matcher(text).replaceAll("…");
    return plain.length() <= LONGEST_ASKED ? plain : plain.substring(0, LONGEST_ASKED) + "…";
  }
}
