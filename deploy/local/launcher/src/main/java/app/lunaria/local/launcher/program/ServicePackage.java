package app.lunaria.local.launcher.program;

import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.Shell;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was built of a service and can be started: the jar, or the native executable. */
public sealed interface ServicePackage permits ServiceJar, ServiceExecutable {
  /** Names of services, a comma between them, whose executables are started. */
  String CHOICE = "LUNARIA_NATIVE";

  /** The executable if LUNARIA_NATIVE names the service, else the jar. */
  static ServicePackage of(Shell shell, Service service) {
    return natively(shell).contains(service)
        ? new ServiceExecutable(shell, service)
        : new ServiceJar(shell, service);
  }

  private static Set<Service> natively(Shell shell) {
    return shell.variable(CHOICE).stream()
        .flatMap(names -> Arrays.stream(names.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(ServicePackage::named)
        .collect(Collectors.toSet());
  }

  private static Service named(String module) {
    return Arrays.stream(Service.values())
        .filter(service -> service.module().equals(module))
        .findFirst()
        .orElseThrow(
            () ->
                Complaint.wrongUse(
                    CHOICE + " names a service that is not there",
                    "there are "
                        + Arrays.stream(Service.values())
                            .map(Service::module)
                            .collect(Collectors.joining(" and "))));
  }

  /** A complaint when it is not built. */
  void need();

  /**
   * A process of it that serves, or does one of its tasks, on little memory.
   *
   * @param temporary the one folder that it may write in
   */
  ProcessBuilder process(Path temporary, String... arguments);

  /** A process that nothing of the person's own environment configures. */
  static ProcessBuilder bare(List<String> command) {
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL"));
    return process;
  }
}
