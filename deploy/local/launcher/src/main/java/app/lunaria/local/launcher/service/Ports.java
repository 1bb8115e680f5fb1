package app.lunaria.local.launcher.service;

import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/**
 * Ports on the loopback address: the customary one, or the next that nobody listens on. One object
 * gives no port twice, although nobody listens there yet.
 */
public final class Ports {
  private static final int LAST = 65535;

  private final Set<Integer> given = new HashSet<>();

  /** The first free port from one on. */
  public int freeFrom(int first) {
    for (int port = first; port <= LAST; port++) {
      if (isFree(port) && given.add(port)) {
        return port;
      }
    }
    throw new Complaint(
        ExitCode.MACHINE_LACKS,
        "no port is free from " + first + " on",
        "127.0.0.1",
        "end a program that listens there, and run this again");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
