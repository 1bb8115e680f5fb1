package app.lunaria.planted.a5;

class Days {
  DayRepository days;
}
