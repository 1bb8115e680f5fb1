package app.lunaria.testkit.architecture;

/** The test kit keeps the rules that it holds others to. */
class TestKitArchitectureTest extends LibraryArchitecture {
  TestKitArchitectureTest() {
    super("app.lunaria.testkit", "app.lunaria.redaction", "app.lunaria.envelope");
  }
}
