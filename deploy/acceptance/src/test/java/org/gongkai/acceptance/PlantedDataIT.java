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

    static final String HOLDER = "PLANT-1";
    private static final String OTHER = "PLANT-2";
    static final String CASE = "种植-1";
    private static final List<String> SERVICES = List.of("intake", "statistics", "report");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static final Planted PLANTED = planted();
    private static final Positions POSITIONS = new Positions();
    /** Answers to refused calls, by the call. */
    private static final Map<String, String> REFUSALS = new LinkedHashMap<>();

    /** Spool files of an import under way. */
    private static final List<byte[]> SPOOLED = new ArrayList<>();

    private static LocalSystem system;
    private static String recorder;
    private static String id;
    /** Paths of requests that are no application. */
    private static List<String> requests;

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
        PlantedCase.plant();
        id = PlantedCase.id();
        requests = PlantedRequests.plant(PLANTED, HOLDER);
        imports();
        PlantedCase.refusals();
        PlantedRequests.refusals(PLANTED, HOLDER);
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    /** Lines that are taken, and some that are refused. */
    private static void imports() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 3; i < 6; i++) {
            ObjectNode line = PlantedCase.application("种植-" + i).put("record", "application");
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
        String file = path + "/" + id + "/attachments/" + PlantedCase.attachment();
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
                    PlantedCase.attachments(id),
                    PlantedCase.attachments(id) + "/" + PlantedCase.attachment(),
                    "/applications/" + PlantedCase.voided(),
                    "/applications/" + PlantedCase.voided() + "/history")) {
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
            for (String row : List.of("NEW_RECEIVED", "CARRIED_OUT", "RESULT_TOTAL")) {
                urls.add(system.statistics() + "/statements/" + HOLDER + "/2021/facts?column=TOTAL&row=" + row);
            }
            urls.add(system.statistics() + "/organisations/" + HOLDER);
            urls.add(system.statistics() + "/unreadable-facts");
            for (String suffix : List.of("", ".json", ".html", ".csv", ".txt")) {
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
            again.put("/applications", PlantedCase.application("种植-3").toString());
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
