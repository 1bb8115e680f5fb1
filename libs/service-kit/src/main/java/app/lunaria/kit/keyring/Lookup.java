package app.lunaria.kit.keyring;

/**
 * What became of the key that a row names. A look-up that could not be made is neither: it fails.
 */
public sealed interface Lookup {

  /** The key, usable for as long as the request lives. */
  record Found(PersonKey key) implements Lookup {}

  /** No row has this key any more: what it sealed is gone for good. */
  record Erased() implements Lookup {}
}
