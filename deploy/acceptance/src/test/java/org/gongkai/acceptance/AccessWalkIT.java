package org.gongkai.acceptance;

import static org.gongkai.acceptance.RunningSystem.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.acceptance.RunningSystem.Answer;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every endpoint of the three services × role × organisation, against the table of who may do what. */
class AccessWalkIT {

    private static final String INSIDE = "WALK-1";
    private static final String OUTSIDE = "WALK-2";
    static final Set<String> WRITERS = Set.of("recorder", "admin");
    static final Set<String> READERS = Set.of("recorder", "office", "admin");
    static final Set<String> CONFIRMERS = Set.of("recorder", "office", "admin");
    /** Who looks after personal data, and may not read them. */
    static final Set<String> OVERSEERS = Set.of("office", "admin");

    static final Set<String> ALL = Set.of("recorder", "reader", "office", "admin");
    private static final Set<String> REPORT = Set.of("reader", "office", "admin");
    private static final Set<String> WRITE_REPORT = Set.of("office", "admin");
    static final Set<String> ADMIN = Set.of("admin");
    private static final Set<String> SYSTEM = Set.of("system");

    private static LocalSystem system;
    /** Ids by path and organisation. */
    private static final Map<String, String> IDS = new HashMap<>();

    /** How far an endpoint reaches, and so what a claim that does not reach it is answered. */
    enum Reach {
        /** Names an organisation: 403 outside. */
        NAMED(403),
        /** Likewise, and a recorder reaches no other than the one of its claim. */
        OWN_BODY(403),
        /** Names a record by id: the same 404 as an unknown one. */
        RECORD(404),
        /** Likewise, and a recorder reads none but those of the body of its claim. */
        HELD(404),
        /** Lists what the claim reaches: never refused for its claim. */
        OWN(0),
        /** Everybody's at once: 403 for any claim but {@code *}. */
        EVERYTHING(403);

        private final int outside;

        Reach(int outside) {
            this.outside = outside;
        }
    }

    /**
     * A line of the table.
     *
     * @param endpoint service, method and path as the OpenAPI document has them
     * @param roles who may
     * @param url for an organisation and an application's id
     * @param body likewise, or null
     * @param done what a caller who may is answered
     */
    record Line(String endpoint, Set<String> roles, Reach reach, String url, String body, int done) {

        String service() {
            return endpoint.split(" ")[0];
        }

        String method() {
            return endpoint.split(" ")[1];
        }
    }

    private static final String APPLICATION = """
            {"organisation": "{o}", "caseNumber": "walk", "receivedOn": "2021-03-04", "channel": "ONLINE",
             "applicant": {"type": "OTHER_ORG", "name": "演示", "contact": "演示"}, "informationSought": "演示"}""";

    private static final String ATTACHING = "intake POST /applications/{id}/attachments";
    private static final String ATTACHMENT = "/attachments?kind=OTHER&name=walk.txt";
    private static final String IMPORTED =
            "{\"record\": \"application\", " + APPLICATION.replace('\n', ' ').substring(1);

