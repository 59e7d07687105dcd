package org.gongkai.statistics.fact;

import static org.gongkai.statistics.counting.Measure.DECIDED;
import static org.gongkai.statistics.counting.Measure.DECIDED_IN;
import static org.gongkai.statistics.counting.Measure.DECIDED_ON_TIME;
import static org.gongkai.statistics.counting.Measure.DUE;
import static org.gongkai.statistics.counting.Measure.RECEIVED;
import static org.gongkai.statistics.fact.ApplicantType.NATURAL_PERSON;
import static org.gongkai.statistics.fact.ApplicantType.OTHER_ORG;
import static org.gongkai.statistics.fact.Outcome.GRANTED_FULL;
import static org.gongkai.statistics.fact.Outcome.OTHER_MISC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.Facts.Classified;
import org.gongkai.statistics.testing.Facts.Timed;
import org.junit.jupiter.api.Test;

/** What each fact of an application adds to the cells, and which years it touches. */
class ApplicationFactsTest {

    private static final Classified OPEN =
            new Classified(null, "2020-12-30", NATURAL_PERSON, Channel.ONLINE, null, null);
    private static final Classified DECIDED_LATER =
            new Classified(null, "2020-12-30", NATURAL_PERSON, Channel.ONLINE, "2021-01-20", GRANTED_FULL);
    private static final Classified AWAITING =
            new Classified("2020-12-30", null, NATURAL_PERSON, Channel.FAX, null, null);

    @Test
    void an_application_that_awaits_confirmation_counts_nothing_and_touches_the_year_of_its_arrival() {
        for (Facts.Fact fact : List.of(
                Facts.arrived("R", "2020-12-30", NATURAL_PERSON, Channel.FAX),
                Facts.voided("R", AWAITING),
                Facts.reclassified("R", AWAITING, AWAITING))) {
            check(fact, Set.of(2020));
        }
    }

    @Test
    void received_and_decided_count_where_they_did_with_and_without_what_was_added_to_the_contract() {
        check(Facts.received("R", "2020-12-30"), Set.of(2020), received(2020, 12, NATURAL_PERSON, 1));
        check(
                Facts.decided("R", "2020-12-30", "2021-01-20", NATURAL_PERSON, GRANTED_FULL),
                Set.of(2021),
                decided(2021, 1, GRANTED_FULL, NATURAL_PERSON, 1));
    }

    @Test
    void another_type_of_applicant_moves_receipt_and_outcome() {
        Classified is = new Classified(null, "2020-12-30", OTHER_ORG, Channel.ONLINE, "2021-01-20", GRANTED_FULL);

        check(
                Facts.reclassified("R", DECIDED_LATER, is),
                Set.of(2020, 2021),
                received(2020, 12, NATURAL_PERSON, -1),
                decided(2021, 1, GRANTED_FULL, NATURAL_PERSON, -1),
                received(2020, 12, OTHER_ORG, 1),
                decided(2021, 1, GRANTED_FULL, OTHER_ORG, 1));
    }

    @Test
    void another_day_of_receipt_touches_the_year_that_it_left_and_that_which_it_reached() {
        Classified is = new Classified(null, "2019-01-01", NATURAL_PERSON, Channel.ONLINE, null, null);

        check(
                Facts.reclassified("R", OPEN, is),
                Set.of(2019, 2020),
                received(2020, 12, NATURAL_PERSON, -1),
                received(2019, 1, NATURAL_PERSON, 1));
    }

    @Test
    void an_amendment_that_moves_no_cell_touches_its_years_all_the_same() {
        check(
                Facts.reclassified("R", DECIDED_LATER, DECIDED_LATER),
                Set.of(2020, 2021),
                received(2020, 12, NATURAL_PERSON, -1),
                decided(2021, 1, GRANTED_FULL, NATURAL_PERSON, -1),
                received(2020, 12, NATURAL_PERSON, 1),
                decided(2021, 1, GRANTED_FULL, NATURAL_PERSON, 1));
    }

    @Test
    void a_retracted_outcome_takes_back_the_decision_and_leaves_the_receipt() {
        Classified was = new Classified(null, "2020-12-30", OTHER_ORG, Channel.ONLINE, "2021-02-01", OTHER_MISC);

        check(Facts.outcomeRetracted("R", was), Set.of(2021), decided(2021, 2, OTHER_MISC, OTHER_ORG, -1));
    }

    @Test
    void a_voided_application_takes_back_all_that_it_added() {
        check(Facts.voided("R", OPEN), Set.of(2020), received(2020, 12, NATURAL_PERSON, -1));
        check(
                Facts.voided("R", DECIDED_LATER),
                Set.of(2020, 2021),
                received(2020, 12, NATURAL_PERSON, -1),
                decided(2021, 1, GRANTED_FULL, NATURAL_PERSON, -1));
    }

