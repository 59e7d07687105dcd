package org.gongkai.statistics.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.statistics.organisation.Kind;
import org.gongkai.statistics.organisation.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The consumer's side of the contract: docs/contracts as it stands. */
class FactContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_types_read_are_exactly_those_of_the_contract_and_each_has_examples() throws Exception {
        Set<String> schemas = names(contract("facts/v1"), ".schema.json");
        Set<String> read = FactReader.types().stream()
                .map(type -> type.replaceAll("^org\\.gongkai\\.|\\.v1$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(schemas, read);
        assertEquals(schemas, names(contract("facts/v1/examples"), ""));
        for (String type : schemas) {
            assertFalse(examples(type, "valid-").isEmpty(), type);
            assertFalse(examples(type, "invalid-").isEmpty(), type);
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_valid_example_is_read(Path example) throws Exception {
        Reading reading = read(example);

        Fact fact = assertInstanceOf(Reading.Readable.class, reading, reading.toString())
                .fact();
        assertEquals(subject(Files.readAllBytes(example)), fact.organisation());
        assertEquals(
                fact instanceof DeadlineMoved,
                fact.years().isEmpty() && fact.treeChanges().isEmpty() && fact.confirmation() == null,
                "says nothing");
        assertEquals(
                fact instanceof ApplicationArrived || awaitsConfirmation(fact),
                fact.deltas().isEmpty() && !fact.years().isEmpty(),
                "counts nothing");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void an_invalid_example_is_unreadable_with_a_reason_that_names_a_field(Path example) throws Exception {
        Reading reading = read(example);

        String reason = assertInstanceOf(Reading.Unreadable.class, reading).reason();
        String data = Files.readString(example);
        String schema = Files.readString(
                contract("facts/v1").resolve(example.getParent().getFileName() + ".schema.json"));
        String path = reason.substring(0, reason.indexOf(':'));
        String field = path.substring(path.lastIndexOf('.') + 1);
        assertFalse(!data.contains('"' + field + '"') && !schema.contains('"' + field + '"'), reason);
    }

    @Test
    void a_field_that_nobody_knows_yet_is_ignored() throws Exception {
        Path leak = contract("facts/v1/examples/ApplicationReceived/leak-name-of-the-applicant.json");

        assertInstanceOf(Reading.Readable.class, read(leak));
    }

    @Test
    void the_codes_are_exactly_those_of_the_code_list() throws Exception {
        JsonNode codes = JSON.readTree(contract("codes.json").toFile());

        assertEquals(codes(codes.get("applicant_types"), true), names(ApplicantType.values()));
        assertEquals(codes(codes.get("outcomes"), true), names(Outcome.values()));
        assertEquals(codes(codes.get("intake_channels"), false), names(Channel.values()));
        assertEquals(codes(codes.get("channels_seed"), false), names(PublicationChannel.values()));
        assertEquals(codes(codes.at("/review_litigation/blocks"), false), names(DisputeKind.values()));
        assertEquals(
                codes(codes.at("/review_litigation/results"), false),
                Stream.concat(names(DisputeResult.values()).stream(), Stream.of("PENDING", "TOTAL"))
                        .toList());
        assertEquals(
                codes(codes.get("proactive_2021"), false),
                Stream.of(names(DocumentKind.values()), names(DecisionKind.values()), List.of("FEES"))
                        .flatMap(List::stream)
                        .toList());
        JsonNode ended = JSON.readTree(
                contract("facts/v1/NormativeDocumentEnded.schema.json").toFile());
        assertEquals(texts(ended.at("/properties/manner/enum")), names(EndManner.values()));
        JsonNode organisation = JSON.readTree(
                contract("facts/v1/OrganisationRegistered.schema.json").toFile());
        assertEquals(texts(organisation.at("/properties/level/enum")), names(Level.values()));
        assertEquals(texts(organisation.at("/properties/kind/enum")), names(Kind.values()));
    }

    @Test
    void the_indicators_are_exactly_those_of_the_catalogue_and_roll_up_as_it_says() throws Exception {
        JsonNode catalogue = JSON.readTree(contract("indicators.json").toFile()).get("indicators");

        assertEquals(codes(catalogue, false), names(Indicator.values()));
        for (JsonNode indicator : catalogue) {
            assertEquals(
                    indicator.get("subtree").asText(),
                    Indicator.valueOf(indicator.get("code").asText()).rollup().name());
        }
    }

    private static boolean awaitsConfirmation(Fact fact) {
        return fact instanceof ApplicationVoided voided && !voided.was().received()
                || fact instanceof ApplicationReclassified amended
                        && !amended.is().received();
    }

    static Stream<Path> valid() throws Exception {
        return all("valid-");
    }

    static Stream<Path> invalid() throws Exception {
        return all("invalid-");
    }

    private static Stream<Path> all(String prefix) throws Exception {
        return names(contract("facts/v1/examples"), "").stream().flatMap(type -> {
            try {
                return examples(type, prefix).stream();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Reading read(Path example) throws IOException {
        byte[] value = Files.readAllBytes(example);
        return FactReader.read("org.gongkai." + example.getParent().getFileName() + ".v1", subject(value), value);
    }

    private static String subject(byte[] value) throws IOException {
        JsonNode data = JSON.readTree(value);
        return data.path(data.has("code") ? "code" : "organisation").asText();
    }

    private static List<Path> examples(String type, String prefix) throws Exception {
        try (Stream<Path> files = Files.list(contract("facts/v1/examples").resolve(type))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> codes(JsonNode list, boolean skipDerived) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(list::get)
                .filter(code -> !(skipDerived && code.path("derived").asBoolean()))
                .map(code -> code.get("code").asText())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(i -> list.get(i).asText())
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static Path contract(String name) throws URISyntaxException {
        URL found = FactContractTest.class.getResource("/contracts/" + name);
        return Path.of(Objects.requireNonNull(found, name).toURI());
    }
}
