package org.gongkai.intake.statutoryclock;

import java.time.LocalDate;
import org.gongkai.intake.workingday.Reckoned;
import org.gongkai.intake.workingday.WorkingDays;

/**
 * What starts, stops and moves a clock. A case is a list of them in the order of days, the first of which is
 * {@link Started}. {@code reason} and {@code article} are texts for the derivation: 征求第三方意见, 条例第三十二条.
 */
public sealed interface ClockEvent {

    /** Why, in a few words. */
    String reason();

    /** The article that says so. */
    String article();

    /** The clock begins: day 1 is the first working day after the base day (收到之日). */
    record Started(LocalDate base, int workingDays, String reason, String article) implements ClockEvent {

        /** The 20 working days of the reply from the day of receipt. */
        public static Started on(LocalDate receivedOn) {
            return new Started(receivedOn, StatutoryLimit.REPLY.workingDays(), "收到申请", StatutoryLimit.REPLY.article());
        }
    }

    /** The clock begins anew: an extension or delay of the old one is gone, and so is a late end of it. */
    record Restarted(LocalDate base, int workingDays, String reason, String article) implements ClockEvent {

        /** The 20 working days of the reply from receipt of the correction (article 30) or full payment (fee article 7). */
        public static Restarted on(LocalDate base, String reason, String article) {
            return new Restarted(base, StatutoryLimit.REPLY.workingDays(), reason, article);
        }
    }

    /** The clock stands until a {@link Restarted}: a correction was asked for, a fee noticed. Days after it do not count. */
    record StoodStill(LocalDate from, String reason, String article) implements ClockEvent {}

    /**
     * Days that do not count: each working day {@code d} with {@code from < d <= to}; what overlaps stops once.
     *
     * @param from day on which the letter was sent
     * @param to last day of it; null while its end is open
     */
    record Stopped(LocalDate from, LocalDate to, String reason, String article) implements ClockEvent {

        /**
         * A consultation with a limit of its own: it ends on the reply or with the limit, whichever is first; is open while
         * it is not known when the letter arrived; and is counted to an end that is known before it is reached.
         *
         * @param sent day of the letter
         * @param delivered day on which it arrived, or null where that is not known
         * @param replied day of the reply, or null
         * @param limit of the one who is asked
         */
        public static Stopped limited(
                WorkingDays days,
                LocalDate sent,
                LocalDate delivered,
                LocalDate replied,
                StatutoryLimit limit,
                String reason) {
            if (delivered == null) {
                return open(sent, replied, reason, limit.article());
            }
            Reckoned over = days.after(delivered, limit.workingDays());
            // in a year without a calendar the limit ends at its first day or later: what follows cannot be counted
            // either
            LocalDate end = over.isKnown() ? over.day() : LocalDate.of(over.missingCalendar(), 1, 1);
            return open(sent, replied == null || replied.isAfter(end) ? end : replied, reason, limit.article());
        }

        /** A consultation without a limit: it ends on the reply, and is open until then. */
        public static Stopped open(LocalDate sent, LocalDate replied, String reason, String article) {
            return new Stopped(sent, replied, reason, article);
        }

        boolean covers(LocalDate day) {
            return from.isBefore(day) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * The due day moves by so many working days, unless the applicant was told after it.
     *
     * @param workingDays 1 to 20
     * @param notifiedOn day on which the applicant was told
     */
    record Extended(int workingDays, LocalDate notifiedOn) implements ClockEvent {
        @Override
        public String reason() {
            return "延长答复期限";
        }

        @Override
        public String article() {
            return StatutoryLimit.EXTENSION.article();
        }
    }

    /**
     * The organ set a day (article 35): it is the due day exactly, unless consultations that begin on that day or later move
     * it, or it was set after the due day.
     *
     * @param on day on which it was set
     * @param until the day set
     */
    record DelayedUntil(LocalDate on, LocalDate until) implements ClockEvent {
        @Override
        public String reason() {
            return "确定延迟答复的合理期限";
        }

        @Override
        public String article() {
            return "条例第三十五条";
        }
    }
}
