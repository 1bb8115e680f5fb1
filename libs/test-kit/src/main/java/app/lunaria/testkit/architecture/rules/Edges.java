package app.lunaria.testkit.architecture.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

/** A4, A11 and UNCANCELLED: where HTTP, tables and messages meet our code. */
public final class Edges {
  private static final String[] HTTP = {"jakarta.ws.rs..", "org.jboss.resteasy.reactive.."};
  private static final String[] KIT_WITH_HTTP = {
    "app.lunaria.kit.problem..",
    "app.lunaria.kit.caller..",
    "app.lunaria.kit.http..",
    "app.lunaria.kit.idempotency.."
  };

  private Edges() {}

  public static ArchRule keepFrameworksOutside() {
    return Rule.A4.named(
        CompositeArchRule.of(
                Placement.only(
                    Roles.named("Resource", "Problems", "Client")
                        .or(resideInAnyPackage(KIT_WITH_HTTP)),
                    HTTP))
            .and(
                Placement.only(
                    Roles.repository().or(Roles.entity()).or(resideInAPackage("app.lunaria.kit..")),
                    "jakarta.persistence.."))
            .and(
                Placement.only(
                    Roles.named("Consumer").or(resideInAPackage("app.lunaria.kit.outbox..")),
                    "org.eclipse.microprofile.reactive.messaging..")));
  }

  public static ArchRule areReachable() {
    return Rule.A11.named(
        methods()
            .that()
            .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .bePublic());
  }

  public static ArchRule finishWhatTheyBegin() {
    return Rule.UNCANCELLED.named(
        methods()
            .that()
            .haveRawReturnType("io.smallrye.mutiny.Uni")
            .and()
            .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
            .should()
            .beDeclaredInClassesThat(areNotCancellable()));
  }

  private static DescribedPredicate<JavaClass> areNotCancellable() {
    return describe(
        "are annotated with @Cancellable(false)",
        type ->
            type.tryGetAnnotationOfType("org.jboss.resteasy.reactive.server.Cancellable")
                .flatMap(annotation -> annotation.get("value"))
                .filter(Boolean.FALSE::equals)
                .isPresent());
  }
}
