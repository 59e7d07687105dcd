package org.gongkai.statistics.fact;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which record a fact is about: one id for all facts of a case, document or dispute, so that what opened it and what closed
 * it meet.
 *
 * @param record id of the case or record; where that is no UUID, one that is made from it
 * @param number what people know it by: number of the case or document, or the reference; null where it has none
 */
public record About(UUID record, @Nullable String number) {

    private static final int LONGEST = 200;
    private static final String[] IDS = {"caseId", "recordId"};
    private static final String[] NUMBERS = {"caseNumber", "documentNumber", "reference"};

    static About read(FactData data) {
        String number = first(data, NUMBERS);
        for (String part : new String[] {"is", "was"}) {
            FactData nested = number == null ? data.optionalNested(part) : null;
            number = nested == null ? number : first(nested, NUMBERS);
        }
        return new About(id(String.valueOf(first(data, IDS))), number);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String first(FactData data, String[] fields) {
        for (String field : fields) {
            String text = data.optionalText(field, LONGEST);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
