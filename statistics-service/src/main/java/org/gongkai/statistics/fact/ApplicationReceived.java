package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/**
 * A disclosure application was received (新收): one more received on the day of receipt by article 31.
 *
 * @param receivedOn a day in Asia/Shanghai
 */
public record ApplicationReceived(
        String organisation, LocalDate receivedOn, ApplicantType applicantType, Channel channel) implements Fact {

    static ApplicationReceived read(FactData data) {
        data.requireText("caseId", 36);
        data.requireText("caseNumber", 64);
        data.optionalDay("dueOn");
        return new ApplicationReceived(
                data.code("organisation"),
                data.day("receivedOn"),
                data.oneOf("applicantType", ApplicantType.class),
                data.oneOf("channel", Channel.class));
    }

    /** Where an application counts as received. */
    static Cell cell(String organisation, LocalDate receivedOn, ApplicantType applicantType, Channel channel) {
        return Cell.on(organisation, receivedOn, Measure.RECEIVED, channel.name(), applicantType.name());
    }

    @Override
    public List<Delta> deltas() {
        return List.of(new Delta(cell(organisation, receivedOn, applicantType, channel), 1));
    }
}
