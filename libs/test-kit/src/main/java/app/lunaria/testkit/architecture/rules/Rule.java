package app.lunaria.testkit.architecture.rules;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule of this code base: what it says, and where code that breaks it might go instead. Both
 * stand in the message of a failing build, above the arrows that were found.
 */
public enum Rule {
  A1(
      "classes in pure packages depend only on java, nullness annotations, redaction and other pure"
          + " packages",
      "hand the value in as a parameter, or move the class to the feature package that joins the"
          + " calculation with its surroundings"),
  A2(
      "the feature packages of a service are free of cycles",
      "move what both need to the feature that owns the word, or let one hand a value to the other"
          + " through an interface of its own"),
  A3(
      "a module knows only the modules below it: never another service, the test kit or the local"
          + " stack",
      "services tell each other facts by events; what another service needs moves to a library;"
          + " what only tests need stays in src/test"),
  A4(
      "HTTP stands in …Resource, …Problems and …Client, tables in …Repository and entities,"
          + " messages in …Consumer, and each of them in service-kit",
      "return a value or a sealed result from the use case, and let the feature's Resource, Problems,"
          + " Repository or Consumer turn it into the framework's type"),
  A5(
      "a resource or consumer reaches neither a repository nor an entity",
      "ask the feature's use case, the class in which the transaction begins and which returns"
          + " records"),
  A6(
      "repositories and entities are not public",
      "make it package-private; another feature asks the use-case class of this one"),
  A7(
      "cryptography stands in envelope, the AWS SDK in envelope's kms.aws and the key ring's one"
          + " producer, jose4j in service-kit's caller and user-service's token",
      "give the operation a name in app.lunaria.envelope and call that"),
  A8(
      "time comes from a Clock that was handed in, ids from app.lunaria.kit.ids",
      "inject java.time.Clock and write Instant.now(clock); inject Ids and ask it for a UUID"),
  A9(
      "@QuarkusTest if and only if the name ends in ComponentTest, @QuarkusIntegrationTest if and"
          + " only if it ends in IT",
      "rename the class, or make it a plain JUnit test by taking the annotation off"),
  A10(
      "redaction, event-contracts and envelope know no Quarkus, Jakarta or SmallRye",
      "put what needs the framework into app.lunaria.kit, and hand a plain value or a"
          + " CompletionStage down"),
  A11(
      "the HTTP methods of a resource are public (a package-private one is silently a 404)",
      "write public before the method; the class itself may stay package-private"),
  CONSTANT_WORDS(
      "a log message is a constant sentence (what is formatted into it never reaches the line)",
      "put who or where into a field of LogField, by Log or by MDC, or leave it out"),
  UNCANCELLED(
      "a resource that answers by a Uni finishes it although its client hung up (the framework would"
          + " cancel it, and its transaction with it)",
      "write @Cancellable(false) above the resource"),
  KEY_BYTES(
      "the bytes of a key are read in app.lunaria.envelope alone, tests included",
      "give the operation a name in app.lunaria.envelope; to compare keys use KeyMaterial.equals, to"
          + " keep one use copy"),
  KIT_ARROWS(
      "inside service-kit arrows point only to document, ids, keyring and problem",
      "declare the interface you need in your own package and let the service implement it"),
  KIT_PACKAGES(
      "service-kit consists of a closed list of packages",
      "put the class into the service that uses it; it moves to a library when another service"
          + " needs it");

  private final String says;
  private final String instead;

  Rule(String says, String instead) {
    this.says = says;
    this.instead = instead;
  }

  ArchRule named(ArchRule rule) {
    return rule.as("%s: %s. Instead: %s.".formatted(name(), says, instead));
  }
}
