package org.gongkai.report.edition;

import static org.gongkai.report.edition.EditionCalls.editions;
import static org.gongkai.report.edition.EditionCalls.freeze;
import static org.gongkai.report.edition.EditionCalls.freezeUnder;
import static org.gongkai.report.edition.EditionCalls.get;
import static org.gongkai.report.testing.Callers.as;
import static org.gongkai.report.testing.Callers.put;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.testing.Counting;
import org.gongkai.report.testing.StatisticsAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What many at once make, and what the database keeps of it. */
@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class EditionsKeptIT {

    private static final int AT_ONCE = 8;

    @Inject
    DataSource database;

    @Test
    void of_many_who_freeze_the_same_at_once_one_makes_it_and_all_get_it() throws Exception {
        Counting.of("KEPT-1", 2021);

        List<Response> answers = atOnce(IntStream.range(0, AT_ONCE)
                .<Callable<Response>>mapToObj(i -> () -> freeze("KEPT-1"))
                .toList());

        List<Integer> statuses =
                answers.stream().map(Response::statusCode).sorted().toList();
        List<Integer> expected = new ArrayList<>(Collections.nCopies(AT_ONCE - 1, 200));
        expected.add(201);
        assertEquals(expected, statuses);
        answers.forEach(answer -> answer.then().body("number", equalTo(1)));
    }

    @Test
    void of_many_who_write_and_freeze_at_once_no_number_is_given_twice_or_left_out() throws Exception {
        Counting.of("KEPT-2", 2021);

        List<Response> answers = atOnce(IntStream.range(0, AT_ONCE)
                .<Callable<Response>>mapToObj(i -> () -> {
                    put("KEPT-2", 5, "第" + i + "稿。");
                    return freeze("KEPT-2");
                })
                .toList());

        List<Integer> numbers = get("KEPT-2", "").path("number");
        assertEquals(
                IntStream.rangeClosed(1, numbers.size()).boxed().toList(),
                numbers,
                "numbers without gap or repetition");
        TreeMap<Integer, Long> made = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .collect(Collectors.groupingBy(
                        answer -> answer.<Integer>path("number"), TreeMap::new, Collectors.counting()));
        assertEquals(numbers, List.copyOf(made.keySet()));
        made.values().forEach(count -> assertEquals(1L, count));
        answers.forEach(
                answer -> assertTrue(List.of(200, 201, 409).contains(answer.statusCode()), () -> answer.asString()));
    }

    @Test
    void of_many_who_freeze_under_one_key_while_texts_move_all_get_the_one_edition_that_it_made() throws Exception {
        Counting.of("KEPT-6", 2021);

        List<Response> answers = atOnce(IntStream.range(0, AT_ONCE)
                .<Callable<Response>>mapToObj(i -> () -> {
                    put("KEPT-6", 5, "第" + i + "稿。");
                    return freezeUnder("\"one\"", "KEPT-6", "");
                })
                .toList());

        answers.forEach(answer -> answer.then().statusCode(201).body("number", equalTo(1)));
        get("KEPT-6", "").then().body("number", equalTo(List.of(1)));
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        List<Response> answers = new ArrayList<>();
        for (Future<Response> answer : callers.invokeAll(calls)) {
            answers.add(answer.get());
        }
        callers.shutdown();
        return answers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE edition SET title = 'x'",
                "DELETE FROM edition",
                "UPDATE edition_model SET cells = '[]'",
                "DELETE FROM edition_model",
                "UPDATE edition_file SET bytes = 'x'",
                "DELETE FROM edition_file",
                "UPDATE edition_publication SET url = 'x'",
                "DELETE FROM edition_publication",
                "UPDATE edition_signature SET jws = 'x'",
                "UPDATE edition_key SET made = NOT made",
                "DELETE FROM edition_key",
                "TRUNCATE edition CASCADE",
                "TRUNCATE edition_file"
            })
    void the_database_refuses_to_change_or_delete(String sql) {
        Counting.of("KEPT-3", 2021);
        freeze("KEPT-3");

        SQLException refused = assertThrows(SQLException.class, () -> run(sql));

        assertTrue(refused.getMessage().contains("stay as they were frozen"), refused::getMessage);
    }

    @Test
    void the_database_refuses_bytes_that_are_not_those_of_their_hash_and_a_number_twice() {
        Counting.of("KEPT-4", 2021);
        freeze("KEPT-4");

        SQLException bytes = assertThrows(
                SQLException.class,
                () -> run("INSERT INTO edition_file (edition, suffix, type, rank, hash, size, bytes)"
                        + " SELECT edition, 'other', type, rank, hash, 1, 'x' FROM edition_file LIMIT 1"));
        SQLException number = assertThrows(
                SQLException.class,
                () -> run("INSERT INTO edition (organisation, year, number, name, title, form, position, as_of, waived,"
                        + " printed, frozen_by, frozen_at) SELECT organisation, year, number, name, title, form, position,"
                        + " as_of, waived, printed, frozen_by, frozen_at FROM edition LIMIT 1"));

        assertTrue(bytes.getMessage().contains("edition_file_hash"), bytes::getMessage);
        assertTrue(number.getMessage().contains("edition_organisation_year_number_key"), number::getMessage);
    }

    /** As nobody can but who owns the tables. */
    @Test
    void bytes_that_were_changed_behind_its_back_are_noticed_and_never_sent() throws SQLException {
        Counting.of("KEPT-5", 2021);
        freeze("KEPT-5").then().statusCode(201);
        get("KEPT-5", "/1.csv").then().statusCode(200).body(containsString("proactive,RULES,ISSUED"));

        run("ALTER TABLE edition_file DROP CONSTRAINT edition_file_hash");
        run("ALTER TABLE edition_file DISABLE TRIGGER USER");
        run("UPDATE edition_file SET bytes = overlay(bytes PLACING '9' FROM 100)"
                + " WHERE suffix = 'csv' AND edition = (SELECT id FROM edition WHERE organisation = 'KEPT-5')");
        run("ALTER TABLE edition_file ENABLE TRIGGER USER");
        run("ALTER TABLE edition_file ADD CONSTRAINT edition_file_hash CHECK (hash = sha256(bytes)) NOT VALID");

        get("KEPT-5", "/1.csv")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:edition-damaged"));
        as("office").accept("text/csv").get(editions("KEPT-5") + "/1").then().statusCode(500);
        get("KEPT-5", "/1.json").then().statusCode(200);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
