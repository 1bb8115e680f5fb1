/** What a person can write about one day; plain values, shared by the features. */
@NullMarked
package app.lunaria.cycle.day;

import org.jspecify.annotations.NullMarked;
