/** Who is signed in at this terminal, and what she asks. */
@NullMarked
package app.lunaria.local.launcher.session;

import org.jspecify.annotations.NullMarked;
