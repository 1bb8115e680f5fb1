package app.lunaria.planted.kit.ids;

public class Ids {}
