/** The JSON inside sealed documents. */
package app.lunaria.user.document;
