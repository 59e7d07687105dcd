package org.gongkai.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gongkai.embedded.Processes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of one local system, told in order: started, hurt, stopped, started again on its data, killed, interrupted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpIT {

    private static final List<String> PARTS = List.of("postgresql", "kafka", "intake", "statistics", "report");
    private static final String KILLED =
            "\nThe launcher was killed; the next up, or down, ends what it has left running.\n";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Ports ports = Ports.free();
    private final Script script = new Script(ports);
    private Path folder;
    private DataDirectory data;

    @BeforeAll
    void start() throws IOException {
        folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "up-it-");
        data = new DataDirectory(folder.resolve("data"));

        Script.Ended up = run("up", "--detach", "--fresh", "--data", data.path());

        assertEquals(0, up.code(), up.output());
        assertTrue(up.output().contains("intake      http://127.0.0.1:" + ports.intake() + "\n"), up.output());
        for (String part : PARTS) {
            assertTrue(up.output().matches("(?s).*\\[ *\\d+\\.\\d s] " + part + " is ready\n.*"), up.output());
        }
    }

    @AfterAll
    void end() {
        for (String used : List.of("data", "interrupted")) {
            assertEquals(0, run("down", "--data", folder.resolve(used)).code());
        }
    }

    @Test
    @Order(1)
    void up_returns_when_all_are_ready_each_a_process_of_its_own_with_a_log() throws Exception {
        Set<Long> pids = new HashSet<>();
        for (String part : PARTS) {
            assertTrue(isAlive(data.pid(part)), part + " has no process in run/" + part + ".pid");
            pids.add(data.pid(part));
            assertTrue(Files.size(data.path().resolve("log/" + part + ".log")) > 0, part + " has no log");
        }
        assertEquals(PARTS.size(), pids.size());
        for (int port : List.of(ports.intake(), ports.statistics(), ports.report())) {
            assertEquals(
                    200,
                    get("http://127.0.0.1:" + port + "/q/health/ready", null).statusCode());
        }
    }

    @Test
    @Order(2)
    void token_prints_one_line_that_the_services_accept() throws Exception {
        Script.Ended token = run("token", "admin", "--data", data.path());

        assertEquals(1, token.output().lines().count());
        assertEquals(200, get(intake("/organisations"), token.output().strip()).statusCode());
        assertEquals(401, get(intake("/organisations"), null).statusCode());
    }

    @Test
    @Order(3)
    void a_second_system_on_the_same_data_is_refused_and_the_first_goes_on() throws Exception {
        long launcher = data.pid("supervisor");

        run("up", "--detach", "--data", data.path())
                .assertRefused("A system runs on " + data.path() + " already (process " + launcher
                        + "); stop it with deploy/local/down or choose another place with --data DIR.");

        assertTrue(isAlive(launcher));
        assertTrue(Files.exists(data.path().resolve("run/ready")));
    }

    @Test
    @Order(4)
    void a_part_that_is_killed_is_started_again_and_said_so() throws Exception {
        record_an_organisation();
        List<String> victims = List.of("postgresql", "report");
        List<Long> before = victims.stream().map(data::pid).toList();

        before.forEach(pid -> Processes.signal("KILL", pid));

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsMatching(IOException.class::isInstance)
                .untilAsserted(() -> {
                    for (int i = 0; i < victims.size(); i++) {
                        assertTrue(data.pid(victims.get(i)) != before.get(i) && isAlive(data.pid(victims.get(i))));
                    }
                    assertEquals(
                            200,
                            get("http://127.0.0.1:" + ports.report() + "/q/health/ready", null)
                                    .statusCode());
                    assertEquals(200, get(intake("/q/health/ready"), null).statusCode());
                });
        String said = Files.readString(folder.resolve("data.up.log"));
        for (String victim : victims) {
            assertEquals(1, said.split(victim + " died and is started again\n", -1).length - 1, said);
        }
        assert_the_organisation_is_there();
    }

    @Test
    @Order(5)
    void down_stops_all_keeps_the_data_and_has_nothing_to_do_the_next_time() throws Exception {
        Script.Ended first = run("down", "--data", data.path());
        assertEquals("stopped; the data are kept in " + data.path() + "\n", first.output());
        assertEquals(List.of(), Script.processesOf(data.path()));
        assertFalse(Files.exists(data.path().resolve("run/ready")));
        for (String part : PARTS) {
            assertEquals(0, data.pid(part));
        }
        String said = Files.readString(folder.resolve("data.up.log"));
        assertTrue(said.endsWith("\nstops\n"), said);

        Script.Ended second = run("down", "--data", data.path());
        assertEquals("nothing ran on " + data.path() + "\n", second.output());
        assertEquals(0, second.code());
    }

    @Test
    @Order(6)
    void after_a_hard_kill_of_the_launcher_up_takes_over_what_it_left_and_ctrl_c_then_stops_all_quietly()
            throws Exception {
        Process first = upInTerminal("first.out");
        awaitReady(first, "first.out");
        assert_the_organisation_is_there();
        List<Long> left = List.of(data.pid("postgresql"), data.pid("intake"));
        Processes.signal("KILL", data.pid("supervisor"));
        assertTrue(first.waitFor(20, TimeUnit.SECONDS));
        assertEquals(137, first.exitValue());
        left.forEach(pid -> assertTrue(isAlive(pid), "nothing was left to take over"));
        assertTrue(output("first.out").endsWith(KILLED), output("first.out"));

        Process second = upInTerminal("second.out");
        awaitReady(second, "second.out");
        assert_the_organisation_is_there();
        left.forEach(pid -> assertFalse(isAlive(pid)));

        Script.pressCtrlC(second);

        assertTrue(second.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, second.exitValue());
        assertTrue(output("second.out").endsWith("\nstops\n"), output("second.out"));
        assertFalse(output("second.out").contains("died"), output("second.out"));
        assertEquals(List.of(), Script.processesOf(data.path()));
    }

    @Test
    @Order(7)
    void ctrl_c_in_the_middle_of_a_start_leaves_nothing_running() throws Exception {
        Path other = folder.resolve("interrupted");
        Process up = script.startInTerminal(
                folder.resolve("third.out"), Script.FOLDER.resolve("up"), "--fresh", "--data", other);
        await().atMost(Duration.ofSeconds(60)).until(() -> output("third.out").contains("starts report"));

        Script.pressCtrlC(up);

        assertTrue(up.waitFor(60, TimeUnit.SECONDS));
        assertTrue(output("third.out").endsWith("\nstops\n"), output("third.out"));
        assertEquals(List.of(), Script.processesOf(other));
    }

    private void record_an_organisation() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(intake("/organisations/UP-1")))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"name\": \"演示市\", \"level\": \"CITY\", \"kind\": \"GOVERNMENT\"}"))
                .build();
        assertEquals(
                201, HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    private void assert_the_organisation_is_there() throws Exception {
        HttpResponse<String> answer = get(intake("/organisations/UP-1"), token());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("演示市"), answer.body());
    }

    private Script.Ended run(String name, Object... arguments) {
        Object[] command = new Object[arguments.length + 1];
        command[0] = Script.FOLDER.resolve(name);
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return script.run(command);
    }

    private Process upInTerminal(String output) throws IOException {
        return script.startInTerminal(folder.resolve(output), Script.FOLDER.resolve("up"), "--data", data.path());
    }

    private void awaitReady(Process up, String output) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertTrue(up.isAlive(), output(output));
            return output(output).contains("\nready; ");
        });
    }

    private String output(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String token() {
        return Tokens.signedWith(data.keys().privateKey()).token("admin", "*");
    }

    private String intake(String path) {
        return "http://127.0.0.1:" + ports.intake() + path;
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static HttpResponse<String> get(String url, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
