package org.gongkai.report.report;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.testing.StatisticsAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller gets: which format, and which problem where statistics-service gives no statement. */
@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class ReportAnswersIT {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".json | text/csv                       | application/json",
                ".csv  | application/json               | text/csv",
                "''    | application/json               | application/json",
                "''    | text/csv                       | text/csv",
                "''    | text/csv;q=0.9, application/json;q=0.5 | text/csv",
                "''    | text/csv;q=0.4, application/json;q=0.5 | application/json",
                "''    | */*                            | application/json",
                "''    | text/csv, */*;q=0.1            | text/csv"
            })
    void the_suffix_says_the_format_and_accept_where_there_is_none(String suffix, String accept, String type) {
        get("QINGYANG", suffix, accept)
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .header("Vary", containsString("Accept"))
                .header("Gongkai-Position", "1-0.9");
    }

    @Test
    void each_format_is_what_it_says() {
        get("QINGYANG", ".json", JSON)
                .body("tables.proactive.FEES.AMOUNT_WAN", equalTo("47593.6663"))
                .body("tables.disputes.REVIEW.TOTAL", equalTo(0))
                .body("checks.findings.rule", hasItem("R-T2"));
        get("QINGYANG", ".csv", CSV)
                .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
                .body(containsString("disputes,LITIGATION_AFTER_REVIEW,TOTAL,复议后起诉,总计,0\r\n"));
    }

    @ParameterizedTest
    @CsvSource({".odt, */*", "'', image/png"})
    void a_format_that_there_is_not_is_refused_with_those_that_there_are(String suffix, String accept) {
        get("QINGYANG", suffix, accept)
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:not-acceptable"))
                .body("detail", containsString(JSON))
                .body("detail", containsString(CSV))
                .body("detail", containsString(".csv"));
    }

    @Test
    void checks_take_json_alone_and_say_so() {
        caller().accept("image/png")
                .get("/reports/QINGYANG/2021/checks")
                .then()
                .statusCode(406)
                .body("detail", containsString(JSON))
                .body("detail", not(containsString("{")));
        caller().get("/reports/QINGYANG/2021/checks")
                .then()
                .statusCode(200)
                .body("citation", everyItem(not(equalTo(""))));
    }

    @Test
    void the_body_alone_its_subordinates_and_the_months_come_with_the_statement_in_one_call() {
        get("ONE-CALL", "", JSON)
                .body(
                        "checks.findings.findAll { it.rule == 'R6' }.verdict",
                        equalTo(List.of("HOLDS", "HOLDS", "HOLDS")))
                .body("overview.applications.receivedByMonth.size()", equalTo(12));

        assertEquals("1", RestAssured.get(statistics() + "/calls/ONE-CALL").asString());
    }

    private static String statistics() {
        return ConfigProvider.getConfig().getValue("quarkus.rest-client.statistics.url", String.class);
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS-400, 400, unreadable-position",
        "STATUS-401, 401, unauthenticated",
        "STATUS-403, 403, outside-subtree",
        "STATUS-404, 404, not-found",
        "STATUS-409, 409, other-generation",
        "STATUS-500, 503, statistics-unavailable",
        "BEHIND,     503, position-not-reached",
        "HOLES,      502, statement-unusable",
        "OWN-HOLES,  502, statement-unusable",
        "NO-MONTHS,  502, statement-unusable",
        "NO-JSON,    502, statement-unusable"
    })
    void an_answer_that_is_no_statement_becomes_a_problem(String organisation, int status, String slug) {
        for (String suffix : new String[] {"", ".csv"}) {
            get(organisation, suffix, "*/*")
                    .statusCode(status)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:gongkai:problem:" + slug));
        }
    }

    @Test
    void a_hole_is_named_and_the_time_to_wait_is_passed_on() {
        get("HOLES", "", JSON).body("detail", containsString("disputes.REVIEW.PENDING"));
        get("OWN-HOLES", "", JSON).body("detail", containsString("own.disputes.REVIEW.PENDING"));
        get("NO-MONTHS", "", JSON).body("detail", containsString("months"));
        get("BEHIND", "", JSON).header("Retry-After", "7");
    }

    private static ValidatableResponse get(String organisation, String suffix, String accept) {
        return caller().accept(accept)
                .get("/reports/" + organisation + "/2021" + suffix)
                .then();
    }

    private static RequestSpecification caller() {
        String token = Jwt.issuer("urn:gongkai:local")
                .audience("gongkai")
                .subject("test-office")
                .groups("office")
                .claim("organisation", "*")
                .expiresIn(3600)
                .sign();
        return RestAssured.given().auth().preemptive().oauth2(token);
    }
}
