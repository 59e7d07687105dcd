package org.gongkai.intake.statutoryclock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.intake.statutoryclock.ClockEvent.DelayedUntil;
import org.gongkai.intake.statutoryclock.ClockEvent.Extended;
import org.gongkai.intake.statutoryclock.ClockEvent.Restarted;
import org.gongkai.intake.statutoryclock.ClockEvent.Started;
import org.gongkai.intake.statutoryclock.ClockEvent.StoodStill;
import org.gongkai.intake.statutoryclock.ClockEvent.Stopped;
import org.gongkai.intake.workingday.ShippedYears;
import org.gongkai.intake.workingday.WorkingDays;
import org.junit.jupiter.api.Test;

/** Each rule by itself. Received on Friday 2021-09-17, a reply is due on 10-21: 19 to 21 Sep and 1 to 7 Oct are off. */
class StatutoryClockTest {

    private static final WorkingDays SHIPPED = WorkingDays.of(ShippedYears.read());
    private static final Started RECEIVED = Started.on(day("2021-09-17"));

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Stopped stop(String from, String to) {
        return Stopped.open(day(from), to == null ? null : day(to), "征求第三方意见", "条例第三十二条");
    }

    private static StoodStill stood(String from) {
        return new StoodStill(day(from), "要求补正", "条例第三十条");
    }

    private static Restarted restarted(String base) {
        return Restarted.on(day(base), "收到补正", "条例第三十条");
    }

    private static Extended extended(int workingDays, String notifiedOn) {
        return new Extended(workingDays, day(notifiedOn));
    }

    private static Deadline reckon(ClockEvent... events) {
        return StatutoryClock.reckon(SHIPPED, List.of(events));
    }

    private static void due(String day, ClockEvent... events) {
        assertEquals(new Deadline(day(day), null, false), reckon(events));
    }

    private static void stands(ClockEvent... events) {
        assertEquals(new Deadline(null, null, true), reckon(events));
    }

    private static void missing(int year, ClockEvent... events) {
        assertEquals(new Deadline(null, year, false), reckon(events));
    }

    private static Used used(String decidedOn, ClockEvent... events) {
        return StatutoryClock.used(SHIPPED, List.of(events), day(decidedOn));
    }

    @Test
    void a_reply_is_due_on_the_twentieth_working_day_after_receipt() {
        due("2021-10-21", RECEIVED);
    }

    @Test
    void a_consultation_takes_out_the_working_days_after_its_letter_up_to_its_end() {
        // 22 and 23 Sep are taken out, two working days
        due("2021-10-25", RECEIVED, stop("2021-09-19", "2021-09-23"));
        due("2021-10-21", RECEIVED, stop("2021-09-23", "2021-09-23"));
        due("2021-10-21", RECEIVED, stop("2021-09-30", "2021-10-07"));
    }

    @Test
    void consultations_that_overlap_stop_the_clock_once() {
        due("2021-10-25", RECEIVED, stop("2021-09-21", "2021-09-23"), stop("2021-09-21", "2021-09-23"));
        // 22 to 26 Sep: 22, 23, 24 and the Sunday that is worked
        due("2021-10-27", RECEIVED, stop("2021-09-21", "2021-09-24"), stop("2021-09-22", "2021-09-26"));
    }

    @Test
    void a_consultation_without_a_known_end_lets_the_clock_stand_unless_time_is_over_before_it() {
        stands(RECEIVED, stop("2021-09-23", null));
        stands(RECEIVED, stop("2021-10-20", null));
        due("2021-10-21", RECEIVED, stop("2021-10-21", null));
        stands(RECEIVED, stop("2021-09-23", null), stop("2021-09-23", "2021-09-24"));
    }

