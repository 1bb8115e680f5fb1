package app.lunaria.planted.a9;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;

/** Nested, so that nobody takes them for tests and runs them. */
class Names {
  @QuarkusTest
  static class StartsTheServiceUnsaid {}

  static class NothingStartedComponentTest {}

  @QuarkusIntegrationTest
  static class StartsTheBinaryUnsaid {}

  static class NothingStartedIT {}

  @QuarkusTest
  static class ServiceComponentTest {}

  @QuarkusIntegrationTest
  static class ServiceIT {}

  static class CalculationTest {}
}