    private static final List<Line> TABLE = new ArrayList<>(List.of(
            new Line("intake GET /organisations", ALL, Reach.OWN, "/organisations", null, 200),
            new Line("intake GET /organisations/{code}", ALL, Reach.NAMED, "/organisations/{o}", null, 200),
            new Line(
                    "intake PUT /organisations/{code}",
                    ADMIN,
                    Reach.NAMED,
                    "/organisations/{o}",
                    "{\"name\": \"演示\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\"}",
                    200),
            // a day that cannot be read: who may comes as far as the body
            new Line(
                    "intake POST /organisations/{code}/abolition",
                    ADMIN,
                    Reach.NAMED,
                    "/organisations/{o}/abolition",
                    "{}",
                    422),
            new Line("intake GET /applications", READERS, Reach.NAMED, "/applications?organisation={o}", null, 200),
            new Line("intake POST /applications", WRITERS, Reach.NAMED, "/applications", APPLICATION, 200),
            new Line("intake GET /applications/{id}", READERS, Reach.RECORD, "/applications/{id}", null, 200),
            new Line(
                    "intake GET /applications/{id}/accesses",
                    OVERSEERS,
                    Reach.RECORD,
                    "/applications/{id}/accesses",
                    null,
                    200),
            new Line(
                    "intake POST /applications/{id}/outcome",
                    WRITERS,
                    Reach.RECORD,
                    "/applications/{id}/outcome",
                    "{}",
                    422),
            new Line("intake PATCH /applications/{id}", WRITERS, Reach.RECORD, "/applications/{id}", "{}", 422),
            new Line("intake DELETE /applications/{id}", WRITERS, Reach.RECORD, "/applications/{id}", null, 422),
            new Line(
                    "intake DELETE /applications/{id}/outcome",
                    WRITERS,
                    Reach.RECORD,
                    "/applications/{id}/outcome",
                    null,
                    422),
            new Line(
                    "intake POST /applications/{id}/steps",
                    WRITERS,
                    Reach.RECORD,
                    "/applications/{id}/steps",
                    "{}",
                    422),
            new Line(
                    "intake DELETE /applications/{id}/steps/{number}",
                    WRITERS,
                    Reach.RECORD,
                    "/applications/{id}/steps/1",
                    null,
                    422),
            new Line(
                    "intake GET /applications/{id}/history",
                    READERS,
                    Reach.RECORD,
                    "/applications/{id}/history",
                    null,
                    200),
            new Line(
                    "intake GET /applications/{id}/deadline",
                    READERS,
                    Reach.RECORD,
                    "/applications/{id}/deadline",
                    null,
                    200),
            new Line(
                    "intake GET /applications/{id}/attachments",
                    READERS,
                    Reach.RECORD,
                    "/applications/{id}/attachments",
                    null,
                    200),
            new Line(ATTACHING, WRITERS, Reach.RECORD, "/applications/{id}" + ATTACHMENT, "演示", 200),
            new Line(
                    "intake GET /applications/{id}/attachments/{attachment}",
                    Set.of("recorder"),
                    Reach.HELD,
                    "/applications/{id}/attachments/{attachment}",
                    null,
                    200),
            new Line(
                    "intake DELETE /applications/{id}/attachments/{attachment}",
                    WRITERS,
                    Reach.RECORD,
                    "/applications/{id}/attachments/{attachment}",
                    null,
                    422),
            new Line("intake GET /calendar/{year}", ALL, Reach.OWN, "/calendar/2021", null, 200),
            new Line("intake PUT /calendar/{year}", ADMIN, Reach.EVERYTHING, "/calendar/2021", "{}", 422),
            // each line is held to the subtree by itself
            new Line("intake POST /imports", WRITERS, Reach.OWN, "/imports", IMPORTED, 202),
            new Line(
                    "intake GET /imports/template.csv",
                    WRITERS,
                    Reach.OWN,
                    "/imports/template.csv?record=application",
                    null,
                    200),
            new Line("intake GET /imports/template.xlsx", WRITERS, Reach.OWN, "/imports/template.xlsx", null, 200),
            new Line("intake GET /imports/{id}", WRITERS, Reach.RECORD, "/imports/{id}", null, 200),
            new Line("intake GET /imports/{id}/results", WRITERS, Reach.RECORD, "/imports/{id}/results", null, 200),
            new Line("intake GET /journal", SYSTEM, Reach.EVERYTHING, "/journal?lane=0", null, 200),
            new Line("intake GET /journal/lanes", SYSTEM, Reach.EVERYTHING, "/journal/lanes", null, 200),
            new Line("report GET /reports/{organisation}/{year}", REPORT, Reach.NAMED, "/reports/{o}/2021", null, 200),
            new Line(
                    "report GET /reports/{organisation}/{year}/checks",
                    REPORT,
                    Reach.NAMED,
                    "/reports/{o}/2021/checks",
                    null,
                    200),
            new Line("report POST /checks", REPORT, Reach.OWN, "/checks", "{\"tables\": {\"disputes\": {}}}", 200),
            new Line(
                    "report PUT /reports/{organisation}/{year}/checks/{rule}/waiver",
                    WRITE_REPORT,
                    Reach.NAMED,
                    "/reports/{o}/2021/checks/ARTICLE-50-4/waiver",
                    "{\"reason\": \"演示\"}",
                    200),
            new Line(
                    "report GET /reports/{organisation}/{year}/checks/{rule}/waiver/versions",
                    REPORT,
                    Reach.NAMED,
                    "/reports/{o}/2021/checks/ARTICLE-50-4/waiver/versions",
                    null,
                    200),
            new Line(
                    "report GET /reports/{organisation}/{year}/checks/{rule}/waiver",
                    REPORT,
                    Reach.NAMED,
                    "/reports/{o}/2021/checks/ARTICLE-50-4/waiver",
                    null,
                    200),
            new Line(
                    "report DELETE /reports/{organisation}/{year}/checks/{rule}/waiver",
                    WRITE_REPORT,
                    Reach.NAMED,
                    "/reports/{o}/2021/checks/ARTICLE-50-4/waiver",
                    null,
                    204),
            new Line(
                    "report GET /reports/{organisation}/{year}/sections/{number}",
                    REPORT,
                    Reach.NAMED,
                    "/reports/{o}/2021/sections/1",
                    null,
                    200),
            new Line(
                    "report PUT /reports/{organisation}/{year}/sections/{number}",
                    WRITE_REPORT,
                    Reach.NAMED,
                    "/reports/{o}/2021/sections/5",
                    "{\"text\": \"演示\"}",
                    200),
            new Line(
                    "report GET /reports/{organisation}/{year}/sections/{number}/versions",
                    REPORT,
                    Reach.NAMED,
                    "/reports/{o}/2021/sections/5/versions",
                    null,
                    200),
            new Line(
                    "report GET /reports/{organisation}/{year}/charts/{name}.svg",
                    REPORT,
                    Reach.NAMED,
                    "/reports/{o}/2021/charts/channels.svg",
                    null,
                    200)));

