package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.local.LocalSystem;

/** Posts Qingyang 2020 and 2021, pulls both reports, and compares the 175 cells of 2021 with the published ones. */
public final class Demo {

    private static final int CALLERS = 8;

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
        List<Case> cases = Plan.of(published);
        say.accept("demo: registers " + Body.all().size() + " bodies and posts what they received in 2020 and 2021");
        Body.all().forEach(client::register);
        post(client, cases);
        say.accept(String.format(
                "demo: %d bodies, %d applications and their outcomes posted in %.1f s",
                Body.all().size(), cases.size(), (System.nanoTime() - began) / 1e9));
        JsonNode of2020 = client.report(Body.CITY, 2020);
        JsonNode of2021 = client.report(Body.CITY, 2021);
        write(directory, 2020, of2020);
        write(directory, 2021, of2021);
        List<String> differing = differing(published, of2021.at("/tables/applications"));
        say.accept(String.format(
                "demo: counted after %.1f s; reports in %s", (System.nanoTime() - began) / 1e9, directory));
        say.accept("演示数据：2020年仅答复总数（" + Plan.REPLIES_OF_2020 + "件）为公开数据，申请人类型和办理结果均为虚构。");
        say.accept("Demo data: of 2020 only the number of replies (" + Plan.REPLIES_OF_2020
                + ") is public; types and outcomes of that year are invented.");
        if (!differing.isEmpty()) {
            throw new IllegalStateException("cells that differ from the published report: " + differing);
        }
        int cells = published.rows().values().stream().mapToInt(Map::size).sum();
        say.accept("demo: " + cells + " of " + cells + " cells of table three equal the published report of 2021");
    }

    /** Each body posts its own, in order; bodies beside one another. */
    public static void post(Client client, List<Case> cases) {
        Map<String, List<Case>> byBody = cases.stream().collect(Collectors.groupingBy(Case::body));
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> bodies = new ArrayList<>();
            for (List<Case> own : byBody.values()) {
                bodies.add(callers.submit(() -> own.forEach(one -> client.decide(one, client.receive(one)))));
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

    /** Cells that are not as published, each with both values. */
    public static List<String> differing(PublishedReport published, JsonNode table) {
        List<String> differing = new ArrayList<>();
        published
                .rows()
                .forEach((row, cells) -> cells.forEach((column, value) -> {
                    JsonNode counted = table.path(row).path(column);
                    if (!counted.isInt() || counted.asInt() != value) {
                        differing.add(row + "." + column + ": published " + value + ", counted " + counted);
                    }
                }));
        return differing;
    }

    private static void write(Path directory, int year, JsonNode report) {
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve(Body.CITY + "-" + year + ".json"),
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
