package app.lunaria.local.devservices;

/**
 * How a service's things are called in the stack.
 *
 * @param database name of its database
 * @param rootKey name under which its root key is remembered
 * @param test whether this is the state of tests, fresh at each start
 */
record StackNames(String database, String rootKey, boolean test) {
  private static final String SUFFIX = "-service";

  static StackNames of(LocalStackConfig config, String application, boolean test) {
    String base = config.database().orElse(own(application));
    return new StackNames(
        test ? base + "_test" : base, config.service().orElse(base) + "-root", test);
  }

  private static String own(String application) {
    String name =
        application.endsWith(SUFFIX)
            ? application.substring(0, application.length() - SUFFIX.length())
            : application;
    return name.replace('-', '_');
  }
}