    @Test
    void a_consultation_ends_with_its_reply_or_its_limit_and_is_open_while_nobody_knows_when_the_letter_arrived() {
        StatutoryLimit limit = StatutoryLimit.OPINION_OF_THIRD_PARTY;
        LocalDate sent = day("2021-09-22");
        LocalDate delivered = day("2021-09-24");
        // the 15th working day after 24 Sep: 26 to 30 Sep are 5, 8, 9 and 11 to 15 Oct 7, 18 to 20 Oct 3
        LocalDate over = day("2021-10-20");

        assertEquals(
                over, Stopped.limited(SHIPPED, sent, delivered, null, limit, "").to());
        assertEquals(
                day("2021-09-28"),
                Stopped.limited(SHIPPED, sent, delivered, day("2021-09-28"), limit, "")
                        .to());
        assertEquals(
                over,
                Stopped.limited(SHIPPED, sent, delivered, day("2021-10-21"), limit, "")
                        .to());
        assertEquals(null, Stopped.limited(SHIPPED, sent, null, null, limit, "").to());
        assertEquals(
                day("2021-10-21"),
                Stopped.limited(SHIPPED, sent, null, day("2021-10-21"), limit, "")
                        .to());
    }

    @Test
    void a_consultation_whose_limit_runs_into_a_year_without_a_calendar_makes_the_due_day_unknown_and_not_a_guess() {
        Started received = Started.on(day("2026-12-01"));
        LocalDate delivered = day("2026-12-21");

        missing(
                2027,
                received,
                Stopped.limited(
                        SHIPPED, day("2026-12-18"), delivered, null, StatutoryLimit.OPINION_OF_THIRD_PARTY, ""));
        due(
                "2026-12-30",
                received,
                Stopped.limited(
                        SHIPPED,
                        day("2026-12-21"),
                        delivered,
                        day("2026-12-22"),
                        StatutoryLimit.OPINION_OF_THIRD_PARTY,
                        ""));
    }

    @Test
    void an_extension_in_time_moves_the_due_day_and_stops_after_it_move_it_further() {
        due("2021-11-18", RECEIVED, extended(20, "2021-10-21"));
        due("2021-10-22", RECEIVED, extended(1, "2021-09-18"));
        due("2021-11-19", RECEIVED, extended(20, "2021-10-21"), stop("2021-11-01", "2021-11-02"));
        due("2021-11-19", RECEIVED, stop("2021-09-23", "2021-09-24"), extended(20, "2021-10-22"));
    }

    @Test
    void an_extension_that_comes_late_moves_nothing() {
        due("2021-10-21", RECEIVED, extended(20, "2021-10-22"));
    }

    @Test
    void an_extension_during_a_consultation_without_end_is_in_time() {
        stands(RECEIVED, stop("2021-09-23", null), extended(20, "2021-12-01"));
    }

    @Test
    void a_delay_sets_the_day_exactly_even_where_no_work_is_done_on_it_or_its_calendar_is_missing() {
        due("2021-12-31", RECEIVED, new DelayedUntil(day("2021-10-21"), day("2021-12-31")));
        due("2022-01-01", RECEIVED, new DelayedUntil(day("2021-10-21"), day("2022-01-01")));
        due("2027-03-01", RECEIVED, new DelayedUntil(day("2021-10-21"), day("2027-03-01")));
        due("2021-09-30", RECEIVED, new DelayedUntil(day("2021-09-22"), day("2021-09-30")));
    }

    @Test
    void a_delay_that_comes_late_moves_nothing() {
        due("2021-10-21", RECEIVED, new DelayedUntil(day("2021-10-22"), day("2021-12-31")));
    }

    @Test
    void consultations_that_begin_after_a_delay_move_its_day_and_earlier_ones_do_not() {
        DelayedUntil delay = new DelayedUntil(day("2021-10-11"), day("2021-10-29"));

        due("2021-11-02", RECEIVED, delay, stop("2021-10-12", "2021-10-14"));
        due("2021-11-02", RECEIVED, delay, stop("2021-10-11", "2021-10-13"));
        due("2021-10-29", RECEIVED, stop("2021-10-08", "2021-10-14"), delay);
        due("2021-10-29", RECEIVED, stop("2021-10-08", null), delay);
        due("2021-10-29", RECEIVED, delay, stop("2021-10-29", "2021-11-05"));
        stands(RECEIVED, delay, stop("2021-10-12", null));
    }

    @Test
    void an_extension_after_a_delay_begins_at_its_day() {
        due("2021-11-05", RECEIVED, new DelayedUntil(day("2021-10-11"), day("2021-10-29")), extended(5, "2021-10-29"));
    }

