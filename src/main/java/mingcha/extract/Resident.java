package mingcha.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process holds, on systems that say so in /proc (Linux); 0 on others. */
final class Resident {
  private static final String PREFIX = "VmRSS:";

  private Resident() {}

  static long bytes(ProcessHandle process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith(PREFIX)) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
        }
      }
      return 0;
    } catch (IOException e) {
      return 0; // It has ended, or there is no /proc.
    }
  }
}
