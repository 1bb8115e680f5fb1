package app.lunaria.planted.a2.journal;

import app.lunaria.planted.a2.sync.Sync;

public class Journal {
  Sync sync() {
    return new Sync();
  }
}
