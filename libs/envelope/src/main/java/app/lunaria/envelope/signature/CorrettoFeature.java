package app.lunaria.envelope.signature;

import java.lang.reflect.Method;
import java.util.List;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Says to the builder of native executables that the fast provider may be used: executables refuse
 * providers which the builder has not verified, and it verifies those only that are registered with
 * the JDK. Not used on a JVM.
 *
 * <p>The builder has no public way to say it. Where this one is absent, in another release, the
 * build fails: an executable that refuses the provider would only be slow.
 */
final class CorrettoFeature implements Feature {
  /** The second name is that of the stand-in with which the provider's own tests try its Macs. */
  private static final List<String> NAMES =
      List.of("AmazonCorrettoCryptoProvider", "test provider");

  CorrettoFeature() {}

  @Override
  public void beforeAnalysis(BeforeAnalysisAccess access) {
    try {
      Class<?> support = Class.forName("com.oracle.svm.core.jdk.SecurityProvidersSupport");
      Object singleton = support.getMethod("singleton").invoke(null);
      Method verified =
          support.getMethod("addVerifiedSecurityProvider", String.class, Object.class);
      for (String name : NAMES) {
        verified.invoke(singleton, name, Boolean.TRUE);
      }
    } catch (ReflectiveOperationException absent) {
      throw new IllegalStateException(
          "this release of native-image has no list of verified security providers as 25.0 has it",
          absent);
    }
  }
}
