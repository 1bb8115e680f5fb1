package app.lunaria.local.launcher.program;

import app.lunaria.local.launcher.service.PerService;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Resources;
import java.io.IOException;

/** Runs a task of every service, as a deployment does before it starts them. */
public record ServiceTasks(
    PerService<ServiceProgram> programs,
    PerService<ServiceSettings> settings,
    Resources resources) {

  /**
   * Each service's run of the task, all at the same time; a complaint when one does not end well.
   */
  public PerService<Process> run(String task) throws IOException, InterruptedException {
    PerService<Process> runs =
        PerService.make(
            service ->
                programs
                    .of(service)
                    .begin(task, settings.of(service).taskEnvironment(), resources));
    for (Service service : Service.inStartOrder()) {
      programs.of(service).await(task, runs.of(service));
    }
    return runs;
  }
}
