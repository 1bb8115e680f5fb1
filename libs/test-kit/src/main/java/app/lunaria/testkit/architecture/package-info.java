/**
 * The rules of this code base as tests: a service's {@code ArchitectureTest} extends {@link
 * app.lunaria.testkit.architecture.ServiceArchitecture}, a library's {@link
 * app.lunaria.testkit.architecture.LibraryArchitecture}.
 */
@NullMarked
package app.lunaria.testkit.architecture;

import org.jspecify.annotations.NullMarked;
