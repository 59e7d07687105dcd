package org.gongkai.statistics.confirmation;

import static org.gongkai.statistics.fact.ApplicantType.NATURAL_PERSON;
import static org.gongkai.statistics.fact.ApplicantType.OTHER_ORG;
import static org.gongkai.statistics.fact.Outcome.GRANTED_FULL;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.DecisionKind;
import org.gongkai.statistics.fact.Indicator;
import org.gongkai.statistics.testing.Contents;
import org.gongkai.statistics.testing.Event;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.LiveLedger;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** An application of its own: facts that can't be read are replayed in it. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(value = StatisticsTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ConfirmationIT {

    private final TestJournal journal = TestJournal.running();

    @Inject
    DataSource database;

    @Test
    void a_confirmation_falls_with_a_later_fact_of_its_year_and_stands_again_when_it_is_given_again() {
        journal.record(
                Facts.registered("CF1", "COUNTY", "GOVERNMENT", null),
                Facts.received("CF1", "2021-03-04"),
                Facts.confirmed("CF1", 2021));
        assertConfirmed("CF1", 1, 0);

        journal.record(Facts.received("CF1", "2022-01-01"), Facts.received("CF1", "2020-12-31"));
        journal.record(Facts.registered("CF1", "CITY", "GOVERNMENT", null));
        assertConfirmed("CF1", 1, 0);

        journal.record(Facts.recorded("CF1", Contents.fees("2021", "0.00")));
        assertConfirmed("CF1", 0, 1);
        journal.record(Facts.confirmed("CF1", 2021));
        assertConfirmed("CF1", 1, 0);
        journal.record(Facts.confirmationRetracted("CF1", 2021));
        assertConfirmed("CF1", 0, 1);
        journal.record(Facts.confirmed("CF1", 2021), Facts.received("CF1", "2021-03-05"));
        assertConfirmed("CF1", 0, 1);
    }

    @Test
    void what_happens_to_an_application_touches_the_years_of_its_days_and_a_moved_due_day_touches_none() {
        Facts.Classified was =
                new Facts.Classified(null, "2020-12-30", NATURAL_PERSON, Channel.ONLINE, "2021-01-20", GRANTED_FULL);
        Facts.Classified is =
                new Facts.Classified(null, "2020-12-30", OTHER_ORG, Channel.ONLINE, "2021-01-20", GRANTED_FULL);
        journal.record(
                Facts.registered("CF6", "COUNTY", "GOVERNMENT", null),
                Facts.received("CF6", "2020-12-30"),
                Facts.decided("CF6", "2020-12-30", "2021-01-20", NATURAL_PERSON, GRANTED_FULL),
                Facts.confirmed("CF6", 2021));
        journal.record(Facts.deadlineMoved("CF6", "2021-03-04", "2021-04-01", null));
        assertConfirmed("CF6", 1, 0);

        for (Facts.Fact touching : List.of(
                Facts.reclassified("CF6", was, is),
                Facts.outcomeRetracted("CF6", is),
                Facts.arrived("CF6", "2021-03-04", NATURAL_PERSON, Channel.FAX),
                Facts.voided(
                        "CF6", new Facts.Classified("2021-03-04", null, NATURAL_PERSON, Channel.FAX, null, null)))) {
            journal.record(touching);
            assertConfirmed("CF6", 0, 1);
            journal.record(Facts.confirmed("CF6", 2021));
            assertConfirmed("CF6", 1, 0);
        }
        statement("CF6", "previous")
                .body("applications.CARRIED_IN.OTHER_ORG", equalTo(1))
                .body("applications.CARRIED_IN.NATURAL_PERSON", equalTo(0))
                .body("applications.RESULT_TOTAL.TOTAL", equalTo(0))
                .body("previous.applications.NEW_RECEIVED.OTHER_ORG", equalTo(1));
    }

    @Test
    void an_amendment_that_moves_a_count_between_years_takes_both_confirmations_away() {
        Contents.Content was = Contents.decisions(DecisionKind.LICENSES, "2020", 7);
        journal.record(
                Facts.registered("CF2", "COUNTY", "GOVERNMENT", null),
                Facts.recorded("CF2", was),
                Facts.confirmed("CF2", 2020),
                Facts.confirmed("CF2", 2021));
        statement("CF2", "previous").body("confirmed.yes", equalTo(1)).body("previous.confirmed.yes", equalTo(1));

        journal.record(Facts.amended("CF2", was, Contents.decisions(DecisionKind.LICENSES, "2021", 7)));

        statement("CF2", "previous")
                .body("confirmed.yes", equalTo(0))
                .body("previous.confirmed.yes", equalTo(0))
                .body("proactive.LICENSES.DECISIONS", equalTo(7));
    }

    @Test
    void bodies_are_counted_by_scope_level_and_subordinate_and_those_that_are_no_more_have_nothing_to_confirm() {
        journal.record(
                Facts.registered("CF3", "CITY", "GOVERNMENT", null),
                Facts.registered("CF3-01", "CITY", "DEPARTMENT", "CF3"),
                Facts.registered("CF3-A", "COUNTY", "GOVERNMENT", "CF3"),
                Facts.registered("CF3-B", "COUNTY", "GOVERNMENT", "CF3"),
                Facts.registered("CF3-C", "COUNTY", "GOVERNMENT", "CF3"),
                Facts.abolished("CF3-B", "2021-07-01", "CF3-A"),
                Facts.abolished("CF3-C", "2021-12-31", null),
                Facts.confirmed("CF3-A", 2021),
                Facts.confirmed("CF3-B", 2021),
                Facts.confirmed("CF3-B", 2020));

        statement("CF3", "previous,subordinates,levels")
                .body("confirmed", equalTo(Map.of("yes", 1, "no", 2)))
                .body("previous.confirmed", equalTo(Map.of("yes", 1, "no", 4)))
                .body("levels.CITY.confirmed", equalTo(Map.of("yes", 0, "no", 2)))
                .body("levels.COUNTY.confirmed", equalTo(Map.of("yes", 1, "no", 0)))
                .body("subordinates.find { it.organisation == 'CF3-A' }.confirmed", equalTo(Map.of("yes", 1, "no", 0)));
        admin().queryParam("scope", "TIER")
                .get("/statements/CF3/2021")
                .then()
                .body("confirmed", equalTo(Map.of("yes", 0, "no", 2)));
    }

    @Test
    void an_indicator_that_could_not_be_read_counts_at_its_own_place_in_the_lane_when_it_is_replayed()
            throws Exception {
        journal.record(Facts.registered("CF4", "COUNTY", "GOVERNMENT", null));
        String before = recordBroken("CF4", Facts.recorded("CF4", Contents.indicator(2021, Indicator.TRAININGS, 3)));
        journal.record(Facts.confirmed("CF4", 2021));
        statement("CF4", "")
                .body("complete", equalTo(false))
                .body("indicators", equalTo(Map.of()))
                .body("confirmed.yes", equalTo(1));

        // It came before the confirmation, so the confirmation stands.
        replay(before);
        statement("CF4", "")
                .body("complete", equalTo(true))
                .body("indicators", equalTo(Map.of("TRAININGS", 3)))
                .body("confirmed.yes", equalTo(1));

        String after = recordBroken("CF4", Facts.recorded("CF4", Contents.fees("2021", "1.00")));
        statement("CF4", "").body("confirmed.yes", equalTo(1)).body("complete", equalTo(false));
        replay(after);
        statement("CF4", "").body("confirmed.yes", equalTo(0)).body("complete", equalTo(true));
    }

    @Test
    void a_confirmation_that_could_not_be_read_does_not_stand_over_what_was_counted_after_it() throws Exception {
        journal.record(Facts.registered("CF5", "COUNTY", "GOVERNMENT", null));
        String broken = recordBroken("CF5", Facts.confirmed("CF5", 2021));
        journal.record(Facts.received("CF5", "2021-03-04"));

        replay(broken);

        statement("CF5", "").body("confirmed.yes", equalTo(0)).body("complete", equalTo(true));
    }

    /** Numbers a fact and publishes it broken; then mended in the list, as a newer version of the service would read it. */
    private String recordBroken(String organisation, Facts.Fact fact) throws Exception {
        Event event = journal.append(fact.type(), fact.subject(), fact.data());
        journal.publishDamaged(event, "{".getBytes(StandardCharsets.UTF_8));
        statement(organisation, "").body("complete", equalTo(false));
        String id = admin().get("/unreadable-facts")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        LiveLedger.mend(database, id, fact.data());
        return id;
    }

    private static void replay(String id) {
        admin().post("/unreadable-facts/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("result", equalTo("COUNTED"));
    }

    private void assertConfirmed(String organisation, int yes, int no) {
        statement(organisation, "").body("confirmed", equalTo(Map.of("yes", yes, "no", no)));
    }

    private ValidatableResponse statement(String organisation, String include) {
        return admin().queryParam("atLeast", journal.position())
                .queryParam("include", include)
                .get("/statements/" + organisation + "/2021")
                .then()
                .statusCode(200);
    }
}
