package app.lunaria.bench.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A packaged service and its configuration.
 *
 * @param name of its module
 * @param file the jar or the binary
 * @param environment everything that configures it, ports and addresses aside
 */
public record Program(String name, Build build, Path file, Map<String, String> environment) {
  /** As a plain deployment on the JVM would: a bound for the heap, the rest as the JDK chooses. */
  public static final List<String> JVM_OPTIONS = List.of("-Xmx512m");

  public Program {
    environment = Map.copyOf(environment);
  }

  List<String> command() {
    List<String> command = new ArrayList<>();
    if (build == Build.JVM) {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(JVM_OPTIONS);
      command.add("-jar");
    }
    command.add(file.toString());
    return command;
  }

  /** The same program with more settings. */
  public Program with(Map<String, String> more) {
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.putAll(more);
    return new Program(name, build, file, all);
  }

  @Override
  public String toString() {
    return name + ", " + build.text();
  }
}
