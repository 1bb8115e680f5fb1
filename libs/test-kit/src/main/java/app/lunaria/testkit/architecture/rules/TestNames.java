package app.lunaria.testkit.architecture.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A9: the name of a test says what it starts. */
public final class TestNames {
  private TestNames() {}

  public static ArchRule sayWhatIsStarted() {
    return Rule.A9.named(
        CompositeArchRule.of(
                classes().should(agree("ComponentTest", "io.quarkus.test.junit.QuarkusTest")))
            .and(classes().should(agree("IT", "io.quarkus.test.junit.QuarkusIntegrationTest"))));
  }

  private static ArchCondition<JavaClass> agree(String suffix, String annotation) {
    return new ArchCondition<>("end in %s if and only if @%s".formatted(suffix, annotation)) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean named = type.getSimpleName().endsWith(suffix);
        boolean annotated = type.isAnnotatedWith(annotation);
        if (named != annotated) {
          events.add(SimpleConditionEvent.violated(type, sentence(type, annotated)));
        }
      }

      private String sentence(JavaClass type, boolean annotated) {
        return annotated
            ? "Class <%s> has @%s but its name does not end in %s"
                .formatted(type.getName(), annotation, suffix)
            : "Class <%s> ends in %s but has no @%s".formatted(type.getName(), suffix, annotation);
      }
    };
  }
}
