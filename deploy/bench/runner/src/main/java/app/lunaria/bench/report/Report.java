package app.lunaria.bench.report;

import app.lunaria.bench.measure.Scale;
import app.lunaria.bench.measure.Series;
import app.lunaria.bench.system.Machine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Map;

/**
 * All that was measured in one run. Its JSON is what is kept; table, chart and document are made
 * from it.
 *
 * @param date of the run, UTC, YYYY-MM-DD
 * @param commit of the checkout; with a {@code +} when something was changed since
 * @param versions of what took part, and how it was set up
 */
public record Report(
    String date,
    String commit,
    Scale scale,
    Machine machine,
    Map<String, String> versions,
    List<Group> groups,
    List<Target> targets) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  public Report {
    versions = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(versions));
    groups = List.copyOf(groups);
    targets = List.copyOf(targets);
  }

  public static Report of(String json) throws JsonProcessingException {
    return JSON.readValue(json, Report.class);
  }

  public String json() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  List<Series> series() {
    return groups.stream().flatMap(group -> group.series().stream()).toList();
  }
}
