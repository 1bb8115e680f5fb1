package app.lunaria.local.launcher;

import java.util.Arrays;
import java.util.List;

/** The services that run on this machine. A service joins with its story. */
enum Service {
  USER("user", new ServicePorts(18101, 19101)),
  CYCLE("cycle", new ServicePorts(18102, 19102));

  /** Who issues the tokens that all of them take. */
  static final Service ISSUER = USER;

  private final String text;
  private final ServicePorts customaryPorts;

  Service(String text, ServicePorts customaryPorts) {
    this.text = text;
    this.customaryPorts = customaryPorts;
  }

  /** As a deployment starts them: who reads what others write comes before them. */
  static List<Service> inStartOrder() {
    return Arrays.asList(values()).reversed();
  }

  /** Its name: that of its database, and the last part of its tokens' audience. */
  String text() {
    return text;
  }

  /** The name of its module and of everything that is its own on this machine. */
  String module() {
    return text + "-service";
  }

  /** Where it listens when nobody else does. */
  ServicePorts customaryPorts() {
    return customaryPorts;
  }

  @Override
  public String toString() {
    return text;
  }
}
