package mingcha.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.alert.AlertMatcher;
import mingcha.alert.AlertSettings;
import mingcha.alert.Alerts;
import mingcha.alert.Arrival;
import mingcha.disclosure.Metrics;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader saves a question, confirms, is told, looks at it and ends it; in both languages. */
class AlertPageTest extends Visit {
  private static final String QUESTION = "执行率低于60%的项目";
  private static final String MARKUP = "<img src=x onerror=\"document.title='taken'\">";
  private static final Pattern CONFIRM = Pattern.compile("(/alerts/confirm/\\S+)");

  private GreenMail smtp;
  private Server server;
  private String site = "";

  @BeforeEach
  void serve() throws IOException {
    smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    server = started(smtp.getSmtp().getPort());
    site = "http://127.0.0.1:" + server.port();
    allowed = site;
  }

  private Server started(@Nullable Integer smtpPort) throws IOException {
    AlertSettings settings =
        new AlertSettings(
            URI.create("https://mingcha.example/"),
            smtpPort == null
                ? null
                : new AlertSettings.Mail(
                    "127.0.0.1", smtpPort, null, null, "m@mingcha.example", false),
            false);
    return Server.start(
        house.searcher(),
        House.parser(),
        Lexicon.standard(),
        house.store(),
        Metrics.standard(),
        PageDrawer.NONE,
        new Alerts(house.store(), settings, Clock.systemUTC()),
        settings,
        Server.LOCAL,
        0);
  }

  @AfterEach
  void stop() {
    house.store().alerts().all().forEach(alert -> house.store().alerts().end(alert.id()));
    server.close();
    smtp.stop();
  }

  @Test
  void aQuestionIsSavedConfirmedToldAndEnded() throws Exception {
    page.navigate(site + "/search?q=" + House.encoded(QUESTION));
    look("results");
    page.getByText("保存为提醒").click();
    assertThat(page.locator("h1")).hasText("保存为提醒");
    assertThat(page.locator("#so-far")).hasText("到现在为止会有 3 条");
    assertThat(page.locator(".by-year")).containsText("2023");
    look("new");
    page.getByLabel("邮箱").fill("reader@example.org");
    page.getByLabel("每周一次").check();
    page.locator("select[name=weekday]").selectOption("5");
    look("new-filled");
    press("保存提醒");
    assertThat(page.locator("h1")).hasText("还差一步：请确认邮箱");
    look("pending");
    page.navigate(site + confirmation());
    assertThat(page.locator("blockquote")).containsText("执行率低于60%");
    look("confirm");
    press("确认");
    assertThat(page.locator("h1")).hasText(QUESTION);
    assertThat(page.locator(".cover")).containsText("每周一次，星期五，08:00");
    tell();
    page.reload();
    assertThat(page.locator("#alert-news ~ ul li")).hasCount(3);
    look("told");
    page.getByLabel("每天一次").check();
    press("保存更改");
    assertThat(page.locator(".cover")).containsText("每天一次，08:00");
    press("发送测试");
    assertThat(page.locator(".tested")).hasText("email · 已送达");
    page.getByText("停止这个提醒…").click();
    look("end");
    press("停止全部，并删除邮箱地址");
    assertThat(page.locator("h1")).hasText("全部停止，地址已删除");
    assertEquals(List.of(), house.store().alerts().all());
  }

  @Test
  void inEnglishWithAFeedAlone() {
    page.navigate(site + "/search?q=" + House.encoded(QUESTION) + "&year=2023&lang=en");
    page.getByText("Save as an alert").click();
    assertThat(page.locator("#so-far")).hasText("So far it would have told of 3");
    page.getByLabel("Atom feed").check();
    page.getByLabel("at once").check();
    press("Save the alert");
    assertThat(page.locator(".cover")).containsText("/feeds/alerts/");
    assertThat(page.locator("#alert-news ~ p")).hasText("Nothing yet.");
    look("english");
    assertTrue(page.url().endsWith("?lang=en"), page.url());
  }

