/** The JSON inside sealed documents. */
@NullMarked
package app.lunaria.kit.document;

import org.jspecify.annotations.NullMarked;
