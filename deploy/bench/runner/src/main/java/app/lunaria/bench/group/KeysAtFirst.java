package app.lunaria.bench.group;

import app.lunaria.bench.program.Serving;
import app.lunaria.bench.traffic.Diary;
import app.lunaria.bench.traffic.Writes;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Has cycle-service make the keys of people in whose rows somebody else is going to write: a row
 * belongs to a key, and only cycle-service can make one.
 */
final class KeysAtFirst {
  private static final String CREATED = "HTTP/1.1 201";

  private final Serving cycle;

  KeysAtFirst(Serving cycle) {
    this.cycle = cycle;
  }

  void make(List<Diary> diaries) throws IOException {
    Writes writes = Writes.bearer(diaries, 1, cycle.address());
    for (int i = 0; i < diaries.size(); i++) {
      try (Socket socket = new Socket(cycle.address().getAddress(), cycle.address().getPort())) {
        OutputStream out = socket.getOutputStream();
        out.write(writes.first(i).bytes());
        String status =
            new String(
                socket.getInputStream().readNBytes(CREATED.length()), StandardCharsets.US_ASCII);
        if (!status.equals(CREATED)) {
          throw new IOException("cycle-service answered " + status + " to a first write");
        }
      }
    }
  }
}
