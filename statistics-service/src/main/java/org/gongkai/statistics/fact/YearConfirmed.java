package org.gongkai.statistics.fact;

import java.time.LocalDate;
import org.gongkai.statistics.confirmation.Confirmation;

/** A body confirmed that its data of a year are complete; it falls away when a later fact of that year comes. */
public record YearConfirmed(String organisation, int year, LocalDate confirmedOn, boolean nil) implements Fact {

    static YearConfirmed read(FactData data) {
        data.requireText("recordId", 36);
        return new YearConfirmed(
                data.code("organisation"), data.year("year"), data.day("confirmedOn"), data.flag("nil"));
    }

    @Override
    public Confirmation confirmation() {
        return new Confirmation(year, confirmedOn, nil);
    }
}
