package org.gongkai.intake.importing.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/** What a body may be. */
public enum BodyType {
    NDJSON("application/x-ndjson"),
    CSV("text/csv"),
    WORKBOOK("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Media type of {@link #NDJSON}. */
    public static final String NDJSON_TYPE = "application/x-ndjson";
    /** Media type of {@link #CSV}. */
    public static final String CSV_TYPE = "text/csv";
    /** Media type of {@link #WORKBOOK}. */
    public static final String WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;

    BodyType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Empty for any other. */
    public static Optional<BodyType> of(MediaType given) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(given.getType() + "/" + given.getSubtype()))
                .findFirst();
    }

    /**
     * Begins to read; refuses a body that is no such one, or whose columns are not known.
     *
     * @param given the media type with its parameters
     * @param record what all lines are to record, or null where they say so themselves
     */
    public static Lines open(MediaType given, Lines.Body body, String record, ObjectMapper json) throws IOException {
        return switch (of(given).orElseThrow()) {
            case NDJSON -> new NdjsonLines(body.open(), record, json);
            case CSV -> CsvLines.open(body, charset(given), record, json);
            case WORKBOOK -> WorkbookLines.open(body, record, json);
        };
    }

    private static Charset charset(MediaType given) {
        String name = given.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            return name == null
                    ? null
                    : Charset.forName(name.replace("gb2312", "GB18030").replace("GB2312", "GB18030"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Refusal(ProblemType.UNKNOWN_CHARACTERS);
        }
    }
}
