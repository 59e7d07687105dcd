package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure application was received (新收): one more received on the day of receipt by article 31, and one more open.
 *
 * @param receivedOn a day in Asia/Shanghai
 * @param dueOn as first reckoned; null where the clock stands or the calendar of a year is not known
 */
public record ApplicationReceived(
        String organisation,
        LocalDate receivedOn,
        ApplicantType applicantType,
        Channel channel,
        @Nullable LocalDate dueOn)
        implements Fact {

    static ApplicationReceived read(FactData data) {
        data.requireText("caseId", 36);
        data.requireText("caseNumber", 64);
        return new ApplicationReceived(
                data.code("organisation"),
                data.day("receivedOn"),
                data.oneOf("applicantType", ApplicantType.class),
                data.oneOf("channel", Channel.class),
                data.optionalDay("dueOn"));
    }

    /** Where an application counts as received. */
    static Cell cell(String organisation, LocalDate receivedOn, ApplicantType applicantType, Channel channel) {
        return Cell.on(organisation, receivedOn, Measure.RECEIVED, channel.name(), applicantType.name());
    }

    @Override
    public List<Delta> deltas() {
        List<Delta> deltas = new ArrayList<>();
        deltas.add(new Delta(cell(organisation, receivedOn, applicantType, channel), 1));
        deltas.addAll(DueDay.deltas(organisation, dueOn));
        return deltas;
    }
}
