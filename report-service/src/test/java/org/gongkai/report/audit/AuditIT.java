package org.gongkai.report.audit;

import static org.gongkai.report.testing.Callers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.form.TablesFixtures;
import org.gongkai.report.testing.StatisticsAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /checks}: any report, handed in as JSON. */
@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class AuditIT {

    private static final String BROKEN = "checks.findAll { it.verdict == 'BROKEN' }";
    private static final String PROBLEM = "application/problem+json";

    @Test
    void the_true_tables_of_qingyang_2021_are_read_cell_by_cell_and_break_nothing() {
        send(body(2021, TablesFixtures.qingyang2021()))
                .statusCode(200)
                .body("form", equalTo("2021"))
                .body("read", hasSize(200))
                .body("read[0].figure", equalTo("proactive.RULES.ISSUED"))
                .body("read[0].value", equalTo(2))
                .body("read[0].place", equalTo("/tables/proactive/RULES/ISSUED"))
                .body("read.find { it.figure == 'proactive.FEES.AMOUNT_WAN' }.value", equalTo("47593.6663"))
                .body("unread", empty())
                .body(BROKEN, empty())
                .body("checks.findAll { it.rule == 'R1' }.verdict", everyItem(equalTo("HOLDS")))
                .body("checks.findAll { it.rule == 'R-T2' }.verdict", everyItem(equalTo("NOT_ASSESSABLE")))
                .body("checks.find { it.rule == 'R1' }.cells", hasItem("applications.CARRIED_OUT.NATURAL_PERSON"));
    }

    @Test
    void with_the_year_before_openings_and_stocks_are_compared() {
        ObjectNode body = body(2021, TablesFixtures.qingyang2021());
        body.putObject("previous").set("tables", TablesFixtures.beforeQingyang2021());
        body.put("publishedOn", "2022-03-01");
        body.putObject("reporter").put("government", true).put("mayIssueRules", true);

        send(body)
                .statusCode(200)
                .body("read.figure", hasItem("previous.applications.CARRIED_OUT.TOTAL"))
                .body("read.place", hasItem("/previous/tables/applications/CARRIED_OUT/TOTAL"))
                .body("unread.figure", hasItems("previous.disputes", "previous.applications.NEW_RECEIVED.TOTAL"))
                .body(BROKEN, empty())
                .body(
                        "checks.findAll { it.rule in ['R4', 'R-T2', 'DEADLINE', 'RULES-BY-LAW'] }.verdict",
                        everyItem(equalTo("HOLDS")));
        body.put("publishedOn", "2022-04-01");
        body.withObject("/previous/tables/proactive/NORMATIVE_DOCS").put("IN_FORCE", 101);
        send(body).body(BROKEN + ".rule", equalTo(java.util.List.of("R-T2", "DEADLINE")));
    }

    @Test
    void a_wrong_cell_breaks_what_it_stands_in_and_is_named() {
        ObjectNode tables = TablesFixtures.qingyang2021();
        tables.withObject("/applications/GRANTED_FULL").put("NATURAL_PERSON", 67);

        send(body(2021, tables))
                .statusCode(200)
                .body(BROKEN + ".rule", equalTo(java.util.List.of("R2", "R3")))
                .body(BROKEN + ".severity", everyItem(equalTo("BLOCKING")))
                .body(BROKEN + ".delta", equalTo(java.util.List.of(9, 9)))
                .body(BROKEN + ".cells", everyItem(hasItem("applications.GRANTED_FULL.NATURAL_PERSON")))
                .body(BROKEN + ".note", everyItem(containsString("由67改为76")));
    }

    @Test
    void the_form_of_2019_is_told_by_its_year_its_name_or_its_columns() {
        for (ObjectNode body : new ObjectNode[] {
            body(2020, TablesFixtures.made2020()),
            body(2022, TablesFixtures.made2020()),
            body(null, TablesFixtures.made2020()),
            body(2022, TablesFixtures.made2020()).put("form", "2019")
        }) {
            boolean ofYear = body.path("year").asInt(2020) == 2020;
            send(body)
                    .statusCode(200)
                    .body("form", equalTo("2019"))
                    .body("read", hasSize(198))
                    .body("unread", empty())
                    .body(BROKEN + ".rule", equalTo(ofYear ? java.util.List.of() : java.util.List.of("FORM-OF-YEAR")))
                    .body(
                            "checks.findAll { it.rule != 'FORM-OF-YEAR' }.citation",
                            everyItem(not(containsString("2021〕30号"))));
        }
        send(body(2020, TablesFixtures.made2020()).put("form", "2021"))
                .statusCode(400)
                .body("type", equalTo("urn:gongkai:problem:unknown-field"))
                .body("violations.field", hasItem("tables.proactive.RULES.MADE"))
                .body("violations.field", hasItem("tables.applications.OTHER_HANDLING"));
    }

    @Test
    void over_the_change_of_form_stocks_are_not_compared_and_openings_are() {
        ObjectNode body = body(2021, TablesFixtures.qingyang2021());
        body.putObject("previous").set("tables", TablesFixtures.made2020());

        send(body)
                .statusCode(200)
                .body("form", equalTo("2021"))
                .body("read.figure", hasItem("previous.proactive.RULES.PUBLISHED"))
                .body("checks.findAll { it.rule == 'R-T2' }.verdict", everyItem(equalTo("NOT_ASSESSABLE")))
                .body("checks.findAll { it.rule == 'R4' }.verdict", hasItem("BROKEN"));
    }

    @Test
    void blank_is_not_0_and_is_said() {
        ObjectNode tables = TablesFixtures.qingyang2021();
        tables.withObject("/applications/OTHER_MISC").putNull("OTHER_ORG").remove("LEGAL_SERVICE_ORG");
        tables.remove("disputes");

        send(body(2021, tables))
                .statusCode(200)
                .body("unread.figure", hasItems("applications.OTHER_MISC.OTHER_ORG", "disputes"))
                .body("unread", hasSize(3))
                .body("unread[0].place", startsWith("/tables/applications/OTHER_MISC/"))
                .body(BROKEN + ".rule", equalTo(java.util.List.of("R5-BLANK", "R5-BLANK")))
                .body("checks.findAll { it.rule == 'R7' }.verdict", everyItem(equalTo("NOT_ASSESSABLE")));
    }

    @Test
    void negative_counts_and_fractions_are_read_and_found() {
        ObjectNode tables = TablesFixtures.qingyang2021();
        tables.withObject("/proactive/LICENSES").put("DECISIONS", -1);
        tables.withObject("/proactive/PENALTIES").put("DECISIONS", 1.5);

        send(body(2021, tables))
                .statusCode(200)
                .body("read.find { it.figure == 'proactive.PENALTIES.DECISIONS' }.value", equalTo("1.5"))
                .body(BROKEN + ".rule", equalTo(java.util.List.of("R5", "R5")))
                .body(BROKEN + ".cells.flatten()", hasItems("proactive.LICENSES.DECISIONS"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"proactve\": {}}                                         | tables.proactve | proactive, applications, disputes",
                "{\"disputes\": {\"REVEW\": {}}}                            | tables.disputes.REVEW | REVIEW",
                "{\"disputes\": {\"REVIEW\": {\"TOTALS\": 1}}}              | tables.disputes.REVIEW.TOTALS | UPHELD",
                "{\"disputes\": {\"REVIEW\": {\"TOTAL\": \"12\"}}}          | tables.disputes.REVIEW.TOTAL | 12",
                "{\"disputes\": {\"REVIEW\": {\"TOTAL\": true}}}            | tables.disputes.REVIEW.TOTAL | 12",
                "{\"disputes\": {\"REVIEW\": {\"TOTAL\": {}}}}              | tables.disputes.REVIEW.TOTAL | 12",
                "{\"disputes\": {\"REVIEW\": 12}}                           | tables.disputes.REVIEW | {…}",
                "{\"disputes\": []}                                         | tables.disputes | {…}",
                "[]                                                         | tables | {…}",
                "{\"disputes\": {\"REVIEW\": {\"TOTAL\": 1e300000}}}        | tables.disputes.REVIEW.TOTAL | 15",
                "{\"disputes\": {\"REVIEW\": {\"TOTAL\": 1e-7}}}            | tables.disputes.REVIEW.TOTAL | 15",
                "{\"disputes\": {\"REVIEW\": {\"TOTAL\": 1234567890123456}}}| tables.disputes.REVIEW.TOTAL | 15",
                "{\"proactive\": {\"FEES\": {\"AMOUNT_WAN\": \"240万元\"}}} | tables.proactive.FEES.AMOUNT_WAN | 47593.6663",
                "{\"proactive\": {\"CENTRAL_PROCUREMENT\": {\"AMOUNT_WAN\": \"1,0\"}}} | tables.proactive.CENTRAL_PROCUREMENT.AMOUNT_WAN | 47593.6663",
                "{\"proactive\": {\"FEES\": {\"CHANGE\": \"八\"}}}          | tables.proactive.FEES.CHANGE | +19"
            })
    void what_cannot_be_read_is_refused_by_name_with_what_to_send(String tables, String field, String send) {
        as("reader")
                .contentType(ContentType.JSON)
                .body("{\"tables\": " + tables + "}")
                .post("/checks")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("violations.field", hasItem(field))
                .body("violations.find { it.field == '" + field + "' }.message", containsString(send));
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_in_english_to_who_asks_so() {
        as("office")
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("{\"form\": \"2020\", \"year\": \"2021\", \"publishedOn\": \"March\", \"tables\":"
                        + " {\"disputes\": {\"REVIEW\": {\"TOTAL\": \"no\", \"OTHER\": 1}}}}")
                .post("/checks")
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        hasItems(
                                "form",
                                "year",
                                "publishedOn",
                                "tables.disputes.REVIEW.TOTAL",
                                "tables.disputes.REVIEW.OTHER"))
                .body("violations.find { it.field == 'form' }.message", equalTo("must be one of: 2021, 2019"))
                .body("violations.find { it.field == 'year' }.message", containsString("2008"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tabels\": {}}",
                "{\"tables\": {}, \"tables\": {}}",
                "{\"tables\": {\"disputes\": {}, \"disputes\": {}}}",
                "{\"tables\": {}, \"form\": 2021}",
                "{\"tables\": {}, \"previous\": {\"year\": 2020, \"tables\": {}}}",
                "{\"tables\": {}, \"reporter\": {\"government\": \"yes\"}}",
                "{\"tables\": {\"disputes\": {\"REVIEW\": {\"TOTAL\": 1e99999999999999}}}}",
                "{\"tables\": ",
                "null",
                ""
            })
    void a_body_that_is_no_report_is_a_problem_and_never_a_failure(String body) {
        as("reader")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/checks")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void without_tables_there_is_nothing_to_check() {
        as("reader")
                .contentType(ContentType.JSON)
                .body("{\"year\": 2021}")
                .post("/checks")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("tables"));
    }

    @Test
    void pages_are_not_taken_yet_and_json_is_named() {
        for (String type : new String[] {"text/html", "text/plain"}) {
            as("reader")
                    .contentType(type)
                    .body("<table>")
                    .post("/checks")
                    .then()
                    .statusCode(415)
                    .contentType(PROBLEM)
                    .body("detail", containsString("application/json"));
        }
    }

    @Test
    void readers_the_office_and_the_administrator_may_and_no_other() {
        ObjectNode body = body(2021, TablesFixtures.qingyang2021());
        for (String role : new String[] {"reader", "office", "admin"}) {
            as(role).contentType(ContentType.JSON)
                    .body(body.toString())
                    .post("/checks")
                    .then()
                    .statusCode(200);
        }
        for (String role : new String[] {"recorder", "system"}) {
            as(role).contentType(ContentType.JSON)
                    .body(body.toString())
                    .post("/checks")
                    .then()
                    .statusCode(403);
        }
    }

    private static ObjectNode body(Integer year, ObjectNode tables) {
        ObjectNode body = new ObjectMapper().createObjectNode();
        if (year != null) {
            body.put("year", year);
        }
        return body.set("tables", tables);
    }

    private static ValidatableResponse send(ObjectNode body) {
        return as("reader")
                .contentType(ContentType.JSON)
                .body(body.toString())
                .post("/checks")
                .then();
    }
}
