package org.gongkai.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongkai.intake.journal.Fact;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.lifecycle.Channel;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.organisation.Kind;
import org.gongkai.intake.organisation.Level;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.RecordFact;
import org.junit.jupiter.api.Test;

/** The contract is data; the code says the same, neither more nor less. */
class ContractTest {

    private static final Path CONTRACTS = Path.of("target/test-classes/contracts");
    private static final Path FACTS = CONTRACTS.resolve("facts/v1");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<String> codes(String pointer) throws IOException {
        JsonNode list = JSON.readTree(CONTRACTS.resolve("codes.json").toFile()).at(pointer);
        return StreamSupport.stream(list.spliterator(), false)
                .filter(code -> !code.path("derived").asBoolean())
                .map(code -> code.get("code").asText())
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    @Test
    void the_codes_of_an_application_are_those_of_the_contract_in_its_order() throws IOException {
        assertEquals(codes("/applicant_types"), names(ApplicantType.values()));
        assertEquals(codes("/outcomes"), names(Outcome.values()));
        assertEquals(codes("/intake_channels"), names(Channel.values()));
    }

    @Test
    void the_contract_has_the_codes_that_the_interface_lists() throws IOException {
        assertEquals(
                List.of("IN_PERSON", "SIGNED_MAIL", "ORDINARY_MAIL", "ONLINE", "FAX", "ORAL"),
                codes("/intake_channels"));
        assertEquals(
                List.of("GAZETTE", "WEBSITE", "WECHAT", "TOUTIAO", "OTHER_NEW_MEDIA", "OTHER_CHANNELS"),
                codes("/channels_seed"));
        assertEquals(
                List.of("RULES", "NORMATIVE_DOCS", "LICENSES", "PENALTIES", "COERCIVE", "FEES"),
                codes("/proactive_2021"));
        assertEquals(
                List.of("REVIEW", "LITIGATION_DIRECT", "LITIGATION_AFTER_REVIEW"), codes("/review_litigation/blocks"));
        assertEquals(List.of("UPHELD", "CORRECTED", "OTHER_RESULT", "PENDING"), codes("/review_litigation/results"));
        assertEquals(List.of("NEW_RECEIVED", "CARRIED_IN", "RESULT_TOTAL", "CARRIED_OUT"), codes("/flow_rows"));
        assertEquals(21, codes("/outcomes").size());
        assertEquals(6, codes("/applicant_types").size());
        assertEquals(List.of("NATIONAL", "PROVINCE", "CITY", "COUNTY", "TOWNSHIP"), names(Level.values()));
        assertEquals(List.of("GOVERNMENT", "DEPARTMENT", "AGENCY", "AUTHORISED"), names(Kind.values()));
    }

    /** Each fact that can be journaled, with its components and their types. */
    private static Map<String, Map<String, Class<?>>> facts() {
        Map<String, Map<String, Class<?>>> facts = new TreeMap<>();
        for (JavaClass one : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.gongkai.intake")) {
            boolean whole = one.isAssignableTo(Fact.class) && !one.isAssignableTo(RecordFact.class);
            if (whole && !one.isInterface()) {
                facts.put(one.getSimpleName(), components(one.reflect()));
            } else if (one.isAssignableTo(Content.class) && !one.isInterface()) {
                addOfRecord(one.reflect(), facts);
            }
        }
        return facts;
    }

    /** What a quiet record says, amends and retracts. */
    private static void addOfRecord(Class<?> content, Map<String, Map<String, Class<?>>> facts) {
        Map<String, Class<?>> stated = components(RecordFact.Retracted.class);
        stated.remove("was");
        stated.putAll(components(content));
        facts.put(content.getSimpleName(), stated);
        facts.put(content.getSimpleName() + "Retracted", components(RecordFact.Retracted.class));
        if (!content.getSimpleName().equals("YearConfirmed")) {
            // another confirmation of a year is a later one, not an amendment
            facts.put(content.getSimpleName() + "Amended", components(RecordFact.Amended.class));
        }
    }

    private static Map<String, Class<?>> components(Class<?> type) {
        Map<String, Class<?>> components = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(component.getName(), component.getType());
        }
        return components;
    }

