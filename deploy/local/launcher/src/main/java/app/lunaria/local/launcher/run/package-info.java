/** One start of everything, with the gateway in front. */
@NullMarked
package app.lunaria.local.launcher.run;

import org.jspecify.annotations.NullMarked;
