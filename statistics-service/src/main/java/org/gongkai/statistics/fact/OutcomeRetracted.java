package org.gongkai.statistics.fact;

import java.util.List;
import org.gongkai.statistics.counting.Delta;

/** The outcome of a disclosure application was recorded wrongly: one less decided, and the application is open again. */
public record OutcomeRetracted(String organisation, ApplicantType applicantType, Decision was) implements Fact {

    static OutcomeRetracted read(FactData data) {
        data.requireText("caseId", 36);
        data.requireText("caseNumber", 64);
        data.day("receivedOn");
        data.optionalDay("dueOn");
        return new OutcomeRetracted(
                data.code("organisation"),
                data.oneOf("applicantType", ApplicantType.class),
                Decision.read(data.nested("was")));
    }

    @Override
    public List<Delta> deltas() {
        return List.of(new Delta(was.cell(organisation, applicantType), -1));
    }
}
