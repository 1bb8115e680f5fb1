package app.lunaria.cycle.journal;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Sealed;

/** A row of the journal as it stands in the table. */
record SealedDay(DayId id, DekId dekId, Sealed document) {}
