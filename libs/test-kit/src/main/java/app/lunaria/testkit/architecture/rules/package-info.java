/** The rules themselves, as ArchUnit holds them against classes. */
@NullMarked
package app.lunaria.testkit.architecture.rules;

import org.jspecify.annotations.NullMarked;
