package org.gongkai.benchmark.facts;

/** Facts one after another, numbered densely in each lane. */
public interface FactSource {

    /** The next fact, in the order in which the journal would have it. */
    Fact next();

    /** What was made up to now. */
    Tally tally();
}
