/**
 * A sweep: every endpoint of a service with everything that can be wrong with a request. Sends
 * bytes, so that nothing tidies up what is wrong, and knows no service; each names its endpoints
 * and what is wrong with them alone.
 */
@NullMarked
package app.lunaria.testkit.sweep;

import org.jspecify.annotations.NullMarked;
