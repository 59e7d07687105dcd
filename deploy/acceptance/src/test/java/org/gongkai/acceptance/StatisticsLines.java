package org.gongkai.acceptance;

import static org.gongkai.acceptance.AccessWalkIT.ADMIN;
import static org.gongkai.acceptance.AccessWalkIT.ALL;

import java.util.List;
import org.gongkai.acceptance.AccessWalkIT.Line;
import org.gongkai.acceptance.AccessWalkIT.Reach;

/** The endpoints of statistics-service in the table of who may do what. */
final class StatisticsLines {

    private StatisticsLines() {}

    static List<Line> lines() {
        return List.of(
                new Line(
                        "statistics GET /statements/{organisation}/{year}",
                        ALL,
                        Reach.NAMED,
                        "/statements/{o}/2021",
                        null,
                        200),
                new Line(
                        "statistics GET /statements/{organisation}/{year}/facts",
                        ALL,
                        Reach.NAMED,
                        "/statements/{o}/2021/facts?row=NEW_RECEIVED&column=TOTAL",
                        null,
                        200),
                new Line(
                        "statistics GET /counts",
                        ALL,
                        Reach.NAMED,
                        "/counts?organisation={o}&from=2021-01&to=2021-12&measure=RECEIVED&by=month",
                        null,
                        200),
                new Line(
                        "statistics GET /counts/stream",
                        ALL,
                        Reach.NAMED,
                        "/counts/stream?organisation={o}&year=2021",
                        null,
                        200),
                new Line("statistics GET /organisations", ALL, Reach.OWN, "/organisations", null, 200),
                new Line("statistics GET /organisations/{code}", ALL, Reach.NAMED, "/organisations/{o}", null, 200),
                new Line(
                        "statistics GET /organisations/{code}/standing",
                        ALL,
                        Reach.NAMED,
                        "/organisations/{o}/standing?year=2021",
                        null,
                        200),
                new Line("statistics GET /progress", ADMIN, Reach.EVERYTHING, "/progress", null, 200),
                new Line("statistics POST /verifications", ADMIN, Reach.EVERYTHING, "/verifications", "", 202),
                new Line(
                        "statistics GET /verifications/{id}",
                        ADMIN,
                        Reach.EVERYTHING,
                        "/verifications/01932c07-209f-7abc-8d1e-0c2f6a5b4e3d",
                        null,
                        404),
                new Line("statistics POST /rebuilds", ADMIN, Reach.EVERYTHING, "/rebuilds", "", 202),
                new Line(
                        "statistics GET /rebuilds/{id}",
                        ADMIN,
                        Reach.EVERYTHING,
                        "/rebuilds/01932c07-209f-7abc-8d1e-0c2f6a5b4e3d",
                        null,
                        404),
                new Line("statistics GET /unreadable-facts", ADMIN, Reach.EVERYTHING, "/unreadable-facts", null, 200),
                new Line(
                        "statistics POST /unreadable-facts/{id}/replay",
                        ADMIN,
                        Reach.EVERYTHING,
                        "/unreadable-facts/01932c07-209f-7abc-8d1e-0c2f6a5b4e3d/replay",
                        "",
                        404));
    }
}
