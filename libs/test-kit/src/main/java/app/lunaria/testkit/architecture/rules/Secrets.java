package app.lunaria.testkit.architecture.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

/** A7 and the bytes of keys: what a reviewer of the cryptography has to read is in one place. */
public final class Secrets {
  private static final String ENVELOPE = "app.lunaria.envelope..";

  /** Hands over the client that the Quarkus extension makes. */
  private static final String KEY_MANAGEMENT_PRODUCER =
      "app.lunaria.kit.keyring.KeyManagementProducer";

  private Secrets() {}

  public static ArchRule areHandledByEnvelope() {
    return Rule.A7.named(
        CompositeArchRule.of(Placement.only(resideInAPackage(ENVELOPE), "javax.crypto.."))
            .and(
                Placement.only(
                    resideInAPackage("app.lunaria.envelope.kms.aws..")
                        .or(name(KEY_MANAGEMENT_PRODUCER)),
                    "software.amazon.awssdk.."))
            .and(
                Placement.only(
                    resideInAnyPackage("app.lunaria.kit.caller..", "app.lunaria.user.token.."),
                    "org.jose4j..")));
  }

  public static ArchRule keepTheirBytes() {
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
}
