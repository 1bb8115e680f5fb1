package app.lunaria.cycle.journal.store;

import app.lunaria.cycle.journal.DayId;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Sealed;

/** A row of the journal as it stands in the table. */
public record SealedDay(DayId id, DekId dekId, Sealed document) {}
