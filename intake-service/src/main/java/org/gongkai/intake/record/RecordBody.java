package org.gongkai.intake.record;

import java.time.LocalDate;

/** A quiet record as a department sends it; a record class, whose components are the JSON fields. */
public interface RecordBody {

    /** Code of the body whose record it is. */
    String organisation();

    /** The first day on which that body must exist. */
    LocalDate begins();
}
