package app.lunaria.planted.a1.calendar;

import app.lunaria.planted.a1.journal.Journal;

class KnowsAFeature {
  Journal journal() {
    return new Journal();
  }
}
