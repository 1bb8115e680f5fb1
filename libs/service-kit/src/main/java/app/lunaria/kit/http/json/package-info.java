/**
 * JSON in and out: bodies read strictly into records, every mistake named by a pointer, and answers
 * written.
 */
@NullMarked
package app.lunaria.kit.http.json;

import org.jspecify.annotations.NullMarked;
