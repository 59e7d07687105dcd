package org.gongkai.intake.problem;

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
