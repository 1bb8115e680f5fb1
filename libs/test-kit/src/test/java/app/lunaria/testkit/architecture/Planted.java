package app.lunaria.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** What a rule reports about the planted classes of one package. */
final class Planted {
  private static final Pattern ORIGIN = Pattern.compile("<([\\w.$]+)[^>]*>");

  private Planted() {}

  static JavaClasses in(String name) {
    return new ClassFileImporter().importPackages("app.lunaria.planted." + name);
  }

  /** The simple names, sorted, of the classes that the rule names as the beginning of an arrow. */
  static List<String> reported(ArchRule rule, String name) {
    JavaClasses planted = in(name);
    List<String> origins =
        rule.evaluate(planted).getFailureReport().getDetails().stream()
            .flatMap(String::lines)
            .flatMap(line -> ORIGIN.matcher(line).results().limit(1))
            .map(origin -> origin.group(1))
            .toList();
    return planted.stream()
        .filter(type -> origins.stream().anyMatch(origin -> isIn(type, origin)))
        .map(JavaClass::getSimpleName)
        .sorted()
        .toList();
  }

  private static boolean isIn(JavaClass type, String origin) {
    return origin.equals(type.getName()) || origin.startsWith(type.getName() + ".");
  }
}
