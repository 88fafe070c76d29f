package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Ids;
import mingcha.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API over HTTP, on a real server, index and store. */
class ApiTest {
  private static final String VOUCHERS = "执行率低于60%的消费券项目";

  private static House house;

  @BeforeAll
  static void open(@TempDir Path dir) throws IOException {
    house = House.open(dir, 0);
  }

  @AfterAll
  static void close() throws IOException {
    house.close();
  }

  @Test
  void aHitIsTheWholeEntryWithWhatMatchedItAndASnippet() {
    JsonNode answer = house.json("/api/search?q=" + House.encoded("执行率低于45%的变压器项目"));
    assertEquals(1, answer.get("total").asLong());
    ObjectNode hit = (ObjectNode) answer.get("hits").get(0);
    assertTrue(hit.remove("snippet").isArray());
    String expected =
        """
        {"id":"ENTRY","kind":"project","name":"变压器更换","text":"变压器更换",\
        "path":["第三部分 附件","二、变压器更换"],"scope":"project",\
        "disclosure":{"id":"DISCLOSURE","file":"明河市商务局2023年度部门决算.txt","sha256":"SHA256",\
        "title":"明河市商务局2023年度部门决算","publisher":"明河市商务局",\
        "url":"https://example.invalid/2023.txt","published":"2024-09-20",\
        "region":["示例省","明河市"],"regionCode":"990100","year":2023,"type":"部门决算","caliber":"部门"},\
        "table":{"form":null,"title":"项目支出绩效自评表","number":null},\
        "subject":null,"rule":null,"severity":null,"readings":[\
        {"metric":"budget_initial","stage":"initial","label":"年初预算数","labelPath":["年初预算数"],\
        "value":800000,"unit":"元","raw":"80","printedUnit":"万元","basis":"table","formula":null,\
        "doubt":null,"source":{"file":"FILE","page":null,"line":16,"table":"项目支出绩效自评表","row":0,\
        "column":1,"box":null}},\
        {"metric":"budget_adjusted","stage":"adjusted","label":"全年预算数","labelPath":["全年预算数"],\
        "value":800000,"unit":"元","raw":"80","printedUnit":"万元","basis":"table","formula":null,\
        "doubt":null,"source":{"file":"FILE","page":null,"line":16,"table":"项目支出绩效自评表","row":0,\
        "column":2,"box":null}},\
        {"metric":"executed","stage":"final","label":"全年执行数","labelPath":["全年执行数"],\
        "value":328000,"unit":"元","raw":"32.8","printedUnit":"万元","basis":"table","formula":null,\
        "doubt":null,"source":{"file":"FILE","page":null,"line":16,"table":"项目支出绩效自评表","row":0,\
        "column":3,"box":null}},\
        {"metric":"execution_rate","stage":null,"label":"执行率","labelPath":["执行率"],\
        "value":41,"unit":"%","raw":"41","printedUnit":"%","basis":"table","formula":null,\
        "doubt":null,"source":{"file":"FILE","page":null,"line":16,"table":"项目支出绩效自评表","row":0,\
        "column":5,"box":null}},\
        {"metric":"completion_rate","stage":null,"label":"完成年初预算","labelPath":["完成年初预算"],\
        "value":41,"unit":"%","raw":"41.00","printedUnit":"%","basis":"computed",\
        "formula":"executed ÷ budget_initial","doubt":null,"source":{"file":"FILE","page":null,\
        "line":16,"table":"项目支出绩效自评表","row":0,"column":3,"box":null}},\
        {"metric":"execution_gap","stage":null,"label":"全年预算执行差额","labelPath":["全年预算执行差额"],\
        "value":472000,"unit":"元","raw":"47.2","printedUnit":"万元","basis":"computed",\
        "formula":"|executed − budget_adjusted|","doubt":null,"source":{"file":"FILE","page":null,\
        "line":16,"table":"项目支出绩效自评表","row":0,"column":3,"box":null}},\
        {"metric":"budget_gap","stage":null,"label":"预决算差额","labelPath":["预决算差额"],\
        "value":472000,"unit":"元","raw":"47.2","printedUnit":"万元","basis":"computed",\
        "formula":"|executed − budget_initial|","doubt":null,"source":{"file":"FILE","page":null,\
        "line":16,"table":"项目支出绩效自评表","row":0,"column":3,"box":null}}],\
        "aka":[],"matched":[3]}\
        """
            .replace("ENTRY", projectId("变压器更换"))
            .replace("DISCLOSURE", Example.DISCLOSURE.id())
            .replace("SHA256", Example.DISCLOSURE.sha256())
            .replace("FILE", Example.FILE);
    assertEquals(expected, hit.toString());
  }

