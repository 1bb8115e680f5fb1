package app.lunaria.cycle.sweep;

import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.SignedIn;
import app.lunaria.testkit.sweep.wire.RawAnswer;
import app.lunaria.testkit.sweep.wire.RawHttp;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is there before the sweep, so that a right request asks for what is already so.
 *
 * @param day the one that {@link Endpoints#DAY} describes
 * @param anotherDay that of {@link Endpoints#ANOTHER_DAY}
 * @param othersId of a day of another person
 * @param cursor of {@link Endpoints#QUERY}
 */
record Ground(SignedIn person, Written day, Written anotherDay, String othersId, String cursor) {

  /** How a day is found, and which version of it is there. */
  record Written(String id, String etag) {
    static Written in(RawAnswer answer) {
      return new Written(member(answer, "id"), answer.header("ETag").orElseThrow());
    }
  }

  /** Writes days, imports a file, and asks once for all that may be made at the first question. */
  static Ground prepare(SignedIn person, SignedIn other, RawHttp http) {
    Endpoints endpoints = new Endpoints(person);
    RawAnswer another = taken(http, endpoints.put(Endpoints.ANOTHER_DAY), 201);
    taken(http, endpoints.put(Endpoints.tomorrow()), 201);
    RawAnswer written = taken(http, endpoints.put(Endpoints.DAY), 201);
    RawAnswer foreign = taken(http, new Endpoints(other).put(Endpoints.DAY), 201);
    taken(http, endpoints.imports(), 200);
    taken(http, endpoints.forecast(), 200);
    RawAnswer page = taken(http, endpoints.query(Endpoints.QUERY), 200);
    return new Ground(
        person,
        Written.in(written),
        Written.in(another),
        member(foreign, "id"),
        member(page, "next"));
  }

  private static RawAnswer taken(RawHttp http, Endpoint endpoint, int status) {
    RawAnswer answer = http.send(endpoint.right().bytes());
    if (answer.status() != status) {
      throw new AssertionError(endpoint.name() + " answers " + answer);
    }
    return answer;
  }

  private static String member(RawAnswer answer, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer.body());
    if (!found.find()) {
      throw new AssertionError("no " + name + " in " + answer);
    }
    return found.group(1);
  }
}
