package app.lunaria.kit.problem;

/**
 * One mistake in what a client sent.
 *
 * @param pointer JSON pointer (RFC 6901) to the member; made of names that we know, never of what
 *     was sent
 * @param slug the problem type's name
 */
public record FieldError(String pointer, String slug) {}
