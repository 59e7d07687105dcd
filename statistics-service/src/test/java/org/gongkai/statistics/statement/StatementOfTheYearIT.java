package org.gongkai.statistics.statement;

import static org.gongkai.statistics.fact.DecisionKind.COERCIVE;
import static org.gongkai.statistics.fact.DecisionKind.LICENSES;
import static org.gongkai.statistics.fact.DocumentKind.NORMATIVE_DOCS;
import static org.gongkai.statistics.fact.DocumentKind.RULES;
import static org.gongkai.statistics.fact.PublicationChannel.GAZETTE;
import static org.gongkai.statistics.fact.PublicationChannel.WEBSITE;
import static org.gongkai.statistics.fact.PublicationChannel.WECHAT;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.fact.DisputeKind;
import org.gongkai.statistics.fact.DisputeResult;
import org.gongkai.statistics.fact.Indicator;
import org.gongkai.statistics.testing.Contents;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** The other records of the year, through Kafka and PostgreSQL into every part of a statement. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class StatementOfTheYearIT {

    private static final DisputeKind REVIEW = DisputeKind.REVIEW;

    private final TestJournal journal = TestJournal.running();

    @Test
    void a_year_without_records_has_every_figure_at_0_and_no_indicator() {
        journal.record(Facts.registered("YR0", "COUNTY", "GOVERNMENT", null));

        statement("YR0", "")
                .body("proactive", aMapWithSize(6))
                .body("proactive.RULES", equalTo(Map.of("ISSUED", 0, "ABOLISHED", 0, "IN_FORCE", 0)))
                .body("proactive.NORMATIVE_DOCS", equalTo(Map.of("ISSUED", 0, "ABOLISHED", 0, "IN_FORCE", 0)))
                .body("proactive.LICENSES", equalTo(Map.of("DECISIONS", 0)))
                .body("proactive.PENALTIES", equalTo(Map.of("DECISIONS", 0)))
                .body("proactive.COERCIVE", equalTo(Map.of("DECISIONS", 0)))
                .body("proactive.FEES", equalTo(Map.of("amountYuan", "0.00")))
                .body("disputes.keySet()", contains("REVIEW", "LITIGATION_DIRECT", "LITIGATION_AFTER_REVIEW"))
                .body("disputes.values()*.keySet().flatten()", hasSize(15))
                .body("disputes.values()*.values().flatten().sum()", equalTo(0))
                .body("publications.items", equalTo(0))
                .body("publications.byChannel", aMapWithSize(6))
                .body("publications.byChannel.values().sum()", equalTo(0))
                .body("indicators", aMapWithSize(0))
                .body("processingFees", equalTo(Map.of("cases", 0, "amountYuan", "0.00")))
                .body("confirmed", equalTo(Map.of("yes", 0, "no", 1)))
                .body("$", not(hasKey("figures")))
                .body("$", not(hasKey("documentPrefix")));
    }

    @Test
    void items_count_once_and_once_on_each_channel_by_scope_and_level() {
        journal.record(
                Facts.registered("YR1", "CITY", "GOVERNMENT", null),
                Facts.registered("YR1-01", "CITY", "DEPARTMENT", "YR1"),
                Facts.registered("YR1-A", "COUNTY", "GOVERNMENT", "YR1"),
                Facts.recorded("YR1", Contents.items("2021-03-04", 64, GAZETTE, WEBSITE)),
                Facts.recorded("YR1-01", Contents.items("2021-12-31", 10, WECHAT)),
                Facts.recorded("YR1-A", Contents.items("2021-01-01", 500, WEBSITE)),
                Facts.recorded("YR1-A", Contents.items("2020-12-31", 7, WEBSITE)),
                Facts.amended(
                        "YR1-A",
                        Contents.items("2021-01-01", 500, WEBSITE),
                        Contents.items("2021-01-01", 400, WEBSITE)));

        statement("YR1", "previous,subordinates,levels")
                .body("publications.items", equalTo(474))
                .body(
                        "publications.byChannel.keySet()",
                        contains("GAZETTE", "WEBSITE", "WECHAT", "TOUTIAO", "OTHER_NEW_MEDIA", "OTHER_CHANNELS"))
                .body("publications.byChannel.values()", contains(64, 464, 10, 0, 0, 0))
                .body("previous.publications.items", equalTo(7))
                .body("levels.CITY.publications.items", equalTo(74))
                .body("levels.COUNTY.publications.items", equalTo(400))
                .body("subordinates.find { it.organisation == 'YR1-A' }.publications.byChannel.WEBSITE", equalTo(400));
        admin().queryParam("atLeast", journal.position())
                .queryParam("scope", "TIER")
                .get("/statements/YR1/2021")
                .then()
                .body("publications.items", equalTo(74))
                .body("publications.byChannel.WEBSITE", equalTo(64));
    }

    @Test
    void documents_in_force_are_those_issued_and_not_ended_decisions_and_fees_add_up_exactly() {
        journal.record(
                Facts.registered("YR2", "CITY", "GOVERNMENT", null),
                Facts.registered("YR2-A", "COUNTY", "GOVERNMENT", "YR2"),
                Facts.recorded("YR2", Contents.issued(NORMATIVE_DOCS, "2016-03-04")),
                Facts.recorded("YR2-A", Contents.issued(NORMATIVE_DOCS, "2020-03-04")),
                Facts.recorded("YR2-A", Contents.issued(NORMATIVE_DOCS, "2021-03-04")),
                Facts.recorded("YR2", Contents.issued(RULES, "2021-03-04")),
                Facts.recorded("YR2", Contents.ended(NORMATIVE_DOCS, "2021-06-01")),
                Facts.recorded("YR2-A", Contents.ended(NORMATIVE_DOCS, "2022-06-01")),
                Facts.recorded("YR2", Contents.decisions(LICENSES, "2021-01", 300)),
                Facts.recorded("YR2-A", Contents.decisions(LICENSES, "2021", 12)),
                Facts.recorded("YR2-A", Contents.decisions(COERCIVE, "2020", 5)),
                Facts.recorded("YR2", Contents.fees("2021", "475936662.91")),
                Facts.recorded("YR2-A", Contents.fees("2021-07", "0.09")),
                Facts.recorded("YR2-A", Contents.processingFees("2021-07", 2, "560.00")));

        statement("YR2", "previous,levels")
                .body("proactive.RULES", equalTo(Map.of("ISSUED", 1, "ABOLISHED", 0, "IN_FORCE", 1)))
                .body("proactive.NORMATIVE_DOCS", equalTo(Map.of("ISSUED", 1, "ABOLISHED", 1, "IN_FORCE", 2)))
                .body("proactive.LICENSES.DECISIONS", equalTo(312))
                .body("proactive.COERCIVE.DECISIONS", equalTo(0))
                .body("proactive.FEES.amountYuan", equalTo("475936663.00"))
                .body("processingFees", equalTo(Map.of("cases", 2, "amountYuan", "560.00")))
                .body("previous.proactive.NORMATIVE_DOCS", equalTo(Map.of("ISSUED", 1, "ABOLISHED", 0, "IN_FORCE", 2)))
                .body("previous.proactive.COERCIVE.DECISIONS", equalTo(5))
                .body("levels.CITY.proactive.FEES.amountYuan", equalTo("475936662.91"))
                .body("levels.COUNTY.proactive.NORMATIVE_DOCS.IN_FORCE", equalTo(2));
    }

    @Test
    void disputes_stay_pending_over_the_years_until_their_latest_instance_is_concluded() {
        journal.record(
                Facts.registered("YR3", "COUNTY", "GOVERNMENT", null),
                Facts.recorded("YR3", Contents.filed(REVIEW, "2020-11-04")),
                Facts.recorded("YR3", Contents.filed(REVIEW, "2020-12-04")),
                Facts.recorded("YR3", Contents.concluded(REVIEW, "2020-12-30", DisputeResult.UPHELD)),
                Facts.recorded("YR3", Contents.appealed(REVIEW, "2021-01-05", "2020-12-30", DisputeResult.UPHELD)),
                Facts.recorded("YR3", Contents.concluded(REVIEW, "2021-05-05", DisputeResult.UPHELD)),
                Facts.recorded("YR3", Contents.appealed(REVIEW, "2021-05-06", "2021-05-05", DisputeResult.UPHELD)),
                Facts.recorded("YR3", Contents.concluded(REVIEW, "2021-09-05", DisputeResult.CORRECTED)));

        statement("YR3", "previous")
                .body("previous.disputes.REVIEW", equalTo(table(1, 0, 0, 1, 2)))
                .body("disputes.REVIEW", equalTo(table(0, 1, 0, 1, 2)));
    }

    @Test
    void an_indicator_adds_up_or_is_the_bodys_own_and_0_is_a_report() {
        Indicator sum = Indicator.DISCLOSURE_PLATFORMS;
        Indicator own = Indicator.SURVEYS;
        journal.record(
                Facts.registered("YR4", "CITY", "GOVERNMENT", null),
                Facts.registered("YR4-01", "CITY", "DEPARTMENT", "YR4"),
                Facts.registered("YR4-A", "COUNTY", "GOVERNMENT", "YR4"),
                Facts.registered("YR4-A-01", "COUNTY", "DEPARTMENT", "YR4-A"),
                Facts.recorded("YR4", Contents.indicator(2021, sum, 1)),
                Facts.recorded("YR4-01", Contents.indicator(2021, sum, 2)),
                Facts.recorded("YR4-A-01", Contents.indicator(2021, sum, 4)),
                Facts.recorded("YR4", Contents.indicator(2020, own, 8)),
                Facts.recorded("YR4", Contents.indicator(2021, own, 0)),
                Facts.recorded("YR4-01", Contents.indicator(2021, own, 16)),
                Facts.recorded("YR4-A", Contents.indicator(2021, own, 32)),
                Facts.recorded("YR4-A-01", Contents.indicator(2021, own, 64)),
                Facts.recorded("YR4", Contents.indicator(2021, Indicator.TRAININGS, 3)),
                Facts.retracted("YR4", Contents.indicator(2021, Indicator.TRAININGS, 3)));

        statement("YR4", "previous,subordinates,levels")
                .body("indicators", equalTo(Map.of(sum.name(), 7, own.name(), 0)))
                .body("previous.indicators", equalTo(Map.of(own.name(), 8)))
                .body("levels.CITY.indicators", equalTo(Map.of(sum.name(), 3, own.name(), 0)))
                .body("levels.COUNTY.indicators", equalTo(Map.of(sum.name(), 4)))
                .body(
                        "subordinates.find { it.organisation == 'YR4-01' }.indicators",
                        equalTo(Map.of(sum.name(), 2, own.name(), 16)))
                .body(
                        "subordinates.find { it.organisation == 'YR4-A' }.indicators",
                        equalTo(Map.of(sum.name(), 4, own.name(), 32)));
    }

    @Test
    void who_came_or_went_is_listed_with_what_it_had_in_force_and_pending() {
        journal.record(
                Facts.registered("YR5", "CITY", "GOVERNMENT", null),
                Facts.registered("YR5-COMES", "COUNTY", "GOVERNMENT", "YR5", "2021-05-01"),
                Facts.recorded("YR5-COMES", Contents.issued(NORMATIVE_DOCS, "2016-03-04")),
                Facts.recorded("YR5-COMES", Contents.issued(NORMATIVE_DOCS, "2021-03-04")),
                Facts.recorded("YR5-COMES", Contents.filed(DisputeKind.LITIGATION_DIRECT, "2020-03-04")),
                Facts.recorded(
                        "YR5-COMES",
                        Contents.concluded(DisputeKind.LITIGATION_DIRECT, "2021-03-04", DisputeResult.OTHER_RESULT)));

        statement("YR5", "previous")
                .body("memberChanges", hasSize(1))
                .body("memberChanges[0].inForce", equalTo(Map.of("RULES", 0, "NORMATIVE_DOCS", 1)))
                .body(
                        "memberChanges[0].pending",
                        equalTo(Map.of("REVIEW", 0, "LITIGATION_DIRECT", 1, "LITIGATION_AFTER_REVIEW", 0)))
                .body("previous.proactive.NORMATIVE_DOCS.IN_FORCE", equalTo(0))
                .body("proactive.NORMATIVE_DOCS.IN_FORCE", equalTo(2));
    }

    @Test
    void the_prefix_of_its_documents_is_shown() {
        journal.record(new Facts.Fact("OrganisationRegistered", "YR6", """
                {"code":"YR6","name":"庆阳市","level":"CITY","kind":"GOVERNMENT","mayIssueRules":true,
                 "documentPrefix":"庆政"}"""));

        statement("YR6", "").body("documentPrefix", equalTo("庆政")).body("$", not(hasKey("contact")));
        admin().get("/organisations/YR6").then().body("documentPrefix", equalTo("庆政"));
    }

    @Test
    void the_interface_describes_the_figures_where_they_stand() {
        admin().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("components.schemas.Statement.properties", hasKey("proactive"))
                .body("components.schemas.Statement.properties", hasKey("confirmed"))
                .body("components.schemas.Statement.properties", hasKey("documentPrefix"))
                .body("components.schemas.Statement.properties", not(hasKey("figures")))
                .body("components.schemas.Subordinate.properties", hasKey("indicators"))
                .body("components.schemas.Previous.properties", hasKey("disputes"))
                .body("components.schemas.Proactive.properties", hasKey("NORMATIVE_DOCS"))
                .body("components.schemas.Documents.properties", hasKey("IN_FORCE"));
    }

    private static Map<String, Integer> table(int upheld, int corrected, int other, int pending, int total) {
        return Map.of(
                "UPHELD", upheld, "CORRECTED", corrected, "OTHER_RESULT", other, "PENDING", pending, "TOTAL", total);
    }

    private ValidatableResponse statement(String organisation, String include) {
        return admin().queryParam("atLeast", journal.position())
                .queryParam("include", include)
                .get("/statements/" + organisation + "/2021")
                .then()
                .statusCode(200)
                .body("complete", equalTo(true));
    }
}
