package org.gongkai.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * What callers send is read strictly: an unknown or repeated field, a number for a text, a day that does not exist is an
 * error and never a guess, for a misspelt field is a lost fact.
 */
@Singleton
final class StrictJson implements ObjectMapperCustomizer {

    /** Last: of two readers of one type Jackson takes the one that was registered last, and Quarkus brings one of days. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation")
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        for (CoercionInputShape shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        mapper.registerModule(new SimpleModule("days").addDeserializer(LocalDate.class, new Day()));
    }

    /** {@code "2021-03-04"} and nothing else. */
    private static final class Day extends StdScalarDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;
        /** First of the calendar in use: JDBC's dates lack the ten days before, and databases a year 0. */
        private static final LocalDate FIRST = LocalDate.of(1582, 10, 15);

        /** No other text that long is read as an ISO 8601 day. */
        private static final int LENGTH = "2021-03-04".length();

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            String text = parser.getText();
            try {
                LocalDate day = text.length() == LENGTH ? LocalDate.parse(text) : null;
                if (day != null && !day.isBefore(FIRST)) {
                    return day;
                }
            } catch (DateTimeException e) {
                // as below: the day does not exist
            }
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "a day as 2021-03-04");
        }
    }
}
