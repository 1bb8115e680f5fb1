package app.lunaria.cycle.portability;

import app.lunaria.cycle.day.DayEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * A made export, and what is in it.
 *
 * @param file the bytes of a measurements.json
 * @param days what a reader has to make of it
 * @param periodStarts the first days of its periods, in order; one more than whole cycles
 * @param unknownRecords records of the type {@link ExportMaker#UNKNOWN_TYPE}
 */
public record MadeExport(
    byte[] file,
    SortedMap<LocalDate, DayEntry> days,
    List<LocalDate> periodStarts,
    int unknownRecords) {}
