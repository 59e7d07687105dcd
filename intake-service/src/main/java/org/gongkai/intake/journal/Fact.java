package org.gongkai.intake.journal;

import java.time.LocalDate;
import java.util.List;

/**
 * What happened, in the past tense and self-sufficient: codes, days, the case's id and number, nothing else. Its record
 * components are the payload of {@code docs/contracts/facts/v1}; absent ones are left out.
 */
public interface Fact {

    /** The organisation whose counts it moves; decides the lane. */
    String subject();

    /** The day that it counts for, in Asia/Shanghai. */
    LocalDate countsFor();

    /** The day that an amendment takes the count away from; null for every other fact. */
    default LocalDate countedFor() {
        return null;
    }

    /** Further days whose years it touches, beside {@link #countsFor} and {@link #countedFor}. */
    default List<LocalDate> alsoCountsFor() {
        return List.of();
    }

    /** {@code org.gongkai.ApplicationReceived.v1}: the class's name is the fact's. */
    default String type() {
        return "org.gongkai." + getClass().getSimpleName() + ".v1";
    }
}