    @Test
    void an_open_application_stands_on_its_due_day_and_that_touches_no_year() {
        check(
                Facts.receivedDue("R", "2020-12-30", "2021-01-28"),
                Set.of(2020),
                received(2020, 12, NATURAL_PERSON, 1),
                due(2021, 1, "28", 1));
        check(Facts.deadlineMoved("R", "2020-12-30", "2021-01-28", null), Set.of(), due(2021, 1, "28", -1));
        check(Facts.deadlineMoved("R", "2020-12-30", null, "2021-02-01"), Set.of(), due(2021, 2, "01", 1));
        check(
                Facts.deadlineMoved("R", "2020-12-30", "2021-01-28", "2022-02-01"),
                Set.of(),
                due(2021, 1, "28", -1),
                due(2022, 2, "01", 1));
    }

    @Test
    void a_decision_takes_it_off_its_due_day_and_tells_the_working_days_and_whether_it_came_in_time() {
        check(
                Facts.decidedIn("R", "2020-12-30", "2022-01-28", "2021-01-20", 14, true),
                Set.of(2021),
                due(2022, 1, "28", -1),
                decided(2021, 1, GRANTED_FULL, NATURAL_PERSON, 1),
                timed(2021, 1, DECIDED_IN, "14", 1),
                timed(2021, 1, DECIDED_ON_TIME, "IN_TIME", 1));
        check(
                Facts.decidedIn("R", "2020-12-30", null, "2021-01-20", 0, false),
                Set.of(2021),
                decided(2021, 1, GRANTED_FULL, NATURAL_PERSON, 1),
                timed(2021, 1, DECIDED_IN, "0", 1),
                timed(2021, 1, DECIDED_ON_TIME, "LATE", 1));
    }

    @Test
    void working_days_above_999_count_as_999() {
        for (int days : new int[] {998, 999, 1000, 1_000_000}) {
            check(
                    Facts.decidedIn("R", "2016-12-30", null, "2021-01-20", days, false),
                    Set.of(2021),
                    decided(2021, 1, GRANTED_FULL, NATURAL_PERSON, 1),
                    timed(2021, 1, DECIDED_IN, days == 998 ? "998" : "999", 1),
                    timed(2021, 1, DECIDED_ON_TIME, "LATE", 1));
        }
    }

    @Test
    void a_retracted_outcome_puts_it_on_the_due_day_that_it_has_from_now_on() {
        Classified was = timed("2021-01-20", GRANTED_FULL, new Timed("2021-01-28", 14, true));

        check(
                Facts.outcomeRetracted("R", was, "2021-01-29"),
                Set.of(2021),
                decided(2021, 1, GRANTED_FULL, NATURAL_PERSON, -1),
                timed(2021, 1, DECIDED_IN, "14", -1),
                timed(2021, 1, DECIDED_ON_TIME, "IN_TIME", -1),
                due(2021, 1, "29", 1));
    }

    @Test
    void an_amendment_moves_the_due_day_of_an_open_application_and_the_working_days_of_a_decided_one() {
        check(
                Facts.reclassified(
                        "R",
                        timed(null, null, new Timed("2021-01-28", null, null)),
                        timed(null, null, new Timed("2021-01-29", null, null))),
                Set.of(2020),
                received(2020, 12, NATURAL_PERSON, -1),
                due(2021, 1, "28", -1),
                received(2020, 12, NATURAL_PERSON, 1),
                due(2021, 1, "29", 1));
        check(
                Facts.voided("R", timed("2021-01-20", GRANTED_FULL, new Timed("2021-01-28", 14, false))),
                Set.of(2020, 2021),
                received(2020, 12, NATURAL_PERSON, -1),
                decided(2021, 1, GRANTED_FULL, NATURAL_PERSON, -1),
                timed(2021, 1, DECIDED_IN, "14", -1),
                timed(2021, 1, DECIDED_ON_TIME, "LATE", -1));
    }

    private static void check(Facts.Fact fact, Set<Integer> years, Delta... deltas) {
        Reading reading = FactReader.read(
                "org.gongkai." + fact.type() + ".v1",
                fact.subject(),
                fact.data().getBytes(StandardCharsets.UTF_8));
        Fact read = assertInstanceOf(Reading.Readable.class, reading, reading.toString())
                .fact();
        assertEquals(years, read.years(), fact.type());
        assertEquals(List.of(deltas), read.deltas(), fact.type());
    }

    private static Classified timed(String decidedOn, Outcome outcome, Timed timed) {
        return new Classified(null, "2020-12-30", NATURAL_PERSON, Channel.ONLINE, decidedOn, outcome, timed);
    }

    private static Delta due(int year, int month, String day, long amount) {
        return timed(year, month, DUE, day, amount);
    }

    private static Delta timed(int year, int month, Measure measure, String category, long amount) {
        return new Delta(new Cell("R", year, month, measure, category, Cell.NO_APPLICANT), amount);
    }

    private static Delta received(int year, int month, ApplicantType type, long amount) {
        return delta(year, month, RECEIVED, "ONLINE", type, amount);
    }

    private static Delta decided(int year, int month, Outcome outcome, ApplicantType type, long amount) {
        return delta(year, month, DECIDED, outcome.name(), type, amount);
    }

    private static Delta delta(int year, int month, Measure measure, String category, ApplicantType type, long amount) {
        return new Delta(new Cell("R", year, month, measure, category, type.name()), amount);
    }
}
