package app.lunaria.planted.a5;

class QueryingResource {
  DayRepository days;
}