  @Test
  void theAnswerHoldsWhatTheDesignNames() {
    JsonNode answer = house.json("/api/search?q=" + House.encoded(VOUCHERS));
    assertEquals(
        List.of(
            "query",
            "interpretation",
            "total",
            "hits",
            "facets",
            "facetSizes",
            "near",
            "sentence",
            "sentenceEnglish",
            "tookMillis"),
        names(answer));
    assertEquals(VOUCHERS, answer.get("query").asText());
    assertEquals("[\"project\"]", answer.get("interpretation").get("kinds").toString());
    assertEquals("[4]", answer.get("hits").get(0).get("matched").toString());
  }

  @Test
  void sizeZeroGivesTheCountsAlone() {
    JsonNode answer = house.json("/api/search?size=0");
    assertEquals(Example.entries().size() + 1, answer.get("total").asInt());
    assertEquals("[]", answer.get("hits").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/search?colour=red, colour",
    "/api/search?kind=unicorn, kind",
    "/api/search?year=last, year",
    "/api/search?sort=beauty%20asc, sort",
    "/api/search?page=0, page",
    "/api/search?page=two, page",
    "/api/search?size=101, size",
    "/api/search?size=-1, size",
    "/api/search?page=101&size=100, page",
    "/api/search?q=a&q=b, q",
    "/api/interpret?size=1, size",
    "/api/facets/beauty, dimension",
    "/api/frames/beauty, metric",
    "/api/frames/executed?kind=line, kind",
    "/api/disclosures?q=x, q",
    "/api/metrics?x=1, x",
    "/api/examples?lang=fr, lang",
    "/api/export?q=x, format",
    "/api/export?format=doc, format",
    "/api/frames/executed?order=up, order",
    "/api/frames/executed/export, format",
    "/api/frames/beauty/export?format=csv, metric",
  })
  void aBadRequestIsRefusedWithAProblemThatNamesTheParameter(String path, String parameter) {
    HttpResponse<byte[]> response = house.get(path);
    JsonNode problem = body(response);
    assertEquals(400, response.statusCode(), problem::toString);
    assertEquals("application/problem+json", House.header(response, "Content-Type"));
    assertEquals(parameter, problem.get("parameter").asText());
    assertEquals(400, problem.get("status").asInt());
    assertTrue(problem.get("detail").asText().contains(parameter), problem::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/entries/none, no entry has the id none",
    "/api/disclosures/none, no disclosure has the id none",
    "/api/disclosures/none/original, no disclosure has the id none",
    "/api/nothing, nothing is at /api/nothing",
    "/nothing.php, nothing is at /nothing.php",
    "/js/nothing.js, no file nothing.js",
    "/.hidden, nothing is at /.hidden",
  })
  void whatIsNotThereIsAProblem(String path, String detail) {
    HttpResponse<byte[]> response = house.get(path);
    assertEquals(404, response.statusCode());
    assertEquals("application/problem+json", House.header(response, "Content-Type"));
    assertEquals(
        "{\"type\":\"urn:mingcha:problem:not-found\",\"title\":\"Not found\",\"status\":404,"
            + "\"detail\":\""
            + detail
            + "\"}",
        House.text(response));
  }

