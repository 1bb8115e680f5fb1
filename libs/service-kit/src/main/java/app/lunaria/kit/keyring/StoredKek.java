package app.lunaria.kit.keyring;

import app.lunaria.envelope.kms.KeyArn;

/** A key-encryption key as it is stored, and the KMS key of its epoch that opens it. */
record StoredKek(KeyArn key, byte[] wrapped) {}