    @Test
    void a_restart_gives_twenty_days_anew_and_drops_an_extension_or_delay_of_the_old_clock() {
        due("2021-11-18", RECEIVED, restarted("2021-10-21"));
        due("2021-11-18", RECEIVED, extended(20, "2021-09-22"), restarted("2021-10-21"));
        due("2021-11-18", RECEIVED, new DelayedUntil(day("2021-09-22"), day("2022-05-05")), restarted("2021-10-21"));
        due("2021-12-16", RECEIVED, restarted("2021-10-21"), extended(20, "2021-11-18"));
    }

    @Test
    void a_clock_stands_from_a_request_until_it_begins_anew() {
        stands(RECEIVED, stood("2021-10-21"));
        due("2022-01-28", RECEIVED, stood("2021-10-21"), restarted("2021-12-30"));
        stands(RECEIVED, stood("2021-10-08"), extended(20, "2022-05-05"));
    }

    @Test
    void time_that_was_over_before_the_request_stays_over_until_the_clock_begins_anew() {
        due("2021-10-21", RECEIVED, stood("2021-10-22"));
        due("2021-10-21", RECEIVED, stood("2021-10-22"), extended(20, "2021-10-25"));
        due("2021-11-26", RECEIVED, stood("2021-10-22"), restarted("2021-10-29"));
    }

    @Test
    void a_year_without_a_calendar_is_named_and_not_guessed() {
        missing(2027, Started.on(day("2026-12-04")));
        missing(2018, Started.on(day("2018-12-28")));
        missing(2027, Started.on(day("2026-11-16")), extended(20, "2026-12-01"));
        missing(
                2027,
                RECEIVED,
                new DelayedUntil(day("2021-10-21"), day("2027-03-01")),
                stop("2026-12-01", "2026-12-08"));
    }

    @Test
    void a_clock_may_reach_into_the_december_of_the_last_loaded_year_to_its_last_day() {
        due("2026-12-31", Started.on(day("2026-12-03")));
        missing(2027, Started.on(day("2026-12-04")));
    }

    @Test
    void a_year_that_is_missing_in_the_middle_is_named_although_later_ones_are_there() {
        WorkingDays gap = WorkingDays.of(
                ShippedYears.read().stream().filter(year -> year.year() != 2022).toList());

        assertEquals(
                new Deadline(null, 2022, false), StatutoryClock.reckon(gap, List.of(Started.on(day("2021-12-20")))));
        assertEquals(
                new Used(null, null),
                StatutoryClock.used(gap, List.of(Started.on(day("2021-12-20"))), day("2023-01-05")));
        // days that a consultation takes out need no calendar
        assertEquals(
                new Deadline(day("2023-01-29"), null, false),
                StatutoryClock.reckon(gap, List.of(Started.on(day("2021-12-20")), stop("2021-12-25", "2022-12-31"))));
    }

    @Test
    void what_stands_in_a_year_without_a_calendar_may_have_been_over_before() {
        assertEquals(new Deadline(null, null, true), reckon(Started.on(day("2026-12-15")), stood("2026-12-31")));
        assertEquals(new Deadline(null, 2027, true), reckon(Started.on(day("2026-12-15")), stood("2027-01-20")));
    }

    @Test
    void a_decision_uses_the_working_days_of_the_last_clock_without_stopped_ones() {
        assertEquals(new Used(20, true), used("2021-10-21", RECEIVED));
        assertEquals(new Used(21, false), used("2021-10-22", RECEIVED));
        assertEquals(new Used(0, true), used("2021-09-17", RECEIVED));
        assertEquals(new Used(19, true), used("2021-10-22", RECEIVED, stop("2021-09-21", "2021-09-23")));
        assertEquals(new Used(2, true), used("2021-10-25", RECEIVED, restarted("2021-10-21")));
        assertEquals(new Used(40, true), used("2021-11-18", RECEIVED, extended(20, "2021-10-21")));
        assertEquals(new Used(40, false), used("2021-11-18", RECEIVED, extended(20, "2021-10-22")));
    }

    @Test
    void a_decision_while_the_clock_stands_is_in_time_unless_time_was_over_before() {
        assertEquals(new Used(2, true), used("2022-05-05", RECEIVED, stood("2021-09-22")));
        assertEquals(new Used(21, false), used("2022-05-05", RECEIVED, stood("2021-10-22")));
        assertEquals(new Used(2, true), used("2022-05-05", RECEIVED, stop("2021-09-22", null)));
    }

