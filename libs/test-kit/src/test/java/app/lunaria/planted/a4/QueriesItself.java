package app.lunaria.planted.a4;

import jakarta.persistence.EntityManager;

class QueriesItself {
  void query(EntityManager tables) {
    tables.clear();
  }
}
