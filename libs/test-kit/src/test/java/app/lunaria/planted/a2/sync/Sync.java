package app.lunaria.planted.a2.sync;

import app.lunaria.planted.a2.journal.Journal;

public class Sync {
  Journal journal() {
    return new Journal();
  }
}
