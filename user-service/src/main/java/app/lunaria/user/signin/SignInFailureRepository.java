package app.lunaria.user.signin;

import app.lunaria.envelope.IndexValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of failed sign-ins. Every method runs in the transaction of its caller. */
@ApplicationScoped
class SignInFailureRepository {

  /** Counts one more and returns the count. */
  Uni<Integer> increment(IndexValue address, boolean oddHour) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "insert into sign_in_failure as known (address, odd_hour, failures)"
                            + " values (:address, :odd, 1)"
                            + " on conflict (address, odd_hour)"
                            + " do update set failures = least(known.failures + 1, 1000)"
                            + " returning failures",
                        Integer.class)
                    .setParameter("address", address.bytes())
                    .setParameter("odd", oddHour)
                    .getSingleResult());
  }

  Uni<Void> decrement(IndexValue address, boolean oddHour) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "update sign_in_failure set failures = greatest(failures - 1, 0)"
                            + " where address = :address and odd_hour = :odd")
                    .setParameter("address", address.bytes())
                    .setParameter("odd", oddHour)
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Void> deleteAll(boolean oddHour) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("delete from sign_in_failure where odd_hour = :odd")
                    .setParameter("odd", oddHour)
                    .executeUpdate())
        .replaceWithVoid();
  }
}
