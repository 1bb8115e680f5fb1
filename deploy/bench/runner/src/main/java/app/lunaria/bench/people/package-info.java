/** Who calls: people with keys of their own, and the issuer whose tokens they show. */
@NullMarked
package app.lunaria.bench.people;

import org.jspecify.annotations.NullMarked;
