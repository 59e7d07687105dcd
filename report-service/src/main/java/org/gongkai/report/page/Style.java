package org.gongkai.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet that every page carries in itself. */
final class Style {

    static final String SHEET = read("report.css");

    private Style() {}

    private static String read(String file) {
        try (InputStream data = Style.class.getResourceAsStream(file)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
