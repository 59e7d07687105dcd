package org.gongkai.statistics.request;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.statistics.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Reads parameters; each refusal names the parameter and what to send. */
public final class Parameters {

    /** Years that can be asked for. */
    public static final int FIRST_YEAR = 1900;

    /** The last of them. */
    public static final int LAST_YEAR = 2999;

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ORGANISATION = Pattern.compile("[0-9A-Z-]{1,40}");

    private Parameters() {}

    /** A parameter that must be there. */
    public static String required(String name, @Nullable String sent) {
        if (sent == null || sent.isEmpty()) {
            throw Refused.parameter(name, "parameter.required");
        }
        return sent;
    }

    /** An organisation code. */
    public static String organisation(String name, @Nullable String sent) {
        String code = required(name, sent);
        if (!ORGANISATION.matcher(code).matches()) {
            throw Refused.parameter(name, "parameter.organisation");
        }
        return code;
    }

    /** A year. */
    public static int year(String name, String sent) {
        int year = YEAR.matcher(sent).matches() ? Integer.parseInt(sent) : 0;
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Refused.parameter(name, "parameter.year", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
        }
        return year;
    }

    /** The size of a page: 50 where it is absent, at most 500. */
    public static int limit(@Nullable String sent) {
        if (sent == null) {
            return DEFAULT_LIMIT;
        }
        int limit = NUMBER.matcher(sent).matches() ? Integer.parseInt(sent) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw Refused.parameter("limit", "parameter.limit", Integer.toString(LARGEST_LIMIT));
        }
        return limit;
    }

    /** An id. */
    public static UUID id(String name, String sent) {
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException no) {
            throw Refused.parameter(name, "parameter.uuid");
        }
    }

    /** One code of several. */
    public static <E extends Enum<E>> E oneOf(String name, String sent, Class<E> codes) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(sent))
                .findFirst()
                .orElseThrow(() -> Refused.parameter(
                        name,
                        "parameter.one-of",
                        Arrays.stream(codes.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Words separated by commas, each the camel-case name of a code; none where it is absent or empty. */
    public static <E extends Enum<E>> Set<E> words(String name, @Nullable String sent, Class<E> codes) {
        Set<E> words = EnumSet.noneOf(codes);
        if (sent == null || sent.isEmpty()) {
            return words;
        }
        for (String word : sent.split(",", -1)) {
            words.add(Arrays.stream(codes.getEnumConstants())
                    .filter(code -> word(code).equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> Refused.parameter(
                            name,
                            "parameter.one-of",
                            Arrays.stream(codes.getEnumConstants())
                                    .map(Parameters::word)
                                    .collect(Collectors.joining(", ")))));
        }
        return words;
    }

    /** A code as callers write it: {@code APPLICANT_TYPE} as {@code applicantType}. */
    public static String word(Enum<?> code) {
        StringBuilder word = new StringBuilder();
        for (String part : code.name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.length() == 0 ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }
}
