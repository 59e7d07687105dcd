package org.gongkai.intake.importing;

import static org.gongkai.intake.Calls.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.importing.vocabulary.Vocabulary;
import org.gongkai.intake.importing.vocabulary.Vocabulary.Field;
import org.gongkai.intake.importing.vocabulary.Vocabulary.RecordWords;
import org.junit.jupiter.api.Test;

/** The page on imports: its examples are imported as printed, its columns are those of the vocabulary. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class ImportDocsIT {

    private static final Path PAGE = Path.of("../docs/contracts/imports.md");
    private static final Path COLUMNS = Path.of("../docs/contracts/import-columns.md");

    private static List<String> blocks(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        List<String> found = new ArrayList<>();
        while (block.find()) {
            found.add(block.group(1).replace("620000-01", "IMP-DOC-1"));
        }
        return found;
    }

    @Test
    void the_examples_are_taken_as_printed() throws IOException {
        register("IMP-DOC-1", null);
        for (String example : blocks("ndjson")) {
            ImportCalls.Answer answer = ImportCalls.ndjson("IMP-DOC-1", example);
            assertEquals(
                    List.of((int) example.lines().count(), 0, 0),
                    answer.summary(),
                    answer.lines().toString());
        }
        for (String example : blocks("csv")) {
            ImportCalls.Answer answer =
                    ImportCalls.streamed("IMP-DOC-1", ImportCalls.CSV, "", example.getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    List.of((int) example.lines().count() - 1, 0, 0),
                    answer.summary(),
                    answer.lines().toString());
        }
        assertEquals(2, blocks("ndjson").size() + blocks("csv").size());
    }

    /** To be written anew with -Dgongkai.write. */
    @Test
    void the_listed_columns_are_those_of_the_vocabulary() throws IOException {
        StringBuilder page = new StringBuilder("# Columns and words of imports\n\n"
                + "Made from `vocabulary.json` of intake-service. A header may be the field, its label or any other word of"
                + " its row; a cell may have a code or any word for it.\n");
        for (RecordWords record : Vocabulary.get().records()) {
            page.append("\n## ").append(record.record()).append(" · ").append(words(record.label(), record.also()));
            page.append("\n\n| field | headers | needed | as |\n|---|---|---|---|\n");
            for (Field field : record.fields()) {
                page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                field.field(),
                                words(field.label(), field.also()),
                                field.required() ? "yes" : "",
                                field.codes() == null
                                        ? kind(field)
                                        : "[" + field.codes() + "](#"
                                                + field.codes().toLowerCase() + ")"));
            }
        }
        Vocabulary.get().codes().forEach((name, codes) -> {
            page.append("\n### ").append(name).append("\n\n| code | words |\n|---|---|\n");
            codes.forEach((code, words) -> page.append("| `%s` | %s |\n".formatted(code, String.join(" · ", words))));
        });
        if (Boolean.getBoolean("gongkai.write")) {
            Files.writeString(COLUMNS, page);
        }
        assertEquals(page.toString(), Files.readString(COLUMNS));
    }

    private static String words(String label, List<String> also) {
        return also.isEmpty() ? label : label + " · " + String.join(" · ", also);
    }

    private static String kind(Field field) {
        return switch (field.kind()) {
            case DAY -> "day";
            case PERIOD -> "year or month";
            case COUNT, INTEGER -> "whole number";
            case YUAN -> "yuan";
            case YES -> "是, 否";
            default -> "text";
        };
    }
}
