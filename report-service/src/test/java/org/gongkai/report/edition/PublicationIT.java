package org.gongkai.report.edition;

import static org.gongkai.report.edition.EditionCalls.freeze;
import static org.gongkai.report.edition.EditionCalls.get;
import static org.gongkai.report.edition.EditionCalls.publish;
import static org.gongkai.report.testing.Callers.as;
import static org.gongkai.report.testing.Callers.put;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.statement.StatementFixtures;
import org.gongkai.report.testing.Counting;
import org.gongkai.report.testing.StatisticsAnswers;
import org.junit.jupiter.api.Test;

/** Where an edition was published, and who has what of a year. */
@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class PublicationIT {

    private static final String DEADLINE = "find { it.rule == 'DEADLINE' }";
    private static final String PUBLISHED =
            "{\"publishedOn\": \"2022-03-28\", \"url\": \"https://www.example.org/2021.html\"}";

    @Test
    void a_publication_is_said_once_and_the_same_again_changes_nothing() {
        Counting.of("PUB-1", 2021);
        freeze("PUB-1");

        for (int i = 0; i < 2; i++) {
            publish("PUB-1", 1, PUBLISHED)
                    .then()
                    .statusCode(200)
                    .body("number", equalTo(1))
                    .body("publication.publishedOn", equalTo("2022-03-28"))
                    .body("publication.url", equalTo("https://www.example.org/2021.html"))
                    .body("publication.submittedOn", nullValue())
                    .body("publication.recordedBy", equalTo("test-office"));
        }
        get("PUB-1", "/1/manifest").then().body("publication.publishedOn", equalTo("2022-03-28"));
    }

    @Test
    void another_publication_is_refused_with_the_one_that_stands() {
        Counting.of("PUB-2", 2021);
        freeze("PUB-2");
        publish("PUB-2", 1, PUBLISHED).then().statusCode(200);

        for (String other : List.of(
                PUBLISHED.replace("-28", "-29"),
                PUBLISHED.replace("2021.html", "other.html"),
                PUBLISHED.replace("}", ", \"submittedOn\": \"2022-03-01\"}"))) {
            publish("PUB-2", 1, other)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:gongkai:problem:published-otherwise"))
                    .body("detail", containsString("2022-03-28"));
        }
    }

    @Test
    void the_check_of_deadlines_looks_at_the_day_on_which_the_report_was_published_first() {
        Counting.of("PUB-4", 2021);
        deadline("PUB-4").body(DEADLINE + ".verdict", equalTo("NOT_ASSESSABLE"));
        freeze("PUB-4");
        publish("PUB-4", 1, PUBLISHED.replace("03-28", "03-31")).then().statusCode(200);
        deadline("PUB-4")
                .body(DEADLINE + ".verdict", equalTo("HOLDS"))
                .body(DEADLINE + ".note", equalTo("公布于2022-03-31，期限2022-03-31"));
        freeze("PUB-4").then().statusCode(200).body("number", equalTo(1));

        // an erratum comes later, and the report was in time all the same
        put("PUB-4", 5, "解读不够及时。").then().statusCode(200);
        freeze("PUB-4").then().statusCode(201).body("number", equalTo(2));
        publish("PUB-4", 2, PUBLISHED.replace("03-28", "06-01")).then().statusCode(200);
        deadline("PUB-4").body(DEADLINE + ".verdict", equalTo("HOLDS"));

        Counting department = Counting.of("PUB-5", 2021);
        department
                .statement()
                .put("kind", "DEPARTMENT")
                .withObject("/proactive/RULES")
                .put("ISSUED", 0);
        department.statement().withObject("/proactive/RULES").put("IN_FORCE", 0);
        department.tell();
        freeze("PUB-5").then().statusCode(201);
        publish("PUB-5", 1, PUBLISHED.replace("03-28", "02-01")).then().statusCode(200);
        deadline("PUB-5")
                .body(DEADLINE + ".verdict", equalTo("BROKEN"))
                .body(DEADLINE + ".severity", equalTo("WARNING"))
                .body(DEADLINE + ".note", equalTo("公布于2022-02-01，期限2022-01-31"));
    }

    private static ValidatableResponse deadline(String organisation) {
        return as("office")
                .get("/reports/" + organisation + "/2021/checks")
                .then()
                .statusCode(200);
    }

    @Test
    void what_cannot_be_a_publication_says_why() {
        Counting.of("PUB-3", 2021);
        freeze("PUB-3");

        publish("PUB-3", 1, "{}")
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("publishedOn", "url")));
        publish("PUB-3", 1, PUBLISHED.replace("2022-03-28", "2999-01-01"))
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("publishedOn"));
        for (String day : List.of("2022-02-30", "28.3.2022", "")) {
            publish("PUB-3", 1, PUBLISHED.replace("2022-03-28", day)).then().statusCode(422);
        }
        for (String url : List.of("ftp://x.org/a", "javascript:alert(1)", "www.example.org", "https://", " ")) {
            publish("PUB-3", 1, PUBLISHED.replace("https://www.example.org/2021.html", url))
                    .then()
                    .statusCode(422)
                    .body("violations.field", hasItem("url"));
        }
        publish("PUB-3", 1, "{\"url\": 5}").then().statusCode(400);
        publish("PUB-3", 1, "{\"publishedAt\": \"2022-03-28\"}").then().statusCode(400);
        publish("PUB-3", 2, PUBLISHED).then().statusCode(404);
        as("reader")
                .contentType(ContentType.JSON)
                .body(PUBLISHED)
                .post(EditionCalls.editions("PUB-3") + "/1/publication")
                .then()
                .statusCode(403);
        get("PUB-3", "/1/manifest").then().body("publication", nullValue());
    }

    @Test
    void who_has_what_of_a_year_is_listed_page_by_page() {
        Counting.of("LIST-1", 2021);
        Counting.of("LIST-2", 2021);
        freeze("LIST-2").then().statusCode(201);
        Counting later = Counting.of("LIST-3", 2021);
        freeze("LIST-3").then().statusCode(201);
        publish("LIST-3", 1, PUBLISHED).then().statusCode(200);
        Counting nothing = Counting.of("LIST-4", 2021);
        nothing.statement().setAll(StatementFixtures.counts());
        nothing.statement().withObject("/confirmed").put("yes", 0);
        nothing.tell();

        as("reader")
                .get("/reports?year=2021&limit=3")
                .then()
                .statusCode(200)
                .body("year", equalTo(2021))
                .body("items.organisation", equalTo(List.of("LIST-1", "LIST-2", "LIST-3")))
                .body("items.status", equalTo(List.of("live", "frozen", "published")))
                .body("items[0].edition", nullValue())
                .body("items[1].edition", equalTo(1))
                .body("items[2].publishedOn", equalTo("2022-03-28"))
                .body("next", equalTo("LIST-3"));
        as("reader")
                .get("/reports?year=2021&limit=3&after=LIST-3")
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("missing"))
                .body("next", nullValue());
        later.lateCase("GRANTED_FULL").tell();
        freeze("LIST-3").then().statusCode(201);
        as("office").get("/reports?year=2021").then().body("items[2].status", equalTo("frozen"));
    }

    @Test
    void a_list_without_a_year_or_with_a_limit_that_is_none_is_refused() {
        for (String query : List.of("", "?year=x", "?year=2021&limit=0", "?year=2021&limit=501", "?yaer=2021")) {
            as("office").get("/reports" + query).then().statusCode(400);
        }
        as("recorder").get("/reports?year=2021").then().statusCode(403);
    }
}
