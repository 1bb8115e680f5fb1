package app.lunaria.planted.kit.caller;

public class Caller {}
