/** What was measured, as it is kept, judged and shown. Pure. */
@NullMarked
package app.lunaria.bench.report;

import org.jspecify.annotations.NullMarked;
