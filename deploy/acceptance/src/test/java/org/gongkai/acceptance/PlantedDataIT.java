package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.Ports;
import org.gongkai.local.demo.Positions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A name, an identity number and a telephone number go in by every way there is, on a system of its own whose services log
 * at DEBUG. Then all that the system keeps and answers is searched for them; only the body that holds the case finds them.
 */
class PlantedDataIT {

    private static final String HOLDER = "PLANT-1";
    private static final String OTHER = "PLANT-2";
    private static final String CASE = "种植-1";
    private static final List<String> SERVICES = List.of("intake", "statistics", "report");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Planted PLANTED = planted();
    private static final Positions POSITIONS = new Positions();
    /** Answers to refused calls, by the call. */
    private static final Map<String, String> REFUSALS = new LinkedHashMap<>();

    /** Spool files of an import under way. */
    private static final List<byte[]> SPOOLED = new ArrayList<>();

    private static LocalSystem system;
    private static String recorder;
    private static String id;
    private static String voided;
    /** Paths of requests that are no application. */
    private static List<String> requests;

    private static String attachment;

    private static Planted planted() {
        long seed = System.nanoTime();
        System.out.println("planted data: seed " + seed);
        return new Planted(new Random(seed));
    }

    @BeforeAll
    static void planted_by_every_way_there_is() throws Exception {
        system = LocalSystem.start(
                RunningSystem.root(),
                RunningSystem.root().resolve("deploy/acceptance/target/planted"),
                Ports.free(),
                Map.of("QUARKUS_LOG_LEVEL", "DEBUG"),
                System.out::println);
        recorder = system.tokens().token("recorder", HOLDER);
        String admin = system.tokens().token("admin", "*");
        for (String code : List.of(HOLDER, OTHER)) {
            done(send(
                    "PUT",
                    "/organisations/" + code,
                    admin,
                    "{\"name\": \"演示\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\"}"));
        }
        id = register(CASE);
        voided = register("种植-2");
        steps();
        corrections();
        requests = PlantedRequests.plant(PLANTED, HOLDER);
        attachments();
        imports();
        refusals();
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    private static ObjectNode application(String number) {
        ObjectNode application = RandomRecords.json()
                .put("organisation", HOLDER)
                .put("caseNumber", number)
                .put("receivedOn", "2021-03-04")
                .put("channel", "ONLINE")
                .put("informationSought", PLANTED.text())
                .put("delivery", PLANTED.text())
                .put("handler", PLANTED.name());
        application
                .putObject("applicant")
                .put("type", "NATURAL_PERSON")
                .put("name", PLANTED.name())
                .put("identityDocument", PLANTED.identity())
                .put("contact", PLANTED.telephone());
        application
                .putArray("coApplicants")
                .addObject()
                .put("type", "OTHER_ORG")
                .put("name", PLANTED.name())
                .put("identityDocument", PLANTED.identity())
                .put("contact", PLANTED.telephone());
        application
                .putArray("agents")
                .addObject()
                .put("name", PLANTED.name())
                .put("identityDocument", PLANTED.identity())
                .put("contact", PLANTED.telephone())
                .put("authority", PLANTED.text());
        return application;
    }

    private static String register(String number) {
        String body = application(number).toString();
        RunningSystem.Answer made = done(send("POST", "/applications", recorder, body, "Idempotency-Key", key(number)));
        done(send("POST", "/applications", recorder, body, "Idempotency-Key", key(number)));
        return made.body().path("id").asText();
    }

    private static String key(String number) {
        return "\"planted-" + Integer.toHexString(number.hashCode()) + "\"";
    }

    private static void steps() {
        step("ASSIGNED", 5, json -> json.put("office", "法规科").put("handler", PLANTED.name()));
        step("CORRECTION_REQUESTED", 8, json -> json.put("respondBy", "2021-03-20"));
        step("CORRECTED", 10, json -> {});
        step(
                "THIRD_PARTY_CONSULTED",
                11,
                json -> json.put("party", PLANTED.text()).put("deliveredOn", "2021-03-11"));
        step(
                "THIRD_PARTY_REPLIED",
                15,
                json -> json.put("party", PLANTED.text()).put("consents", false));
        step("EXTENDED", 16, json -> json.put("workingDays", 5).put("approvedBy", PLANTED.text()));
        step(
                "SECRECY_REVIEWED",
                18,
                json -> json.put("reviewedBy", PLANTED.text()).put("result", "NOT_RELEASABLE"));
        step("APPROVED", 22, json -> json.put("approvedBy", PLANTED.text()));
        done(send(
                "POST",
                "/applications/" + id + "/outcome",
                recorder,
                RandomRecords.json()
                        .put("outcome", "OTHER_MISC")
                        .put("decidedOn", "2021-03-25")
                        .put("reason", PLANTED.text())
                        .toString()));
        step("SERVED", 26, json -> json.put("how", PLANTED.text()));
    }

    private static void step(String type, int day, java.util.function.Consumer<ObjectNode> more) {
        ObjectNode step = RandomRecords.json()
                .put("type", type)
                .put("on", "2021-03-%02d".formatted(day))
                .put("note", PLANTED.text());
        more.accept(step);
        done(send("POST", "/applications/" + id + "/steps", recorder, step.toString(), "Idempotency-Key", key(type)));
    }

    private static void corrections() {
        String reason = "?reason=" + URLEncoder.encode(PLANTED.text(), StandardCharsets.UTF_8);
        done(send("DELETE", "/applications/" + id + "/outcome" + reason, recorder, null));
        ObjectNode amendment = RandomRecords.json().put("reason", PLANTED.text());
        amendment.putObject("applicant").put("type", "OTHER_ORG").put("name", PLANTED.name() + "甲");
        amendment.putArray("agents").addObject().put("name", PLANTED.name() + "乙");
        done(send("PATCH", "/applications/" + id, recorder, amendment.toString()));
        done(send("DELETE", "/applications/" + voided + reason, recorder, null));
    }

    /** In a file and in its name; one is withdrawn, with a reason that tells as well. */
    private static void attachments() {
        attachment = attach(PLANTED.name()).body().path("id").asText();
        String withdrawn = attach(PLANTED.text()).body().path("id").asText();
        done(send("DELETE", attachments(id) + "/" + withdrawn + "?reason=" + encoded(PLANTED.text()), recorder, null));
    }

    private static RunningSystem.Answer attach(String name) {
        return done(send(
                "POST",
                attachments(id) + "?kind=REQUEST&name=" + encoded(name + ".txt"),
                recorder,
                PLANTED.text().repeat(30_000),
                "Content-Type",
                "text/plain",
                "Idempotency-Key",
                "\"planted-file\""));
    }

    private static String attachments(String application) {
        return "/applications/" + application + "/attachments";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Lines that are taken, and some that are refused. */
    private static void imports() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 3; i < 6; i++) {
            ObjectNode line = application("种植-" + i).put("record", "application");
            lines.append(i == 5 ? line.put("receivedOn", PLANTED.telephone()) : line)
                    .append('\n');
        }
        lines.append("{\"record\": \"").append(PLANTED.name()).append("\", \"").append('\n');
        RunningSystem.Answer answer = done(send(
                "POST",
                "/imports",
                recorder,
                lines.toString(),
                "Content-Type",
                "application/x-ndjson",
                "Accept",
                "application/x-ndjson"));
        assertTrue(answer.raw().body().contains("\"created\":2"), answer.raw().body());
        REFUSALS.put("a line of an import", answer.raw().body());
        // the same again while nothing can be recorded, so that its body waits in the spool
        try (Connection intake = DriverManager.getConnection(system.jdbcUrl("intake"))) {
            intake.setAutoCommit(false);
            execute(intake, "LOCK TABLE disclosure_application IN ACCESS EXCLUSIVE MODE");
            done(send("POST", "/imports", recorder, lines.toString(), "Content-Type", "application/x-ndjson"));
            for (Path file : files(system.data().path().resolve("imports"))) {
                SPOOLED.add(Files.readAllBytes(file));
            }
            intake.rollback();
        }
    }

