/**
 * The rows of wrapped keys and the keys themselves while they are in memory.
 *
 * <pre>
 * KMS epoch key ─ kek (16 shards an epoch) ─ subject_key (one data key a person) ─ sealed documents
 * KMS root key  ─ root_key (pairwise, index and token keys, versioned)
 * </pre>
 *
 * {@link app.lunaria.kit.keyring.KeyRing} gives the key of a person, {@link
 * app.lunaria.kit.keyring.RootKeys} the keys of the service, {@link app.lunaria.kit.keyring.Epochs}
 * opens the first epoch. Tables: {@code db/keyring} for the service's database, {@code db/key-copy}
 * for the second one that holds the copy of the key rows.
 */
@NullMarked
package app.lunaria.kit.keyring;

import org.jspecify.annotations.NullMarked;
