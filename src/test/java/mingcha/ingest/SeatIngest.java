package mingcha.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mingcha.index.opensearch.ClusterAddress;
import mingcha.index.opensearch.OpenSearchIndexer;
import mingcha.index.opensearch.Seat;
import mingcha.store.LedgerRow;
import org.jspecify.annotations.Nullable;

/**
 * One of several ingesters on a cluster, or a reindex; a process of its own for {@link
 * ClusterIngestTest}. Prints each file that is through.
 */
final class SeatIngest {
  private static final Progress PRINTED =
      new Progress() {
        @Override
        public void file(String file, @Nullable LedgerRow row) {
          System.out.println(file);
        }
      };

  private SeatIngest() {}

  /** What makes it a reindex. */
  static final String AFRESH = "afresh";

  /** Data directory, folder of files, address of the cluster. Prints what it came to. */
  public static void main(String[] args) throws IOException {
    if (args.length > 3 && args[3].equals(AFRESH)) {
      reindex(Path.of(args[0]), ClusterAddress.parse(args[2]));
      return;
    }
    try (Ingester ingester = open(Path.of(args[0]), ClusterAddress.parse(args[2]))) {
      Summary summary = ingester.ingest(List.of(Path.of(args[1])), Manifest.NONE, PRINTED);
      System.out.println(House.printed(summary) + ", recovered " + ingester.recovered());
      if (!summary.complete()) {
        throw new IllegalStateException(String.valueOf(summary.stopped()));
      }
    }
  }

  private static void reindex(Path data, ClusterAddress address) throws IOException {
    try (Ingester ingester = openAfresh(data, address)) {
      ingester.reindex(PRINTED);
    }
  }

  static Ingester openAfresh(Path data, ClusterAddress address) {
    return Ingester.openAfresh(
        data,
        LineInterpreter.pipeline("v1"),
        segments -> OpenSearchIndexer.openBeside(address, new Seat("house", 0)));
  }

  static Ingester open(Path data, ClusterAddress address) {
    return Ingester.openSeat(
        data,
        LineInterpreter.pipeline("v1"),
        (segments, seat) -> OpenSearchIndexer.open(address, new Seat("house", seat)));
  }
}
