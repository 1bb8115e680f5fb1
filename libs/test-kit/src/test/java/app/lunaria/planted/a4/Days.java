package app.lunaria.planted.a4;

class Days {}
