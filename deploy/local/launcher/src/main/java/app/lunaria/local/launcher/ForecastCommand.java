package app.lunaria.local.launcher;

import app.lunaria.local.launcher.program.ServiceJar;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * The forecast of cycle-service for histories that nobody stores: its program does the whole stream
 * with this process's own input and output.
 */
@Command(
    name = "forecast",
    description = {
      "Forecasts the next period of each history on standard input, on standard output.",
      "One line of JSON in, one line out, in the same order. Nothing is kept."
    },
    footer = {
      "",
      "in   {\"id\":\"a\",\"periodStarts\":[\"2025-01-03\",\"2025-01-31\"],",
      "      \"asOf\":\"2025-02-10\",\"age\":31}     age may be left out",
      "out  {\"id\":\"a\",\"next\":{\"median\":DATE,\"p10\":DATE,\"p90\":DATE},",
      "      \"probabilities\":[{\"date\":DATE,\"p\":NUMBER},…],\"late\":false,",
      "      \"askForgotten\":false,\"lastRecordDouble\":false,\"cycles\":1}",
      "     or {\"id\":\"a\",\"error\":TEXT} for a line of which no forecast can be made"
    })
final class ForecastCommand implements Callable<Integer> {
  private final Shell shell;

  ForecastCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServiceJar jar = new ServiceJar(shell, Service.CYCLE);
    jar.need();
    Process forecast = jar.process(List.of(), "--task=forecast").inheritIO().start();
    Thread ending = Thread.ofPlatform().unstarted(forecast::destroy);
    Runtime.getRuntime().addShutdownHook(ending);
    return forecast.waitFor();
  }
}
