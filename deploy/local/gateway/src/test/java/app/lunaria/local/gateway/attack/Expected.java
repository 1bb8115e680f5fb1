package app.lunaria.local.gateway.attack;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.RecordingService.Received;
import app.lunaria.local.gateway.ground.WireAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What must come of a try. */
sealed interface Expected {

  /** A complaint, if something else came of it. */
  Optional<String> complaint(WireAnswer answer, List<Received> byUser, List<Received> byCycle);

  /** No service hears of it, and nothing of it is repeated. A status of 0 is a connection's end. */
  record Refused(List<Integer> statuses) implements Expected {
    @Override
    public Optional<String> complaint(
        WireAnswer answer, List<Received> byUser, List<Received> byCycle) {
      if (!byUser.isEmpty() || !byCycle.isEmpty()) {
        return Optional.of("a service has received it");
      }
      if (!statuses.contains(answer.status())) {
        return Optional.of("the answer is " + answer.status());
      }
      return (answer.body() + answer.fields()).contains(Ground.CANARY)
          ? Optional.of("the answer repeats what was sent")
          : Optional.empty();
    }
  }

  /** One service receives it once, in this form. */
  record Passed(String service, String form, Predicate<Received> fits) implements Expected {
    @Override
    public Optional<String> complaint(
        WireAnswer answer, List<Received> byUser, List<Received> byCycle) {
      List<Received> right = service.equals("user") ? byUser : byCycle;
      List<Received> wrong = service.equals("user") ? byCycle : byUser;
      if (right.size() != 1 || !wrong.isEmpty()) {
        return Optional.of(
            "received by it %d times, by others %d times".formatted(right.size(), wrong.size()));
      }
      if (!fits.test(right.getFirst())) {
        return Optional.of("what was received is not: " + form);
      }
      return answer.status() == 200
          ? Optional.empty()
          : Optional.of("the answer is " + answer.status());
    }
  }

  static Expected refused(Integer... statuses) {
    return new Refused(Arrays.asList(statuses));
  }

  static Expected passed(String service, String form, Predicate<Received> fits) {
    return new Passed(service, form, fits);
  }
}