  @Test
  void whatIsWrongIsSaidWhereItStands() {
    expected = "status of 400";
    page.navigate(site + "/alerts/new?q=" + House.encoded(QUESTION));
    page.locator("[name=webhook]").fill("http://127.0.0.1/");
    press("保存提醒");
    assertThat(page.locator(".alert-problem")).containsText("不能用这个 Webhook 地址");
    assertThat(page.locator("[name=webhook]")).isFocused();
    look("problem");
  }

  @Test
  void whatWouldMatchEverythingSaysHowToNarrowIt() {
    expected = "status of 404";
    page.navigate(site + "/alerts/new?q=" + House.encoded("2023年"));
    assertThat(page.locator(".alert-problem")).containsText("请加上词语、数字条件、地区、科目代码或发布单位");
    assertThat(page.locator("form.alert-form")).hasCount(0);
    page.navigate(site + "/alerts/no-such-secret");
    assertThat(page.locator("h1")).hasText("没有这个页面");
  }

  @Test
  void whatAnAlertIsCalledAndTellsIsNeverMarkup() throws Exception {
    page.navigate(site + "/alerts/new?q=" + House.encoded(QUESTION));
    page.locator("[name=name]").fill(MARKUP);
    page.getByLabel("邮箱").fill("reader@example.org");
    page.getByLabel("Atom 订阅源").check();
    press("保存提醒");
    assertThat(page.locator("h1")).hasText("还差一步：请确认邮箱");
    noMarkup();
    page.navigate(site + confirmation());
    assertThat(page.locator("blockquote")).containsText(MARKUP);
    noMarkup();
    press("确认");
    assertThat(page.locator("h1")).hasText(MARKUP);
    tell();
    page.reload();
    assertThat(page.locator("#alert-news ~ ul")).containsText(Example.HOSTILE);
    noMarkup();
    String feed = page.locator(".cover a[href*='/feeds/']").getAttribute("href");
    String atom = page.request().get(site + URI.create(feed).getPath()).text();
    assertTrue(atom.contains("&lt;img src=x"), atom);
    assertTrue(!atom.contains("<img"), atom);
    page.getByText("停止这个提醒…").click();
    press("停止全部，并删除邮箱地址");
    assertThat(page.locator("h1")).hasText("全部停止，地址已删除");
    noMarkup();
  }

  private void noMarkup() {
    assertEquals(0, page.locator("[onerror]").count(), page.url());
    assertTrue(!page.title().equals("taken"), page.url());
  }

  @Test
  void whereNoMailCanBeSentNoneIsOffered() throws IOException {
    try (Server silent = started(null)) {
      site = allowed = "http://127.0.0.1:" + silent.port();
      page.navigate(site + "/alerts/new?q=" + House.encoded(QUESTION));
      assertThat(page.getByLabel("Atom 订阅源")).isChecked();
      assertThat(page.getByLabel("邮箱")).hasCount(0);
    }
  }

  /** As it is seen on a phone and on a desk, by those who cannot see it, and kept if asked for. */
  private void look(String name) {
    for (int width : new int[] {360, 1440}) {
      page.setViewportSize(width, 900);
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(width == 360 ? ColorScheme.LIGHT : ColorScheme.DARK));
      page.locator("main:not([aria-busy])").waitFor();
      assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), name);
      assertEquals(
          List.of(),
          new AxeBuilder(page)
              .analyze().getViolations().stream()
                  .flatMap(rule -> rule.getNodes().stream().map(n -> rule.getId() + n.getHtml()))
                  .toList(),
          name + " " + width);
      String folder = System.getProperty("mingcha.screenshots");
      if (folder != null) {
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(folder, name + "-" + width + ".png")));
      }
    }
  }

  private void press(String button) {
    Locator found =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true));
    found.click();
  }

  private String confirmation() throws Exception {
    MimeMultipart parts = (MimeMultipart) smtp.getReceivedMessages()[0].getContent();
    Matcher link = CONFIRM.matcher(String.valueOf(parts.getBodyPart(0).getContent()));
    assertTrue(link.find());
    return link.group(1);
  }

  private static void tell() throws IOException {
    try (AlertMatcher matcher = AlertMatcher.over(house.store(), Clock.systemUTC())) {
      Arrival arrival = new Arrival(1, Example.DISCLOSURE, List.of(), Example.entries());
      house.store().outbox().tell(matcher.match(List.of(arrival)));
    }
  }
}
