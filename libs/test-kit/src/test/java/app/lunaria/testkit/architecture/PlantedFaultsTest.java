package app.lunaria.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.testkit.architecture.rules.Determinism;
import app.lunaria.testkit.architecture.rules.Edges;
import app.lunaria.testkit.architecture.rules.Features;
import app.lunaria.testkit.architecture.rules.LogWords;
import app.lunaria.testkit.architecture.rules.Modules;
import app.lunaria.testkit.architecture.rules.PurePackages;
import app.lunaria.testkit.architecture.rules.Secrets;
import app.lunaria.testkit.architecture.rules.ServiceKit;
import app.lunaria.testkit.architecture.rules.TestNames;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each rule names the classes in which its fault was planted and none of the classes beside them,
 * which do the same thing as it should be done.
 */
class PlantedFaultsTest {
  @Test
  void aPurePackageThatKnowsAFrameworkOrAFeatureIsReported() {
    var rule =
        PurePackages.onlyKnowEachOther(
            List.of("app.lunaria.planted.a1.calendar", "app.lunaria.planted.a1.prediction"));

    assertThat(Planted.reported(rule, "a1"))
        .containsExactly("AnswersFromAPurePackage", "KnowsAFeature");
  }

  @Test
  void aCycleBetweenFeaturesIsReported() {
    var rule = Features.areFreeOfCycles("app.lunaria.planted.a2");

    assertThat(Planted.reported(rule, "a2")).containsExactly("Journal", "Sync");
  }

  @Test
  void anArrowToAnotherServiceOrToTheTestKitIsReported() {
    var rule =
        Modules.onlyKnowThoseBelow("app.lunaria.planted.a3", List.of("app.lunaria.envelope"));

    assertThat(Planted.reported(rule, "a3"))
        .containsExactly("AsksAnotherService", "NeedsTheTestKit");
  }

  @Test
  void aFrameworkOutsideItsEdgeIsReported() {
    assertThat(Planted.reported(Edges.keepFrameworksOutside(), "a4"))
        .containsExactly("AnswersItself", "ListensItself", "QueriesItself");
  }

  @Test
  void anEdgeThatPassesTheUseCaseByIsReported() {
    assertThat(Planted.reported(Features.reachTablesThroughTheUseCase(), "a5"))
        .containsExactly("QueryingConsumer", "QueryingResource");
  }

  @Test
  void aPublicRepositoryOrEntityIsReported() {
    assertThat(Planted.reported(Features.keepTheirTablesToThemselves(), "a6"))
        .containsExactly("OpenDay", "OpenRepository");
  }

  @Test
  void cryptographyOutsideEnvelopeIsReported() {
    assertThat(Planted.reported(Secrets.areHandledByEnvelope(), "a7"))
        .containsExactly("CallsKmsItself", "EncryptsItself", "ReadsTokensItself");
  }

  @Test
  void whoeverCopiesTheBytesOfAKeyIsReported() {
    assertThat(Planted.reported(Secrets.keepTheirBytes(), "keybytes"))
        .containsExactly("CopiesByReference", "CopiesTheBytes");
  }

  @Test
  void timeOfTheMachineAndIdsDrawnOnTheSpotAreReported() {
    assertThat(Planted.reported(Determinism.takesTimeAndIdsFromOutside(), "a8"))
        .containsExactly(
            "ByDate",
            "ByDateTime",
            "ByInstant",
            "ByMillis",
            "ByOffset",
            "ByOldDate",
            "ByReference",
            "ByZone",
            "DrawsAnId");
  }

  @Test
  void aTestWhoseNameDoesNotSayWhatItStartsIsReported() {
    assertThat(Planted.reported(TestNames.sayWhatIsStarted(), "a9"))
        .containsExactly(
            "NothingStartedComponentTest",
            "NothingStartedIT",
            "StartsTheBinaryUnsaid",
            "StartsTheServiceUnsaid");
  }

  @Test
  void aLowLibraryThatKnowsAFrameworkIsReported() {
    assertThat(Planted.reported(Modules.knowNoFramework(), "a10"))
        .containsExactly("KnowsTheFramework");
  }

  @Test
  void anHttpMethodThatIsNotPublicIsReported() {
    assertThat(Planted.reported(Edges.areReachable(), "a11")).containsExactly("SilentResource");
  }

  @Test
  void aLogMessageThatIsPutTogetherIsReported() {
    assertThat(Planted.reported(LogWords.areConstant(), "logwords"))
        .containsExactly("FormatsItsMessage");
  }

  @Test
  void aResourceThatIsCancelledWithItsConnectionIsReported() {
    assertThat(Planted.reported(Edges.finishWhatTheyBegin(), "uncancelled"))
        .containsExactly("CancellableResource", "CancelledResource");
  }

  @Test
  void anArrowBetweenPackagesOfServiceKitIsReported() {
    var rule = ServiceKit.packagesDoNotKnowEachOther("app.lunaria.planted.kit");

    assertThat(Planted.reported(rule, "kit")).containsExactly("KnowsTheCaller");
  }

  @Test
  void aPackageOutsideTheListOfServiceKitIsReported() {
    var rule = ServiceKit.consistsOfKnownPackages("app.lunaria.planted.kit");

    assertThat(Planted.reported(rule, "kit")).containsExactly("Basket");
  }
}
