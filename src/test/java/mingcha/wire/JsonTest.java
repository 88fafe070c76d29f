package mingcha.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Subject;
import mingcha.disclosure.TableRef;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final Disclosure DISCLOSURE =
      new Disclosure(
          "d1",
          "a/b.txt",
          "0".repeat(64),
          "某市商务局2023年度部门决算",
          "某市商务局",
          null,
          LocalDate.of(2024, 9, 1),
          List.of("某省", "某市"),
          "990100",
          2023,
          "部门决算",
          "部门");

  private static final Entry ENTRY =
      new Entry(
          "e1",
          EntryKind.LINE,
          "招商引资",
          "",
          List.of("第二部分"),
          Scope.SUBJECT,
          DISCLOSURE,
          new TableRef("expenditure", "支出决算表", "03"),
          new Subject("2011308", "招商引资"),
          null,
          null,
          List.of(
              new Reading(
                  "executed",
                  null,
                  "本年支出合计",
                  List.of("本年支出合计"),
                  new BigDecimal("1220400.00"),
                  "元",
                  "122.04",
                  "万元",
                  Basis.TABLE,
                  null,
                  null,
                  new Source("a/b.txt", null, 12, "支出决算表", 3, 2, null))),
          List.of());

  @Test
  void anEntryLooksAsTheInterfaceSays() {
    assertEquals(
        """
        {"id":"e1","kind":"line","name":"招商引资","text":"","path":["第二部分"],"scope":"subject",\
        "disclosure":{"id":"d1","file":"a/b.txt","sha256":"%s","title":"某市商务局2023年度部门决算",\
        "publisher":"某市商务局","url":null,"published":"2024-09-01","region":["某省","某市"],"regionCode":"990100",\
        "year":2023,"type":"部门决算","caliber":"部门"},\
        "table":{"form":"expenditure","title":"支出决算表","number":"03"},\
        "subject":{"code":"2011308","name":"招商引资"},"rule":null,"severity":null,\
        "readings":[{"metric":"executed","stage":null,"label":"本年支出合计","labelPath":["本年支出合计"],\
        "value":1220400.00,"unit":"元","raw":"122.04","printedUnit":"万元","basis":"table","formula":null,\
        "doubt":null,"source":{"file":"a/b.txt","page":null,"line":12,"table":"支出决算表","row":3,"column":2,\
        "box":null}}],"aka":[]}\
        """
            .formatted("0".repeat(64)),
        Json.write(ENTRY));
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    assertEquals(ENTRY, Json.read(Json.writeBytes(ENTRY), Entry.class));
  }
}
