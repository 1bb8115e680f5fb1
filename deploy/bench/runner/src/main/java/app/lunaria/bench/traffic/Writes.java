package app.lunaria.bench.traffic;

import app.lunaria.bench.load.Request;
import app.lunaria.bench.load.Traffic;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Days written by several people, each of whom stays on one connection. */
public final class Writes implements Traffic {
  static final String PATH = "/v1/journal/days";

  /** Makes the request with which a diary's next day is written; empty when it cannot be made. */
  @FunctionalInterface
  interface Form {
    Optional<Request> of(Diary diary);
  }

  private final List<Diary> diaries;
  private final int connections;
  private final Form form;
  private final int[] turns;

  private Writes(List<Diary> diaries, int connections, Form form) {
    this.diaries = List.copyOf(diaries);
    this.connections = connections;
    this.form = form;
    this.turns = new int[connections];
  }

  /** To cycle-service, with the token alone: {@code lunaria.env=dev}. */
  public static Writes bearer(List<Diary> diaries, int connections, InetSocketAddress at) {
    diaries.forEach(diary -> diary.person().refresh());
    return new Writes(
        diaries,
        connections,
        diary ->
            Optional.of(
                new HttpText("PUT", PATH, at)
                    .header("Authorization", "Bearer " + diary.person().token())
                    .header("If-Match", diary.etag())
                    .json("{" + diary.members() + "}")));
  }

  /**
   * To cycle-service, with a proof each.
   *
   * @param proofs how many to sign before the first request; with the last one the traffic ends
   */
  public static Writes proved(
      List<Diary> diaries, int connections, InetSocketAddress at, String origin, int proofs) {
    diaries.parallelStream()
        .forEach(
            diary -> {
              diary.person().refresh();
              diary.proofs().clear();
              for (int i = 0; i <= proofs / diaries.size(); i++) {
                diary.proofs().add(diary.person().proof("PUT", origin + PATH));
              }
            });
    return new Writes(
        diaries,
        connections,
        diary ->
            Optional.ofNullable(diary.proofs().poll())
                .map(
                    proof ->
                        new HttpText("PUT", PATH, at)
                            .header("Authorization", "DPoP " + diary.person().token())
                            .header("DPoP", proof)
                            .header("If-Match", diary.etag())
                            .json("{" + diary.members() + "}")));
  }

  /** To the bare service, which is told whose the day is. */
  public static Writes bare(List<Diary> diaries, int connections, InetSocketAddress at) {
    return new Writes(
        diaries,
        connections,
        diary ->
            Optional.of(
                new HttpText("PUT", PATH, at)
                    .header("If-Match", diary.etag())
                    .json(
                        "{\"subject\":\"%s\",\"tag\":\"%s\",%s}"
                            .formatted(diary.person().subject(), diary.tag(), diary.members()))));
  }

  /** The next write of one of them, beside the traffic. */
  public Request first(int person) {
    return form.of(diaries.get(person)).orElseThrow();
  }

  @Override
  public Optional<Request> next(int connection) {
    return form.of(diary(connection));
  }

  @Override
  public void answered(int connection, Optional<String> etag) {
    diary(connection).written(etag);
    turns[connection]++;
  }

  private Diary diary(int connection) {
    int mine = (diaries.size() - connection + connections - 1) / connections;
    return diaries.get(connection + turns[connection] % mine * connections);
  }
}
