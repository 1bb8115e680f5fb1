/** Runs of their own: migrations with the owner's credentials, and the first key epoch. */
package app.lunaria.user.task;
