package org.gongkai.benchmark.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * {@code deploy/benchmark/imports [LINES]}: an import of so many mixed lines beside COPY of the rows that it made, the same
 * again, and the same as CSV in GB18030 and as a workbook.
 */
public final class Imports {

    private static final int USUAL_LINES = 1_000_000;
    /** A workbook of more is not what clerks have. */
    private static final int MOST_OF_TABLES = 100_000;

    private static final long SEED = 20_261_124L;
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What an import came to. */
    record Outcome(long lines, long created, long unchanged, long refused, double seconds, long peakHeap) {

        double perSecond() {
            return lines / seconds;
        }

        String counts() {
            return created + " created, " + unchanged + " unchanged, " + refused + " refused";
        }
    }

    /**
     * All figures of a run.
     *
     * @param copiedRows by COPY
     * @param ratio rate of the import by that of COPY
     * @param sameRows whether the tables have the same rows from all three formats
     */
    record Report(
            Outcome first,
            long copiedRows,
            double copySeconds,
            double ratio,
            Outcome again,
            List<Outcome> tables,
            boolean sameRows) {

        String text() {
            StringBuilder text = new StringBuilder();
            text.append(String.format(
                    Locale.ROOT,
                    "%d lines as NDJSON: %s; %.1f s, %.0f lines/s, peak heap %d MB%n",
                    first.lines(),
                    first.counts(),
                    first.seconds(),
                    first.perSecond(),
                    first.peakHeap() >> 20));
            text.append(String.format(
                    Locale.ROOT,
                    "COPY of the same %d rows: %.1f s, %.0f lines/s; the import has %.2f of its rate%n",
                    copiedRows,
                    copySeconds,
                    first.lines() / copySeconds,
                    ratio));
            text.append(String.format(
                    Locale.ROOT,
                    "the same again: %s; %.1f s, %.0f lines/s%n",
                    again.counts(),
                    again.seconds(),
                    again.perSecond()));
            List<String> names = List.of("NDJSON", "CSV in GB18030", "XLSX");
            for (int i = 0; i < tables.size(); i++) {
                Outcome each = tables.get(i);
                text.append(String.format(
                        Locale.ROOT,
                        "%d lines as %s into fresh bodies: %s; %.1f s, peak heap %d MB%n",
                        each.lines(),
                        names.get(i),
                        each.counts(),
                        each.seconds(),
                        each.peakHeap() >> 20));
            }
            return text.append(sameRows ? "the same rows from all three" : "NOT the same rows")
                    .toString();
        }
    }

    private Imports() {}

    /** Arguments: the repository, how many lines. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        int lines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_LINES;
        Report report = run(root, lines);
        System.out.println(report.text());
        java.nio.file.Files.writeString(root.resolve("deploy/benchmark/target/imports.txt"), report.text() + "\n");
        if (!report.sameRows() || report.again().created() > 0) {
            System.exit(1);
        }
    }

    static Report run(Path root, int lines) throws IOException, SQLException, InterruptedException {
        Path directory = root.resolve("deploy/benchmark/target/imports");
        java.nio.file.Files.createDirectories(directory);
        List<String> bodies = new ArrayList<>();
        List.of("BIG", "ND", "CS", "XL").forEach(prefix -> bodies.addAll(Records.bodies(prefix)));
        Files files = new Files(root);
        Path big = directory.resolve("big.ndjson");
        files.ndjson(new Records(SEED, "BIG"), lines, big);
        try (ImportStage stage = ImportStage.set(root, directory, bodies, System.out::println)) {
            Outcome first = imported(stage, big, NDJSON);
            System.out.println(first.counts() + " in " + first.seconds() + " s");
            Path rows = directory.resolve("rows");
            RowCopy.dump(stage, rows);
            long began = System.nanoTime();
            long copied = RowCopy.load(stage, rows);
            double copySeconds = seconds(began);
            Outcome again = imported(stage, big, NDJSON);
            int fewer = Math.min(lines, MOST_OF_TABLES);
            List<Outcome> tables = new ArrayList<>();
            Path ndjson = directory.resolve("small.ndjson");
            files.ndjson(new Records(SEED, "ND"), fewer, ndjson);
            tables.add(imported(stage, ndjson, NDJSON));
            Path csv = directory.resolve("small.csv");
            files.csv(new Records(SEED, "CS"), fewer, csv, Charset.forName("GB18030"));
            tables.add(imported(stage, csv, CSV));
            Path workbook = directory.resolve("small.xlsx");
            files.workbook(new Records(SEED, "XL"), fewer, workbook);
            tables.add(imported(stage, workbook, XLSX));
            String digest = Digest.of(stage, "ND");
            boolean same = digest.equals(Digest.of(stage, "CS")) && digest.equals(Digest.of(stage, "XL"));
            return new Report(first, copied, copySeconds, copySeconds / first.seconds(), again, tables, same);
        }
    }

    /** From the end of the upload's first byte to the last commit: spooling included. */
    private static Outcome imported(ImportStage stage, Path file, String type) throws InterruptedException {
        long began = System.nanoTime();
        String path = stage.send(file, type);
        long heap = 0;
        while (true) {
            JsonNode import_ = stage.get(path);
            heap = Math.max(heap, stage.heap());
            if (import_.has("endedAt")) {
                if (!import_.get("state").asText().equals("DONE")) {
                    throw new IllegalStateException(import_.toString());
                }
                return new Outcome(
                        import_.get("lines").asLong(),
                        import_.get("created").asLong(),
                        import_.get("unchanged").asLong(),
                        import_.get("refused").asLong(),
                        seconds(began),
                        heap);
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
