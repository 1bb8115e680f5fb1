package app.lunaria.kit.keyring;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The key management service of the backup account, the second one under which each KEK stands. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface BackupAccount {}
