/**
 * {@code ./lunaria}: starts the packaged services on this machine as a deployment does, tells the
 * story against them, and speaks to them for people with a shell.
 */
package app.lunaria.local.launcher;
