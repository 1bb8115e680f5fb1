package app.lunaria.cycle.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.lunaria.cycle.prediction.length.Posterior;
import app.lunaria.cycle.prediction.length.Prior;
import app.lunaria.cycle.prediction.length.RecordedLengths;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The model on 5,000 synthetic users, against numbers that other programs reached: the first ten
 * records are the whole history, the eleventh is to come.
 */
class GoldenRunTest {
  private static final Offset<Double> THIRD_DIGIT = within(0.0005);
  private static final List<SyntheticUser> USERS = SyntheticUser.all();

  private static final CycleModel MODEL = CycleModel.withLiteraturePrior();

  /** The planted fault: no start is ever forgotten. */
  private static final CycleModel WITHOUT_SKIPS = new CycleModel(Prior.LITERATURE, 0);

  @Test
  void theEleventhCycleIsForecastAsGoodAsTheGoldenRun() {
    Score score = scoreOf(MODEL);

    assertThat(score.guesses()).isEqualTo(4541);
    assertThat(score.meanAbsoluteError()).isEqualTo(2.277, THIRD_DIGIT);
    assertThat(score.rootMeanSquareError()).isEqualTo(2.892, THIRD_DIGIT);
    assertThat(score.within(1)).isEqualTo(0.404, THIRD_DIGIT);
    assertThat(score.within(2)).isEqualTo(0.626, THIRD_DIGIT);
    assertThat(score.within(3)).isEqualTo(0.780, THIRD_DIGIT);
    assertThat(score.heldByInterval()).isEqualTo(0.808, THIRD_DIGIT);
    assertThat(score.width()).isEqualTo(9.27, within(0.005));
  }

  @Test
  void theTenthRecordIsJudgedByTheOtherNine() {
    assertThat(USERS).filteredOn(SyntheticUser::hasDoubledTenthRecord).hasSize(474);

    assertThat(USERS)
        .filteredOn(user -> saysDouble(MODEL, user))
        .hasSize(399)
        .allMatch(SyntheticUser::hasDoubledTenthRecord);
  }

  @Test
  void aModelThatKnowsNoForgottenStartsFailsBothWays() {
    Score score = scoreOf(WITHOUT_SKIPS);

    assertThat(score.meanAbsoluteError()).isGreaterThan(2.5);
    assertThat(score.heldByInterval()).isGreaterThan(0.85);
    assertThat(USERS).noneMatch(user -> saysDouble(WITHOUT_SKIPS, user));
  }

  @Test
  void theJudgesAgreeWithTheGoldenRunOnWhatAppsDoOtherwise() {
    Score mean = scoreOf(SyntheticUser::mean);
    Score medianOfSix = scoreOf(user -> user.medianOfLast(6));
    Score medianOfTen = scoreOf(user -> user.medianOfLast(10));

    assertThat(mean.meanAbsoluteError()).isEqualTo(3.457, THIRD_DIGIT);
    assertThat(mean.rootMeanSquareError()).isEqualTo(4.613, THIRD_DIGIT);
    assertThat(mean.within(2)).isEqualTo(0.469, THIRD_DIGIT);
    assertThat(medianOfSix.meanAbsoluteError()).isEqualTo(2.645, THIRD_DIGIT);
    assertThat(medianOfSix.rootMeanSquareError()).isEqualTo(3.675, THIRD_DIGIT);
    assertThat(medianOfSix.within(2)).isEqualTo(0.576, THIRD_DIGIT);
    assertThat(medianOfTen.meanAbsoluteError()).isEqualTo(2.388, THIRD_DIGIT);
    assertThat(medianOfTen.rootMeanSquareError()).isEqualTo(3.135, THIRD_DIGIT);
    assertThat(medianOfTen.within(2)).isEqualTo(0.612, THIRD_DIGIT);
  }

  private static Score scoreOf(CycleModel model) {
    Score score = new Score();
    USERS.stream()
        .filter(SyntheticUser::hasSingleTarget)
        .forEach(user -> score.guess(posterior(model, user).nextLength(), user.target()));
    return score;
  }

  private static Score scoreOf(ToIntFunction<SyntheticUser> guess) {
    Score score = new Score();
    USERS.stream()
        .filter(SyntheticUser::hasSingleTarget)
        .forEach(user -> score.guess(guess.applyAsInt(user), user.target()));
    return score;
  }

  private static boolean saysDouble(CycleModel model, SyntheticUser user) {
    return posterior(model, user).saysDouble(user.tenth());
  }

  private static Posterior posterior(CycleModel model, SyntheticUser user) {
    return model.posterior(RecordedLengths.of(user.history()), OptionalInt.empty());
  }
}
