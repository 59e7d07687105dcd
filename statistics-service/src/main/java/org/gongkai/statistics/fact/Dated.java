package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A delta with the day that counts. Counting needs only the month, so the day is worked out where somebody asks for it.
 *
 * @param day in Asia/Shanghai; the last of the month where the fact speaks of a period
 */
public record Dated(Delta delta, LocalDate day) {

    /** The deltas of a fact, in their order. */
    public static List<Dated> of(Fact fact) {
        if (fact instanceof ApplicationReceived received) {
            return on(fact.deltas(), delta -> received.receivedOn());
        }
        if (fact instanceof ApplicationDecided decided) {
            return on(fact.deltas(), delta -> decided.decision().decidedOn());
        }
        if (fact instanceof OutcomeRetracted retracted) {
            return on(fact.deltas(), delta -> retracted.was().decidedOn());
        }
        if (fact instanceof ApplicationVoided voided) {
            return on(fact.deltas(), delta -> day(voided.was(), delta));
        }
        if (fact instanceof ApplicationReclassified reclassified) {
            int taken = reclassified.was().deltas(fact.organisation()).size();
            return halves(fact.deltas(), taken, reclassified.was(), reclassified.is(), Dated::day);
        }
        if (fact instanceof Recorded recorded) {
            return on(fact.deltas(), delta -> day(recorded.content(), delta));
        }
        if (fact instanceof Retracted retracted) {
            return on(fact.deltas(), delta -> day(retracted.was(), delta));
        }
        if (fact instanceof Amended amended) {
            int taken = amended.was().deltas(fact.organisation()).size();
            return halves(fact.deltas(), taken, amended.was(), amended.is(), Dated::day);
        }
        return on(fact.deltas(), delta -> null);
    }

    private interface DayOf<C> {
        @Nullable
        LocalDate of(C content, Delta delta);
    }

    private static <C> List<Dated> halves(List<Delta> deltas, int taken, C was, C is, DayOf<C> day) {
        List<Dated> dated = new ArrayList<>(on(deltas.subList(0, taken), delta -> day.of(was, delta)));
        dated.addAll(on(deltas.subList(taken, deltas.size()), delta -> day.of(is, delta)));
        return dated;
    }

    private static List<Dated> on(List<Delta> deltas, Function<Delta, @Nullable LocalDate> day) {
        List<Dated> dated = new ArrayList<>(deltas.size());
        for (Delta delta : deltas) {
            Cell cell = delta.cell();
            LocalDate known = day.apply(delta);
            dated.add(new Dated(
                    delta,
                    known != null && known.getYear() == cell.year() && known.getMonthValue() == cell.month()
                            ? known
                            : YearMonth.of(cell.year(), cell.month()).atEndOfMonth()));
        }
        return dated;
    }

    private static @Nullable LocalDate day(Classification application, Delta delta) {
        Decision decision = application.decision();
        return delta.cell().measure() == Measure.RECEIVED || decision == null
                ? application.day()
                : decision.decidedOn();
    }

    private static @Nullable LocalDate day(Content content, Delta delta) {
        if (content instanceof ItemsPublished published) {
            return published.publishedOn();
        } else if (content instanceof NormativeDocumentIssued issued) {
            return issued.issuedOn();
        } else if (content instanceof NormativeDocumentEnded ended) {
            return ended.endedOn();
        } else if (content instanceof DisputeFiled filed) {
            return filed.filedOn();
        } else if (content instanceof DisputeConcluded concluded) {
            return concluded.concludedOn();
        } else if (content instanceof DisputeAppealed appealed) {
            return delta.cell().measure() == Measure.DISPUTES_REOPENED ? appealed.appealedOn() : appealed.concludedOn();
        }
        return null;
    }
}
