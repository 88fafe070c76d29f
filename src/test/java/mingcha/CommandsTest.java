package mingcha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.wire.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the commands print, and what they end with, as a person at a terminal sees it. */
class CommandsTest {
  private static final String FILE = "明河市商务局2023年度部门决算.txt";

  private static final String DRAFT =
      """
      明河市商务局2023年度部门决算
      第三部分 2023年度部门决算情况说明
      一、支出决算情况说明
      本年支出合计1180万元，其中：基本支出590万元，占60%；项目支出590万元，占50%。
      二、项目绩效
      春季消费券发放项目全年预算数为100万元，执行数为45.2万元，预算执行率为45.2%。
      """;

  private static final String FOUND =
      """
      FILE  明河市商务局2023年度部门决算：需要说明的 1 处，提示 0 处
        warn  ratio-recompute/share  基本支出：写为60%，而590万元÷1180万元（本年支出合计）=50%。占比与所列金额不符，需要说明
              占 60% · FILE 第4行
              基本支出 590万元 · FILE 第4行
              本年支出合计 1180万元 · FILE 第4行

      """
          .replace("FILE", FILE);

  @TempDir Path folder = Path.of("");

  private Path drafts = folder;
  private String index = "";

  @BeforeEach
  void write() throws IOException {
    drafts = Files.createDirectory(folder.resolve("drafts"));
    Files.writeString(drafts.resolve(FILE), DRAFT);
    index = "--index=" + folder.resolve("index");
  }

  /** What a command printed and ended with. */
  private record Told(int code, String out, String err) {}

  private static Told run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new Told(command.execute(args), out.toString(), err.toString());
  }

  @Test
  void aDraftIsCheckedBeforeItIsPublished() throws IOException {
    Path page = folder.resolve("report.html");
    assertEquals(new Told(0, FOUND, ""), run("check", "--html=" + page, drafts.toString()));
    String report = Files.readString(page);
    assertTrue(report.contains("1份公开文件，需要说明的1处，提示0处"), report);
    assertTrue(report.contains("<td class=\"figure\">60%</td>"), report);
    assertTrue(!Files.exists(folder.resolve("index")), "a draft is not indexed");
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndCostsNoOther() throws IOException {
    Files.writeString(drafts.resolve("坏.docx"), "PK\u0003\u0004");
    Told told = run("check", drafts.toString());
    assertEquals(FOUND, told.out());
    assertTrue(told.err().startsWith("坏.docx: not read, TRUNCATED: "), told.err());
    assertEquals(1, told.code());
  }

  @Test
  void findingsAreGivenAsJsonALine() throws IOException {
    Told told = run("check", "--json", drafts.toString());
    List<String> findings = told.out().lines().toList();
    assertEquals(1, findings.size());
    assertEquals(
        "ratio-recompute/share", Json.mapper().readTree(findings.getFirst()).path("rule").asText());
  }

  @Test
  void rulesSayHowOftenTheyCouldNotBeChecked() {
    String told = run("check", "--rules", drafts.toString()).out();
    assertEquals(
        "ratio-recompute/share 符合 2 不符 1 无法核对 0",
        told.lines()
            .filter(line -> line.startsWith("ratio-recompute/share"))
            .map(line -> line.replaceAll("\\s+", " "))
            .collect(Collectors.joining()));
  }

  @Test
  void whatIsReadIsFoundCheckedTakenOutAndMadeAnew() {
    assertEquals("1 file: 1 read; N entries in N s", ingest(drafts.toString()));
    assertEquals("1 file: 0 read, 1 unchanged; N entries in N s", ingest(drafts.toString()));
    assertEquals(
        """
        我们理解为: 执行率低于60%的消费券项目
        共 1 条

        春季消费券发放  [project]  明河市商务局 2023
          预算执行率 45.2%  FILE 第6行 (narrative)
        """
            .replace("FILE", FILE),
        run("search", index, "执行率低于60%的消费券项目").out());
    assertEquals(new Told(0, FOUND, ""), run("check", index));
    String row = run("ledger", index).out();
    assertTrue(row.startsWith("{\"file\":\"" + FILE + "\",\"outcome\":\"read\""), row);
    Path copy = folder.resolve("copy");
    assertEquals("backed up to " + copy + "\n", run("backup", index, copy.toString()).out());
    assertEquals(FOUND, run("check", "--index=" + copy).out());
    assertEquals(0, run("reindex", index).code());
    assertTrue(run("search", index, "消费券").out().contains("春季消费券发放"));
  }

  @Test
  void twoFilesAreTwoAndFailuresHaveReasons() throws IOException {
    Files.writeString(drafts.resolve("坏.docx"), "PK\u0003\u0004");
    Files.writeString(drafts.resolve("copy.txt"), DRAFT);
    String told = run("ingest", index, drafts.toString()).err();
    assertTrue(told.contains("3 files: 2 read (1 the same bytes again), 1 failed; "), told);
    assertTrue(told.contains("  1 × TRUNCATED"), told);
  }

  @Test
  void whatIsAskedOfNothingIsSaidPlainly() {
    Path none = folder.resolve("none");
    assertEquals(
        new Told(1, "", "check: there is no " + none + "\n"), run("check", none.toString()));
    for (String command : List.of("check", "ledger")) {
      assertEquals(
          new Told(
              1,
              "",
              command + ": no index in " + folder.resolve("index") + ": ingest something first\n"),
          run(command, index));
    }
    ingest(drafts.toString());
    assertEquals(
        new Told(1, "", "remove: no disclosure 'nosuch'\n"), run("remove", index, "nosuch"));
    assertEquals(2, run("check", "--nope").code());
  }

  private String ingest(String path) {
    Told told = run("ingest", index, path);
    return told.err().strip().replaceAll("; [\\d,]+ entries in [\\d.]+ s", "; N entries in N s");
  }
}
