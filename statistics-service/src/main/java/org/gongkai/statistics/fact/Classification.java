package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.statistics.counting.Delta;
import org.jspecify.annotations.Nullable;

/**
 * All that decides where a disclosure application counts, in the facts that put it right and that take it back.
 *
 * @param day of receipt; of arrival where it awaits confirmation, and then it counts nothing
 * @param received whether it was received
 * @param dueOn its due day while it is open; null where it has none
 * @param decision null while it is open
 */
public record Classification(
        LocalDate day,
        boolean received,
        ApplicantType applicantType,
        Channel channel,
        @Nullable LocalDate dueOn,
        @Nullable Decision decision) {

    static Classification read(FactData data) {
        LocalDate receivedOn = data.optionalDay("receivedOn");
        FactData decision = data.optionalNested("decision");
        return new Classification(
                // Only what was received can be decided.
                receivedOn == null ? data.day(decision == null ? "arrivedOn" : "receivedOn") : receivedOn,
                receivedOn != null,
                data.oneOf("applicantType", ApplicantType.class),
                data.oneOf("channel", Channel.class),
                data.optionalDay("dueOn"),
                decision == null ? null : Decision.read(decision));
    }

    /** What it adds to the cells of its organisation. */
    List<Delta> deltas(String organisation) {
        List<Delta> deltas = new ArrayList<>();
        if (received) {
            deltas.add(new Delta(ApplicationReceived.cell(organisation, day, applicantType, channel), 1));
        }
        deltas.addAll(
                decision == null ? DueDay.deltas(organisation, dueOn) : decision.deltas(organisation, applicantType));
        return deltas;
    }

    /** The years that it speaks of. */
    Set<Integer> years() {
        Set<Integer> years = new TreeSet<>(Set.of(day.getYear()));
        if (decision != null) {
            years.add(decision.decidedOn().getYear());
        }
        return years;
    }
}
