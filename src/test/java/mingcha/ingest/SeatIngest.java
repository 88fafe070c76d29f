package mingcha.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mingcha.index.opensearch.ClusterAddress;
import mingcha.index.opensearch.OpenSearchIndexer;
import mingcha.index.opensearch.Seat;

/** One of several ingesters on a cluster; a process of its own for {@link ClusterIngestTest}. */
final class SeatIngest {
  private SeatIngest() {}

  /** Data directory, folder of files, address of the cluster. Prints what it came to. */
  public static void main(String[] args) throws IOException {
    try (Ingester ingester = open(Path.of(args[0]), ClusterAddress.parse(args[2]))) {
      Summary summary = ingester.ingest(List.of(Path.of(args[1])), Manifest.NONE, Progress.NONE);
      System.out.println(House.printed(summary) + ", recovered " + ingester.recovered());
      if (!summary.complete()) {
        throw new IllegalStateException(String.valueOf(summary.stopped()));
      }
    }
  }

  static Ingester open(Path data, ClusterAddress address) {
    return Ingester.openSeat(
        data,
        LineInterpreter.pipeline("v1"),
        (segments, seat) -> OpenSearchIndexer.open(address, new Seat("house", seat)));
  }
}
