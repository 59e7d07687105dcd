package org.gongkai.statistics.fact;

import java.util.List;
import org.gongkai.statistics.counting.Delta;

/**
 * A disclosure application got its one outcome (办结): one more decided on the date of the reply, and one less open and due
 * on the day that it was decided against.
 */
public record ApplicationDecided(String organisation, ApplicantType applicantType, Decision decision) implements Fact {

    static ApplicationDecided read(FactData data) {
        data.requireText("caseId", 36);
        data.requireText("caseNumber", 64);
        data.day("receivedOn");
        return new ApplicationDecided(
                data.code("organisation"), data.oneOf("applicantType", ApplicantType.class), Decision.read(data));
    }

    @Override
    public List<Delta> deltas() {
        return Delta.moved(DueDay.deltas(organisation, decision.dueOn()), decision.deltas(organisation, applicantType));
    }
}
