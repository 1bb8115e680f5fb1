package app.lunaria.local.launcher.service;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The services that run on this machine. A service joins with its story. */
public enum Service {
  USER(
      "user",
      new ServicePorts(18101, 19101),
      "/v1/account",
      "/v1/consents",
      "/v1/privacy-requests",
      "/v1/erasures",
      "/oauth2",
      "/.well-known"),
  CYCLE(
      "cycle",
      new ServicePorts(18102, 19102),
      "/v1/journal",
      "/v1/sync",
      "/v1/cycles",
      "/v1/forecast",
      "/v1/statistics",
      "/v1/imports",
      "/v1/exports",
      "/v1/report");

  /** Who issues the tokens that all of them take. */
  public static final Service ISSUER = USER;

  private final String text;
  private final ServicePorts customaryPorts;
  private final List<String> paths;

  Service(String text, ServicePorts customaryPorts, String... paths) {
    this.text = text;
    this.customaryPorts = customaryPorts;
    this.paths = List.of(paths);
  }

  /** Who answers at a path; empty when nobody does. */
  public static Optional<Service> at(String path) {
    return Arrays.stream(values())
        .filter(service -> service.paths.stream().anyMatch(own -> isWithin(path, own)))
        .findFirst();
  }

  private static boolean isWithin(String path, String own) {
    return path.equals(own) || path.startsWith(own + "/");
  }

  /** As a deployment starts them: who reads what others write comes before them. */
  public static List<Service> inStartOrder() {
    return Arrays.asList(values()).reversed();
  }

  /** Its name: that of its database, and the last part of its tokens' audience. */
  public String text() {
    return text;
  }

  /** The name of its module and of everything that is its own on this machine. */
  public String module() {
    return text + "-service";
  }

  /** Where it listens when nobody else does. */
  public ServicePorts customaryPorts() {
    return customaryPorts;
  }

  /** What it answers, each with everything below it. */
  public List<String> paths() {
    return paths;
  }

  @Override
  public String toString() {
    return text;
  }
}
