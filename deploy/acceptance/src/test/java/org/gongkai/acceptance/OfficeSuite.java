package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** LibreOffice of this machine, without a window: what an office program makes of a file. */
final class OfficeSuite {

    private static final Optional<Path> PROGRAM = Programs.find("soffice");

    private static final Path FOLDER = RunningSystem.root().resolve("deploy/acceptance/target/office");

    private OfficeSuite() {}

    /** Whether there is one. */
    static boolean found() {
        return PROGRAM.isPresent();
    }

    /**
     * A file in another format, read, calculated and written anew.
     *
     * @param to {@code fods}, {@code fodt}, {@code pdf}
     */
    static Path convert(Path file, String to) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path log = FOLDER.resolve("soffice.log");
        // a profile of its own: another LibreOffice of this user may be open
        Process conversion = new ProcessBuilder(List.of(
                        PROGRAM.orElseThrow().toString(),
                        "-env:UserInstallation=" + FOLDER.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        to,
                        "--outdir",
                        FOLDER.toString(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!conversion.waitFor(180, TimeUnit.SECONDS)) {
            conversion.destroyForcibly();
        }
        assertEquals(0, conversion.exitValue(), Files.readString(log));
        String name = file.getFileName().toString();
        Path converted = FOLDER.resolve(name.substring(0, name.lastIndexOf('.') + 1) + to);
        assertTrue(Files.size(converted) > 0, Files.readString(log));
        return converted;
    }
}
