/** The certificates of this machine, and the files that they are kept in. */
@NullMarked
package app.lunaria.local.gateway.authority;

import org.jspecify.annotations.NullMarked;
