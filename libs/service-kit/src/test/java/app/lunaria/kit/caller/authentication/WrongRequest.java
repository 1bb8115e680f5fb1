package app.lunaria.kit.caller.authentication;

import java.util.EnumSet;
import java.util.Set;

/**
 * A request that must be refused.
 *
 * @param faults the rules it breaks: a judge without them all takes it; empty if no judge could
 */
public record WrongRequest(String name, Set<Rule> faults, Refusal refusal, Request request) {
  public static WrongRequest of(String name, Refusal refusal, Request request, Rule... faults) {
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    broken.addAll(Set.of(faults));
    return new WrongRequest(name, broken, refusal, request);
  }

  @Override
  public String toString() {
    return name;
  }
}
