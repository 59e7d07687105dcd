package org.gongkai.intake.organisation;

import static org.gongkai.intake.Calls.organisation;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.organisation.JournalOfBody.dense;
import static org.gongkai.intake.organisation.JournalOfBody.facts;
import static org.gongkai.intake.organisation.OrganisationCalls.put;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.journal.Lane;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class OrganisationAtOnceIT {

    @Inject
    DataSource database;

    @Test
    void sixteen_callers_with_the_same_body_register_it_once_and_numbers_stay_dense() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String code = "ORG-19-" + i / 16;
            answers.add(callers.submit(() -> register(code, null)));
        }

        int created = 0;
        for (Future<Response> answer : answers) {
            Response response = answer.get();
            created += response.statusCode() == 201 ? 1 : 0;
            assertEquals(response.statusCode() == 201 ? 201 : 200, response.statusCode(), response.asString());
        }
        callers.shutdown();

        assertEquals(2, created);
        for (String code : List.of("ORG-19-0", "ORG-19-1")) {
            assertEquals(List.of("Registered"), facts(database, code));
            dense(database, Lane.of(code));
        }
    }

    @Test
    void concurrent_changes_of_one_body_come_one_after_another() throws Exception {
        register("ORG-20", null);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String name = "名称" + i;
            answers.add(callers.submit(() -> put("ORG-20", organisation(name, null))));
        }

        List<String> tags = new ArrayList<>();
        for (Future<Response> answer : answers) {
            assertEquals(200, answer.get().statusCode(), answer.get().asString());
            tags.add(answer.get().header("ETag").replace("\"", ""));
        }
        callers.shutdown();

        assertEquals(
                IntStream.rangeClosed(2, 25).boxed().toList(),
                tags.stream().map(Integer::valueOf).sorted().toList());
        assertEquals(25, facts(database, "ORG-20").size());
        dense(database, Lane.of("ORG-20"));
    }
}
