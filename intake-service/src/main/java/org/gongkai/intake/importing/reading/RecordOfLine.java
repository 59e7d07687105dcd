package org.gongkai.intake.importing.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.gongkai.intake.importing.vocabulary.Vocabulary;
import org.gongkai.intake.importing.vocabulary.Vocabulary.RecordWords;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/** What a line is to record. */
public final class RecordOfLine {

    /** The field, and column, that says so. */
    static final String FIELD = "record";

    private RecordOfLine() {}

    /** Takes the field out of the line; what is said for the whole body stands in where it is absent. */
    static RecordWords taken(ObjectNode fields, String otherwise) {
        JsonNode given = fields.remove(FIELD);
        String word = given == null || given.isNull() ? otherwise : given.isTextual() ? given.textValue() : "";
        if (word == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, FIELD).field(FIELD, "unknown-code", codes());
        }
        return named(word);
    }

    /** Refuses a word that names none. */
    public static RecordWords named(String word) {
        return Vocabulary.get()
                .record(word)
                .orElseThrow(
                        () -> new Refusal(ProblemType.UNREADABLE_BODY, FIELD).field(FIELD, "unknown-code", codes()));
    }

    static String codes() {
        return Vocabulary.get().records().stream().map(RecordWords::record).collect(Collectors.joining(", "));
    }
}
