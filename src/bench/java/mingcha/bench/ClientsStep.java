package mingcha.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import mingcha.disclosure.Metrics;
import mingcha.index.EntrySearcher;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.QuestionParser;
import mingcha.sample.SampleWriter;
import mingcha.serve.PageDrawer;
import mingcha.serve.Server;
import mingcha.store.Store;
import mingcha.text.Lexicon;

/** Serves an index and asks the mix over HTTP, by one client and by sixteen at once. */
final class ClientsStep {
  private ClientsStep() {}

  /**
   * Prints what it found.
   *
   * @param args the folder that {@link IndexStep} wrote
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Path.of(args[0]);
    Lexicon lexicon = Lexicon.with(SampleWriter.divisions());
    Metrics metrics = Metrics.standard();
    QuestionParser parser = new QuestionParser(lexicon, metrics);
    try (EntrySearcher searcher = LuceneSearcher.open(folder.resolve("segments"));
        Store store = Store.open(folder.resolve("store"));
        Server server =
            Server.start(
                searcher, parser, lexicon, store, metrics, PageDrawer.NONE, Server.LOCAL, 0)) {
      Clients clients =
          new Clients(URI.create("http://" + Server.LOCAL + ":" + server.port() + "/"));
      clients.once(1);
      System.out.println(Clients.HEADER);
      for (int number : new int[] {1, 16}) {
        System.out.println("| " + number + " | " + clients.once(number).cells() + " |");
      }
    }
  }
}
