package org.gongkai.intake.importing.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.gongkai.intake.importing.vocabulary.Vocabulary.Field;
import org.gongkai.intake.importing.vocabulary.Vocabulary.RecordWords;
import org.gongkai.intake.lifecycle.StepType;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final Path CONTRACTS = Path.of("target/test-classes/contracts");

    @Test
    void every_code_of_the_contract_is_found_by_itself_and_by_its_official_label() throws IOException {
        Map<String, String> lists = Map.of(
                "/applicant_types", "applicantType",
                "/outcomes", "outcome",
                "/intake_channels", "intakeChannel",
                "/channels_seed", "publicationChannel",
                "/review_litigation/blocks", "disputeKind",
                "/review_litigation/results", "disputeResult");
        JsonNode contract =
                new ObjectMapper().readTree(CONTRACTS.resolve("codes.json").toFile());
        for (Map.Entry<String, String> list : lists.entrySet()) {
            for (JsonNode code : contract.at(list.getKey())) {
                boolean derived = code.path("derived").asBoolean()
                        || code.get("code").asText().matches("PENDING|TOTAL");
                if (!derived) {
                    found(list.getValue(), code);
                }
            }
        }
        JsonNode indicators =
                new ObjectMapper().readTree(CONTRACTS.resolve("indicators.json").toFile());
        for (JsonNode code : indicators.get("indicators")) {
            found("indicator", code);
        }
        for (StepType type : StepType.values()) {
            assertEquals(
                    type.name(), Vocabulary.get().code("step", type.label()).orElse(null));
            assertEquals(type.name(), Vocabulary.get().code("step", type.name()).orElse(null));
        }
        assertEquals(StepType.values().length, Vocabulary.get().labels("step").size());
    }

    private static void found(String list, JsonNode code) {
        String name = code.get("code").asText();
        assertEquals(name, Vocabulary.get().code(list, name).orElse(null));
        assertEquals(
                name, Vocabulary.get().code(list, code.get("label_zh").asText()).orElse(null), name);
    }

    @Test
    void no_word_stands_for_two_codes_fields_or_records() {
        Vocabulary.get().codes().forEach((list, codes) -> {
            TreeSet<String> seen = new TreeSet<>();
            codes.forEach((code, words) -> words.stream()
                    .map(Vocabulary::plain)
                    .distinct()
                    .forEach(word -> assertTrue(seen.add(word), list + ": " + word)));
        });
        TreeSet<String> names = new TreeSet<>();
        for (RecordWords record : Vocabulary.get().records()) {
            assertTrue(names.add(record.label()) && names.add(record.record())
                    || record.record().equals("outcome"));
            TreeSet<String> headers = new TreeSet<>();
            for (Field field : record.fields()) {
                assertTrue(headers.add(Vocabulary.plain(field.label())), record.record() + ": " + field.label());
                field.also()
                        .forEach(
                                word -> assertTrue(headers.add(Vocabulary.plain(word)), record.record() + ": " + word));
            }
        }
    }

    @Test
    void words_are_compared_without_blanks_and_widths() {
        assertEquals("(元)12", Vocabulary.plain(" （元） １２\u3000"));
        assertEquals("COUNT", Vocabulary.plain("COUNT"));
        assertTrue(Vocabulary.get().record("　主动公开 ").isPresent());
    }
}
