package mingcha.index.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class ClusterAddressTest {
  @Test
  void aNameMayFollowTheHost() {
    assertEquals("fiscal", ClusterAddress.parse("http://localhost:9200/fiscal/").name());
    assertEquals(
        "http://localhost:9200/mingcha", ClusterAddress.parse("http://localhost:9200").toString());
  }

  @Test
  void whatIsNoAddressIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ClusterAddress.parse("localhost:9200"));
    assertEquals(
        "expected http://HOST:PORT[/NAME][?shards=N&replicas=N&wait=SECONDS], not 'localhost:9200'",
        e.getMessage());
  }
}
