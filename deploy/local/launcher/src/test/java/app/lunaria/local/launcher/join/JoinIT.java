package app.lunaria.local.launcher.join;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.transport.HttpTransport;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.launcher.PackagedRun;
import app.lunaria.local.launcher.run.Fittings;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Somebody with the dumps of user-service's and cycle-service's databases and with all logs does
 * not find out which rows are the same person's, of a thousand people.
 */
class JoinIT {
  private static final Resources RESOURCES = new Resources();
  private static final int PEOPLE = 1_000;
  private static final int PLANTED = 5;
  private static final int PLACES = 16;

  /** Nobody guesses passwords here: two thousand hashes that cost what they should take minutes. */
  private static final Fittings CHEAP_PASSWORDS =
      new Fittings() {
        @Override
        public Map<String, String> environment(Service service, Addresses addresses) {
          return service == Service.USER
              ? Map.of("LUNARIA_HASHING_MEMORY", "64", "LUNARIA_HASHING_PLACES", "" + PLACES)
              : Map.of();
        }
      };

  private static Topology topology;
  private static JoinPeople people;

  @BeforeAll
  static void start() throws Exception {
    topology = PackagedRun.start("join", RESOURCES, CHEAP_PASSWORDS).started().topology();
    HttpTransport transport =
        RESOURCES.open(() -> HttpTransport.to(topology), HttpTransport::close);
    LunariaClient client = new LunariaClient(topology, transport, Clock.systemUTC());
    SecureRandom random = new SecureRandom();
    people =
        new JoinPeople(
            IntStream.range(0, PEOPLE)
                .mapToObj(i -> new JoinPerson(client, random, "person-" + i))
                .toList());
    live(random);
  }

  /** A sign-up takes its fixed time, so many go at a time; the rest is a matter of cores. */
  private static void live(Random random) throws Exception {
    people.each(PLACES, random, JoinPerson::signUp);
    people.each(6, random, JoinPerson::signIn);
    people.each(6, random, JoinPerson::consent);
    people.each(6, random, JoinPerson::fetchCycleToken);
    LocalDate first = LocalDate.of(2025, 1, 1);
    people.each(6, random, person -> person.writeDay(first.plusDays(random.nextInt(600))));
    people.each(6, random, JoinPerson::readForecast);
  }

  @AfterAll
  static void stop() {
    RESOURCES.close();
  }

  @Test
  void noValueJoinsAnybodysRows() throws SQLException {
    JoinSide user = side("user");
    JoinSide cycle = side("cycle");
    assertThat(user.seen()).hasSize(PEOPLE);
    assertThat(cycle.seen()).isEqualTo(user.seen());

    JoinSearch.Found found = new JoinSearch(PEOPLE).join(user.cells(), cycle.cells());

    found.harmless().forEach(joint -> print("on both sides, harmless: " + joint));
    assertThat(found.joins()).isEmpty();
    print("Spearman's correlation of the rows' physical order: %.3f".formatted(order()));
  }

  @Test
  void anIdThatCycleServiceWereToKeepWouldBeFound() throws SQLException {
    JoinDatabase cycle = database("cycle");
    cycle.execute("create table planted_copy (subject bytea, copied bytea)");
    try {
      for (JoinPerson person : people.all().subList(0, PLANTED)) {
        cycle.execute(
            "insert into planted_copy values (decode('%s', 'hex'), decode('%s', 'hex'))"
                .formatted(person.cycleSubject(), person.userSubject()));
      }

      JoinSearch.Found found =
          new JoinSearch(PEOPLE).join(side("user").cells(), side("cycle").cells());

      Set<String> joined = new TreeSet<>();
      found.joins().forEach(joint -> joined.addAll(joint.people()));
      assertThat(joined).containsExactly("p0", "p1", "p2", "p3", "p4");
      assertThat(found.joins())
          .allSatisfy(
              joint -> assertThat(joint.right()).containsExactly("cycle.planted_copy.copied"))
          .anySatisfy(joint -> assertThat(joint.left()).contains("user.account.subject"));
    } finally {
      cycle.execute("drop table planted_copy");
    }
  }

