/** The inspector of this machine: rows and files as a superuser has them. */
@NullMarked
package app.lunaria.acceptance.inspector.local;

import org.jspecify.annotations.NullMarked;
