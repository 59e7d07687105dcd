package org.gongkai.report.check.typed;

import java.math.BigDecimal;
import java.util.List;

/**
 * Something that a text says in figures.
 *
 * @param verdict what became of it
 * @param section number of the section
 * @param paragraph in the section, from 1
 * @param sentence in the paragraph, from 1
 * @param words the sentence as it stands
 * @param figure as typed
 * @param counted what is counted or follows from the sentence's own figures, in the unit of the first name; null where unknown
 * @param typed the typed value in the same unit
 * @param names paths of the figures that it should be, or of those near; a placeholder each
 * @param why in Chinese
 */
public record Remark(
        Outcome verdict,
        int section,
        int paragraph,
        int sentence,
        String words,
        String figure,
        BigDecimal counted,
        BigDecimal typed,
        List<String> names,
        String why) {

    /** What became of a figure that was looked at. */
    public enum Outcome {
        /** It contradicts what is counted. */
        CONTRADICTS,
        /** It agrees. */
        AGREES,
        /** The words do not tell what it is of, or that is not known. */
        UNKNOWN
    }

    static Remark of(
            Outcome verdict,
            Sentence sentence,
            String figure,
            BigDecimal counted,
            BigDecimal typed,
            List<String> names,
            String why) {
        return new Remark(
                verdict,
                sentence.section(),
                sentence.paragraph(),
                sentence.number(),
                sentence.text(),
                figure,
                counted,
                typed,
                List.copyOf(names),
                why);
    }
}
