package org.gongkai.report.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gongkai.report.statement.StatementFixtures;
import org.gongkai.report.statement.WholeStatement;

/** Counting as a test wants it: what statistics-service shall answer from now on of a body's year. */
public final class Counting {

    /** Of the one journal that all bodies have. */
    private static final AtomicInteger POSITIONS = new AtomicInteger(10);

    private final String organisation;
    private final int year;
    private final ObjectNode statement;

    private Counting(String organisation, int year) {
        this.organisation = organisation;
        this.year = year;
        this.statement = StatementFixtures.qingyangJson().put("organisation", organisation);
        this.statement.put("year", year).withObject("/previous").put("year", year - 1);
    }

    /** The figures of Qingyang 2021, of that body and year. */
    public static Counting of(String organisation, int year) {
        return new Counting(organisation, year).tell();
    }

    /** The statement, to be changed before it is told. */
    public ObjectNode statement() {
        return statement;
    }

    /** Tells it as it stands, at a position of its own. */
    public Counting tell() {
        statement.put("position", "1-0." + POSITIONS.incrementAndGet());
        send(WholeStatement.of(statement).toString());
        return this;
    }

    private void send(String told) {
        send("", told);
    }

    private void send(String path, String told) {
        given().contentType(ContentType.JSON)
                .body(told)
                .put(statistics() + "/statements/" + organisation + "/" + year + path)
                .then()
                .statusCode(201);
    }

    /** Tells it as what stood at an earlier position, which a trail never would. */
    public void tellAgainAs(String earlier) {
        statement.put("position", earlier);
        send(WholeStatement.of(statement).toString());
    }

    /** No earlier position can be gone back to any more. */
    public void forget() {
        given().delete(statistics() + "/statements/" + organisation + "/" + year)
                .then()
                .statusCode(200);
    }

    /** The position told last. */
    public String position() {
        return statement.path("position").asText();
    }

    /** The cases open at the end of the year, at the position told last and until others are told. */
    public Counting open(String... cases) {
        ObjectNode page = statement.objectNode().put("position", position());
        page.putArray("items");
        for (String number : cases) {
            page.withArray("/items")
                    .addObject()
                    .put("case", number)
                    .put("record", "of " + number)
                    .put("organisationName", "庆阳市教育局");
        }
        send("/facts", page.toString());
        return this;
    }

    /** One more case of a natural person, received and decided: every cell that it moves, and its body's as well. */
    public Counting lateCase(String outcome) {
        for (ObjectNode counts : new ObjectNode[] {statement, (ObjectNode) statement.at("/levels/CITY")}) {
            for (String row : new String[] {"NEW_RECEIVED", outcome, "RESULT_TOTAL"}) {
                add(counts, row, "NATURAL_PERSON", 1);
                add(counts, row, "TOTAL", 1);
            }
        }
        return this;
    }

    /** Adds to a cell of table three. */
    public static void add(ObjectNode counts, String row, String column, int delta) {
        ObjectNode cells = counts.withObject("/applications/" + row);
        cells.put(column, cells.path(column).asLong() + delta);
    }

    private static String statistics() {
        return ConfigProvider.getConfig().getValue("quarkus.rest-client.statistics.url", String.class);
    }
}
