package org.gongkai.intake.problem;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Query and path parameters as they are read. */
public final class Parameters {

    /** No record is older: the year in which the state was founded. */
    public static final int FIRST_YEAR = 1949;

    private static final int LAST_YEAR = 9999;

    private Parameters() {}

    /** Null where it is absent. */
    public static Integer year(String text) {
        if (text == null) {
            return null;
        }
        try {
            int year = Integer.parseInt(text);
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return year;
            }
        } catch (NumberFormatException e) {
            // refused below, with what to send
        }
        throw new Refusal(ProblemType.INVALID_PARAMETER, "year", FIRST_YEAR + "–" + LAST_YEAR);
    }

    /** Null where it is absent. */
    public static <E extends Enum<E>> E code(String name, String text, Class<E> codes) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ProblemType.INVALID_PARAMETER,
                        name,
                        Arrays.stream(codes.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Null where it is absent. */
    public static LocalDate day(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused below, with what to send
        }
        throw new Refusal(ProblemType.INVALID_PARAMETER, name, "2021-03-04");
    }

    /** Null where it is absent. */
    public static Boolean flag(String name, String text) {
        if (text == null) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw new Refusal(ProblemType.INVALID_PARAMETER, name, "true, false");
    }

    /** Without blanks at its ends; null where it is absent. */
    public static String text(String name, String text, int most) {
        if (text == null) {
            return null;
        }
        String trimmed = text.strip();
        if (!trimmed.isEmpty() && trimmed.length() <= most) {
            return trimmed;
        }
        throw new Refusal(ProblemType.INVALID_PARAMETER, name, "1–" + most);
    }

    /** The last one already read; null where it is absent. */
    public static UUID after(String text) {
        return text == null
                ? null
                : id(text).orElseThrow(() -> new Refusal(ProblemType.INVALID_PARAMETER, "after", "next"));
    }

    /** Empty where it is no id. */
    public static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
