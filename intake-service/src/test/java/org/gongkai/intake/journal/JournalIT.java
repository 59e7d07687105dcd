package org.gongkai.intake.journal;

import static org.gongkai.intake.Calls.admin;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class JournalIT {

    private static final Path FACTS = Path.of("target/test-classes/contracts/facts/v1");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Those of the register and of applications; the tests of the other records check theirs. */
    private static final Set<String> NAMES = Set.of(
            "OrganisationRegistered",
            "OrganisationChanged",
            "OrganisationMoved",
            "OrganisationAbolished",
            "ApplicationReceived",
            "ApplicationDecided");

    @Inject
    DataSource database;

    @Inject
    Journal journal;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void numbers_stay_dense_with_many_writers_and_refusals_between_them() throws Exception {
        register("JRN-1", null);
        long before = head(Lane.of("JRN-1"));
        ExecutorService writers = Executors.newFixedThreadPool(16);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            // each number twice, so one of two is a repeat; every fifth is refused
            String day = i % 5 == 0 ? "2999-01-01" : "2021-03-04";
            String number = "n" + i / 2;
            answers.add(writers.submit(() -> receive("JRN-1", number, day).statusCode()));
        }
        int created = 0;
        for (Future<Integer> answer : answers) {
            created += answer.get() == 201 ? 1 : 0;
        }
        writers.shutdown();

        assertEquals(100, created);
        assertEquals(before + created, head(Lane.of("JRN-1")));
        List<Long> numbers = journal.read(Lane.of("JRN-1"), 0, 500).stream()
                .map(JournalRow::position)
                .toList();
        assertEquals(LongStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
    }

    @Test
    void a_slow_transaction_holds_its_own_lane_alone_and_a_rollback_gives_its_number_back() throws Exception {
        register("JRN-2", null);
        String beside = codeOfAnotherLane("JRN-2");
        register(beside, null);
        int lane = Lane.of("JRN-2");
        long expected = head(lane);
        for (boolean commits : new boolean[] {false, true}) {
            ExecutorService caller = Executors.newSingleThreadExecutor();
            try (Connection slow = database.getConnection()) {
                slow.setAutoCommit(false);
                Position taken = journal.append(slow, journal.entry(new Sample("JRN-2"), "slow"));
                assertEquals(expected + 1, taken.number());

                Future<Integer> waiting = caller.submit(
                        () -> receive("JRN-2", "after-" + commits, "2021-03-04").statusCode());

                assertEquals(
                        201, receive(beside, "beside-" + commits, "2021-03-04").statusCode());
                assertThrows(TimeoutException.class, () -> waiting.get(2, TimeUnit.SECONDS));
                if (commits) {
                    slow.commit();
                } else {
                    slow.rollback();
                }
                assertEquals(201, waiting.get(30, TimeUnit.SECONDS));
            } finally {
                caller.shutdown();
            }
            expected += commits ? 2 : 1;
            assertEquals(expected, head(lane));
        }
        // and none is skipped on the way to Kafka
        List<Long> all = LongStream.rangeClosed(1, expected).boxed().toList();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(
                        all,
                        published().stream()
                                .filter(one -> header(one, "ce_lane").equals(Integer.toString(lane)))
                                .map(one -> Long.parseLong(header(one, "ce_position")))
                                .toList()));
    }

    @Test
    void rows_of_the_journal_are_never_changed_or_deleted() throws SQLException {
        register("JRN-3", null);
        for (String change : List.of("UPDATE journal SET payload = '{}'", "DELETE FROM journal", "TRUNCATE journal")) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(change));
                assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
            }
        }
    }

    @Test
    void another_database_system_raises_the_generation_once() throws SQLException {
        int present = journal.generation();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            assertEquals(0, GenerationGuard.raise(connection));
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE journal_generation SET system_identifier = system_identifier + 1");
            }
            assertEquals(present + 1, GenerationGuard.raise(connection));
            assertEquals(0, GenerationGuard.raise(connection));
            connection.rollback();
        }
    }

    @Test
    void facts_are_published_as_the_contract_says_without_a_word_of_personal_data() throws Exception {
        register("JRN-4", null);
        register("JRN-5", "JRN-4");
        register("JRN-6", null);
        admin().body("{\"name\": \"改名\", \"level\": \"COUNTY\", \"kind\": \"AGENCY\", \"parent\": \"JRN-6\","
                        + " \"documentPrefix\": \"演政\","
                        + " \"parentSince\": \"2021-07-01\"}")
                .put("/organisations/JRN-5");
        String id = receive("JRN-5", "合〔2021〕1号", "2021-03-04").path("id");
        as("recorder", "JRN-5")
                .body("{\"outcome\": \"OTHER_MISC\", \"decidedOn\": \"2021-03-25\", \"reason\": \"演示理由\"}")
                .post("/applications/" + id + "/outcome");
        admin().body("{\"since\": \"2022-01-01\"}").post("/organisations/JRN-5/abolition");
        Map<String, JsonSchema> schemas = schemas();
        String lane = Integer.toString(Lane.of("JRN-5"));

        List<ConsumerRecord<String, byte[]>> facts = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> published().stream()
                                .filter(one -> one.key().equals("JRN-5"))
                                .toList(),
                        found -> found.size() >= NAMES.size());

        TreeSet<String> names = new TreeSet<>();
        for (ConsumerRecord<String, byte[]> one : facts) {
            String name = header(one, "ce_type").replaceAll("^org\\.gongkai\\.|\\.v1$", "");
            names.add(name);
            JsonNode payload = JSON.readTree(one.value());
            assertEquals(List.of(), List.copyOf(schemas.get(name).validate(payload)), payload.toString());
            assertEquals(Lane.of("JRN-5") % 16, one.partition());
            assertEquals(lane, header(one, "ce_lane"));
            assertEquals("urn:gongkai:intake", header(one, "ce_source"));
            String whole = payload.toString();
            for (String personal : List.of("演示人", "62280119900101123X", "13800138000", "部门预算", "演示理由")) {
                assertFalse(whole.contains(personal), whole);
            }
        }
        assertEquals(NAMES, names);
        List<String> served = as("system", "*")
                .get("/journal?limit=500&lane=" + lane)
                .jsonPath()
                .getList("items.id");
        assertTrue(served.containsAll(
                facts.stream().map(one -> header(one, "ce_id")).toList()));
    }

    @Test
    void the_examples_of_the_contract_are_valid_or_not_as_their_names_say() throws Exception {
        int examples = 0;
        for (Map.Entry<String, JsonSchema> schema : schemas().entrySet()) {
            try (Stream<Path> files = Files.list(FACTS.resolve("examples").resolve(schema.getKey()))) {
                for (Path file : files.toList()) {
                    boolean valid = schema.getValue()
                            .validate(JSON.readTree(file.toFile()))
                            .isEmpty();
                    assertEquals(file.getFileName().toString().startsWith("valid-"), valid, file.toString());
                    examples++;
                }
            }
        }
        assertTrue(examples >= 20, examples + " examples found");
    }

    /** A fact to take a number with. */
    private record Sample(String code) implements Fact {
        @Override
        public String subject() {
            return code;
        }

        @Override
        public LocalDate countsFor() {
            return LocalDate.of(2021, 3, 4);
        }
    }

    private long head(int lane) {
        return journal.heads().get(lane).position();
    }

    private static String codeOfAnotherLane(String code) {
        int i = 0;
        while (Lane.of(code + "-" + i) == Lane.of(code)) {
            i++;
        }
        return code + "-" + i;
    }

    private static Map<String, JsonSchema> schemas() throws IOException {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        Map<String, JsonSchema> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(FACTS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".schema.json"))
                    .toList()) {
                schemas.put(
                        file.getFileName().toString().replace(".schema.json", ""),
                        factory.getSchema(JSON.readTree(file.toFile()), strict));
            }
        }
        assertEquals(43, schemas.size());
        return schemas;
    }

    /** All records of the topic, each partition in order. */
    private List<ConsumerRecord<String, byte[]>> published() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("gongkai.facts").stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (records.size() < end && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> one, String name) {
        return new String(one.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
