package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** report-service as a later commit would build it: the packaged program with another template, style, form and wording. */
final class LaterProgram {

    /**
     * A change of what a page is made of.
     *
     * @param entry in the program's jar
     * @param from what stands in it once
     * @param to what stands there later, and nowhere now
     */
    private record Change(String entry, String from, String to) {}

    private static final String PACKAGE = "org/gongkai/report/";
    private static final List<Change> CHANGES = List.of(
            new Change("templates/report.html", "<main class=\"document\">", "<main class=\"document later\">"),
            new Change(
                    PACKAGE + "page/report.css",
                    "color: #b3121b; text-align: center",
                    "color: #b3121c; text-align: left"),
            new Change(PACKAGE + "form/form-2021.json", "四、政府信息公开行政复议、行政诉讼情况", "四、被申请行政复议和提起行政诉讼情况"),
            new Change(PACKAGE + "prose/prose-2021.json", "未收取政府信息公开信息处理费", "没有收取过政府信息公开信息处理费"));

    private LaterProgram() {}

    /** Makes it anew from the packaged one. */
    static Path make() throws IOException {
        Path packaged = RunningSystem.root().resolve("report-service/target/quarkus-app");
        Path later = RunningSystem.root().resolve("deploy/acceptance/target/later-program");
        delete(later);
        copy(packaged, later);
        change(theOnlyFile(later.resolve("app")));
        return later;
    }

    /** A page of each: the later one shows every change, the other none. */
    static void assertShownBy(String laterPage, String page) {
        for (Change change : CHANGES) {
            assertTrue(laterPage.contains(change.to()), () -> "not shown: " + change);
            assertFalse(laterPage.contains(change.from()), () -> "still shown: " + change);
            assertTrue(page.contains(change.from()), () -> "was not shown: " + change);
            assertFalse(page.contains(change.to()), () -> "shown before: " + change);
        }
    }

    private static void change(Path jar) throws IOException {
        try (FileSystem entries = FileSystems.newFileSystem(jar)) {
            for (Change change : CHANGES) {
                Path entry = entries.getPath(change.entry());
                String text = Files.readString(entry);
                assertEquals(text.indexOf(change.from()), text.lastIndexOf(change.from()), change::toString);
                assertTrue(text.contains(change.from()), change::toString);
                Files.writeString(entry, text.replace(change.from(), change.to()));
            }
        }
    }

    private static Path theOnlyFile(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all::toString);
            return all.get(0);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
