package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.counting.Delta;
import org.jspecify.annotations.Nullable;

/**
 * The due day of an open disclosure application moved. A year that was confirmed stays confirmed: its data are as complete
 * as before.
 *
 * @param from null: it was due on no day, since its clock stood or the calendar of a year was not known
 * @param to null: it is due on no day from now on
 */
public record DeadlineMoved(
        String organisation,
        @Nullable LocalDate from,
        @Nullable LocalDate to) implements Fact {

    static DeadlineMoved read(FactData data) {
        data.requireText("caseId", 36);
        data.requireText("caseNumber", 64);
        data.day("receivedOn");
        return new DeadlineMoved(data.code("organisation"), data.optionalDay("from"), data.optionalDay("to"));
    }

    @Override
    public List<Delta> deltas() {
        return Delta.moved(DueDay.deltas(organisation, from), DueDay.deltas(organisation, to));
    }
}
