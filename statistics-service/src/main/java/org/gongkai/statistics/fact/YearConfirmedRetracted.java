package org.gongkai.statistics.fact;

import org.gongkai.statistics.confirmation.Confirmation;

/** A body took the confirmation of a year back. */
public record YearConfirmedRetracted(String organisation, int year) implements Fact {

    static YearConfirmedRetracted read(FactData data) {
        data.requireText("recordId", 36);
        FactData was = data.nested("was");
        was.day("confirmedOn");
        was.flag("nil");
        return new YearConfirmedRetracted(data.code("organisation"), was.year("year"));
    }

    @Override
    public Confirmation confirmation() {
        return Confirmation.takenBack(year);
    }
}
