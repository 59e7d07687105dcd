package org.gongkai.report.statement;

import java.util.Optional;

/** Years whose report was printed: what the next year's report compares with. */
public interface PrintedYears {

    /** The newest edition of a body's year; empty where it has none. */
    Optional<PrintedYear> newest(String organisation, int year);
}
