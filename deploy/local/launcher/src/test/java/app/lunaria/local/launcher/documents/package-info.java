/** That what the documents tell people to type works as it stands. */
@NullMarked
package app.lunaria.local.launcher.documents;

import org.jspecify.annotations.NullMarked;
