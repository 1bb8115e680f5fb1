package app.lunaria.planted.keybytes;

import app.lunaria.envelope.KeyMaterial;
import java.util.function.Function;

class CopiesByReference {
  Function<KeyMaterial, byte[]> copy() {
    return KeyMaterial::copyBytes;
  }
}
