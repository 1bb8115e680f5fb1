package app.lunaria.local.launcher.join;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Many people who go each step in an order of its own. */
record JoinPeople(List<JoinPerson> all) {
  /** What one person does. */
  interface Step {
    void go(JoinPerson person) throws Exception;
  }

  /** Everybody goes the step, some at a time; fails when one of them does. */
  void each(int atATime, Random random, Step step) throws Exception {
    List<JoinPerson> order = new ArrayList<>(all);
    Collections.shuffle(order, random);
    List<Callable<Boolean>> steps = new ArrayList<>();
    for (JoinPerson person : order) {
      steps.add(
          () -> {
            step.go(person);
            return true;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(atATime)) {
      for (Future<Boolean> gone : threads.invokeAll(steps)) {
        gone.get();
      }
    }
  }

  /** Everybody's name by her id at a service. */
  Map<String, String> names(Function<JoinPerson, String> id) {
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      names.put(id.apply(all.get(i)), "p" + i);
    }
    return names;
  }
}
