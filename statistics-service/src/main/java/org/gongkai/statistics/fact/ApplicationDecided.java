package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/**
 * A disclosure application got its one outcome (办结): one more decided on the date of the reply.
 *
 * @param decidedOn a day in Asia/Shanghai
 */
public record ApplicationDecided(String organisation, LocalDate decidedOn, ApplicantType applicantType, Outcome outcome)
        implements Fact {

    static ApplicationDecided read(FactData data) {
        data.requireText("caseId", 36);
        data.requireText("caseNumber", 64);
        data.day("receivedOn");
        data.flag("elsewhere");
        return new ApplicationDecided(
                data.code("organisation"),
                data.day("decidedOn"),
                data.oneOf("applicantType", ApplicantType.class),
                data.oneOf("outcome", Outcome.class));
    }

    @Override
    public List<Delta> deltas() {
        return List.of(
                new Delta(Cell.on(organisation, decidedOn, Measure.DECIDED, outcome.name(), applicantType.name()), 1));
    }
}
