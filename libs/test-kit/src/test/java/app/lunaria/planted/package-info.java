/**
 * Classes with one fault each, and beside them classes without: what the rules of {@code
 * app.lunaria.testkit.architecture} must report, and what they must let pass. None of them runs.
 */
package app.lunaria.planted;
