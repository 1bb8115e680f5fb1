package app.lunaria.planted.a8;

import java.util.UUID;

class DrawsAnId {
  UUID id() {
    return UUID.randomUUID();
  }
}
