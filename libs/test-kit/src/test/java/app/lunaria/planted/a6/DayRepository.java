package app.lunaria.planted.a6;

class DayRepository {}
