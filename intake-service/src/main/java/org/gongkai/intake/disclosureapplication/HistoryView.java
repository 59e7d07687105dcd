package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gongkai.intake.OfficialTime;
import org.gongkai.intake.lifecycle.Outcome;

/**
 * A line of a case's history.
 *
 * @param version that it led to
 * @param at when it was recorded
 * @param by the token's {@code sub}
 * @param act what was done
 * @param on the day that it is about
 * @param step the step that was taken or retracted, as it was recorded
 * @param outcome that was recorded or retracted
 * @param reason of a correction
 * @param was what was amended, as it was before
 * @param timely whether the step kept its limit
 * @param attachment the file that was added or withdrawn, which leads to no version of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryView(
        long version,
        OffsetDateTime at,
        String by,
        CaseAct act,
        LocalDate on,
        StepView step,
        Outcome outcome,
        String reason,
        JsonNode was,
        Boolean timely,
        Attached attachment) {

    /**
     * A file.
     *
     * @param kind REQUEST, REPLY, …
     * @param name absent once it was erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attached(UUID id, String kind, String name) {}

    private static final Set<String> PERSONAL =
            Set.of("name", "identityDocument", "contact", "authority", "informationSought", "delivery", "handler");

    public HistoryView {
        at = OfficialTime.of(at);
    }

    static HistoryView of(HistoryTable.Line line, List<KeptStep> steps, boolean readable) {
        ObjectNode note = line.note();
        KeptStep step = steps.stream()
                .filter(each -> each.number() == note.path("step").asInt())
                .findFirst()
                .orElse(null);
        JsonNode was = note.get("was");
        return new HistoryView(
                line.version(),
                line.at(),
                line.by(),
                line.act(),
                note.has("on") ? LocalDate.parse(note.get("on").asText()) : null,
                step == null ? null : StepView.of(step, readable),
                note.has("outcome") ? Outcome.valueOf(note.get("outcome").asText()) : null,
                readable || line.reason() == null ? line.reason() : ApplicationView.MASK,
                readable || was == null ? was : masked(was.deepCopy()),
                step == null ? null : step.timely(),
                null);
    }

    /** Of a file; all as it is to be told. */
    public static HistoryView of(
            long version, OffsetDateTime at, String by, CaseAct act, String reason, Attached attachment) {
        return new HistoryView(version, at, by, act, null, null, null, reason, null, null, attachment);
    }

    static JsonNode masked(JsonNode fields) {
        if (fields instanceof ObjectNode object) {
            object.fields()
                    .forEachRemaining(field -> field.setValue(
                            PERSONAL.contains(field.getKey())
                                            && !field.getValue().isNull()
                                    ? TextNode.valueOf(ApplicationView.MASK)
                                    : masked(field.getValue())));
        } else if (fields instanceof ArrayNode list) {
            list.forEach(HistoryView::masked);
        }
        return fields;
    }
}
