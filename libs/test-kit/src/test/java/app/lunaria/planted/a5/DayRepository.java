package app.lunaria.planted.a5;

class DayRepository {
  SealedDay find() {
    return new SealedDay();
  }
}
