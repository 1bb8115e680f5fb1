/** JSON lines with an allow-listed set of fields; nothing that a person told us can reach them. */
@NullMarked
package app.lunaria.kit.logging;

import org.jspecify.annotations.NullMarked;
