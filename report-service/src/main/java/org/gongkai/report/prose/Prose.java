package org.gongkai.report.prose;

import java.util.List;
import java.util.Map;
import org.gongkai.report.statement.Level;

/**
 * The wording of a form's generated sections.
 *
 * @param form the form's edition
 * @param source whose wording it is
 * @param wordings how a report of each level names its bodies
 * @param alone the same for a body that has none below it
 * @param numbersInWords 1 to 10 before a measure word
 * @param sections in order
 */
record Prose(
        String form,
        String source,
        Map<Level, Wording> wordings,
        Wording alone,
        List<String> numbersInWords,
        List<Section> sections) {

    /**
     * Names of bodies.
     *
     * @param whole 全市
     * @param organs 全市各级行政机关
     * @param bodies 全市各级政府及部门
     * @param government 市政府
     * @param below 县（区）
     * @param levels level to how its bodies are named in a report of this level
     */
    record Wording(
            String whole, String organs, String bodies, String government, String below, Map<Level, String> levels) {}

    /** A section: its number and its paragraphs. */
    record Section(int number, List<Paragraph> paragraphs) {}

    /**
     * A paragraph.
     *
     * @param heading stands also where no sentence does, or null
     * @param sentences in order; those that do not hold are left out
     */
    record Paragraph(String heading, List<Sentence> sentences) {}

    /**
     * A sentence, left out whole where a figure that it names is not known.
     *
     * @param text with placeholders; {@code [[…]]} is left out where a figure in it is not known, {@code [[…||…]]} takes
     *     the second part then
     * @param when conditions that must hold, {@code applications.CARRIED_OUT.TOTAL > 0}; null: none
     * @param without figures that must not be known; null: none
     * @param each {@code levels}: once for each level that has a body, {@code {level}} standing for its code; null: once
     * @param first what stands before the first of them, or null
     */
    record Sentence(String text, List<String> when, List<String> without, String each, String first) {}
}
