package app.lunaria.kit.readiness;

/**
 * A setting as it was found.
 *
 * @param value what it says
 * @param source where it came from, as the configuration names it
 */
record Setting(String value, String source) {}
