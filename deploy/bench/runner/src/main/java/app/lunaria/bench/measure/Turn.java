package app.lunaria.bench.measure;

import java.time.Duration;

/**
 * How long a turn is.
 *
 * @param warmUp before the window opens
 * @param measured how long it stays open
 */
public record Turn(Duration warmUp, Duration measured) {}
