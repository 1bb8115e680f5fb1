/** What every key management service must do, and one in memory for tests. */
@NullMarked
package app.lunaria.testkit.kms;

import org.jspecify.annotations.NullMarked;
