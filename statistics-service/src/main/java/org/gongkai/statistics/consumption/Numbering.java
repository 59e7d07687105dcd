package org.gongkai.statistics.consumption;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
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
        return of(name -> Header.value(headers, name));
    }

    /** Reads the headers of a delivery. */
    static Numbering of(Function<String, byte @Nullable []> headers) {
        long lane = number(headers.apply("ce_lane"), 0, Lane.COUNT - 1);
        if (lane == NONE) {
            return new Foreign("header ce_lane: missing or not a number from 0 to " + (Lane.COUNT - 1));
        }
        long position = number(headers.apply("ce_position"), 1, Long.MAX_VALUE);
        if (position == NONE) {
            return new Foreign("header ce_position: missing or not a number from 1");
        }
        long generation = number(headers.apply("ce_generation"), 1, Integer.MAX_VALUE);
        if (generation == NONE) {
            return new Foreign("header ce_generation: missing or not a number from 1");
        }
        byte[] subject = headers.apply("ce_subject");
        if (subject != null && Lane.of(new String(subject, StandardCharsets.UTF_8)) != lane) {
            return new Foreign("header ce_lane: not the lane of the organisation in header ce_subject");
        }
        return new Numbered(new Number((int) generation, (int) lane, position));
    }

    private static long number(byte @Nullable [] digits, long least, long most) {
        if (digits == null || digits.length == 0 || digits.length > MOST_DIGITS) {
            return NONE;
        }
        long number = 0;
        for (byte digit : digits) {
            if (digit < '0' || digit > '9') {
                return NONE;
            }
            number = 10 * number + digit - '0';
        }
        return number < least || number > most ? NONE : number;
    }

    /** No number; every number is at least 0. */
    long NONE = -1;

    /** Up to 18 digits are always a long. */
    int MOST_DIGITS = 18;
}
