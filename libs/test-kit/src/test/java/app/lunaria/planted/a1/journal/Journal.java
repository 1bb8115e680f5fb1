package app.lunaria.planted.a1.journal;

public class Journal {}
