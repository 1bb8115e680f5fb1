/** The folder of a run, and what runs in it. */
@NullMarked
package app.lunaria.local.launcher.home;

import org.jspecify.annotations.NullMarked;
