/** A service's packaged program, and what a deployment tells it. */
@NullMarked
package app.lunaria.local.launcher.program;

import org.jspecify.annotations.NullMarked;
