package org.gongkai.report.edition;

import static org.gongkai.report.testing.Callers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.testing.Counting;
import org.gongkai.report.testing.StatisticsAnswers;
import org.junit.jupiter.api.Test;

/** What a report compares with: the year before as it was printed last, or as it is counted where it never was. */
@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class YearBeforeIT {

    private static final String CLOSING = "checks.findings.findAll { it.rule == 'PRINTED-CLOSING' }";

    /** 2021 as published; 2020 with 187 decided and 6 left open, as the statement of 2021 has them. */
    private static Counting twoYears(String organisation) {
        Counting before = Counting.of(organisation, 2020);
        ObjectNode statement = before.statement();
        ObjectNode previous =
                (ObjectNode) Counting.of(organisation, 2021).statement().path("previous");
        for (ObjectNode counts : new ObjectNode[] {statement, (ObjectNode) statement.at("/levels/CITY")}) {
            for (String table : List.of("applications", "proactive", "disputes")) {
                counts.set(table, previous.path(table).deepCopy());
            }
            Counting.add(counts, "NEW_RECEIVED", "NATURAL_PERSON", -1);
            Counting.add(counts, "NEW_RECEIVED", "OTHER_ORG", 1);
        }
        before.tell();
        return before;
    }

    private static ValidatableResponse report(String organisation) {
        return as("office").get("/reports/" + organisation + "/2021").then().statusCode(200);
    }

    private static void freeze2020(String organisation, int number) {
        as("office")
                .post("/reports/" + organisation + "/2020/editions")
                .then()
                .statusCode(201)
                .body("number", equalTo(number));
    }

    @Test
    void without_an_edition_of_the_year_before_its_live_counts_are_compared_and_that_is_said() {
        Counting.of("YB-1", 2021);

        report("YB-1")
                .body("source.previous", equalTo("live"))
                .body("overview.applications.yearOnYearPercent", equalTo("-20.86"))
                .body(CLOSING + ".verdict", equalTo(List.of("HOLDS")));
        as("office").get("/reports/YB-1/2021.html").then().body(containsString("2020年现行统计"));
    }

    @Test
    void a_late_case_of_a_printed_year_moves_neither_opening_nor_base_until_an_edition_prints_it() {
        Counting before = twoYears("YB-2");
        Counting now = Counting.of("YB-2", 2021);
        freeze2020("YB-2", 1);
        report("YB-2")
                .body("source.previous.edition", equalTo(1))
                .body(CLOSING, hasSize(7))
                .body(CLOSING + ".verdict", everyItem(equalTo("HOLDS")));

        // received in 2020 and still open, and one decided: entered after the edition
        openAndDecided((ObjectNode) now.statement().path("previous"));
        now.tell();
        openAndDecided(before.statement());
        openAndDecided((ObjectNode) before.statement().at("/levels/CITY"));
        before.tell();

        report("YB-2")
                .body("source.previous.edition", equalTo(1))
                .body("overview.applications.previousDecided", equalTo(187))
                .body("overview.applications.yearOnYearPercent", equalTo("-20.86"))
                .body(
                        CLOSING + ".findAll { it.verdict == 'BROKEN' }.cells[0]",
                        equalTo(List.of(
                                "live.previous.applications.CARRIED_OUT.NATURAL_PERSON",
                                "previous.applications.CARRIED_OUT.NATURAL_PERSON")))
                .body(CLOSING + ".findAll { it.verdict == 'BROKEN' }.delta", equalTo(List.of(1, 1)))
                .body(CLOSING + ".findAll { it.verdict == 'BROKEN' }.severity", everyItem(equalTo("WARNING")))
                .body(CLOSING + ".findAll { it.verdict == 'BROKEN' }.note", everyItem(containsString("更正说明")));

        freeze2020("YB-2", 2);
        report("YB-2")
                .body("source.previous.edition", equalTo(2))
                .body("overview.applications.previousDecided", equalTo(188))
                .body("overview.applications.yearOnYearPercent", equalTo("-21.28"))
                .body(CLOSING + ".verdict", everyItem(equalTo("HOLDS")));
        as("office").get("/reports/YB-2/2021.html").then().body(containsString("2020年年度报告第2版"));
        as("office").get("/reports/YB-2/2021/sections/1").then().body("rendered", containsString("21.28%"));
    }

    @Test
    void the_cases_that_explain_a_closing_that_was_printed_otherwise_are_named() {
        Counting before = twoYears("YB-4").open("庆教依〔2020〕7号", "庆教依〔2020〕8号");
        Counting now = Counting.of("YB-4", 2021);
        freeze2020("YB-4", 1);
        openAndDecided(before.statement());
        before.tell().open("庆教依〔2020〕8号", "庆教依〔2020〕补1号", "庆教依〔2020〕补2号");
        openAndDecided((ObjectNode) now.statement().path("previous"));
        now.tell();
        // after the statement, of which alone the report speaks
        before.tell().open("庆教依〔2020〕8号", "庆教依〔2020〕补1号", "庆教依〔2020〕补2号", "庆教依〔2020〕补3号");

        report("YB-4")
                .body(
                        CLOSING + ".findAll { it.verdict == 'BROKEN' }.note",
                        everyItem(endsWith(
                                "定稿后变动的案件：庆阳市教育局 庆教依〔2020〕补1号 +1、庆阳市教育局 庆教依〔2020〕补2号 +1、" + "庆阳市教育局 庆教依〔2020〕7号 −1")));
    }

    private static void openAndDecided(ObjectNode counts) {
        for (String column : List.of("NATURAL_PERSON", "TOTAL")) {
            Counting.add(counts, "NEW_RECEIVED", column, 2);
            Counting.add(counts, "GRANTED_FULL", column, 1);
            Counting.add(counts, "RESULT_TOTAL", column, 1);
            Counting.add(counts, "CARRIED_OUT", column, 1);
        }
    }

    @Test
    void an_edition_remembers_what_it_compared_with_and_comes_out_equal_when_that_year_has_another() {
        Counting before = twoYears("YB-3");
        freeze2020("YB-3", 1);
        EditionCalls.freeze("YB-3").then().statusCode(201).body("previousYear.edition", equalTo(1));
        openAndDecided(before.statement());
        openAndDecided((ObjectNode) before.statement().at("/levels/CITY"));
        before.tell();
        freeze2020("YB-3", 2);

        EditionCalls.get("YB-3", "/1/recomputation").then().statusCode(200).body("equal", equalTo(true));
        EditionCalls.freeze("YB-3").then().statusCode(201).body("previousYear.edition", equalTo(2));
        EditionCalls.get("YB-3", "/2/changes")
                .then()
                .body(
                        "changes.cell",
                        equalTo(List.of(
                                "previous.applications.RESULT_TOTAL.TOTAL",
                                "previous.applications.NEW_RECEIVED.TOTAL",
                                "yearOnYear.percent")))
                .body("changes[0].delta", equalTo(1));
    }
}
