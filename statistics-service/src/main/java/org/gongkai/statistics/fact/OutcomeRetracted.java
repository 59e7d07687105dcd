package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.counting.Delta;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a disclosure application was recorded wrongly: one less decided, and the application is open again.
 *
 * @param dueOn from now on; null where it is due on no day
 */
public record OutcomeRetracted(
        String organisation,
        ApplicantType applicantType,
        Decision was,
        @Nullable LocalDate dueOn) implements Fact {

    static OutcomeRetracted read(FactData data) {
        data.requireText("caseId", 36);
        data.requireText("caseNumber", 64);
        data.day("receivedOn");
        return new OutcomeRetracted(
                data.code("organisation"),
                data.oneOf("applicantType", ApplicantType.class),
                Decision.read(data.nested("was")),
                data.optionalDay("dueOn"));
    }

    @Override
    public List<Delta> deltas() {
        return Delta.moved(was.deltas(organisation, applicantType), DueDay.deltas(organisation, dueOn));
    }
}
