/** Which services there are, and where they and the gateway listen. */
@NullMarked
package app.lunaria.local.launcher.service;

import org.jspecify.annotations.NullMarked;
