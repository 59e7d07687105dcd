package org.gongkai.statistics.fact;

import java.util.function.Supplier;

/** What came of reading a fact. That it can't be read is an outcome, not an exception: it is stored with the reason. */
public sealed interface Reading {

    /**
     * It was read.
     *
     * @param about which record it is about, worked out for those who ask while the fact is in hand
     */
    record Readable(Fact fact, Supplier<About> about) implements Reading {}

    /**
     * It could not be read.
     *
     * @param reason in English, for operators; names the field and never a value, which could be personal data
     */
    record Unreadable(String reason) implements Reading {}
}
