package org.gongkai.statistics.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one fact, read one by one: unknown fields are ignored, a missing or odd one is named in the reason. Read
 * by hand and not by binding, so that an operator learns from the stored reason what to mend.
 */
final class FactData {

    /** Years that a day may have; anything else is a slip of the keyboard or a broken producer. */
    static final int FIRST_YEAR = 1900;

    static final int LAST_YEAR = 2999;

    private static final Pattern CODE = Pattern.compile("[0-9A-Z-]{1,40}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final JsonNode fields;

    FactData(JsonNode fields) {
        this.fields = fields;
    }

    String requireText(String field, int most) {
        String text = optionalText(field, most);
        if (text == null || text.isEmpty()) {
            throw new CannotRead(field + ": missing");
        }
        return text;
    }

    @Nullable
    String optionalText(String field, int most) {
        JsonNode value = fields.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new CannotRead(field + ": not a text");
        }
        String text = value.textValue();
        if (text.codePointCount(0, text.length()) > most) {
            throw new CannotRead(field + ": longer than " + most + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw new CannotRead(field + ": holds the character NUL");
        }
        return text;
    }

    String code(String field) {
        String code = optionalCode(field);
        if (code == null) {
            throw new CannotRead(field + ": missing");
        }
        return code;
    }

    @Nullable
    String optionalCode(String field) {
        String code = optionalText(field, 200);
        if (code != null && !CODE.matcher(code).matches()) {
            throw new CannotRead(field + ": not an organisation code");
        }
        return code;
    }

    LocalDate day(String field) {
        LocalDate day = optionalDay(field);
        if (day == null) {
            throw new CannotRead(field + ": missing");
        }
        return day;
    }

    @Nullable
    LocalDate optionalDay(String field) {
        String text = optionalText(field, 200);
        if (text == null) {
            return null;
        }
        if (!DAY.matcher(text).matches()) {
            throw new CannotRead(field + ": not a day such as 2021-03-04");
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new CannotRead(field + ": not a day of the years " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            return day;
        } catch (DateTimeParseException noSuchDay) {
            throw new CannotRead(field + ": no such day");
        }
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> codes) {
        String code = requireText(field, 200);
        return Arrays.stream(codes.getEnumConstants())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new CannotRead(field + ": unknown code"));
    }

    boolean flag(String field) {
        JsonNode value = fields.get(field);
        if (value == null || value.isNull()) {
            throw new CannotRead(field + ": missing");
        }
        if (!value.isBoolean()) {
            throw new CannotRead(field + ": neither true nor false");
        }
        return value.booleanValue();
    }

    /** Why a fact can't be read; never leaves this package, where it becomes a {@link Reading.Unreadable}. */
    static final class CannotRead extends RuntimeException {
        CannotRead(String reason) {
            super(reason, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
