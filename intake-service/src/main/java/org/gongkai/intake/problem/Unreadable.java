package org.gongkai.intake.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Why a body cannot be read, and what to send instead. */
public final class Unreadable {

    private Unreadable() {}

    /** The refusal that says so; names fields and codes, never a value. */
    public static Refusal explained(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
            String field = path(unknown);
            return new Refusal(ProblemType.UNKNOWN_FIELD, field, known).field(field, "unknown-field", known);
        }
        if (failure instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum()) {
            String codes = Arrays.stream(format.getTargetType().getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return refusal(path(format), "unknown-code", codes);
        }
        if (failure instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return refusal(path(mismatch), "wrong-type", expected(mismatch.getTargetType()));
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return refusal(path(mapping), "wrong-type", "JSON");
        }
        String place = failure.getLocation() == null
                ? ""
                : failure.getLocation().getLineNr() + ":"
                        + failure.getLocation().getColumnNr();
        return new Refusal(ProblemType.UNREADABLE_BODY, place);
    }

    private static Refusal refusal(String field, String key, String words) {
        return new Refusal(ProblemType.UNREADABLE_BODY, field).field(field, key, words);
    }

    private static String expected(Class<?> target) {
        if (target == null) {
            return "JSON";
        }
        if (target.equals(java.time.LocalDate.class)) {
            return "\"2021-03-04\"";
        }
        if (target.equals(Boolean.class) || target.equals(boolean.class)) {
            return "true, false";
        }
        if (target.equals(Long.class) || target.equals(Integer.class)) {
            return "123";
        }
        if (target.equals(String.class)) {
            // most often an amount, a period or a number sent without quotes
            return "\"…\", \"12345.60\", \"2021-03\"";
        }
        return "{…}";
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
