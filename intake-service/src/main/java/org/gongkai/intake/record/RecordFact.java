package org.gongkai.intake.record;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.intake.journal.Fact;

/** The three kinds of fact that a quiet record has. */
public interface RecordFact extends Fact {

    /** The record. */
    UUID recordId();

    /** Whose counts it moves. */
    String organisation();

    @Override
    default String subject() {
        return organisation();
    }

    /** It happened: {@code <Fact>}. */
    record Stated(
            UUID recordId,
            String organisation,
            @JsonUnwrapped Content content) implements RecordFact {

        @Override
        public LocalDate countsFor() {
            return content.countsFor();
        }

        @Override
        public String type() {
            return RecordFact.type(content, "");
        }
    }

    /** What it said was wrong, in one fact, so that no count is ever between taking back and putting: {@code <Fact>Amended}. */
    record Amended(UUID recordId, String organisation, Content was, Content is) implements RecordFact {

        @Override
        public LocalDate countsFor() {
            return is.countsFor();
        }

        @Override
        public LocalDate countedFor() {
            return was.countsFor();
        }

        @Override
        public String type() {
            return RecordFact.type(is, "Amended");
        }
    }

    /** It did not happen: {@code <Fact>Retracted}. */
    record Retracted(UUID recordId, String organisation, Content was) implements RecordFact {

        @Override
        public LocalDate countsFor() {
            return was.countsFor();
        }

        @Override
        public String type() {
            return RecordFact.type(was, "Retracted");
        }
    }

    /**
     * The facts that lead from what a record said to what it says: one for each thing that came, went or changed.
     *
     * @param was contents by what they are about; empty for a new record
     * @param is likewise; empty for a retracted one
     */
    static List<Fact> between(UUID id, String organisation, Map<String, Content> was, Map<String, Content> is) {
        List<Fact> facts = new ArrayList<>();
        was.forEach((about, before) -> {
            if (!is.containsKey(about)) {
                facts.add(new Retracted(id, organisation, before));
            } else if (!is.get(about).equals(before)) {
                facts.add(new Amended(id, organisation, before, is.get(about)));
            }
        });
        is.forEach((about, now) -> {
            if (!was.containsKey(about)) {
                facts.add(new Stated(id, organisation, now));
            }
        });
        return facts;
    }

    private static String type(Content content, String suffix) {
        return "org.gongkai." + content.getClass().getSimpleName() + suffix + ".v1";
    }
}
