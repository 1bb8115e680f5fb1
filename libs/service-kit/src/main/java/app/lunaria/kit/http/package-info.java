/**
 * The edge of a service: what may come in (sizes, forms, time), how it is read, and the headers
 * that every answer carries.
 */
@NullMarked
package app.lunaria.kit.http;

import org.jspecify.annotations.NullMarked;
