package app.lunaria.local.devservices;

/**
 * How a service's things are called in the stack.
 *
 * @param database name of its database
 * @param rootKey name under which its root key is remembered
 * @param test whether this is the state of tests, fresh at each start
 */
record StackNames(String database, String rootKey, boolean test) {
  static StackNames of(LocalStackConfig config, boolean test) {
    String base = config.database();
    return new StackNames(
        test ? base + "_test" : base, config.service().orElse(base) + "-root", test);
  }
}
