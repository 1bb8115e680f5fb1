/** The scripts of the checkout, run in surroundings that are made for the test. */
@NullMarked
package app.lunaria.local.launcher.scripts;

import org.jspecify.annotations.NullMarked;
