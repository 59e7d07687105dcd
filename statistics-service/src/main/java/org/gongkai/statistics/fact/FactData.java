package org.gongkai.statistics.fact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one fact, read one by one: unknown fields are ignored, a missing or odd one is named in the reason. Read
 * by hand and not by binding, so that an operator learns from the stored reason what to mend; and kept flat in the order in
 * which they came, since a fact has a dozen of them and there are a quarter of a million facts a second.
 */
final class FactData {

    /** Years that a day may have; anything else is a slip of the keyboard or a broken producer. */
    static final int FIRST_YEAR = 1900;

    static final int LAST_YEAR = 2999;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int FIELDS = 16;
    /** A fact has a dozen; one with more than this is none. */
    private static final int MOST_FIELDS = 200;
    /** A value that no fact has: a fraction, a number beyond all bounds, a list within a list. */
    private static final Object ODD = new Object();

    private static final int DAY_LENGTH = "2021-03-04".length();
    private static final Pattern PERIOD = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2]))?");
    private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,11})\\.[0-9]{2}");
    private static final long MOST = 1_000_000_000_000L;
    private static final int LONGEST_CODE = 40;

    private static final ClassValue<Map<String, Enum<?>>> CODES = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
            Map<String, Enum<?>> codes = new HashMap<>();
            for (Object code : type.getEnumConstants()) {
                codes.put(((Enum<?>) code).name(), (Enum<?>) code);
            }
            return Map.copyOf(codes);
        }
    };

    private final String path;
    private String[] names = new String[FIELDS];
    private @Nullable Object[] values = new Object[FIELDS];
    private int count;

    private FactData(String path) {
        this.path = path;
    }

    /**
     * Reads the fields.
     *
     * @throws IOException where it is not JSON: a field twice and anything behind the end included
     * @throws CannotRead where it is JSON and not an object
     */
    static FactData parse(byte[] json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                while (parser.nextToken() != null) {
                    parser.skipChildren();
                }
                throw new CannotRead("value: not a JSON object");
            }
            FactData fields = new FactData("");
            fields.readObject(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something behind the end");
            }
            return fields;
        }
    }

    private void readObject(JsonParser parser) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (indexOf(name) >= 0 || count == MOST_FIELDS) {
                throw new JsonParseException(parser, "a field twice, or too many");
            }
            if (count == names.length) {
                names = Arrays.copyOf(names, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            names[count] = name;
            values[count] = readValue(parser, parser.nextToken(), name);
            count++;
        }
    }

    private @Nullable Object readValue(JsonParser parser, JsonToken token, String name) throws IOException {
        switch (token) {
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NULL:
                return null;
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            case VALUE_NUMBER_INT:
                return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? ODD
                        : (Object) parser.getLongValue();
            case START_OBJECT:
                FactData nested = new FactData(path + name + ".");
                nested.readObject(parser);
                return nested;
            case START_ARRAY:
                return readList(parser);
            default:
                return ODD;
        }
    }

    private static List<Object> readList(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(token == JsonToken.VALUE_STRING ? parser.getText() : ODD);
            parser.skipChildren();
        }
        return list;
    }

    private int indexOf(String field) {
        for (int i = 0; i < count; i++) {
            if (names[i].equals(field)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Object value(String field) {
        int index = indexOf(field);
        return index < 0 ? null : values[index];
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
        Object value = value(field);
        if (value != null && !(value instanceof FactData)) {
            throw cannotRead(field + ": not an object");
        }
        return (FactData) value;
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
        Object value = value(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw cannotRead(field + ": not a text");
        }
        if (text.length() > most && text.codePointCount(0, text.length()) > most) {
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
        if (code != null && !isCode(code)) {
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
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (text.length() != DAY_LENGTH
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || year < 0
                || month < 0
                || day < 0) {
            throw cannotRead(field + ": not a day such as 2021-03-04");
        }
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            throw cannotRead(field + ": no such day");
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw cannotRead(field + ": not a day of the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return LocalDate.of(year, month, day);
    }

    /** The number that some digits are; below 0 where they are none, or too few. */
    private static int digits(String text, int from, int to) {
        if (text.length() < to) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }

    private static boolean isCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z') && c != '-') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_CODE;
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> codes) {
        return codeOf(field, requireText(field, 200), codes);
    }

    private <E extends Enum<E>> E codeOf(String field, Object code, Class<E> codes) {
        Enum<?> known = code instanceof String ? CODES.get(codes).get(code) : null;
        if (known == null) {
            throw cannotRead(field + ": unknown code");
        }
        return codes.cast(known);
    }

    /** Distinct codes, at least one. */
    <E extends Enum<E>> Set<E> someOf(String field, Class<E> codes) {
        if (!(value(field) instanceof List<?> list) || list.isEmpty()) {
            throw cannotRead(field + ": not a list of codes");
        }
        Set<E> set = EnumSet.noneOf(codes);
        for (Object code : list) {
            if (!set.add(codeOf(field, code, codes))) {
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
        Object value = value(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Long number) || number < least || number > MOST) {
            throw cannotRead(field + ": not a whole number from " + least + " to " + MOST);
        }
        return number;
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
        Object value = value(field);
        if (value != null && !(value instanceof Boolean)) {
            throw cannotRead(field + ": neither true nor false");
        }
        return (Boolean) value;
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
