package app.lunaria.planted.a4;

import jakarta.persistence.EntityManager;

class DayRepository {
  void query(EntityManager tables) {
    tables.find(SealedDay.class, 1);
  }
}
