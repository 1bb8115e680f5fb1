package app.lunaria.planted.a3;

import app.lunaria.planted.a1.journal.Journal;

class AsksAnotherService {
  Journal journal() {
    return new Journal();
  }
}
