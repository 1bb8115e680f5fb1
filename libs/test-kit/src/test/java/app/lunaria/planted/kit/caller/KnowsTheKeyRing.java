package app.lunaria.planted.kit.caller;

import app.lunaria.planted.kit.keyring.KeyRing;

class KnowsTheKeyRing {
  KeyRing keys;
}
