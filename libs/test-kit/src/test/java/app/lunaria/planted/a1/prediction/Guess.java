package app.lunaria.planted.a1.prediction;

public record Guess(double mean) {}
