package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.Set;

/**
 * A disclosure application arrived and awaits confirmation (article 31): it counts nothing until it is received.
 *
 * @param arrivedOn a day in Asia/Shanghai
 */
public record ApplicationArrived(String organisation, LocalDate arrivedOn) implements Fact {

    static ApplicationArrived read(FactData data) {
        data.requireText("caseId", 36);
        data.requireText("caseNumber", 64);
        data.oneOf("applicantType", ApplicantType.class);
        data.oneOf("channel", Channel.class);
        return new ApplicationArrived(data.code("organisation"), data.day("arrivedOn"));
    }

    @Override
    public Set<Integer> years() {
        return Set.of(arrivedOn.getYear());
    }
}