  @Test
  void aTextHasNoPagePictures() {
    HttpResponse<byte[]> response =
        house.get("/api/disclosures/" + Example.DISCLOSURE.id() + "/pages/1.png");
    assertEquals(404, response.statusCode());
    assertEquals("no page pictures for text", body(response).get("detail").asText());
  }

  @Test
  void onlyReadingIsAllowed() {
    HttpResponse<byte[]> response = house.send("POST", "/api/search");
    assertEquals(405, response.statusCode());
    assertEquals("POST /api/search", body(response).get("detail").asText());
    assertEquals(404, house.send("HEAD", "/api/entries/none").statusCode());
  }

  @Test
  void anEntryIsTheSameAloneAsInItsDisclosureButForWhatTheIndexComputes() {
    String id = projectId("春季消费券发放");
    JsonNode alone = house.json("/api/entries/" + id);
    JsonNode all = house.json("/api/disclosures/" + Example.DISCLOSURE.id());
    assertEquals(List.of("disclosure", "outline", "tables", "paragraphs", "entries"), names(all));
    for (Iterator<JsonNode> each = alone.get("readings").iterator(); each.hasNext(); ) {
      if (each.next().get("basis").asText().equals("computed")) {
        each.remove();
      }
    }
    assertEquals(alone.toString(), all.get("entries").get(0).toString());
    assertEquals(Example.content().tables().size(), all.get("tables").size());
  }

  @Test
  void theWholeAnswerIsExportedAndNoCellIsAFormula() {
    String query = "&kind=project&q=" + House.encoded("执行率低于60%");
    HttpResponse<byte[]> lines = house.get("/api/export?format=jsonl" + query);
    assertEquals("application/x-ndjson", House.header(lines, "Content-Type"));
    assertEquals(3, House.text(lines).lines().count());
    HttpResponse<byte[]> csv = house.get("/api/export?format=csv" + query);
    assertTrue(House.header(csv, "Content-Disposition").startsWith("attachment;"));
    assertTrue(House.text(csv).lines().noneMatch(line -> line.matches("[=+@-].*")));
    assertEquals('P', house.get("/api/export?format=xlsx" + query).body()[0]);
  }

  @Test
  void theDisclosuresAreListedWithWhatBecameOfTheFiles() {
    JsonNode answer = house.json("/api/disclosures?size=1");
    assertEquals(2, answer.get("total").asInt());
    assertEquals(2, answer.get("files").get("read").asInt());
    assertEquals(Example.DISCLOSURE.id(), answer.get("disclosures").get(0).get("id").asText());
  }

  @Test
  void whatIsMissingIsCoveredToo() {
    JsonNode coverage = house.json("/api/coverage");
    assertEquals(2, coverage.get("disclosures").asInt());
    assertEquals(
        "[{\"value\":\"990000\",\"name\":\"示例省\",\"count\":2}]",
        coverage.get("regions").toString());
    assertEquals(
        "{\"value\":\"2022\",\"name\":\"2022\",\"count\":0}",
        coverage.get("years").get(1).toString());
    assertEquals(
        "[{\"publisher\":\"明河市商务局\",\"years\":[2021,2023],\"missing\":[2022]}]",
        coverage.get("gaps").toString());
    assertEquals(0, coverage.get("unreadTotal").asInt());
    JsonNode examples = house.json("/api/examples").get("examples");
    assertEquals("执行率低于60%的项目", examples.get(0).get("query").asText());
    examples.forEach(example -> assertTrue(example.get("count").asInt() > 0, example::toString));
  }

  @Test
  void theDisclosuresOfOnePublisherAreListed() {
    String publisher = House.encoded(Example.PUBLISHER);
    assertEquals(2, house.json("/api/disclosures?publisher=" + publisher).get("total").asInt());
    assertEquals(0, house.json("/api/disclosures?publisher=x").get("total").asInt());
  }

  @Test
  void framesRankThePublishersOfAMetric() {
    JsonNode answer = house.json("/api/frames/expenditure?year=2023");
    assertEquals(List.of("metric", "total", "without", "frames"), names(answer));
    assertEquals(1, answer.get("total").asInt());
    assertEquals(0, answer.get("without").asInt());
    assertEquals(15374000, answer.get("frames").get(0).get("value").asInt());
  }

