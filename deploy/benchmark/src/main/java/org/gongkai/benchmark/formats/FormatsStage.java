package org.gongkai.benchmark.formats;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.benchmark.MeasuredSystem;
import org.gongkai.benchmark.Memory;
import org.gongkai.benchmark.Spread;
import org.gongkai.local.demo.Body;
import org.gongkai.local.demo.Client;
import org.gongkai.local.demo.Demo;
import org.gongkai.local.demo.PublishedReport;

/** The packaged system with the demo counted, and one report asked for in every way. */
final class FormatsStage implements AutoCloseable {

    private static final String REPORT = Body.CITY + "/2021";
    private static final int MANY = 100;
    private static final int AT_ONCE = 8;

    private final MeasuredSystem measured;
    private final Formats.Plan plan;
    private final Path directory;
    private final long atRest;
    private final ReportCalls calls;
    private final Map<Format, List<FormatRow.Round>> formats = new EnumMap<>(Format.class);
    private final List<CrowdRow.Round> crowds = new ArrayList<>();
    private final List<Burst> bursts = new ArrayList<>();
    private final List<Answer> prints = new ArrayList<>();
    private final Map<String, Integer> wrong = new TreeMap<>();

    private FormatsStage(MeasuredSystem measured, Formats.Plan plan, Path directory, long atRest) {
        this.measured = measured;
        this.plan = plan;
        this.directory = directory;
        this.atRest = atRest;
        this.calls = new ReportCalls(measured, REPORT);
    }

    static FormatsStage set(Path root, Formats.Plan plan) throws IOException {
        Path directory = root.resolve("deploy/benchmark/target/formats");
        Files.createDirectories(directory);
        MeasuredSystem measured = MeasuredSystem.start(root, directory, List.of(), System.out::println);
        try {
            long atRest = Memory.resident(pid(measured));
            if (plan.records() == Formats.Plan.ALL) {
                Demo.run(measured.system(), directory.resolve("demo"), System.out::println);
            } else {
                record(new Client(measured.system()), plan.records());
            }
            return new FormatsStage(measured, plan, directory, atRest);
        } catch (RuntimeException e) {
            measured.close();
            throw e;
        }
    }

    /** The beginning of what the demo's bodies recorded, without the texts of its office. */
    private static void record(Client client, int records) {
        Body.all().forEach(client::register);
        Demo.post(
                client,
                Demo.postings(PublishedReport.qingyang2021()).stream()
                        .limit(records)
                        .toList());
        client.awaitCounted(Body.CITY);
    }

    private static long pid(MeasuredSystem measured) {
        return measured.system().data().pid("report");
    }

    private long pid() {
        return pid(measured);
    }

