/** Whether two services' stores, times or logs tell who is who. */
@NullMarked
package app.lunaria.local.launcher.join;

import org.jspecify.annotations.NullMarked;
