package org.gongkai.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hinders a start is said in one sentence with exit code 1, and nothing is left of the attempt. */
class UpRefusalsIT {

    private static final Path UP = Script.FOLDER.resolve("up");

    @TempDir
    Path folder;

    private final Ports ports = Ports.free();
    private final Script script = new Script(ports);
    private Path data;

    @BeforeEach
    void choose_a_data_directory() {
        data = folder.resolve("data");
    }

    @Test
    void a_taken_port() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            script.with("GONGKAI_KAFKA_PORT", Integer.toString(taken.getLocalPort()));

            for (List<Object> command : List.of(List.<Object>of(UP), List.<Object>of(UP, "--detach"))) {
                script.run(with(command, "--data", data))
                        .assertRefused("Port " + taken.getLocalPort() + " on 127.0.0.1 is taken by another program; end"
                                + " that program or set GONGKAI_KAFKA_PORT to a free port.");
            }
        }
        assertEquals(List.of(), Script.processesOf(data));
    }

    @Test
    void an_old_java() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        executable(bin.resolve("java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        script.with("JAVA_HOME", null).with("PATH", bin + ":" + System.getenv("PATH"));

        for (String name : List.of("up", "down", "token", "test")) {
            script.run(Script.FOLDER.resolve(name))
                    .assertRefused("This is Java 11; Gongkai needs Java 17 or newer, by PATH or JAVA_HOME.");
        }
    }

    @Test
    void no_java_at_all() {
        script.with("JAVA_HOME", folder.toString());

        script.run(UP).assertRefused("Java is missing; install Java 17 or newer, or set JAVA_HOME.");
    }

    @Test
    void a_place_that_cannot_be_written() throws IOException {
        Path below = Files.writeString(folder.resolve("file"), "").resolve("data");
        String sentence =
                "Cannot write to " + below + "; give this user rights there or choose another place with --data DIR.";

        script.run(UP, "--data", below).assertRefused(sentence);
        script.run(UP, "--detach", "--data", below).assertRefused(sentence);
    }

    /** On a small disk of its own; where the machine forbids that, {@code DataDirectoryTest} has the sentence. */
    @Test
    void a_disk_that_is_nearly_full() throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Object[] mount = {"unshare", "--map-root-user", "--mount", "bash", "-c"};
        String small = "mount -t tmpfs -o size=64m none " + disk;
        if (script.run(with(List.of(mount), small)).code() != 0) {
            System.out.println("a disk of its own is not to be had here");
            return;
        }

        Script.Ended ended =
                script.run(with(List.of(mount), small + " && exec " + UP + " --data " + disk.resolve("data")));

        ended.assertRefused("Only 64 MB are free on the disk of " + disk.resolve("data")
                + "; free at least 500 MB or choose another disk with --data DIR.");
    }

    @Test
    void an_unknown_option_or_one_without_its_value() {
        String usage = "usage: deploy/local/up [--demo] [--detach] [--fresh] [--data DIR]";

        script.run(UP, "--fresh", "--demmo").assertRefused("Unknown option --demmo; " + usage);
        script.run(UP, "--data").assertRefused("--data needs a directory; " + usage);
        script.run(Script.FOLDER.resolve("down"), "--all").assertRefused("usage: deploy/local/down [--data DIR]");
    }

    @Test
    void fresh_on_a_folder_with_other_files() throws IOException {
        Files.createDirectory(data);
        Files.writeString(data.resolve("thesis.txt"), "years of work");

        script.run(UP, "--detach", "--fresh", "--data", data)
                .assertRefused(data + " holds other files; --fresh empties only what deploy/local/up made.");

        try (var left = Files.list(data)) {
            assertEquals(List.of(data.resolve("thesis.txt")), left.toList());
        }
    }

    @Test
    void a_token_of_a_role_that_there_is_not_or_of_a_system_that_there_is_not() {
        Path token = Script.FOLDER.resolve("token");

        script.run(token, "mayor", "--data", data)
                .assertRefused("usage: deploy/local/token ROLE [ORGANISATION] [--data DIR]; a role is one of recorder,"
                        + " reader, office, admin, system.");
        script.run(token, "admin", "--data", data)
                .assertRefused("There is no system in " + data + "; start one with deploy/local/up.");
    }

    @Test
    void maven_is_missing_where_something_is_to_be_built() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("bash", "env", "dirname", "sed", "head", "realpath", "find")) {
            executable(bin.resolve(tool), "exec " + tool(tool) + " \"$@\"");
        }
        script.with("PATH", bin.toString());

        for (Path command : List.of(checkout().resolve("deploy/local/up"), Script.FOLDER.resolve("test"))) {
            script.run(command).assertRefused("Maven is missing; install Maven 3.8 or newer.");
        }
    }

    @Test
    void a_build_shows_each_part_with_its_time_and_a_failure_of_it_is_said() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        executable(bin.resolve("mvn"), """
                echo '[INFO] Building Gongkai :: embedded 1.0.0-SNAPSHOT                      [2/6]'
                echo '[INFO] Building jar: /somewhere/embedded.jar'
                echo '[INFO] Building Gongkai :: intake-service 1.0.0-SNAPSHOT                [3/6]'
                echo '[ERROR] cannot find symbol'
                exit 1""");
        script.with("PATH", bin + ":" + System.getenv("PATH"));
        Path checkout = checkout();

        Script.Ended ended = script.run(checkout.resolve("deploy/local/up"));

        String[] lines = ended.output().split("\n");
        String time = "\\[ +\\d+ s] ";
        assertTrue(lines[0].matches(time + "builds; the first time Maven downloads .*"), ended.output());
        assertTrue(lines[1].matches(time + "builds Gongkai :: embedded 1.0.0-SNAPSHOT \\(2 of 6\\)"), ended.output());
        assertTrue(lines[2].matches(time + "builds Gongkai :: intake-service .* \\(3 of 6\\)"), ended.output());
        assertEquals("[ERROR] cannot find symbol", lines[3]);
        assertEquals(
                "The build failed; Maven's whole output is in " + checkout.resolve("deploy/local/target/build.log")
                        + ".",
                lines[4]);
        assertEquals(1, ended.code());
        assertFalse(Files.exists(checkout.resolve("deploy/local/target/data")));
    }

    /** A clone of which nothing is built: its scripts and no more. */
    private Path checkout() throws IOException {
        Path local = Files.createDirectories(folder.resolve("checkout/deploy/local"));
        for (String name : List.of("up", "build", "java-of-this-machine")) {
            Files.copy(Script.FOLDER.resolve(name), local.resolve(name));
            Files.setPosixFilePermissions(local.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return folder.resolve("checkout");
    }

    private static void executable(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path tool(String name) {
        for (String place : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(place, name))) {
                return Path.of(place, name);
            }
        }
        throw new IllegalStateException(name + " is not on the PATH");
    }

    private static Object[] with(List<Object> command, Object... more) {
        return Stream.concat(command.stream(), Arrays.stream(more)).toArray();
    }
}