    @Test
    void a_decision_before_the_year_without_a_calendar_is_in_time_and_one_in_it_is_not_judged() {
        assertEquals(new Used(12, true), used("2026-12-31", Started.on(day("2026-12-15"))));
        assertEquals(new Used(null, null), used("2027-01-04", Started.on(day("2026-12-15"))));
        assertEquals(new Used(null, null), used("2018-03-01", Started.on(day("2018-02-01"))));
    }

    @Test
    void only_a_day_known_to_be_after_the_due_day_is_over() {
        assertFalse(reckon(RECEIVED).isOver(day("2021-10-21")));
        assertTrue(reckon(RECEIVED).isOver(day("2021-10-22")));
        assertFalse(reckon(RECEIVED, stood("2021-10-08")).isOver(day("2030-01-01")));
    }

    @Test
    void no_clock_runs_before_receipt_and_what_happened_before_it_counts_from_it() {
        assertEquals(new Deadline(null, null, false), reckon(stop("2021-09-10", null), stood("2021-09-11")));
        assertEquals(new Used(null, null), used("2021-10-21", stood("2021-09-11")));
        assertEquals(List.of(), StatutoryClock.derive(SHIPPED, List.of(stood("2021-09-11"))));
        due("2021-10-26", stop("2021-09-10", "2021-09-23"), RECEIVED);
        stands(stood("2021-09-11"), RECEIVED);
    }

    @Test
    void the_derivation_tells_in_the_order_of_days_what_happened_and_which_days_do_not_count() {
        List<ClockEvent> events = List.of(
                RECEIVED,
                stood("2021-09-23"),
                restarted("2021-09-26"),
                stop("2021-09-27", "2021-09-29"),
                extended(5, "2021-10-27"));

        List<String> lines = StatutoryClock.derive(SHIPPED, events).stream()
                .map(line -> line.what() + " " + line.from() + " " + line.to() + " " + line.workingDays() + " "
                        + line.timely() + " " + line.reason())
                .toList();

        assertEquals(
                List.of(
                        "CLOCK_STARTED 2021-09-17 null 20 null 收到申请",
                        "MAKEUP_COUNTED 2021-09-18 2021-09-18 null null 调休上班",
                        "NOT_COUNTED 2021-09-19 2021-09-21 null null 中秋节",
                        "CLOCK_STANDS 2021-09-23 null null true 要求补正",
                        "CLOCK_RESTARTED 2021-09-26 null 20 null 收到补正",
                        "CLOCK_STOPPED 2021-09-27 2021-09-29 null null 征求第三方意见",
                        "NOT_COUNTED 2021-09-28 2021-09-29 null null 征求第三方意见",
                        "NOT_COUNTED 2021-10-01 2021-10-07 null null 国庆节",
                        "MAKEUP_COUNTED 2021-10-09 2021-10-09 null null 调休上班",
                        "NOT_COUNTED 2021-10-10 2021-10-10 null null 周末",
                        "NOT_COUNTED 2021-10-16 2021-10-17 null null 周末",
                        "NOT_COUNTED 2021-10-23 2021-10-24 null null 周末",
                        "EXTENDED 2021-11-01 2021-11-08 5 true 延长答复期限",
                        "NOT_COUNTED 2021-10-30 2021-10-31 null null 周末",
                        "NOT_COUNTED 2021-11-06 2021-11-07 null null 周末",
                        "DUE 2021-11-08 null null null 到期日"),
                lines);
    }

    @Test
    void the_derivation_names_the_calendar_that_is_missing() {
        List<Derivation> lines = StatutoryClock.derive(SHIPPED, List.of(Started.on(day("2026-12-15"))));

        assertEquals(
                List.of(
                        "CLOCK_STARTED 2026-12-15",
                        "NOT_COUNTED 2026-12-19",
                        "NOT_COUNTED 2026-12-26",
                        "CALENDAR_MISSING 2027-01-01"),
                lines.stream().map(line -> line.what() + " " + line.from()).toList());
    }
}