    private static void refusals() {
        String path = "/applications/" + id;
        refused(
                "an unknown field",
                "POST",
                "/applications",
                application("种植-6").put("telephone", PLANTED.text()).toString());
        refused(
                "a text for a day",
                "POST",
                "/applications",
                application("种植-6").put("receivedOn", PLANTED.text()).toString());
        refused(
                "a text for an object",
                "POST",
                "/applications",
                application("种植-6").put("applicant", PLANTED.text()).toString());
        ObjectNode texts = application("种植-6");
        texts.putArray("coApplicants").add(PLANTED.text());
        refused("a text for a co-applicant", "POST", "/applications", texts.toString());
        ObjectNode unknown = application("种植-6");
        unknown.putArray("agents").addObject().put("name", PLANTED.name()).put("telephone", PLANTED.telephone());
        refused("an unknown field of an agent", "POST", "/applications", unknown.toString());
        refused(
                "an unknown code",
                "POST",
                "/applications",
                application("种植-6").put("channel", PLANTED.name()).toString());
        refused("broken JSON", "POST", "/applications", "{\"applicant\": {\"name\": \"" + PLANTED.text());
        refused(
                "a telephone number as case number",
                "POST",
                "/applications",
                application(PLANTED.telephone()).toString());
        refused(
                "an identity number as case number",
                "POST",
                "/applications",
                application(PLANTED.identity()).toString());
        refused(
                "a name as organisation",
                "POST",
                "/applications",
                application("种植-6").put("organisation", PLANTED.name()).toString());
        refused(
                "too long a text",
                "POST",
                "/applications",
                application("种植-6")
                        .put("informationSought", PLANTED.text().repeat(200))
                        .toString());
        ObjectNode other = application(CASE);
        other.putObject("applicant")
                .put("type", "OTHER_ORG")
                .put("name", PLANTED.name())
                .put("contact", PLANTED.telephone());
        refused("other content", "POST", "/applications", other.toString());
        refused(
                "an impossible step",
                "POST",
                path + "/steps",
                "{\"type\": \"SERVED\", \"on\": \"2021-03-26\", \"how\": \"" + PLANTED.text() + "\"}");
        refused(
                "a person's numbers for a unit",
                "POST",
                path + "/steps",
                "{\"type\": \"ASSIGNED\", \"on\": \"2021-03-26\", \"office\": \"" + PLANTED.text() + "\"}");
        refused(
                "another handler on one day",
                "POST",
                path + "/steps",
                "{\"type\": \"ASSIGNED\", \"on\": \"2021-03-05\", \"office\": \"法规科\", \"handler\": \"" + PLANTED.name()
                        + "丙\"}");
        refused(
                "another step",
                "POST",
                path + "/steps",
                "{\"type\": \"CORRECTED\", \"on\": \"2021-03-10\", \"note\": \"" + PLANTED.name() + "\"}");
        refused(
                "a reply of nobody asked",
                "POST",
                path + "/steps",
                "{\"type\": \"THIRD_PARTY_REPLIED\", \"on\": \"2021-03-17\", \"consents\": true, \"party\": \""
                        + PLANTED.name() + "\"}");
        refused(
                "a contradicted outcome",
                "POST",
                path + "/outcome",
                "{\"outcome\": \"OTHER_FEE_OVERDUE\", \"decidedOn\": \"2021-03-25\", \"reason\": \"" + PLANTED.text()
                        + "\"}");
        refused(
                "an amendment of what is fixed",
                "PATCH",
                path,
                "{\"caseNumber\": \"" + PLANTED.telephone() + "\", \"reason\": \"" + PLANTED.text() + "\"}");
        refused(
                "a write to what is voided",
                "PATCH",
                "/applications/" + voided,
                "{\"applicant\": {\"name\": \"" + PLANTED.name() + "\"}, \"reason\": \"" + PLANTED.text() + "\"}");
        PlantedRequests.refusals(PLANTED, HOLDER);
        String files = attachments(id) + "?kind=REPLY&name=";
        String text = "text/plain";
        refused("a file whose name is a path", "POST", files + encoded(PLANTED.name() + "/a"), PLANTED.text());
        refused("a file of no kind", "POST", files.replace("REPLY", encoded(PLANTED.name())), PLANTED.text());
        refused("a file of another type", "POST", files + encoded(PLANTED.name()), PLANTED.text());
        refused(
                "a file of a type that is not taken",
                "POST",
                files + encoded(PLANTED.name()),
                "<!DOCTYPE html><html>" + PLANTED.text(),
                "Content-Type",
                text);
        refused(
                "a file to what is voided",
                "POST",
                attachments(voided) + "?kind=REPLY&name=" + encoded(PLANTED.name()),
                PLANTED.text(),
                "Content-Type",
                text);
        refused("an id that is none", "GET", "/applications/" + PLANTED.telephone(), null);
        String sought = URLEncoder.encode(PLANTED.name(), StandardCharsets.UTF_8);
        refused("an unknown state", "GET", "/applications?state=" + sought, null);
        refused("an unknown parameter", "GET", "/applications?name=" + sought, null);
        refused("a bad limit beside words", "GET", "/applications?q=" + sought + "&limit=" + PLANTED.telephone(), null);
    }