    static {
        TABLE.addAll(EditionLines.lines());
        TABLE.addAll(QuietRecords.lines());
        TABLE.addAll(StatisticsLines.lines());
    }

    @BeforeAll
    static void two_bodies_that_have_nothing_to_do_with_each_other() {
        system = RunningSystem.get();
        String admin = system.tokens().token("admin", "*");
        for (String code : List.of(INSIDE, OUTSIDE)) {
            call(
                    "PUT",
                    system.intake() + "/organisations/" + code,
                    admin,
                    "{\"name\": \"演示\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\"}");
            Answer made = call("POST", system.intake() + "/applications", admin, APPLICATION.replace("{o}", code));
            IDS.put("applications " + code, made.body().path("id").asText());
            Answer attached = RunningSystem.call(
                    "POST",
                    system.intake() + "/applications/" + IDS.get("applications " + code) + ATTACHMENT,
                    admin,
                    "text/plain",
                    "演示");
            IDS.put("attachments " + code, attached.body().path("id").asText());
            Answer imported = RunningSystem.call(
                    "POST",
                    system.intake() + "/imports",
                    system.tokens().token("recorder", code),
                    "application/x-ndjson",
                    IMPORTED.replace("{o}", code));
            assertEquals(202, imported.status(), () -> imported.raw().body());
            IDS.put("imports " + code, imported.body().path("id").asText());
            QuietRecords.BODIES.forEach((path, body) -> {
                Answer record = call("POST", system.intake() + "/" + path, admin, body.replace("{o}", code));
                assertEquals(201, record.status(), () -> record.body().toString());
                IDS.put(path + " " + code, record.body().path("id").asText());
            });
            Answer counted = RunningSystem.callWhenCounted(
                    system.statistics() + "/statements/" + code + "/2021?atLeast=" + made.header("Gongkai-Position"),
                    admin);
            assertEquals(200, counted.status(), () -> counted.body().toString());
            EditionLines.freeze(system, admin, code);
        }
    }

