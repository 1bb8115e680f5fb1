/**
 * The documents of this repository, read so that tests can hold them against what they speak of.
 */
@NullMarked
package app.lunaria.testkit.documents;

import org.jspecify.annotations.NullMarked;