    private static Map<String, JsonNode> schemas() throws IOException {
        Map<String, JsonNode> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(FACTS)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".schema.json")) {
                    schemas.put(name.replace(".schema.json", ""), JSON.readTree(file.toFile()));
                }
            }
        }
        return schemas;
    }

    @Test
    void each_fact_has_its_schema_and_each_schema_its_fact() throws IOException {
        assertEquals(facts().keySet(), schemas().keySet());
    }

    @Test
    void a_facts_components_are_the_properties_of_its_schema_with_the_same_codes() throws IOException {
        Map<String, JsonNode> schemas = schemas();
        for (Map.Entry<String, Map<String, Class<?>>> fact : facts().entrySet()) {
            JsonNode schema = schemas.get(fact.getKey());
            assertEquals(names(schema.get("properties")), fact.getValue().keySet(), fact.getKey());
            fact.getValue().forEach((name, type) -> {
                if (type.isEnum()) {
                    List<String> listed = new ArrayList<>();
                    schema.at("/properties/" + name + "/enum").forEach(code -> listed.add(code.asText()));
                    assertEquals(names((Enum<?>[]) type.getEnumConstants()), listed, fact.getKey() + "." + name);
                }
            });
            schema.path("required")
                    .forEach(
                            name -> assertTrue(fact.getValue().containsKey(name.asText()), fact.getKey() + " " + name));
        }
    }

    @Test
    void what_a_fact_was_and_is_has_the_shape_of_the_fact_itself() throws IOException {
        Map<String, JsonNode> schemas = schemas();
        for (String correction : schemas.keySet()) {
            if (!correction.matches(".*(Amended|Retracted)") || correction.equals("OutcomeRetracted")) {
                continue; // an application's own corrections: the next test
            }
            JsonNode stated = schemas.get(correction.replaceFirst("(Amended|Retracted)$", ""));
            for (String side : List.of("was", "is")) {
                JsonNode shape = schemas.get(correction).at("/properties/" + side);
                if (!shape.isMissingNode()) {
                    ObjectNode whole = stated.get("properties").deepCopy();
                    whole.remove(List.of("recordId", "organisation"));
                    assertEquals(whole, shape.get("properties"), correction + "." + side);
                }
            }
        }
    }

    @Test
    void what_an_application_was_and_is_has_the_components_of_its_class() throws IOException {
        Map<String, Map<String, Class<?>>> facts = facts();
        Map<String, JsonNode> schemas = schemas();
        JsonNode decided = schemas.get("OutcomeRetracted").at("/properties/was/properties");

        assertEquals(
                names(decided),
                components(facts.get("OutcomeRetracted").get("was")).keySet());
        for (String place :
                List.of("ApplicationReclassified/was", "ApplicationReclassified/is", "ApplicationVoided/was")) {
            String fact = place.substring(0, place.indexOf('/'));
            String side = place.substring(fact.length() + 1);
            JsonNode shape = schemas.get(fact).at("/properties/" + side + "/properties");
            assertEquals(names(shape), components(facts.get(fact).get(side)).keySet(), place);
            assertEquals(decided, shape.at("/decision/properties"), place);
            assertEquals(schemas.get("ApplicationReceived").at("/properties/channel"), shape.get("channel"), place);
            assertEquals(
                    schemas.get("ApplicationReceived").at("/properties/applicantType"),
                    shape.get("applicantType"),
                    place);
        }
        decided.fieldNames()
                .forEachRemaining(name -> assertEquals(
                        schemas.get("ApplicationDecided").get("properties").get(name), decided.get(name), name));
    }

    @Test
    void the_asyncapi_document_names_exactly_the_schemas_and_examples_that_exist() throws IOException {
        JsonNode document =
                new YAMLMapper().readTree(FACTS.resolve("asyncapi.yaml").toFile());
        TreeSet<String> folders = new TreeSet<>();
        try (Stream<Path> examples = Files.list(FACTS.resolve("examples"))) {
            examples.forEach(folder -> folders.add(folder.getFileName().toString()));
        }

        assertEquals(List.of(), drift(document, schemas()));
        assertEquals(schemas().keySet(), folders);
        for (String fact : folders) {
            try (Stream<Path> examples = Files.list(FACTS.resolve("examples").resolve(fact))) {
                List<String> kinds = examples.map(
                                file -> file.getFileName().toString().replaceFirst("-.*", ""))
                        .distinct()
                        .toList();
                assertTrue(kinds.containsAll(List.of("valid", "invalid")), fact + ": " + kinds);
                assertTrue(List.of("valid", "invalid", "leak").containsAll(kinds), fact + ": " + kinds);
            }
        }
    }

    @Test
    void an_asyncapi_document_that_drifted_is_found_out() throws IOException {
        JsonNode document =
                new YAMLMapper().readTree(FACTS.resolve("asyncapi.yaml").toFile());

        ObjectNode less = document.deepCopy();
        ((ObjectNode) less.at("/components/messages")).remove("OrganisationMoved");
        ObjectNode other = document.deepCopy();
        ((ObjectNode) other.at("/components/messages/OrganisationMoved/payload"))
                .put("$ref", "./OrganisationMove.schema.json");
        ObjectNode unsent = document.deepCopy();
        ((ObjectNode) unsent.at("/channels/facts/messages")).remove("OrganisationMoved");

        for (ObjectNode drifted : List.of(less, other, unsent)) {
            assertNotEquals(List.of(), drift(drifted, schemas()));
        }
    }

    /** Where the document and the schemas differ. */
    private static List<String> drift(JsonNode document, Map<String, JsonNode> schemas) {
        List<String> drift = new ArrayList<>();
        TreeSet<String> sent = names(document.at("/channels/facts/messages"));
        TreeSet<String> described = names(document.at("/components/messages"));
        if (!sent.equals(schemas.keySet())) {
            drift.add("the channel's messages are " + sent);
        }
        if (!described.equals(schemas.keySet())) {
            drift.add("the components' messages are " + described);
        }
        for (String name : described) {
            JsonNode message = document.at("/components/messages/" + name);
            String file = message.at("/payload/$ref").asText();
            if (!file.equals("./" + name + ".schema.json")
                    || !name.equals(message.path("name").asText())) {
                drift.add(name + " has the payload " + file);
            }
            if (!Files.isRegularFile(FACTS.resolve(file))) {
                drift.add("there is no " + file);
            }
            if (!message.path("summary")
                    .equals(schemas.getOrDefault(name, document).path("description"))) {
                drift.add(name + " is summed up otherwise than its schema describes it");
            }
            String reference =
                    document.at("/channels/facts/messages/" + name + "/$ref").asText();
            if (!reference.equals("#/components/messages/" + name)) {
                drift.add("the channel's " + name + " is " + reference);
            }
        }
        return drift;
    }

    private static TreeSet<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
