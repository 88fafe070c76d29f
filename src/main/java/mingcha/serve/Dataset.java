package mingcha.serve;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Disclosure;
import mingcha.wire.Json;

/** A disclosure as a schema.org Dataset, in JSON-LD for data search engines. */
final class Dataset {
  private Dataset() {}

  /** To stand within a script element: a {@code <} in it ends nothing. */
  static String of(Disclosure of, URI site) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "Dataset");
    data.put("name", of.title());
    data.put("description", ResultList.meta(of) + "：" + of.title());
    data.put("identifier", of.id());
    data.put("url", site.resolve("d/" + of.id()).toString());
    data.put("inLanguage", "zh-CN");
    data.put("isAccessibleForFree", true);
    if (of.publisher() != null) {
      data.put("creator", Map.of("@type", "GovernmentOrganization", "name", of.publisher()));
    }
    if (of.year() != null) {
      data.put("temporalCoverage", of.year().toString());
    }
    if (!of.region().isEmpty()) {
      data.put("spatialCoverage", String.join("", of.region()));
    }
    if (of.published() != null) {
      data.put("datePublished", of.published().toString());
    }
    if (of.url() != null) {
      data.put("isBasedOn", of.url());
    }
    data.put(
        "distribution",
        List.of(
            Map.of(
                "@type",
                "DataDownload",
                "contentUrl",
                site.resolve("api/disclosures/" + of.id() + "/original").toString())));
    return Json.write(data).replace("<", "\\u003c");
  }
}
