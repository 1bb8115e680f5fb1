package app.lunaria.planted.kit.keyring;

public class KeyRing {}