    static void refused(String what, String method, String path, String body, String... headers) {
        RunningSystem.Answer answer = send(method, path, recorder, body, headers);
        assertTrue(
                answer.status() >= 400 && answer.status() < 500,
                what + ": " + answer.status() + " " + answer.raw().body());
        REFUSALS.put(what, answer.raw().body() + answer.raw().headers().map());
    }

    @Test
    void the_body_that_holds_the_case_finds_them_and_in_lists_they_are_masked() {
        String path = system.intake() + "/applications";
        Set<String> all = Set.of("name", "identity number", "telephone number");

        assertEquals(all, found(RunningSystem.call("GET", path + "/" + id, recorder, null)));
        assertEquals(all, found(RunningSystem.call("GET", path + "/" + id + "/history", recorder, null)));
        RunningSystem.Answer files = RunningSystem.call("GET", path + "/" + id + "/attachments", recorder, null);
        assertTrue(found(files).contains("name"));
        String file = path + "/" + id + "/attachments/" + attachment;
        assertEquals(
                all,
                PLANTED.in(RunningSystem.call("GET", file, recorder, null).raw().body()));
        assertEquals(Set.of(), found(RunningSystem.call("GET", path + "?organisation=" + HOLDER, recorder, null)));
        for (String request : requests) {
            assertEquals(all, found(RunningSystem.call("GET", system.intake() + request, recorder, null)), request);
            String list = system.intake() + request.replaceAll("/[^/]*$", "");
            RunningSystem.Answer listed = RunningSystem.call("GET", list, recorder, null);
            assertEquals(1, listed.body().path("items").size(), list);
            assertEquals(Set.of(), found(listed), list);
        }
        String words = "?q=" + URLEncoder.encode(PLANTED.name(), StandardCharsets.UTF_8);
        RunningSystem.Answer list = RunningSystem.call("GET", path + words, recorder, null);
        assertEquals(3, list.body().path("items").size());
        assertEquals(Set.of(), found(list));
        others().forEach((caller, token) -> assertEquals(
                0,
                RunningSystem.call("GET", path + words, token, null)
                        .body()
                        .path("items")
                        .size(),
                caller + " can tell by a search whose the case is"));
    }

