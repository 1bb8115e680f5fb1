package app.lunaria.kit.keyring;

import java.util.Optional;

/**
 * A key row with the key-encryption key that it needs, from one statement: so opening it takes no
 * second connection, and a key-encryption key that is gone shows.
 */
record StoredKey(KeyRow row, Optional<StoredKek> kek) {}
