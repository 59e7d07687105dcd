package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.local.LocalSystem;

/** Posts Qingyang 2020 and 2021, writes both reports, and compares that of 2021 with the published one. */
public final class Demo {

    private static final int CALLERS = 8;
    private static final List<String> FORMATS = List.of("json", "html", "pdf", "docx", "xlsx", "csv", "txt");

    private Demo() {}

    /**
     * Runs on a system that is ready; harmless when run again.
     *
     * @param directory where the reports go
     * @param say takes a line of progress
     */
    public static void run(LocalSystem system, Path directory, Consumer<String> say) {
        long began = System.nanoTime();
        Client client = new Client(system);
        PublishedReport published = PublishedReport.qingyang2021();
        List<Posting> postings = postings(published);
        say.accept("demo: registers " + Body.all().size() + " bodies and posts what they recorded of 2020 and 2021");
        Body.all().forEach(client::register);
        post(client, postings);
        say.accept(String.format(
                "demo: %d bodies and %d records posted in %.1f s (%s)",
                Body.all().size(), postings.size(), seconds(began), perKind(postings)));
        client.awaitCounted(Body.CITY);
        Sections.put(client, published);
        int year = Months.yearOf(published);
        write(client, year - 1, directory);
        write(client, year, directory);
        say.accept(String.format("demo: counted and written after %.1f s; reports in %s", seconds(began), directory));
        say.accept("演示数据：2020年仅答复总数（" + Plan.REPLIES_OF_2020 + "件）为公开数据，申请人类型和办理结果均为虚构。");
        say.accept("Demo data: of 2020 only the number of replies (" + Plan.REPLIES_OF_2020
                + ") is public; types and outcomes of that year are invented.");
        compare(published, client.report(Body.CITY, year), say);
    }

    /** All records of both years, each body's in the order in which it posts them. */
    public static List<Posting> postings(PublishedReport published) {
        return Stream.of(
                        Plan.of(published).stream().map(Case::posting).toList(),
                        Documents.of(published),
                        Publications.of(published),
                        Decisions.of(published),
                        Indicators.of(published))
                .flatMap(List::stream)
                .toList();
    }

    /** Each body posts its own, in order; bodies beside one another. */
    public static void post(Client client, List<Posting> postings) {
        Map<String, List<Posting>> byBody = postings.stream()
                .collect(Collectors.groupingBy(Posting::body, LinkedHashMap::new, Collectors.toList()));
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> bodies = new ArrayList<>();
            for (List<Posting> own : byBody.values()) {
                bodies.add(callers.submit(() -> own.forEach(client::post)));
            }
            for (Future<?> body : bodies) {
                body.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            callers.shutdownNow();
        }
    }

    private static void compare(PublishedReport published, JsonNode report, Consumer<String> say) {
        List<String> differing = new ArrayList<>();
        for (Comparison.Part part : Comparison.of(published, report)) {
            say.accept("demo: " + (part.compared() - part.differing().size()) + " of " + part.compared()
                    + " figures of " + part.name() + " equal the published report of 2021");
            differing.addAll(part.differing());
        }
        if (!differing.isEmpty()) {
            throw new IllegalStateException("figures that differ from the published report: " + differing);
        }
    }

    private static String perKind(List<Posting> postings) {
        return postings.stream()
                .collect(Collectors.groupingBy(Posting::path, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getKey().substring(1) + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void write(Client client, int year, Path directory) {
        try {
            Files.createDirectories(directory);
            for (String format : FORMATS) {
                Files.write(
                        directory.resolve(Body.CITY + "-" + year + "." + format),
                        client.report(Body.CITY, year, format));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
