/** That health data is processed for nobody who has not agreed to it. */
@NullMarked
package app.lunaria.kit.caller.consent;

import org.jspecify.annotations.NullMarked;
