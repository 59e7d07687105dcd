package org.gongkai.report.section;

import java.util.List;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.prose.Placeholders;
import org.gongkai.report.prose.Vocabulary;

/**
 * What the office puts.
 *
 * @param text paragraphs, one a line; figures stand in it as {@code {{applications.RESULT_TOTAL.TOTAL}}}. No markup: an
 *     angle bracket is printed as one
 */
record SectionBody(String text) {

    /** Characters; the longest section of the report of Qingyang 2021 has about 1,300. */
    static final int LONGEST = 20_000;

    private static final int NEAR = 5;
    private static final int LONGEST_SHOWN = 80;

    /** The text as it is kept: ends of lines and of the text made one way; or why it cannot be. */
    String checked(int section, Vocabulary vocabulary) {
        if (text == null || text.isBlank()) {
            throw wrong("required");
        }
        String clean = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (clean.codePointCount(0, clean.length()) > LONGEST) {
            throw wrong("too-long", LONGEST);
        }
        if (clean.codePoints().anyMatch(SectionBody::isUnusable)) {
            throw wrong("unusable-character");
        }
        int unclosed = Placeholders.unclosed(clean);
        if (unclosed >= 0) {
            throw wrong("unclosed-placeholder", unclosed + 1);
        }
        for (String name : Placeholders.names(clean)) {
            if (!vocabulary.knows(name, section)) {
                List<String> near = vocabulary.near(name, NEAR);
                throw new Refusal(ProblemType.UNKNOWN_PLACEHOLDER, shown(name), String.join(", ", near));
            }
        }
        return clean;
    }

    private static Refusal wrong(String key, Object... words) {
        return new Refusal(ProblemType.INVALID_FIELDS).field("text", key, words);
    }

    private static String shown(String name) {
        return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
    }

    private static boolean isUnusable(int character) {
        boolean layout = character == '\n' || character == '\t';
        boolean halfOfOne = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return Character.isISOControl(character) && !layout || halfOfOne;
    }
}
