package mingcha;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds the table of the README: which room sees which, and which library lives where. */
class ArchitectureTest {
  /** A broken scan would pass every rule: fewer classes than this means that the scan is broken. */
  private static final int LEAST_CLASSES = 120;

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("mingcha");

  private static final Map<String, List<String>> MAY_SEE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("disclosure", List.of()),
              Map.entry("wire", List.of("disclosure")),
              Map.entry("text", List.of("disclosure")),
              Map.entry("extract", List.of("disclosure")),
              Map.entry("interpret", List.of("extract", "text", "disclosure")),
              Map.entry("check", List.of("text", "disclosure")),
              Map.entry("query", List.of("text", "disclosure")),
              Map.entry("index", List.of("query", "text", "disclosure")),
              Map.entry("index.lucene", List.of("index", "query", "text", "disclosure", "wire")),
              Map.entry(
                  "index.opensearch", List.of("index", "query", "text", "disclosure", "wire")),
              Map.entry("store", List.of("disclosure", "wire")),
              Map.entry(
                  "alert",
                  List.of("query", "index", "index.lucene", "store", "disclosure", "wire")),
              Map.entry(
                  "ingest",
                  List.of("extract", "interpret", "index", "alert", "store", "disclosure", "wire")),
              Map.entry(
                  "serve",
                  List.of(
                      "query", "index", "alert", "ingest", "store", "text", "disclosure", "wire")),
              Map.entry("sample", List.of("disclosure"))));

  /** Libraries by their packages, with the rooms they live in. */
  private static final Map<String, List<String>> LIVES_IN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("com.hankcs..", List.of("text")),
              Map.entry("org.apache.tika..", List.of("extract")),
              Map.entry("org.apache.pdfbox..", List.of("extract", "sample")),
              Map.entry("org.ofdrw..", List.of("extract")),
              Map.entry("org.apache.poi..", List.of("extract", "sample")),
              Map.entry("org.apache.commons.compress..", List.of("extract")),
              Map.entry("org.jsoup..", List.of("extract", "sample")),
              Map.entry("org.apache.lucene.analysis..", List.of("text", "index.lucene")),
              Map.entry("org.apache.lucene.index..", List.of("index.lucene", "alert")),
              Map.entry("org.apache.lucene.search..", List.of("index.lucene", "alert")),
              Map.entry("org.apache.lucene.document..", List.of("index.lucene", "alert")),
              Map.entry("org.apache.lucene.monitor..", List.of("alert")),
              Map.entry("org.apache.lucene.store..", List.of("index.lucene")),
              Map.entry("jakarta.mail..", List.of("alert")),
              Map.entry("org.sqlite..", List.of("store")),
              Map.entry("java.sql..", List.of("store")),
              Map.entry("io.javalin..", List.of("serve")),
              Map.entry("io.micrometer..", List.of("serve")),
              Map.entry(
                  "com.fasterxml.jackson..",
                  List.of("wire", "store", "alert", "serve", "sample", "index.opensearch")),
              Map.entry("org.opensearch..", List.of("index.opensearch"))));

  @Test
  void theScanSeesTheHouse() {
    assertTrue(HOUSE.size() >= LEAST_CLASSES, "only " + HOUSE.size() + " classes seen");
  }

  @Test
  void eachRoomSeesOnlyWhatTheTableAllows() {
    MAY_SEE.forEach(
        (room, others) -> {
          List<String> allowed = new ArrayList<>(List.of("mingcha." + room));
          others.forEach(other -> allowed.add("mingcha." + other));
          noClasses()
              .that()
              .resideInAPackage("mingcha." + room)
              .should()
              .dependOnClassesThat(inTheHouseBut(allowed))
              .because("the table of rooms says what " + room + " may see")
              .check(HOUSE);
        });
  }

  @Test
  void everyRoomIsInTheTable() {
    classes()
        .should()
        .resideInAnyPackage(
            MAY_SEE.keySet().stream().map(room -> "mingcha." + room).toArray(String[]::new))
        .orShould()
        .resideInAPackage("mingcha")
        .check(HOUSE);
  }

  @Test
  void librariesStayInTheirRooms() {
    LIVES_IN.forEach(
        (library, rooms) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    rooms.stream().map(room -> "mingcha." + room).toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .because(library + " lives in " + rooms)
                .check(HOUSE));
  }

  @Test
  void thereAreNoCycles() {
    slices().matching("mingcha.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  private static DescribedPredicate<JavaClass> inTheHouseBut(List<String> allowed) {
    return DescribedPredicate.describe(
        "in a room other than " + allowed,
        c ->
            (c.getPackageName().equals("mingcha") || c.getPackageName().startsWith("mingcha."))
                && !allowed.contains(c.getPackageName()));
  }
}
