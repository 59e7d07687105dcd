package org.gongkai.acceptance;

import static org.gongkai.acceptance.AccessWalkIT.CONFIRMERS;
import static org.gongkai.acceptance.AccessWalkIT.OVERSEERS;
import static org.gongkai.acceptance.AccessWalkIT.READERS;
import static org.gongkai.acceptance.AccessWalkIT.WRITERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.acceptance.AccessWalkIT.Line;
import org.gongkai.acceptance.AccessWalkIT.Reach;

/** The lines of the access table for the quiet records and other requests of intake, and one of each to walk with. */
final class QuietRecords {

    /** A good body by path. */
    static final Map<String, String> BODIES = Map.of(
            "publications",
            "{\"organisation\": \"{o}\", \"publishedOn\": \"2021-03-04\", \"channels\": [\"WEBSITE\"], \"items\": 1,"
                    + " \"reference\": \"walk\"}",
            "normative-documents",
            "{\"organisation\": \"{o}\", \"kind\": \"NORMATIVE_DOCS\", \"title\": \"演示\", \"documentNumber\": \"walk\","
                    + " \"issuedOn\": \"2021-03-04\"}",
            "administrative-decisions",
            "{\"organisation\": \"{o}\", \"kind\": \"LICENSES\", \"period\": \"2021-03\", \"decisions\": 1,"
                    + " \"reference\": \"walk\"}",
            "administrative-fees",
            "{\"organisation\": \"{o}\", \"period\": \"2021\", \"amountYuan\": \"1.00\", \"reference\": \"walk\"}",
            "processing-fees",
            "{\"organisation\": \"{o}\", \"period\": \"2021\", \"cases\": 1, \"amountYuan\": \"1.00\","
                    + " \"reference\": \"walk\"}",
            "disputes",
            "{\"organisation\": \"{o}\", \"kind\": \"REVIEW\", \"caseNumber\": \"walk\", \"filedOn\": \"2021-03-04\"}",
            "indicators",
            "{\"organisation\": \"{o}\", \"year\": 2021, \"indicator\": \"SURVEYS\", \"value\": 1}",
            "rectifications",
            "{\"organisation\": \"{o}\", \"caseNumber\": \"walk\", \"receivedOn\": \"2021-03-04\","
                    + " \"applicant\": {\"type\": \"OTHER_ORG\", \"name\": \"演示\", \"contact\": \"演示\"},"
                    + " \"informationHeld\": \"演示\", \"rectificationSought\": \"演示\"}",
            "complaints",
            "{\"organisation\": \"{o}\", \"caseNumber\": \"walk\", \"receivedOn\": \"2021-03-04\","
                    + " \"matter\": \"演示\"}");

    private QuietRecords() {}

    /** Writes lack what they need beside the record: who may comes as far as that. */
    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String path : BODIES.keySet()) {
            lines.add(line("GET", path, Reach.NAMED, "?organisation={o}", null, 200));
            lines.add(line("POST", path, Reach.NAMED, "", BODIES.get(path), 200));
            lines.add(line("GET", path + "/{id}", Reach.RECORD, "", null, 200));
            lines.add(line("PATCH", path + "/{id}", Reach.RECORD, "", "{}", 422));
            lines.add(line("DELETE", path + "/{id}", Reach.RECORD, "", null, 422));
        }
        for (String part : List.of("normative-documents/{id}/abolition", "disputes/{id}/conclusion")) {
            lines.add(line("POST", part, Reach.RECORD, "", "{}", 422));
            lines.add(line("GET", part, Reach.RECORD, "", null, 404));
            lines.add(line("PATCH", part, Reach.RECORD, "", "{}", 422));
            lines.add(line("DELETE", part, Reach.RECORD, "", null, 422));
        }
        for (String path : List.of("rectifications/{id}", "complaints/{id}")) {
            lines.add(line("POST", path + "/conclusion", Reach.RECORD, "", "{}", 422));
            lines.add(line("DELETE", path + "/conclusion", Reach.RECORD, "", null, 422));
            String accesses = "/" + path + "/accesses";
            lines.add(new Line("intake GET " + accesses, OVERSEERS, Reach.RECORD, accesses, null, 200));
        }
        String appeal = "disputes/{id}/appeal";
        lines.add(line("POST", appeal, Reach.RECORD, "", "{\"filedOn\": \"2021-03-05\"}", 409));
        lines.add(line("PATCH", appeal, Reach.RECORD, "", "{}", 422));
        lines.add(line("DELETE", appeal, Reach.RECORD, "", null, 422));
        lines.add(line("GET", "indicators/catalogue", Reach.OWN, "", null, 200));
        String confirmation = "intake %s /organisations/{code}/years/{year}/confirmation";
        String url = "/organisations/{o}/years/2021/confirmation";
        lines.add(new Line(confirmation.formatted("PUT"), CONFIRMERS, Reach.OWN_BODY, url, "{}", 422));
        lines.add(new Line(confirmation.formatted("GET"), READERS, Reach.NAMED, url, null, 404));
        lines.add(new Line(confirmation.formatted("DELETE"), CONFIRMERS, Reach.OWN_BODY, url, null, 404));
        return lines;
    }

    private static Line line(String method, String path, Reach reach, String query, String body, int done) {
        return new Line(
                "intake " + method + " /" + path,
                method.equals("GET") ? READERS : WRITERS,
                reach,
                "/" + path + query,
                body,
                done);
    }
}
