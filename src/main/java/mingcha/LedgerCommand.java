package mingcha;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import mingcha.store.LedgerRow;
import mingcha.store.Store;
import mingcha.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what became of each file. */
@Command(
    name = "ledger",
    description = "What became of each file, one JSON a line.",
    mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (Store store = Store.openReadOnly(data.existing().data())) {
      for (LedgerRow row : store.ledger()) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", row.file());
        line.put("outcome", row.outcome());
        line.put("reason", row.reason());
        line.put("entries", row.entries());
        line.put("millis", row.millis());
        out.println(Json.write(line));
      }
    }
    out.flush();
    return 0;
  }
}
