package app.lunaria.kit.keyring;

import static app.lunaria.kit.keyring.Service.await;
import static app.lunaria.kit.keyring.Service.person;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.keyring.Service.Shared;
import java.nio.charset.StandardCharsets;

/** What the tests of a key ring stand on: two people, an open epoch, a replica. */
abstract class KeyRingGround {
  static final byte[] NO_ROW_ID = {};
  static final byte[] WORDS = "hers alone".getBytes(StandardCharsets.UTF_8);
  static final SubjectId ADA = person(1, 3);
  static final SubjectId EVE = person(2, 3);
  static final KekId KEK = new KekId(2968, 3);

  final Shared shared = Shared.withOpenEpoch();
  final KeyTables tables = shared.tables();
  final Service service = shared.replica();

  static PersonKey found(KeyRing ring, DekId dekId, SubjectId subject) {
    return ((Lookup.Found) await(ring.find(dekId, subject))).key();
  }

  static Sealed seal(PersonKey key) {
    return key.seal("account", "document", NO_ROW_ID, WORDS);
  }

  static byte[] open(PersonKey key, Sealed sealed) {
    return key.open("account", "document", NO_ROW_ID, sealed);
  }

  static Reason reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(KeyUnavailableException.class, call).reason();
  }
}
