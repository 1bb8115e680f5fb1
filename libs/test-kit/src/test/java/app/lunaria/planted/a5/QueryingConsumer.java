package app.lunaria.planted.a5;

class QueryingConsumer {
  SealedDay day;
}
