package app.lunaria.acceptance.client.transport;

import java.io.IOException;

/** Sends a call and gives what came back, whatever its status. */
public interface Transport {
  Answer send(Call call) throws IOException, InterruptedException;
}
