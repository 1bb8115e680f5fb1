package app.lunaria.user.account;

import app.lunaria.envelope.EmailAddress;
import app.lunaria.redaction.Sensitive;
import java.time.LocalDate;

/** A sign-up that has passed every rule which can be judged without looking at what is stored. */
record NewAccount(EmailAddress email, Sensitive<String> password, LocalDate birthDate) {}