    @Test
    void no_refusal_repeats_them() {
        List<String> wrong = new ArrayList<>();
        REFUSALS.forEach((what, answer) -> PLANTED.in(answer).forEach(form -> wrong.add(what + ": " + form)));
        assertEquals(List.of(), wrong);
        assertTrue(REFUSALS.size() >= 20);
    }

    @Test
    void no_answer_to_anybody_else_holds_them() {
        List<String> wrong = new ArrayList<>();
        int answers = 0;
        String sought = URLEncoder.encode(PLANTED.name(), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> caller : others().entrySet()) {
            List<String> urls = new ArrayList<>();
            for (String path : List.of(
                    "/applications",
                    "/applications?organisation=" + HOLDER,
                    "/applications?q=" + sought,
                    "/applications/" + id,
                    "/applications/" + id + "/history",
                    "/applications/" + id + "/deadline",
                    "/applications/" + id + "/accesses",
                    attachments(id),
                    attachments(id) + "/" + attachment,
                    "/applications/" + voided,
                    "/applications/" + voided + "/history")) {
                urls.add(system.intake() + path);
            }
            for (String request : requests) {
                urls.add(system.intake() + request);
                urls.add(system.intake() + request + "/accesses");
                urls.add(system.intake() + request.replaceAll("/[^/]*$", ""));
            }
            for (int lane = 0; lane < 64; lane++) {
                urls.add(system.intake() + "/journal?limit=500&lane=" + lane);
            }
            urls.add(system.statistics() + "/statements/" + HOLDER + "/2021?include=previous,subordinates,levels");
            urls.add(system.statistics() + "/organisations/" + HOLDER);
            urls.add(system.statistics() + "/unreadable-facts");
            for (String suffix : List.of("", ".json", ".html", ".csv")) {
                urls.add(system.report() + "/reports/" + HOLDER + "/2021" + suffix);
            }
            for (String url : urls) {
                answers++;
                for (String form : found(RunningSystem.call("GET", url, caller.getValue(), null))) {
                    wrong.add(caller.getKey() + " GET " + url + ": " + form);
                }
            }
            // the same again is answered with what exists
            Map<String, String> again = new LinkedHashMap<>(PlantedRequests.bodies(PLANTED, HOLDER));
            again.put("/applications", application("种植-3").toString());
            again.forEach((path, body) -> {
                for (String form : found(RunningSystem.call("POST", system.intake() + path, caller.getValue(), body))) {
                    wrong.add(caller.getKey() + " posts the same again to " + path + ": " + form);
                }
            });
            answers += again.size();
        }
        System.out.println("planted data: " + answers + " answers to others searched");
        assertEquals(List.of(), wrong);
    }

