/** The journal over HTTP: what may be asked and written, and how it is answered. */
@NullMarked
package app.lunaria.cycle.journal.http;

import org.jspecify.annotations.NullMarked;
