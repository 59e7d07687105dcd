package org.gongkai.statistics.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.testing.Contents;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.Facts.Classified;
import org.gongkai.statistics.testing.Lives;
import org.junit.jupiter.api.Test;

class DatedTest {

    private static final String ID = "01932c07-209f-7abc-8d1e-0c2f6a5b4e3d";

    @Test
    void every_delta_of_every_fact_has_a_day_of_its_month() {
        for (Facts.Fact written : Lives.of(new Random(11), 400, "A", "B")) {
            Fact fact = read(written).fact();
            List<Dated> dated = Dated.of(fact);
            assertEquals(fact.deltas(), dated.stream().map(Dated::delta).toList());
            for (Dated one : dated) {
                assertEquals(one.delta().cell().year(), one.day().getYear());
                assertEquals(one.delta().cell().month(), one.day().getMonthValue());
            }
        }
    }

    @Test
    void a_correction_takes_back_on_the_old_day_and_puts_on_the_new_one() {
        Fact fact = read(Facts.reclassified(
                        "A",
                        new Classified(
                                null,
                                "2021-03-04",
                                ApplicantType.OTHER_ORG,
                                Channel.FAX,
                                "2021-03-20",
                                Outcome.OTHER_MISC),
                        new Classified(
                                null,
                                "2021-03-09",
                                ApplicantType.OTHER_ORG,
                                Channel.FAX,
                                "2021-03-20",
                                Outcome.OTHER_MISC)))
                .fact();

        List<Dated> received = Dated.of(fact).stream()
                .filter(one -> one.delta().cell().measure().name().equals("RECEIVED"))
                .toList();
        assertEquals(
                List.of(-1L, 1L),
                received.stream().map(Dated::delta).map(Delta::amount).toList());
        assertEquals(
                List.of(LocalDate.parse("2021-03-04"), LocalDate.parse("2021-03-09")),
                received.stream().map(Dated::day).toList());
        assertTrue(Dated.of(fact).stream()
                .filter(one -> one.delta().cell().measure().name().equals("DECIDED"))
                .allMatch(one -> one.day().equals(LocalDate.parse("2021-03-20"))));
    }

    @Test
    void a_period_counts_on_its_last_day_and_an_appeal_on_its_own() {
        assertEquals(
                LocalDate.parse("2021-02-28"),
                day(Facts.recorded("A", Contents.decisions(DecisionKind.LICENSES, "2021-02", 3))));
        assertEquals(
                LocalDate.parse("2021-12-31"),
                day(Facts.recorded("A", Contents.decisions(DecisionKind.LICENSES, "2021", 3))));
        assertEquals(
                LocalDate.parse("2021-06-02"),
                day(Facts.recorded(
                        "A", Contents.appealed(DisputeKind.REVIEW, "2021-06-02", "2020-12-01", DisputeResult.UPHELD))));
        assertEquals(
                LocalDate.parse("2021-05-01"),
                day(Facts.recorded(
                        "A", Contents.appealed(DisputeKind.REVIEW, "2021-06-02", "2021-05-01", DisputeResult.UPHELD))));
    }

    @Test
    void a_fact_says_which_record_it_is_about_and_what_people_call_it() {
        assertEquals(
                new About(UUID.fromString(ID), "2021-7"),
                read(Facts.received("A", "2021-03-04")).about().get());
        Contents.Content issued = Contents.issued(DocumentKind.RULES, "2021-03-04");
        assertEquals(
                new About(UUID.fromString(ID), "庆政发〔2021〕1号"),
                read(Facts.amended("A", issued, Contents.issued(DocumentKind.RULES, "2021-03-05")))
                        .about()
                        .get());
        assertEquals(
                new About(UUID.fromString(ID), null),
                read(Facts.recorded("A", Contents.fees("2021-03", "1.00")))
                        .about()
                        .get());
    }

    @Test
    void an_id_that_is_no_uuid_still_makes_the_facts_of_a_record_meet() {
        Facts.Fact received = Facts.received("A", "2021-03-04");
        Facts.Fact other = new Facts.Fact(
                received.type(), received.subject(), received.data().replace(ID, "case-7"));
        About about = read(other).about().get();
        assertEquals(about, read(other).about().get());
        assertEquals(3, about.record().version());
    }

    private static LocalDate day(Facts.Fact written) {
        return Dated.of(read(written).fact()).get(0).day();
    }

    private static Reading.Readable read(Facts.Fact fact) {
        return assertInstanceOf(
                Reading.Readable.class,
                FactReader.read(
                        "org.gongkai." + fact.type() + ".v1",
                        fact.subject(),
                        fact.data().getBytes(StandardCharsets.UTF_8)));
    }
}
