package org.gongkai.statistics.counts;

import static org.gongkai.statistics.fact.PublicationChannel.GAZETTE;
import static org.gongkai.statistics.fact.PublicationChannel.WEBSITE;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.DisputeKind;
import org.gongkai.statistics.fact.DisputeResult;
import org.gongkai.statistics.fact.DocumentKind;
import org.gongkai.statistics.fact.Indicator;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.testing.Contents;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class CountsIT {

    private static final TestJournal JOURNAL = TestJournal.running();

    @BeforeAll
    static void facts() {
        JOURNAL.record(
                Facts.registered("CT", "CITY", "GOVERNMENT", null),
                Facts.registered("CT-A", "COUNTY", "GOVERNMENT", "CT"),
                Facts.registered("CT-B", "COUNTY", "GOVERNMENT", "CT"),
                Facts.abolished("CT-B", "2022-01-01", "CT-A"),
                Facts.received("CT", "2021-01-31"),
                Facts.received("CT-A", "2021-03-01", ApplicantType.OTHER_ORG, Channel.FAX),
                Facts.received("CT-A", "2021-03-31"),
                Facts.received("CT-B", "2021-12-31"),
                Facts.received("CT-B", "2022-01-01"),
                Facts.decided("CT-A", "2021-03-01", "2021-04-01", ApplicantType.OTHER_ORG, Outcome.GRANTED_FULL),
                Facts.decided("CT-B", "2021-12-31", "2022-04-01", ApplicantType.NATURAL_PERSON, Outcome.OTHER_MISC));
    }

    @Test
    void without_dimensions_there_is_one_row() {
        counts("from=2021&to=2021&measure=RECEIVED")
                .body("rows", hasSize(1))
                .body("rows[0].n", equalTo(4))
                .body("from", equalTo("2021-01"))
                .body("to", equalTo("2021-12"))
                .body("complete", equalTo(true))
                .body("position", notNullValue())
                .body("asOf", endsWith("+08:00"));
        counts("from=1950-01&to=1950-02&measure=DECIDED").body("rows.n", contains(0));
    }

    @Test
    void months_are_both_included() {
        counts("from=2021-01&to=2021-03&measure=RECEIVED").body("rows[0].n", equalTo(3));
        counts("from=2021-02&to=2021-03&measure=RECEIVED").body("rows[0].n", equalTo(2));
        counts("from=2021-12&to=2022-01&measure=RECEIVED").body("rows[0].n", equalTo(2));
    }

    @Test
    void rows_break_down_by_the_dimensions_asked_for() {
        counts("from=2021&to=2021&measure=RECEIVED&by=month,channel,applicantType")
                .body("rows.month", contains("2021-01", "2021-03", "2021-03", "2021-12"))
                .body("rows.applicantType", contains("NATURAL_PERSON", "NATURAL_PERSON", "OTHER_ORG", "NATURAL_PERSON"))
                .body("rows.channel", contains("ONLINE", "ONLINE", "FAX", "ONLINE"))
                .body("rows.n", contains(1, 1, 1, 1));
        counts("from=2021&to=2022&measure=DECIDED&by=outcome")
                .body("rows.outcome", contains("GRANTED_FULL", "OTHER_MISC"));
        counts("from=2021&to=2021&measure=RECEIVED&by=level")
                .body("rows.level", contains("CITY", "COUNTY"))
                .body("rows.n", contains(1, 3));
    }

    @Test
    void every_record_of_the_year_is_counted_by_its_own_words() {
        JOURNAL.record(
                Facts.recorded("CT", Contents.items("2021-03-04", 64, GAZETTE, WEBSITE)),
                Facts.recorded("CT-A", Contents.items("2021-03-05", 6, WEBSITE)),
                Facts.recorded("CT", Contents.issued(DocumentKind.NORMATIVE_DOCS, "2021-03-04")),
                Facts.recorded("CT", Contents.fees("2021", "0.01")),
                Facts.recorded("CT-A", Contents.fees("2021-12", "2.00")),
                Facts.recorded("CT", Contents.concluded(DisputeKind.REVIEW, "2021-03-04", DisputeResult.OTHER_RESULT)),
                Facts.recorded("CT", Contents.indicator(2021, Indicator.SURVEYS, 0)));

        counts("from=2021&to=2021&measure=ITEMS&by=level")
                .body("rows.level", contains("CITY", "COUNTY"))
                .body("rows.n", contains(64, 6));
        counts("from=2021&to=2021&measure=PUBLICATIONS&by=channel")
                .body("rows.channel", contains("GAZETTE", "WEBSITE"))
                .body("rows.n", contains(64, 70));
        counts("from=2021&to=2021&measure=DOCUMENTS_ISSUED&by=category,month")
                .body("rows", contains(Map.of("month", "2021-03", "category", "NORMATIVE_DOCS", "n", 1)));
        counts("from=2021-12&to=2021-12&measure=ADMINISTRATIVE_FEES_FEN").body("rows.n", contains(201));
        counts("from=2021&to=2021&measure=DISPUTES_CONCLUDED&by=category")
                .body("rows.category", contains("REVIEW.OTHER_RESULT"));
        counts("from=2021&to=2021&measure=INDICATOR&by=category").body("rows", hasSize(0));
        counts("from=2021&to=2021&measure=INDICATOR_REPORTS&by=category,organisation")
                .body("rows", contains(Map.of("organisation", "CT", "category", "SURVEYS", "n", 1)));
    }

    @Test
    void a_dimension_that_a_measure_lacks_is_refused_with_those_that_it_has() {
        admin().header("Accept-Language", "en")
                .get("/counts?organisation=CT&from=2021&to=2021&measure=PUBLICATIONS&by=applicantType")
                .then()
                .statusCode(400)
                .body(
                        "violations[0].message",
                        equalTo("PUBLICATIONS has no dimension applicantType; send any of organisation, level, month,"
                                + " channel"));
    }

    @Test
    void a_merged_body_appears_as_its_successor_from_the_year_of_the_merger_on() {
        counts("from=2021&to=2021&measure=RECEIVED&by=organisation")
                .body("rows.organisation", contains("CT", "CT-A", "CT-B"))
                .body("rows.n", contains(1, 2, 1));
        counts("from=2021&to=2022&measure=RECEIVED&by=organisation")
                .body("rows.organisation", contains("CT", "CT-A"))
                .body("rows.n", contains(1, 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2021&to=2021|measure",
                "from=2021&measure=DECIDED|to",
                "to=2021&measure=DECIDED|from",
                "from=2021-03-04&to=2021&measure=DECIDED|from",
                "from=2021&to=2021-13&measure=DECIDED|to",
                "from=2022&to=2021&measure=DECIDED|from",
                "from=2021&to=2021&measure=decided|measure",
                "from=2021&to=2021&measure=DECIDED&by=channel|by",
                "from=2021&to=2021&measure=RECEIVED&by=outcome|by",
                "from=2021&to=2021&measure=RECEIVED&by=day|by",
                "from=2021&to=2021&measure=RECEIVED&by=category|by",
                "from=2021&to=2021&measure=ITEMS&by=category|by",
                "from=2021&to=2021&measure=ITEMS&by=channel|by",
                "from=2021&to=2021&measure=PUBLICATIONS&by=category|by",
                "from=2021&to=2021&measure=DOCUMENTS_ISSUED&by=applicantType|by",
                "from=2021&to=2021&measure=RECEIVED&group=month|group",
            })
    void what_can_not_be_read_is_400_and_names_the_parameter(String query, String field) {
        admin().get("/counts?organisation=CT&" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:gongkai:problem:invalid-parameter"))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", notNullValue());
    }

    @Test
    void an_unknown_organisation_is_404_and_a_missing_one_400() {
        admin().get("/counts?organisation=NOBODY&from=2021&to=2021&measure=DECIDED")
                .then()
                .statusCode(404);
        admin().get("/counts?from=2021&to=2021&measure=DECIDED").then().statusCode(400);
    }

    private static ValidatableResponse counts(String query) {
        return admin().get("/counts?organisation=CT&atLeast=" + JOURNAL.position() + "&" + query)
                .then()
                .statusCode(200);
    }
}
