package org.gongkai.report.prose;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The wordings that are built in. */
final class Proses {

    /** For 国办公开办函〔2021〕30号. */
    static final Prose PROSE_2021 = read("prose-2021.json");

    private Proses() {}

    private static Prose read(String file) {
        try (InputStream data = Proses.class.getResourceAsStream(file)) {
            return new ObjectMapper().readValue(data, Prose.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
