package mingcha.extract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import mingcha.extract.WorkerProcess.TooLong;

/** Lets so many bytes through and no more. */
final class Bounded extends FilterInputStream {
  private final long most;
  private long left;

  Bounded(InputStream in, long most) {
    super(in);
    this.most = most;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws TooLong {
    left -= read;
    if (left < 0) {
      throw new TooLong("what was read of it takes more than " + (most >> 20) + " MiB");
    }
  }
}
