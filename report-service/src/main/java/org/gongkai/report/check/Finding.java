package org.gongkai.report.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gongkai.report.figure.Quantity;

/**
 * One check of one row, column, cell or text.
 *
 * @param rule its code
 * @param citation where the rule is from
 * @param severity whether it blocks
 * @param verdict what it came to
 * @param left the one side, or null
 * @param right the other side, or null
 * @param delta left − right, or null
 * @param cells the cells that it speaks of, {@code applications.ROW.COLUMN}, or the table or text
 * @param members bodies that came or went, where the rule speaks of them, or null
 * @param note what else there is to say, in Chinese, or null
 * @param waived why it does not stop the report although it is broken, or null
 * @param typed where the text says it and what could stand there instead, of a figure that a text types; null elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        String rule,
        String citation,
        Severity severity,
        Verdict verdict,
        Quantity left,
        Quantity right,
        Quantity delta,
        List<String> cells,
        List<String> members,
        String note,
        Waiver waived,
        Typed typed) {

    /** Whether an edition must wait: a blocking rule is broken, and nobody waived it. */
    public boolean blocks() {
        return verdict == Verdict.BROKEN && severity == Severity.BLOCKING && waived == null;
    }

    /** The same with the waiver of its rule, which says something only of what is broken. */
    Finding waivedBy(Waiver waiver) {
        return verdict != Verdict.BROKEN || waiver == null
                ? this
                : new Finding(
                        rule, citation, severity, verdict, left, right, delta, cells, members, note, waiver, typed);
    }

    /** The same with more to say. */
    public Finding noting(String more) {
        return new Finding(
                rule,
                citation,
                severity,
                verdict,
                left,
                right,
                delta,
                cells,
                members,
                note == null ? more : note + more,
                waived,
                typed);
    }

    /**
     * A figure that a text types.
     *
     * @param section number of the section
     * @param paragraph in the section, from 1
     * @param sentence in the paragraph, from 1
     * @param text the sentence
     * @param figure as typed
     * @param suggestions figures that are meant, or near; a placeholder of one keeps the text right
     */
    public record Typed(
            int section, int paragraph, int sentence, String text, String figure, List<Suggestion> suggestions) {}

    /** A placeholder and what it stands for now. */
    public record Suggestion(String placeholder, Quantity value) {}
}
