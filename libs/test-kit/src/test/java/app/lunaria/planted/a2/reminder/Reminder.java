package app.lunaria.planted.a2.reminder;

import app.lunaria.planted.a2.journal.Journal;

class Reminder {
  Journal journal() {
    return new Journal();
  }
}
