package org.gongkai.statistics.consumption;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.unreadable.UnreadableFact.Header;
import org.gongkai.statistics.unreadable.UnreadableFact.Number;
import org.jspecify.annotations.Nullable;

/** Where a delivery stands in the journal, as far as its headers say so believably. */
public sealed interface Numbering {

    /** It has a number. */
    record Numbered(Number number) implements Numbering {}

    /** It has none, so it moves no lane: if it was ours, its lane shows a gap and the journal has the fact. */
    record Foreign(String reason) implements Numbering {}

    /** Reads the headers {@code ce_lane}, {@code ce_position}, {@code ce_generation}. */
    static Numbering of(List<Header> headers) {
        Long lane = number(Header.text(headers, "ce_lane"), 0, Lane.COUNT - 1);
        if (lane == null) {
            return new Foreign("header ce_lane: missing or not a number from 0 to " + (Lane.COUNT - 1));
        }
        Long position = number(Header.text(headers, "ce_position"), 1, Long.MAX_VALUE);
        if (position == null) {
            return new Foreign("header ce_position: missing or not a number from 1");
        }
        Long generation = number(Header.text(headers, "ce_generation"), 1, Integer.MAX_VALUE);
        if (generation == null) {
            return new Foreign("header ce_generation: missing or not a number from 1");
        }
        String subject = Header.text(headers, "ce_subject");
        if (subject != null && Lane.of(subject) != lane) {
            return new Foreign("header ce_lane: not the lane of the organisation in header ce_subject");
        }
        return new Numbered(new Number(generation.intValue(), lane.intValue(), position));
    }

    private static @Nullable Long number(@Nullable String text, long least, long most) {
        if (text == null || !DIGITS.matcher(text).matches()) {
            return null;
        }
        long number = Long.parseLong(text);
        return number < least || number > most ? null : number;
    }

    /** Up to 18 digits: always a long. */
    Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
}
