package app.lunaria.planted.a6;

public class Days {}
