package app.lunaria.user.account;

import app.lunaria.envelope.EmailAddress;
import app.lunaria.envelope.SubjectId;
import app.lunaria.redaction.Sensitive;
import java.time.LocalDate;

/**
 * What this service keeps about a person, opened.
 *
 * @param rev revision of the document, from 1
 */
public record Account(
    SubjectId subject,
    long rev,
    Sensitive<EmailAddress> email,
    Sensitive<LocalDate> birthDate,
    LocalDate createdOn,
    Sensitive<String> passwordHash) {}
