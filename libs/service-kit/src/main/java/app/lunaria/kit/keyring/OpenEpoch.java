package app.lunaria.kit.keyring;

import app.lunaria.envelope.kms.KeyArn;

/** The epoch under which new keys are made, and its KMS key in both accounts. */
record OpenEpoch(int number, KeyArn key, KeyArn backupKey) {}
