package app.lunaria.testkit.architecture.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/**
 * CONSTANT_WORDS: what a line says is written in the source, not put together when it is logged.
 */
public final class LogWords {
  /**
   * The printf and the MessageFormat family of JBoss Logging, by name: {@code warnf}, {@code
   * warnv}.
   */
  private static final Pattern FORMATTING =
      Pattern.compile("(trace|debug|info|warn|error|fatal|log)[fv]");

  private LogWords() {}

  public static ArchRule areConstant() {
    return Rule.CONSTANT_WORDS.named(
        noClasses()
            .should()
            .accessTargetWhere(describe("a message is formatted", LogWords::formats)));
  }

  private static boolean formats(JavaAccess<?> access) {
    return access.getTargetOwner().getPackageName().equals("org.jboss.logging")
        && FORMATTING.matcher(access.getTarget().getName()).matches();
  }
}
