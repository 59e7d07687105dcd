package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongkai.statistics.counting.Delta;

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
    public Set<Integer> years(List<Delta> deltas) {
        return Set.of(arrivedOn.getYear());
    }
}
