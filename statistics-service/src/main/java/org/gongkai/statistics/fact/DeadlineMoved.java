package org.gongkai.statistics.fact;

/**
 * The due day of an open disclosure application moved. No figure of a statement follows from it, and a year that was
 * confirmed stays confirmed: its data are as complete as before.
 */
public record DeadlineMoved(String organisation) implements Fact {

    static DeadlineMoved read(FactData data) {
        data.requireText("caseId", 36);
        data.requireText("caseNumber", 64);
        data.day("receivedOn");
        data.optionalDay("from");
        data.optionalDay("to");
        return new DeadlineMoved(data.code("organisation"));
    }
}