  @Test
  void noColumnTellsATimeAndOneThatDidWouldBeFound() throws SQLException {
    for (String service : List.of("user", "cycle")) {
      for (JoinDump dump : dumps(service)) {
        assertThat(dump.types()).as("columns looked at in " + dump).isNotEmpty();
        assertThat(dump.times()).as("columns with a time in " + dump).isEmpty();
      }
    }
    assertThat(JoinMoments.join(side("user").moments(), side("cycle").moments())).isEmpty();

    plantTimes("user", JoinPerson::userSubject);
    plantTimes("cycle", JoinPerson::cycleSubject);
    try {
      assertThat(dumps("user").getFirst().times()).containsExactly("user.planted_time.at");
      assertThat(JoinMoments.join(side("user").moments(), side("cycle").moments()))
          .hasSize(PLANTED);
    } finally {
      database("user").execute("drop table planted_time");
      database("cycle").execute("drop table planted_time");
    }
  }

  @Test
  void noLogNamesAnybodyOrSharesAWordBesideOne() throws IOException {
    List<String> user = log("user");
    List<String> cycle = log("cycle");
    List<String> gateway = log("gateway");
    Set<String> ids = new HashSet<>();
    for (JoinPerson person : people.all()) {
      for (String hex : List.of(person.userSubject(), person.cycleSubject())) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        ids.addAll(List.of(hex, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
      }
    }
    print("words of both logs: " + JoinLogs.shared(user, cycle));

    assertThat(JoinLogs.naming(user, ids)).isEmpty();
    assertThat(JoinLogs.naming(cycle, ids)).isEmpty();
    assertThat(gateway).hasSizeGreaterThanOrEqualTo(6 * PEOPLE);
    assertThat(JoinLogs.naming(gateway, ids)).isEmpty();

    String planted = "{\"subject\":\"%s\",\"request\":\"request-77\"}";
    JoinPerson one = people.all().getFirst();
    user.add(planted.formatted(one.userSubject()));
    cycle.add(planted.formatted(one.cycleSubject()));
    assertThat(JoinLogs.naming(cycle, ids)).hasSize(1);
    assertThat(JoinLogs.besideSomebody(user, cycle, ids)).contains("request-77");
  }

  private static void plantTimes(String service, Function<JoinPerson, String> id)
      throws SQLException {
    JoinDatabase database = database(service);
    database.execute("create table planted_time (subject bytea, at timestamptz)");
    for (int i = 0; i < PLANTED; i++) {
      database.execute(
          "insert into planted_time values (decode('%s', 'hex'), '2026-11-28 12:00:00Z'::timestamptz + interval '%d s')"
              .formatted(id.apply(people.all().get(i)), 10 * i));
    }
  }

  /** From −1 to 1: whether who joined earlier stands earlier at the other service, too. */
  private static double order() throws SQLException {
    List<String> user = inOrder("user", "account", people.names(JoinPerson::userSubject));
    Map<String, Integer> cycle = new HashMap<>();
    inOrder("cycle", "subject_key", people.names(JoinPerson::cycleSubject))
        .forEach(name -> cycle.put(name, cycle.size()));
    double squares = 0;
    for (int i = 0; i < PEOPLE; i++) {
      squares += Math.pow(i - cycle.get(user.get(i)), 2);
    }
    return 1 - 6 * squares / (PEOPLE * ((double) PEOPLE * PEOPLE - 1));
  }

  private static List<String> inOrder(String service, String table, Map<String, String> names)
      throws SQLException {
    List<String> order = new ArrayList<>();
    for (String id :
        database(service).texts("select encode(subject, 'hex') from " + table + " order by ctid")) {
      order.add(names.get(id));
    }
    return order;
  }

  private static JoinSide side(String service) throws SQLException {
    return new JoinSide(
        people.names(service.equals("user") ? JoinPerson::userSubject : JoinPerson::cycleSubject),
        dumps(service));
  }

  /** Its database and its key copy's. */
  private static List<JoinDump> dumps(String service) throws SQLException {
    return List.of(JoinDump.of(database(service)), JoinDump.of(database(service + "Keys")));
  }

  private static List<String> log(String service) throws IOException {
    List<String> lines =
        new ArrayList<>(Files.readAllLines(Path.of(topology.stack().logs().get(service))));
    assertThat(lines).isNotEmpty();
    return lines;
  }

  private static JoinDatabase database(String name) {
    return new JoinDatabase(name, topology.stack().databases().get(name));
  }

  @SuppressWarnings("SystemOut")
  private static void print(String line) {
    System.out.println("JoinIT: " + line);
  }
}
