package app.lunaria.acceptance.client.transport;

/** One header line; its value may be a credential, so {@code toString} shows the name alone. */
public record Header(String name, String value) {
  @Override
  public String toString() {
    return name;
  }
}
