package app.lunaria.planted.keybytes;

import app.lunaria.envelope.KeyMaterial;

class CopiesTheBytes {
  byte[] copy(KeyMaterial key) {
    return key.copyBytes();
  }
}
