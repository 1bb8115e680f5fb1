package app.lunaria.planted.keybytes;

import app.lunaria.envelope.KeyMaterial;

class ComparesKeys {
  boolean same(KeyMaterial one, KeyMaterial other) {
    return one.equals(other);
  }
}
