/** What is measured together: each class makes one or more groups of the report. */
@NullMarked
package app.lunaria.bench.group;

import org.jspecify.annotations.NullMarked;