    FormatsReport rounds() throws IOException {
        Chromium chromium = Chromium.installed(directory).orElse(null);
        Path page = Files.write(directory.resolve("report.html"), calls.body(Format.HTML));
        warmUp();
        if (chromium != null) {
            // which makes its profile
            chromium.print(page);
        }
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Format format : Format.values()) {
                formats.computeIfAbsent(format, any -> new ArrayList<>()).add(round(format));
                say(round, format);
            }
            for (int burst = 0; burst < plan.bursts(); burst++) {
                bursts.add(burst());
            }
            for (int print = 0; chromium != null && print < plan.prints(); print++) {
                prints.add(chromium.print(page));
            }
        }
        // last: what so many hold at once stays with the process
        AtOnce.of(MANY, plan.atOnce(), () -> calls.time(Format.JSON));
        for (int round = 1; round <= plan.rounds(); round++) {
            crowds.add(crowd());
        }
        return report(chromium == null ? null : new Printed(chromium.version(), prints, chromium.megabytes(page)));
    }

    /** Also the PDFs at once: they need a second printer. */
    private void warmUp() {
        for (Format format : Format.values()) {
            AtOnce.of(1, plan.warming(), () -> calls.time(format));
        }
        AtOnce.of(AT_ONCE, Duration.ZERO, () -> calls.time(Format.PDF));
    }

    private FormatRow.Round round(Format format) {
        double before = metrics().allocated();
        List<Double> seconds = new ArrayList<>();
        int bytes = 0;
        for (int call = 0; call < plan.calls(); call++) {
            Answer answer = calls.time(format);
            note(answer);
            if (answer.good()) {
                seconds.add(answer.seconds());
                bytes = answer.bytes();
            }
        }
        double allocated = (metrics().allocated() - before) / plan.calls();
        requireAny(seconds);
        return new FormatRow.Round(Spread.of(seconds), bytes, allocated, Memory.resident(pid()), Memory.peak(pid()));
    }

    private CrowdRow.Round crowd() {
        AtOnce answers = noted(AtOnce.of(MANY, plan.atOnce(), () -> calls.time(Format.JSON)));
        return new CrowdRow.Round(answers, Memory.resident(pid()), Memory.peak(pid()));
    }

    private Burst burst() {
        DocumentQueue before = metrics().queue();
        AtOnce answers = noted(AtOnce.of(AT_ONCE, Duration.ZERO, () -> calls.time(Format.PDF)));
        DocumentQueue queue = metrics().queue().since(before);
        return new Burst(answers, queue, Memory.resident(pid()), Memory.peak(pid()));
    }

    /** Of callers at once, one that is told to come later is counted apart. */
    private AtOnce noted(AtOnce answers) {
        answers.answers().stream().filter(answer -> !answer.refused()).forEach(this::note);
        requireAny(answers.times());
        return answers;
    }

    private void note(Answer answer) {
        if (!answer.good()) {
            wrong.merge(answer.complaint(), 1, Integer::sum);
        }
    }

    private void requireAny(List<Double> seconds) {
        if (seconds.isEmpty()) {
            throw new IllegalStateException("no call brought the report: " + wrong);
        }
    }

    private void say(int round, Format format) {
        List<FormatRow.Round> rounds = formats.get(format);
        Spread seconds = rounds.get(rounds.size() - 1).seconds();
        System.out.printf(
                Locale.ROOT,
                "round %d, %s: p50 %.1f ms, p99 %.1f ms%n",
                round,
                format,
                seconds.median() * 1e3,
                Millis.p99(seconds) * 1e3);
    }

    private ServiceMetrics metrics() {
        HttpRequest asking = measured.report("/q/metrics").build();
        var answer = measured.send(asking);
        MeasuredSystem.require(200, answer);
        return ServiceMetrics.read(answer.body());
    }

    private FormatsReport report(Printed printed) {
        Map<Format, byte[]> bodies = new EnumMap<>(Format.class);
        for (Format format : Format.values()) {
            bodies.put(format, calls.body(format));
        }
        List<String> complaints = Stream.concat(
                        wrong.entrySet().stream().map(each -> each.getValue() + " × " + each.getKey()),
                        ShownFigure.differences(bodies).stream())
                .toList();
        return new FormatsReport(
                about(),
                formats.entrySet().stream()
                        .map(each -> new FormatRow(each.getKey(), each.getValue()))
                        .toList(),
                new CrowdRow(MANY, crowds),
                bursts,
                printed,
                atRest,
                complaints);
    }

    private List<String> about() {
        String options = ProcessHandle.of(pid()).orElseThrow().info().arguments().stream()
                .flatMap(Arrays::stream)
                .filter(argument -> argument.startsWith("-X"))
                .collect(Collectors.joining(" "));
        return List.of(
                "The report of Qingyang for 2021, the demo, of %d bodies, by report-service with %s."
                        .formatted(Body.all().size(), options),
                String.format(
                        Locale.ROOT,
                        "%d calls of each format in a round, one after another, rounds: %d, after %d s of each unmeasured; PDFs"
                                + " at once after each round; in the end %d callers for %d s in as many rounds. The caller, statistics-service and PostgreSQL have the same machine.",
                        plan.calls(),
                        plan.rounds(),
                        plan.warming().toSeconds(),
                        MANY,
                        plan.atOnce().toSeconds()));
    }

    @Override
    public void close() {
        measured.close();
    }
}
