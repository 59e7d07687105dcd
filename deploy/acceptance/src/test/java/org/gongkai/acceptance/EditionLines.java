package org.gongkai.acceptance;

import static org.gongkai.acceptance.RunningSystem.call;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.gongkai.acceptance.AccessWalkIT.Line;
import org.gongkai.acceptance.AccessWalkIT.Reach;
import org.gongkai.acceptance.RunningSystem.Answer;
import org.gongkai.local.LocalSystem;

/** The endpoints of editions in the table of who may do what; of a year in which nothing is counted, so that none moves. */
final class EditionLines {

    private static final Set<String> READ = Set.of("reader", "office", "admin");
    private static final Set<String> WRITE = Set.of("office", "admin");
    private static final String YEAR = "report %s /reports/{organisation}/{year}/editions";
    private static final String EDITIONS = "/reports/{o}/2018/editions";
    private static final String PUBLICATION =
            "{\"publishedOn\": \"2019-03-28\", \"url\": \"https://www.example.org/2018.html\"}";

    private EditionLines() {}

    static List<Line> lines() {
        String one = YEAR + "/{number}";
        return List.of(
                new Line("report GET /reports", READ, Reach.OWN, "/reports?year=2018&limit=1", null, 200),
                new Line(YEAR.formatted("GET"), READ, Reach.NAMED, EDITIONS, null, 200),
                new Line(YEAR.formatted("POST"), WRITE, Reach.NAMED, EDITIONS, null, 200),
                new Line(one.formatted("GET"), READ, Reach.NAMED, EDITIONS + "/1", null, 200),
                new Line(one.formatted("GET") + "/manifest", READ, Reach.NAMED, EDITIONS + "/1/manifest", null, 200),
                new Line(one.formatted("GET") + "/changes", READ, Reach.NAMED, EDITIONS + "/1/changes", null, 200),
                new Line(
                        one.formatted("GET") + "/recomputation",
                        WRITE,
                        Reach.NAMED,
                        EDITIONS + "/1/recomputation",
                        null,
                        200),
                new Line(
                        one.formatted("POST") + "/publication",
                        WRITE,
                        Reach.NAMED,
                        EDITIONS + "/1/publication",
                        PUBLICATION,
                        200));
    }

    /** The edition that the lines speak of, which the walk's own calls then find unchanged. */
    static void freeze(LocalSystem system, String admin, String organisation) {
        Answer frozen = call("POST", system.report() + EDITIONS.replace("{o}", organisation), admin, null);
        assertEquals(201, frozen.status(), () -> frozen.body().toString());
        String edition = system.report() + EDITIONS.replace("{o}", organisation) + "/1";
        Answer again = RunningSystem.callWhenCounted(edition + "/recomputation", admin);
        assertEquals(
                "true", again.body().path("equal").asText(), () -> again.body().toString());
    }
}
