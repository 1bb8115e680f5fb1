package app.lunaria.kit.caller.limit;

import java.time.Duration;

/**
 * What is left to a person after one more request of hers.
 *
 * @param granted whether that request may go on
 * @param requests how many more she may make now
 * @param untilNext when she may make one more; zero when she may now
 * @param untilAll when she may make all of them again
 */
record Allowance(boolean granted, long requests, Duration untilNext, Duration untilAll) {}
