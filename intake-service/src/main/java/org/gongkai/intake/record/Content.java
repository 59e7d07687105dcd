package org.gongkai.intake.record;

import java.time.LocalDate;

/**
 * What a fact says beside the record and the organisation. The class's name is the fact's, its record components are the
 * payload of {@code docs/contracts/facts/v1}; absent ones are left out.
 */
public interface Content {

    /** The day that it counts for, in Asia/Shanghai. */
    LocalDate countsFor();
}