    private static Map<String, String> others() {
        Map<String, String> callers = new LinkedHashMap<>();
        callers.put("recorder elsewhere", system.tokens().token("recorder", OTHER));
        callers.put("recorder of everything", system.tokens().token("recorder", "*"));
        callers.put("reader", system.tokens().token("reader", HOLDER));
        callers.put("office above", system.tokens().token("office", "*"));
        callers.put("admin", system.tokens().token("admin", "*"));
        callers.put("system", system.tokens().token("system", "*"));
        return callers;
    }

    @Test
    void neither_logs_nor_topic_nor_spool_nor_any_other_file_holds_them() throws Exception {
        awaitCounted();
        List<String> wrong = new ArrayList<>();
        Set<String> debugging = new TreeSet<>();
        boolean topicRead = false;
        long bytes = 0;
        for (byte[] spooled : SPOOLED) {
            assertTrue(spooled.length > 1_000, "a spool file with the body");
            PLANTED.in(spooled).forEach(form -> wrong.add("a spool file: " + form));
        }
        assertEquals(1, SPOOLED.size(), "spool files of one import");
        for (Path file : files(system.data().path())) {
            byte[] content = read(file);
            bytes += content.length;
            PLANTED.in(content).forEach(form -> wrong.add(file + ": " + form));
            String name = file.getFileName().toString();
            String text = new String(content, StandardCharsets.UTF_8);
            if (name.endsWith(".log") && text.contains(" DEBUG ")) {
                debugging.add(name);
            }
            // its first characters: what follows may be packed away as a repetition, where facts go out together
            topicRead |= file.toString().contains("gongkai.facts") && text.contains(CASE.substring(0, 2));
        }
        System.out.println("planted data: " + bytes / 1024 / 1024 + " MB of files searched");
        assertEquals(List.of(), wrong);
        assertEquals(Set.of("intake.log", "report.log", "statistics.log"), debugging, "services that log at DEBUG");
        assertTrue(topicRead, "the segments of the topic were not searched");
    }

