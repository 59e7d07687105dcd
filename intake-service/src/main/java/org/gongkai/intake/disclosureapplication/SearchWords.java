package org.gongkai.intake.disclosureapplication;

import java.util.Arrays;
import java.util.List;
import org.gongkai.intake.personaldata.BlindIndex;

/**
 * What is looked for: each word must stand in the text, in half or full width, in upper or lower case.
 *
 * @param words normalised
 */
record SearchWords(List<String> words) {

    static SearchWords of(String q) {
        return new SearchWords(Arrays.stream(q.split("[\\s\\p{Z}]+"))
                .map(BlindIndex::normal)
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean standIn(String text) {
        String normal = BlindIndex.normal(text);
        return words.stream().allMatch(normal::contains);
    }
}
