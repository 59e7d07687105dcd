package org.gongkai.intake.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Violation;

/**
 * The fields of a line that name the record which it is about.
 *
 * @param parent its organisation and natural key
 */
public record ParentFields<P extends Record>(P parent) {

    private static final String ORGANISATION = "organisation";

    /** Takes them out of the line; refuses what is missing and what is outside the caller's subtree. */
    public static <P extends Record> ParentFields<P> taken(ObjectNode fields, Class<P> type, LineScope scope)
            throws JsonProcessingException {
        ObjectNode own = fields.objectNode();
        List<Violation> wrong = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            JsonNode value = fields.remove(name);
            if (value == null
                    || value.isNull()
                    || value.isTextual() && value.textValue().isBlank()) {
                wrong.add(new Violation(name, "natural-key-needed"));
            } else if (value.isTextual()) {
                own.put(name, value.textValue().strip());
            } else {
                own.set(name, value);
            }
        }
        if (own.path(ORGANISATION).isTextual()) {
            scope.requireReached(own.path(ORGANISATION).textValue());
        }
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
        return new ParentFields<>(scope.read(own, type));
    }

    /** Whose record it is. */
    public String organisation() {
        return (String) Amendment.value(parent, ORGANISATION);
    }

    /** The natural key within the organisation. */
    public List<Object> key() {
        List<Object> key = new ArrayList<>();
        for (RecordComponent component : parent.getClass().getRecordComponents()) {
            if (!component.getName().equals(ORGANISATION)) {
                key.add(Amendment.value(parent, component.getName()));
            }
        }
        return key;
    }

    /** There is no such record. */
    public Refusal unknown() {
        StringBuilder names = new StringBuilder();
        for (RecordComponent component : parent.getClass().getRecordComponents()) {
            names.append(names.length() == 0 ? "" : ", ").append(component.getName());
        }
        return new Refusal(ProblemType.UNKNOWN_RECORD, names);
    }
}
