package org.gongkai.statistics.fact;

/** What came of reading a fact. That it can't be read is an outcome, not an exception: it is stored with the reason. */
public sealed interface Reading {

    /** It was read. */
    record Readable(Fact fact) implements Reading {}

    /**
     * It could not be read.
     *
     * @param reason in English, for operators; names the field and never a value, which could be personal data
     */
    record Unreadable(String reason) implements Reading {}
}
