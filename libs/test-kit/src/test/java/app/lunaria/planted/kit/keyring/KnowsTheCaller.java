package app.lunaria.planted.kit.keyring;

import app.lunaria.planted.kit.caller.Caller;

/** What the others stand on knows none of them. */
class KnowsTheCaller {
  Caller caller;
}