  @Test
  void suggestionsSayWhatTheyAre() {
    JsonNode answer = house.json("/api/suggest?q=" + House.encoded("春季"));
    assertEquals("春季消费券发放", answer.get("suggestions").get(0).get("text").asText());
    assertEquals("name", answer.get("suggestions").get(0).get("kind").asText());
    assertEquals("{\"query\":\"\",\"suggestions\":[]}", House.text(house.get("/api/suggest?q=")));
    assertEquals(
        "region",
        house
            .json("/api/suggest?q=" + House.encoded("明河"))
            .get("suggestions")
            .get(0)
            .get("kind")
            .asText());
    assertEquals(
        "execution rate",
        house.json("/api/suggest?q=execution+r").get("suggestions").get(0).get("text").asText());
  }

  @Test
  void theOpenApiDocumentNamesTheRoutesAndTheirParameters() {
    Map<String, Set<String>> documented = new TreeMap<>();
    house
        .json("/openapi.json")
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            documented.put(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                queryParameters(method.getValue()))));
    Map<String, Set<String>> served = new TreeMap<>();
    for (Route route : house.server().routes()) {
      if (!route.path().contains("{file}")) {
        served.put(route.method() + " " + route.path(), new TreeSet<>(route.parameters()));
      }
    }
    assertEquals(served, documented);
    Set<String> registered = new TreeSet<>(house.server().paths());
    for (String page : List.of("/", "/search", "/compare", "/d/{id}", "/alerts/{token}")) {
      registered.remove("GET " + page);
    }
    Crawl.PATHS.forEach(path -> registered.remove("GET " + path));
    registered.removeIf(path -> path.contains("{file}"));
    assertEquals(documented.keySet(), registered);
  }

  private static String projectId(String name) {
    return Ids.entry(Example.DISCLOSURE.id(), EntryKind.PROJECT, null, name, 0);
  }

  private static JsonNode body(HttpResponse<byte[]> response) {
    return Json.tree(House.text(response));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> queryParameters(JsonNode method) {
    Set<String> names = new TreeSet<>();
    for (JsonNode parameter : method.path("parameters")) {
      if (parameter.get("in").asText().equals("query")) {
        names.add(parameter.get("name").asText());
      }
    }
    return names;
  }

  @Test
  void aTextsLinesAreGivenAsTheyCame() {
    String id = "/api/disclosures/" + Example.DISCLOSURE.id() + "/lines";
    JsonNode answer = house.json(id + "?from=16&to=40");
    assertEquals(Example.LINES.get(15), answer.at("/lines/0").asText());
    assertEquals(3, answer.get("lines").size());
    assertEquals(400, house.get(id + "?from=0&to=4").statusCode());
    assertEquals(400, house.get(id + "?from=5&to=4").statusCode());
    assertEquals(400, house.get(id + "?from=1&to=201").statusCode());
    assertEquals(404, house.get("/api/disclosures/none/lines?from=1&to=2").statusCode());
  }

  @Test
  void aPublishersYearsAreASeriesAMetric() {
    String publisher = "/api/series?publisher=" + House.encoded(Example.PUBLISHER);
    JsonNode answer = house.json(publisher + "&type=" + House.encoded("部门决算"));
    assertEquals("[2021,2022,2023]", answer.get("years").toString());
    assertEquals("[2022]", answer.get("missing").toString());
    assertEquals(1, answer.get("series").size());
    assertEquals("expenditure", answer.at("/series/0/metric").asText());
    assertEquals(12_000_000, answer.at("/series/0/points/0/reading/value").asInt());
    assertEquals(Example.DISCLOSURE.id(), answer.at("/series/0/points/1/disclosure").asText());
    assertEquals(400, house.get("/api/series").statusCode());
    // Part of the name is not whose years were asked for.
    assertEquals(
        0, house.json("/api/series?publisher=" + House.encoded("商务局")).at("/series").size());
  }
}