    @Test
    void the_table_has_a_line_for_every_endpoint_and_no_other() {
        Set<String> offered = new TreeSet<>();
        new TreeMap<>(services())
                .forEach((service, url) -> call("GET", url + "/q/openapi?format=json", null, null)
                        .body()
                        .path("paths")
                        .properties()
                        .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                            if (Set.of("get", "put", "post", "delete", "patch").contains(method)) {
                                String plain =
                                        path.getKey().replace("{suffix}", "").replaceAll(":[^}]*", "");
                                offered.add(service + " " + method.toUpperCase(java.util.Locale.ROOT) + " " + plain);
                            }
                        })));
        Set<String> walked = new TreeSet<>();
        TABLE.forEach(line -> walked.add(line.endpoint()));
        assertEquals(walked, offered);
    }

    @Test
    void every_endpoint_answers_every_role_and_claim_as_the_table_says() {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Line line : TABLE) {
            check(wrong, line, "no token", 401, ask(line, null, INSIDE));
            check(wrong, line, "a bad token", 401, ask(line, "eyJhbGciOiJub25lIn0.e30.", INSIDE));
            calls += 2;
            for (String role : Tokens.ROLES) {
                boolean may = line.roles().contains(role);
                boolean everything = line.reach() == Reach.EVERYTHING;
                boolean ownAlone = Set.of(Reach.OWN_BODY, Reach.HELD).contains(line.reach()) && role.equals("recorder");
                int outside = line.reach() == Reach.OWN ? line.done() : line.reach().outside;
                check(
                        wrong,
                        line,
                        role + " of everything",
                        may && !ownAlone ? line.done() : 403,
                        ask(line, token(role, "*"), INSIDE));
                check(
                        wrong,
                        line,
                        role + " inside",
                        !may || everything ? 403 : line.done(),
                        ask(line, token(role, INSIDE), INSIDE));
                check(wrong, line, role + " outside", may ? outside : 403, ask(line, token(role, INSIDE), OUTSIDE));
                check(wrong, line, role + " without a claim", 403, ask(line, token(role, null), INSIDE));
                calls += 4;
                if (line.reach() == Reach.NAMED) {
                    check(
                            wrong,
                            line,
                            role + " outside, of what does not exist",
                            403,
                            ask(line, token(role, INSIDE), "WALK-NOBODY"));
                    calls++;
                }
            }
        }
        System.out.println(TABLE.size() + " endpoints, " + calls + " calls");
        assertEquals(List.of(), wrong);
    }

    @Test
    void each_kind_of_refusal_is_a_problem_document_of_a_listed_type() throws Exception {
        String admin = token("admin", "*");
        String intake = system.intake();
        problem(400, call("POST", intake + "/applications", admin, "{\"organisatoin\": 1}"));
        problem(401, call("GET", intake + "/applications", null, null));
        problem(403, call("GET", intake + "/applications", token("reader", "*"), null));
        problem(404, call("GET", intake + "/applications/nobody", admin, null));
        problem(405, call("DELETE", intake + "/applications", admin, null));
        problem(
                409,
                call(
                        "POST",
                        intake + "/applications",
                        admin,
                        APPLICATION.replace("{o}", INSIDE).replace("2021-03-04", "2021-03-05")));
        problem(422, call("POST", intake + "/applications", admin, "{}"));
        problem(400, call("GET", system.statistics() + "/statements/" + INSIDE + "/year", admin, null));
        problem(404, call("GET", system.statistics() + "/statements/WALK-NOBODY/2021", admin, null));
        problem(404, call("GET", system.report() + "/reports/WALK-NOBODY/2021", admin, null));
        problem(400, call("GET", system.report() + "/reports/" + INSIDE + "/2021?atleast=1", admin, null));
        String beyond = "1.0-zzzzzz";
        Answer behind =
                call("GET", system.statistics() + "/statements/" + INSIDE + "/2021?atLeast=" + beyond, admin, null);
        problem(503, behind);
        assertTrue(Integer.parseInt(behind.header("Retry-After")) > 0);
        Answer report = call("GET", system.report() + "/reports/" + INSIDE + "/2021?atLeast=" + beyond, admin, null);
        problem(503, report);
        assertTrue(Integer.parseInt(report.header("Retry-After")) > 0);
    }

    private static void problem(int status, Answer answer) throws java.io.IOException {
        assertEquals(status, answer.status(), () -> answer.body().toString());
        assertEquals("application/problem+json", answer.header("Content-Type").replaceAll(";.*", ""));
        String slug = answer.body().path("type").asText().replace("urn:gongkai:problem:", "");
        assertTrue(
                !answer.body().path("detail").asText().isBlank(),
                () -> answer.body().toString());
        StringBuilder listed = new StringBuilder();
        for (String service : services().keySet()) {
            listed.append(java.nio.file.Files.readString(
                    RunningSystem.root().resolve("docs/contracts/problems/" + service + ".md")));
        }
        assertTrue(listed.toString().contains("`" + slug + "`"), slug + " is not listed in docs/contracts/problems");
    }

    private static java.util.Map<String, String> services() {
        return java.util.Map.of(
                "intake", system.intake(), "statistics", system.statistics(), "report", system.report());
    }

    private static String token(String role, String claim) {
        return system.tokens().token(role, claim);
    }

    private static int ask(Line line, String token, String organisation) {
        String id = IDS.getOrDefault(line.url().split("[/?]")[1] + " " + organisation, "none");
        String url = services().get(line.service())
                + line.url()
                        .replace("{o}", organisation)
                        .replace("{id}", id)
                        .replace("{attachment}", IDS.getOrDefault("attachments " + organisation, "none"));
        String body = line.body() == null ? null : line.body().replace("{o}", organisation);
        String other = line.endpoint().equals(ATTACHING) ? "text/plain" : "application/json";
        if (line.url().startsWith("/counts/stream")) {
            return RunningSystem.statusOfStream(url, token);
        }
        String type = line.url().equals("/imports") ? "application/x-ndjson" : other;
        return call(line.method(), url, token, type, body).status();
    }

    private static void check(List<String> wrong, Line line, String who, int expected, int actual) {
        if (expected != actual) {
            wrong.add(line.endpoint() + " by " + who + ": " + actual + " instead of " + expected);
        }
    }
}
