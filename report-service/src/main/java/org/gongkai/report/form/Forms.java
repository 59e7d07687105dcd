package org.gongkai.report.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The editions of the form that are built in. */
public final class Forms {

    /** 国办公开办函〔2021〕30号. */
    public static final Form FORM_2021 = read("form-2021.json");

    private Forms() {}

    private static Form read(String file) {
        try (InputStream data = Forms.class.getResourceAsStream(file)) {
            return new ObjectMapper().readValue(data, Form.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
