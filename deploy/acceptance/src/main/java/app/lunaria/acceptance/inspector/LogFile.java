package app.lunaria.acceptance.inspector;

import java.nio.file.Path;

/** A log of the stack, by the name of who writes it. */
public record LogFile(String name, Path path) {}
