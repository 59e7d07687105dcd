package org.gongkai.benchmark.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A format that a report can be had in, and what is asked of an answer in it. */
enum Format {
    JSON("application/json", "{", 15),
    HTML("text/html", "<!DOCTYPE html>", 0),
    CSV("text/csv", "\uFEFFtable,row,column,", 0),
    TXT("text/plain", "庆阳市2021年", 0),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK", 100),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK", 100),
    PDF("application/pdf", "%PDF-", 300);

    private static final int OK = 200;
    private static final int MUCH = 300;

    private final String mediaType;
    private final byte[] beginning;
    private final int goal;

    Format(String mediaType, String beginning, int goal) {
        this.mediaType = mediaType;
        this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
        this.goal = goal;
    }

    /** What stands after the dot of the address. */
    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Milliseconds that 99 of 100 calls are to take at most; 0: none is set. */
    int goal() {
        return goal;
    }

    /**
     * What is wrong with an answer, or null.
     *
     * @param type its media type, with parameters
     */
    String complaint(int status, String type, byte[] body) {
        if (status != OK) {
            String text = new String(body, StandardCharsets.UTF_8);
            return "%s was answered with %d: %s"
                    .formatted(this, status, text.substring(0, Math.min(MUCH, text.length())));
        }
        if (!type.equals(mediaType) && !type.startsWith(mediaType + ";")) {
            return "%s came as %s".formatted(this, type);
        }
        boolean begins = body.length > beginning.length
                && Arrays.equals(beginning, 0, beginning.length, body, 0, beginning.length);
        return begins ? null : "%s does not begin as such a file does".formatted(this);
    }
}
