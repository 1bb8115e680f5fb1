package app.lunaria.acceptance.story;

import java.time.Duration;

/** How the story ended: how many checks held, did not, and could not be tried. */
public record Verdict(int held, int notHeld, int notTried, Duration took) {
  public boolean allHeld() {
    return notHeld == 0 && notTried == 0;
  }
}
