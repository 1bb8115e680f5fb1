package app.lunaria.planted.a9;

class NothingStartedIT {}