    /** Nothing where it is gone meanwhile. */
    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }

    /** Whatever the system keeps, the files of its database included: there they lie as ciphertext. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(Files::isReadable).toList();
        }
    }

    @Test
    void the_metrics_do_not_tell_them() {
        for (String service : List.of(system.intake(), system.statistics(), system.report())) {
            RunningSystem.Answer metrics = RunningSystem.call("GET", service + "/q/metrics", null, null);
            assertEquals(200, metrics.status());
            assertTrue(metrics.raw().body().contains("http_server_requests"));
            assertEquals(Set.of(), PLANTED.in(metrics.raw().body()), service);
        }
    }

    @Test
    void no_table_of_any_database_holds_them_and_in_intake_they_are_ciphertext() throws Exception {
        awaitCounted();
        List<String> wrong = new ArrayList<>();
        for (String service : SERVICES) {
            try (Connection database = DriverManager.getConnection(system.jdbcUrl(service))) {
                wrong.addAll(search(database));
                // the search can find; unlogged, for the write-ahead log is searched too
                execute(
                        database,
                        "CREATE UNLOGGED TABLE planted_control AS SELECT '" + PLANTED.text() + "' AS plain, '"
                                + PLANTED.name() + "'::bytea AS bytes");
                Set<String> found = new TreeSet<>(search(database));
                execute(database, "DROP TABLE planted_control");
                assertTrue(
                        found.containsAll(Set.of(
                                "planted_control: name",
                                "planted_control: identity number",
                                "planted_control: telephone number",
                                "planted_control: name in hex")),
                        found::toString);
            }
        }
        assertEquals(List.of(), wrong);
        try (Connection intake = DriverManager.getConnection(system.jdbcUrl("intake"));
                var rows = intake.createStatement()
                        .executeQuery("SELECT count(*) FROM disclosure_application WHERE organisation = '" + HOLDER
                                + "' AND length(applicant_name) > 20 AND length(identity_document) > 20"
                                + " AND length(contact) > 20 AND length(information_sought) > 20 AND length(parties) > 20"
                                + " AND length(co_applicant_index[1]) = 16")) {
            rows.next();
            assertEquals(4, rows.getLong(1), "rows with ciphertext");
        }
        try (Connection intake = DriverManager.getConnection(system.jdbcUrl("intake"));
                var rows = intake.createStatement().executeQuery(PlantedRequests.CIPHERTEXT)) {
            rows.next();
            assertEquals(2, rows.getLong(1), "other requests with ciphertext");
        }
        try (Connection intake = DriverManager.getConnection(system.jdbcUrl("intake"));
                var rows = intake.createStatement().executeQuery("SELECT count(*) FROM idempotency")) {
            rows.next();
            assertTrue(rows.getLong(1) > 2, "answers kept under a key");
        }
        try (Connection intake = DriverManager.getConnection(system.jdbcUrl("intake"));
                var rows = intake.createStatement()
                        .executeQuery("SELECT count(*) FROM attachment_chunk WHERE length(content) > 100000")) {
            rows.next();
            assertTrue(rows.getLong(1) > 2, "pieces of an attachment, as ciphertext");
        }
    }

    /** All columns of all rows of all tables, bytes as hexadecimal digits. */
    private static List<String> search(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var rows = database.createStatement()
                .executeQuery("SELECT quote_ident(table_schema) || '.' || quote_ident(table_name)"
                        + " FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                        + " AND table_schema NOT IN ('pg_catalog', 'information_schema')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        List<String> found = new ArrayList<>();
        for (String table : tables) {
            try (var rows = database.prepareStatement("SELECT form FROM unnest(?) form WHERE EXISTS (SELECT 1 FROM "
                    + table + " t" + " WHERE strpos(t::text, form) > 0)")) {
                Map<String, String> forms = PLANTED.textForms();
                rows.setArray(1, database.createArrayOf("text", forms.keySet().toArray()));
                try (var hits = rows.executeQuery()) {
                    while (hits.next()) {
                        found.add(table.replaceAll(".*\\.", "") + ": " + forms.get(hits.getString(1)));
                    }
                }
            }
        }
        return found;
    }

    private static void execute(Connection database, String command) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(command);
        }
    }

    private static void awaitCounted() {
        RunningSystem.Answer counted = RunningSystem.callWhenCounted(
                system.statistics() + "/statements/" + HOLDER + "/2021?atLeast=" + POSITIONS.token(),
                system.tokens().token("admin", "*"));
        assertEquals(200, counted.status(), () -> counted.body().toString());
        // CASE, 3 and 4 are received; 2 is voided
        assertEquals(3, counted.body().at("/applications/NEW_RECEIVED/TOTAL").asInt());
    }

    private static Set<String> found(RunningSystem.Answer answer) {
        return PLANTED.in(answer.raw().body() + answer.raw().headers().map());
    }

    static RunningSystem.Answer done(RunningSystem.Answer answer) {
        assertTrue(
                answer.status() / 100 == 2,
                () -> answer.status() + " " + answer.raw().body());
        if (answer.header("Gongkai-Position") != null) {
            POSITIONS.add(answer.header("Gongkai-Position"));
        }
        return answer;
    }

    /** As the body's own recorder. */
    static RunningSystem.Answer sendByRecorder(String method, String path, String body, String... headers) {
        return send(method, path, recorder, body, headers);
    }

    private static RunningSystem.Answer send(String method, String path, String token, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.intake() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return RunningSystem.answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
