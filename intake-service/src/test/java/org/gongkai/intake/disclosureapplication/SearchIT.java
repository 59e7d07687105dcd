package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.application;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.Calls;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class SearchIT {

    @Inject
    DataSource database;

    private static void receive(String organisation, String number, String receivedOn, String sought) {
        as("recorder", organisation)
                .body(application(organisation, number, receivedOn).replace("二〇二〇年度部门预算", sought))
                .post("/applications")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse list(String role, String claim, String query) {
        return as(role, claim).get("/applications?" + query).then().statusCode(200);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    @Test
    void days_of_receipt_bound_both_days_included() {
        register("SEA-1", null);
        Calls.receive("SEA-1", "a", "2021-03-04");
        Calls.receive("SEA-1", "b", "2021-03-05");
        Calls.receive("SEA-1", "c", "2022-01-01");

        list("recorder", "SEA-1", "receivedFrom=2021-03-05").body("items.caseNumber", contains("b", "c"));
        list("recorder", "SEA-1", "receivedTo=2021-03-04").body("items.caseNumber", contains("a"));
        list("recorder", "SEA-1", "receivedFrom=2021-03-05&receivedTo=2021-03-05")
                .body("items.caseNumber", contains("b"));
        list("recorder", "SEA-1", "year=2021&receivedFrom=2022-01-01").body("items", empty());
        list("recorder", "SEA-1", "caseNumber=b").body("items.caseNumber", contains("b"));
    }

    @Test
    void what_is_overdue_or_due_before_a_day_follows_from_the_due_day_and_is_open() throws SQLException {
        register("SEA-2", null);
        for (String number : List.of("late", "later", "none", "closed")) {
            Calls.receive("SEA-2", number, "2021-03-04");
        }
        sql(
                "UPDATE disclosure_application SET due_on = '2021-04-01' WHERE organisation = 'SEA-2' AND case_number = 'late'");
        sql(
                "UPDATE disclosure_application SET due_on = '2999-04-01' WHERE organisation = 'SEA-2' AND case_number = 'later'");
        sql("UPDATE disclosure_application SET due_on = NULL WHERE organisation = 'SEA-2' AND case_number = 'none'");
        sql("UPDATE disclosure_application SET due_on = '2021-04-01', state = 'CLOSED', outcome = 'GRANTED_FULL',"
                + " decided_on = '2021-04-08', elsewhere = false, decided_fact = received_fact"
                + " WHERE organisation = 'SEA-2' AND case_number = 'closed'");

        list("recorder", "SEA-2", "overdue=true").body("items.caseNumber", contains("late"));
        list("recorder", "SEA-2", "overdue=false").body("items.caseNumber", contains("later", "none", "closed"));
        list("recorder", "SEA-2", "dueBefore=2999-04-02").body("items.caseNumber", contains("late", "later"));
        list("recorder", "SEA-2", "dueBefore=2999-04-01").body("items.caseNumber", contains("late"));
        list("recorder", "SEA-2", "dueBefore=2021-04-01").body("items", empty());
    }

    @Test
    void voided_applications_are_left_out() throws SQLException {
        register("SEA-3", null);
        Calls.receive("SEA-3", "1", "2021-03-04");
        Calls.receive("SEA-3", "2", "2021-03-04");
        sql("UPDATE disclosure_application SET voided_at = now() WHERE organisation = 'SEA-3' AND case_number = '1'");

        list("recorder", "SEA-3", "limit=50").body("items.caseNumber", contains("2"));
        list("recorder", "SEA-3", "q=1").body("items", empty());
    }

    @Test
    void words_stand_in_the_number_for_everybody_and_in_the_text_for_the_own_body_alone() {
        register("SEA-4", null);
        register("SEA-5", "SEA-4");
        receive("SEA-5", "依申请〔2021〕第ａ7号", "2021-03-04", "垃圾分类设施的采购合同");
        receive("SEA-5", "8", "2021-03-04", "学校食堂的检查记录 ABC");
        receive("SEA-4", "垃圾1", "2021-03-04", "别的");

        for (String who : List.of("recorder", "office")) {
            list(who, "SEA-4", "q=A7").body("items.caseNumber", contains("依申请〔2021〕第ａ7号"));
            list(who, "SEA-4", "q=垃圾").body("items.caseNumber", contains("垃圾1"));
        }
        list("recorder", "SEA-5", "q=采购 垃圾").body("items.caseNumber", contains("依申请〔2021〕第ａ7号"));
        list("recorder", "SEA-5", "q=采购 食堂").body("items", empty());
        list("recorder", "SEA-5", "q=ａｂc").body("items.caseNumber", contains("8"));
        list("admin", "*", "q=采购&organisation=SEA-5").body("items", empty());
        list("recorder", "SEA-5", "q=%").body("items", empty());
        list("recorder", "SEA-5", "q=垃圾").body("items[0].informationSought", equalTo("***"));
    }

    @Test
    void pages_have_everything_once_while_more_is_entered() {
        register("SEA-6", null);
        for (int i = 0; i < 7; i++) {
            receive("SEA-6", "p" + i, "2021-03-04", i % 2 == 0 ? "预算" : "决算");
        }
        for (String query : List.of("", "&q=p", "&q=算", "&q=预算")) {
            List<String> numbers = new ArrayList<>();
            String after = "";
            int pages = 0;
            do {
                Response page = as("recorder", "SEA-6").get("/applications?limit=2" + query + after);
                numbers.addAll(page.path("items.caseNumber"));
                String next = page.path("next");
                after = next == null ? null : "&after=" + next;
                if (pages++ == 1) {
                    receive("SEA-6", "later" + query.hashCode(), "2021-03-04", "别的");
                }
            } while (after != null);
            assertEquals(
                    query.endsWith("预算")
                            ? List.of("p0", "p2", "p4", "p6")
                            : List.of("p0", "p1", "p2", "p3", "p4", "p5", "p6"),
                    numbers.stream().filter(number -> number.startsWith("p")).toList(),
                    query);
        }
    }

    @Test
    void a_page_opens_so_many_texts_and_no_more_and_says_where_to_go_on() throws SQLException {
        register("SEA-7", null);
        receive("SEA-7", "first", "2021-03-04", "别的");
        int most = ApplicationSearch.MOST_OPENED;
        // rows that have the same sealed text would not open: so none at all, as after erasure; dated by a calendar
        // that no
        // other is newer than, or they would be dated anew and have a history
        sql(
                "INSERT INTO disclosure_application (id, organisation, case_number, received_on, channel, applicant_type, state,"
                        + " received_fact, last_fact, personal_data_erased_on, dated_with)"
                        + " SELECT ('01932c07-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'SEA-7', 'n' || n, '2021-03-04',"
                        + " 'ONLINE', 'NATURAL_PERSON', 'REGISTERED', gen_random_uuid(), gen_random_uuid(), '2021-03-04', "
                        + Long.MAX_VALUE + " FROM generate_series(1, " + (most + 10) + ") n");

        Response first = as("recorder", "SEA-7").get("/applications?q=别的");

        first.then().statusCode(200).body("items", empty());
        String next = first.path("next");
        assertTrue(next.endsWith(Integer.toHexString(most)), next);
        Response second = as("recorder", "SEA-7").get("/applications?q=别的&after=" + next);
        second.then().body("items.caseNumber", contains("first"));
        assertNull(second.path("next"));
        // nobody recorded them, so nobody counts them
        sql("DELETE FROM disclosure_application WHERE organisation = 'SEA-7' AND case_number LIKE 'n%'");
    }

    @Test
    void a_parameter_that_cannot_be_used_is_refused_with_what_to_send() {
        register("SEA-8", null);
        for (String query : List.of(
                "overdue=yes",
                "dueBefore=tomorrow",
                "receivedFrom=2021-02-30",
                "receivedTo=20210304",
                "q= ",
                "state=OPEN",
                "caseNumber= ",
                "q=" + "x".repeat(101),
                "identityDocument=1")) {
            String[] parameter = query.split("=", 2);
            Response refused = as("recorder", "SEA-8")
                    .queryParam(parameter[0], parameter[1])
                    .get("/applications");
            assertEquals(400, refused.statusCode(), query);
            refused.then()
                    .body("type", equalTo("urn:gongkai:problem:invalid-parameter"))
                    .body("detail", containsString("“" + parameter[0] + "”"));
        }
    }
}
