package org.gongkai.intake.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.problem.Violation;

/**
 * What a PATCH says: the fields to change, as in a JSON merge patch (RFC 7396: null takes an optional field away), and
 * {@code reason}.
 */
public final class Amendment {

    private static final String REASON = "reason";

    private final ObjectNode fields;
    private final String reason;

    private Amendment(ObjectNode fields, String reason) {
        this.fields = fields;
        this.reason = reason;
    }

    /** Refuses where the reason is missing. */
    public static Amendment of(ObjectNode sent) {
        if (sent == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        JsonNode given = sent.path(REASON);
        if (!given.isTextual() && !given.isMissingNode() && !given.isNull()) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, REASON).field(REASON, "wrong-type", "\"…\"");
        }
        ObjectNode fields = sent.deepCopy();
        fields.remove(REASON);
        return new Amendment(fields, reason(given.textValue()));
    }

    /** The reason of a retraction. */
    public static String reason(String text) {
        List<Violation> wrong = new ArrayList<>();
        String reason = Texts.required(REASON, text, Checking.MOST_REASON, wrong);
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
        return reason;
    }

    /** Why. */
    public String reason() {
        return reason;
    }

    /**
     * The body with these fields changed, not checked yet.
     *
     * @param fixed names of the fields that cannot be amended
     */
    public <B extends Record> B appliedTo(B body, Class<B> type, Collection<String> fixed, ObjectMapper json) {
        requireKnown(type);
        ObjectNode merged = json.valueToTree(body);
        fields.fields().forEachRemaining(field -> {
            if (fixed.contains(field.getKey()) && !field.getValue().equals(merged.path(field.getKey()))) {
                throw new Refusal(ProblemType.INVALID_FIELDS).field(field.getKey(), "not-amendable");
            }
            merge(merged, field.getKey(), field.getValue());
        });
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw new Unreadable(e);
        }
    }

    /** RFC 7396: an object is merged field by field, null takes away, anything else takes the place. */
    private static void merge(ObjectNode target, String name, JsonNode sent) {
        if (sent.isNull()) {
            target.remove(name);
        } else if (sent instanceof ObjectNode fields && target.get(name) instanceof ObjectNode kept) {
            fields.fields().forEachRemaining(each -> merge(kept, each.getKey(), each.getValue()));
        } else {
            target.set(name, sent);
        }
    }

    /** Whether it names this field. */
    public boolean names(String field) {
        return fields.has(field);
    }

    private void requireKnown(Class<? extends Record> type) {
        TreeSet<String> known = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            known.add(component.getName());
        }
        known.add(REASON);
        fields.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String names = String.join(", ", known);
                throw new Refusal(ProblemType.UNKNOWN_FIELD, name, names).field(name, "unknown-field", names);
            }
        });
    }

    /** Names of the components in which two bodies differ; never their values. */
    public static <B extends Record> List<String> differences(B kept, B sent) {
        return Arrays.stream(kept.getClass().getRecordComponents())
                .filter(component -> !Objects.equals(value(component, kept), value(component, sent)))
                .map(RecordComponent::getName)
                .collect(Collectors.toList());
    }

    /** The component of that name. */
    static Object value(Record body, String name) {
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                return value(component, body);
            }
        }
        throw new IllegalStateException("there is no component " + name);
    }

    private static Object value(RecordComponent component, Record body) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component without a value: " + component, e);
        }
    }

    /** Fields of a type or code that the body does not have; the cause says which. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(JsonProcessingException cause) {
            super(cause);
        }
    }
}
