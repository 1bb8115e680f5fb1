/**
 * The person at the terminal: what she is shown and asked, and that nothing is left when she goes.
 */
@NullMarked
package app.lunaria.local.launcher.shell;

import org.jspecify.annotations.NullMarked;
