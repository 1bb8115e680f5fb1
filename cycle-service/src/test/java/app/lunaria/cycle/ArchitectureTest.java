package app.lunaria.cycle;

import app.lunaria.testkit.architecture.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
  ArchitectureTest() {
    super("app.lunaria.cycle", "day", "calendar", "prediction");
  }
}
