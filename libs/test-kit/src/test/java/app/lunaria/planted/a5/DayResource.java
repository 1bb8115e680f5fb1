package app.lunaria.planted.a5;

class DayResource {
  Days days;
}
