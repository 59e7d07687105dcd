package org.gongkai.statistics.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;

/**
 * Stands in for intake-service, which is another module: numbers facts, serves them at {@code /journal}, and publishes to
 * Kafka what a test tells it to. One for each application start.
 */
public final class TestJournal {

    static final String TOKEN = "token-of-the-role-system";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TestJournal RUNNING = new TestJournal();

    private final String bootstrapServers =
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    private final String topic = ConfigProvider.getConfig().getValue("gongkai.consumption.topic", String.class);
    private final List<List<Event>> lanes = new ArrayList<>();
    private final long[] published = new long[Lane.COUNT];
    private KafkaProducer<byte[], byte[]> producer;
    private int generation = 1;
    private int partitions = StatisticsTestResource.PARTITIONS;
    private Instant time = Instant.parse("2026-01-01T00:00:00Z");
    private volatile boolean reachable = true;
    private volatile int answers;

    private TestJournal() {
        IntStream.range(0, Lane.COUNT).forEach(lane -> lanes.add(new ArrayList<>()));
        producer = producer();
        URI address = URI.create(ConfigProvider.getConfig().getValue("quarkus.rest-client.intake.url", String.class));
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
            server.createContext("/journal", this::answer);
            server.setExecutor(Executors.newFixedThreadPool(2, work -> {
                Thread thread = new Thread(work, "test-journal");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The journal of the application under test. */
    public static TestJournal running() {
        return RUNNING;
    }

    /** Numbers a fact and keeps it; Kafka does not have it yet. */
    public synchronized Event append(String type, String subject, String data) {
        int lane = Lane.of(subject);
        List<Event> facts = lanes.get(lane);
        Event event = new Event(
                UUID.randomUUID().toString(),
                "org.gongkai." + type + ".v1",
                subject,
                generation,
                lane,
                facts.size() + 1L,
                time.toString(),
                data);
        facts.add(event);
        return event;
    }

    /** An hour goes by; answers when facts are recorded from now on. */
    public synchronized Instant later() {
        time = time.plus(Duration.ofHours(1));
        return time;
    }

    /** Numbers facts and publishes them. */
    public void record(Facts.Fact... facts) {
        publish(Arrays.stream(facts)
                .map(fact -> append(fact.type(), fact.subject(), fact.data()))
                .toArray(Event[]::new));
    }

    /** Numbers facts and publishes them by pieces of so many. */
    public void pour(List<Facts.Fact> facts, int piece) {
        for (int from = 0; from < facts.size(); from += piece) {
            record(facts.subList(from, Math.min(facts.size(), from + piece)).toArray(Facts.Fact[]::new));
        }
    }

    /** Numbers facts, and notes them as published though Kafka never gets them. */
    public void lose(Facts.Fact... facts) {
        for (Facts.Fact fact : facts) {
            notePublished(append(fact.type(), fact.subject(), fact.data()));
        }
    }

    /** Sends facts to Kafka in the given order, whether they were sent before or not. */
    public void publish(Event... events) {
        for (Event event : events) {
            send(event, event.data().getBytes(StandardCharsets.UTF_8));
            notePublished(event);
        }
        producer.flush();
    }

    /** Sends a fact with another value than the journal has. */
    public void publishDamaged(Event event, byte[] value) {
        send(event, value);
        notePublished(event);
        producer.flush();
    }

    /** Sends a record with any headers. */
    public void send(Map<String, String> headers, byte[] key, byte[] value) {
        RecordHeaders kafkaHeaders = new RecordHeaders();
        headers.forEach((name, text) -> kafkaHeaders.add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(new ProducerRecord<>(topic, 0, null, key, value, kafkaHeaders));
        producer.flush();
    }

    /** Headers of a fact as the contract has them. */
    public static Map<String, String> headers(Event event) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", event.id(),
                "ce_source", "urn:gongkai:intake",
                "ce_type", event.type(),
                "ce_subject", event.subject(),
                "ce_time", event.time(),
                "ce_lane", Integer.toString(event.lane()),
                "ce_position", Long.toString(event.position()),
                "ce_generation", Integer.toString(event.generation()),
                "content-type", "application/json");
    }

    /** Notes a fact as published. */
    public synchronized void notePublished(Event event) {
        published[event.lane()] = Math.max(published[event.lane()], event.position());
    }

    /** Begins a generation: positions are handed out again. */
    public synchronized void beginGeneration(int number) {
        generation = number;
        lanes.forEach(List::clear);
        Arrays.fill(published, 0);
    }

    /** Deletes the topic and makes it anew, empty, with another number of partitions. */
    public void makeTopicAnew(int count) throws Exception {
        producer.close();
        Topics.delete(bootstrapServers, topic);
        Topics.create(bootstrapServers, topic, count);
        partitions = count;
        producer = producer();
    }

    /** Whether the journal answers. */
    public void setReachable(boolean answersNow) {
        reachable = answersNow;
    }

    /** How often it has answered. */
    public int answers() {
        return answers;
    }

    /** Token of everything that was numbered. */
    public synchronized String position() {
        return Position.of(generation, lanes.stream().mapToLong(List::size).toArray())
                .toString();
    }

    private void send(Event event, byte[] value) {
        RecordHeaders kafkaHeaders = new RecordHeaders();
        headers(event).forEach((name, text) -> kafkaHeaders.add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(new ProducerRecord<>(
                topic,
                event.lane() % partitions,
                null,
                event.subject().getBytes(StandardCharsets.UTF_8),
                value,
                kafkaHeaders));
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            if (!reachable) {
                respond(call, 503, "{}");
            } else if (!("Bearer " + TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"))) {
                respond(call, 401, "{}");
            } else if (call.getRequestURI().getPath().equals("/journal/lanes")) {
                respond(call, 200, heads().toString());
            } else {
                respond(call, 200, page(call.getRequestURI()).toString());
            }
        }
    }

    private void respond(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        answers++;
    }

    private synchronized ObjectNode heads() {
        ObjectNode heads = JSON.createObjectNode().put("generation", generation);
        ArrayNode items = heads.putArray("lanes");
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            items.addObject()
                    .put("lane", lane)
                    .put("position", lanes.get(lane).size())
                    .put("published", published[lane]);
        }
        return heads;
    }

    private synchronized ObjectNode page(URI asked) {
        Map<String, Integer> query = Arrays.stream(asked.getQuery().split("&"))
                .map(parameter -> parameter.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.parseInt(pair[1])));
        List<Event> facts = lanes.get(query.get("lane"));
        int after = query.get("after");
        int end = Math.min(facts.size(), after + query.get("limit"));
        ObjectNode page = JSON.createObjectNode().put("generation", generation);
        ArrayNode items = page.putArray("items");
        facts.subList(Math.min(after, end), end).forEach(event -> items.add(event.json()));
        if (end < facts.size()) {
            page.put("next", end);
        }
        return page;
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "delivery.timeout.ms",
                        (int) TimeUnit.SECONDS.toMillis(60),
                        "linger.ms",
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
