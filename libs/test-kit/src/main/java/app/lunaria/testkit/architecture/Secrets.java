package app.lunaria.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

/** A7 and the bytes of keys: what a reviewer of the cryptography has to read is in one place. */
final class Secrets {
  private static final String ENVELOPE = "app.lunaria.envelope..";

  private Secrets() {}

  static ArchRule areHandledByEnvelope() {
    return Rule.A7.named(
        CompositeArchRule.of(only("javax.crypto..", ENVELOPE))
            .and(
                only(
                    "software.amazon.awssdk..",
                    "app.lunaria.envelope.kms.aws..",
                    "app.lunaria.kit.keyring.."))
            .and(only("org.jose4j..", "app.lunaria.kit.caller..", "app.lunaria.user.token..")));
  }

  static ArchRule keepTheirBytes() {
    return Rule.KEY_BYTES.named(
        noClasses()
            .that()
            .resideOutsideOfPackage(ENVELOPE)
            .should()
            .accessTargetWhere(
                describe("the bytes of a key are copied out", Secrets::copiesKeyBytes))
            .allowEmptyShould(true));
  }

  private static boolean copiesKeyBytes(JavaAccess<?> access) {
    return access.getTargetOwner().getName().equals("app.lunaria.envelope.KeyMaterial")
        && access.getTarget().getName().equals("copyBytes");
  }

  /** In envelope itself nobody stands outside: that is no mistake. */
  private static ArchRule only(String library, String... places) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(places)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }
}
