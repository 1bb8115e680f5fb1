package app.lunaria.planted.a7;

import app.lunaria.envelope.Binding;
import app.lunaria.envelope.DataKey;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Envelope;
import app.lunaria.envelope.Sealed;

class AsksEnvelope {
  byte[] read(Envelope envelope, DataKey key, DekId id, Binding binding, Sealed sealed) {
    return envelope.open(key, id, binding, sealed);
  }
}
