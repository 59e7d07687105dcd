package org.gongkai.statistics.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
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

    private static final Pattern PERIOD = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2]))?");
    private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,11})\\.[0-9]{2}");
    private static final long MOST = 1_000_000_000_000L;

    private final JsonNode fields;
    private final String path;

    FactData(JsonNode fields) {
        this(fields, "");
    }

    private FactData(JsonNode fields, String path) {
        this.fields = fields;
        this.path = path;
    }

    /** The fields of an object within this one. */
    FactData nested(String field) {
        FactData nested = optionalNested(field);
        if (nested == null) {
            throw cannotRead(field + ": missing");
        }
        return nested;
    }

    @Nullable
    FactData optionalNested(String field) {
        JsonNode value = fields.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw cannotRead(field + ": not an object");
        }
        return new FactData(value, path + field + ".");
    }

    String requireText(String field, int most) {
        String text = optionalText(field, most);
        if (text == null || text.isEmpty()) {
            throw cannotRead(field + ": missing");
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
            throw cannotRead(field + ": not a text");
        }
        String text = value.textValue();
        if (text.codePointCount(0, text.length()) > most) {
            throw cannotRead(field + ": longer than " + most + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw cannotRead(field + ": holds the character NUL");
        }
        return text;
    }

    String code(String field) {
        String code = optionalCode(field);
        if (code == null) {
            throw cannotRead(field + ": missing");
        }
        return code;
    }

    @Nullable
    String optionalCode(String field) {
        String code = optionalText(field, 200);
        if (code != null && !CODE.matcher(code).matches()) {
            throw cannotRead(field + ": not an organisation code");
        }
        return code;
    }

    LocalDate day(String field) {
        LocalDate day = optionalDay(field);
        if (day == null) {
            throw cannotRead(field + ": missing");
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
            throw cannotRead(field + ": not a day such as 2021-03-04");
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw cannotRead(field + ": not a day of the years " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            return day;
        } catch (DateTimeParseException noSuchDay) {
            throw cannotRead(field + ": no such day");
        }
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> codes) {
        String code = requireText(field, 200);
        return Arrays.stream(codes.getEnumConstants())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElseThrow(() -> cannotRead(field + ": unknown code"));
    }

    /** Distinct codes, at least one. */
    <E extends Enum<E>> Set<E> someOf(String field, Class<E> codes) {
        JsonNode values = fields.get(field);
        if (values == null || !values.isArray() || values.isEmpty()) {
            throw cannotRead(field + ": not a list of codes");
        }
        Set<E> set = EnumSet.noneOf(codes);
        for (JsonNode value : values) {
            E code = Arrays.stream(codes.getEnumConstants())
                    .filter(known -> known.name().equals(value.textValue()))
                    .findFirst()
                    .orElseThrow(() -> cannotRead(field + ": unknown code"));
            if (!set.add(code)) {
                throw cannotRead(field + ": names a code twice");
            }
        }
        return set;
    }

    /** A whole number from a least one to 10^12. */
    long count(String field, long least) {
        Long count = optionalCount(field, least);
        if (count == null) {
            throw cannotRead(field + ": missing");
        }
        return count;
    }

    @Nullable
    Long optionalCount(String field, long least) {
        JsonNode value = fields.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > MOST) {
            throw cannotRead(field + ": not a whole number from " + least + " to " + MOST);
        }
        return value.longValue();
    }

    int year(String field) {
        long year = count(field, FIRST_YEAR);
        if (year > LAST_YEAR) {
            throw cannotRead(field + ": not a year from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return (int) year;
    }

    /** A month such as 2021-03; a whole year such as 2021 is its December. */
    YearMonth period(String field) {
        String text = requireText(field, 200);
        if (!PERIOD.matcher(text).matches()) {
            throw cannotRead(field + ": neither a month such as 2021-03 nor a year such as 2021");
        }
        YearMonth period =
                text.length() == 4 ? YearMonth.of(Integer.parseInt(text), Month.DECEMBER) : YearMonth.parse(text);
        if (period.getYear() < FIRST_YEAR || period.getYear() > LAST_YEAR) {
            throw cannotRead(field + ": not a period of the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return period;
    }

    /** An amount in yuan such as 560.00, as fen. */
    long fen(String field) {
        String text = requireText(field, 200);
        if (!YUAN.matcher(text).matches()) {
            throw cannotRead(field + ": not an amount in yuan such as 560.00");
        }
        return new BigDecimal(text).movePointRight(2).longValueExact();
    }

    boolean flag(String field) {
        Boolean flag = optionalFlag(field);
        if (flag == null) {
            throw cannotRead(field + ": missing");
        }
        return flag;
    }

    @Nullable
    Boolean optionalFlag(String field) {
        JsonNode value = fields.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw cannotRead(field + ": neither true nor false");
        }
        return value.booleanValue();
    }

    private CannotRead cannotRead(String reason) {
        return new CannotRead(path + reason);
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
