package org.gongkai.report.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The editions of the form that are built in. */
public final class Forms {

    /** 国办公开办函〔2019〕60号: reports for 2019 and 2020. */
    public static final Form FORM_2019 = read("form-2019.json");

    /** 国办公开办函〔2021〕30号: reports for 2021 and later. */
    public static final Form FORM_2021 = read("form-2021.json");

    /** The newest one first. */
    private static final List<Form> ALL = List.of(FORM_2021, FORM_2019);

    /** Whose every cell is in a statement of statistics-service. */
    private static final Form COUNTED = FORM_2021;

    private Forms() {}

    /** All of them, the newest one first. */
    public static List<Form> all() {
        return ALL;
    }

    /** The edition of that name, {@code 2021} or {@code 2019}. */
    public static Optional<Form> of(String edition) {
        return ALL.stream().filter(form -> form.form().equals(edition)).findFirst();
    }

    /** The edition in force for a year's report; of years before the first the first. */
    public static Form forYear(int year) {
        return ALL.stream()
                .filter(form -> Integer.parseInt(form.form()) <= year)
                .findFirst()
                .orElse(FORM_2019);
    }

    /**
     * The edition that a live report is put into: that of its year, or, where that asks for cells that are not counted, the
     * one whose cells all are (docs/decisions/0015).
     */
    public static Form live(int year) {
        Form ofYear = forYear(year);
        return uncounted(ofYear).isEmpty() ? ofYear : COUNTED;
    }

    /** The cells of a form that no statement of statistics-service has, in order. */
    public static List<FormCell> uncounted(Form form) {
        Set<String> counted = COUNTED.cells().stream().map(FormCell::path).collect(Collectors.toSet());
        return form.cells().stream()
                .filter(cell -> !counted.contains(cell.path()))
                .toList();
    }

    private static Form read(String file) {
        try (InputStream data = Forms.class.getResourceAsStream(file)) {
            return new ObjectMapper().readValue(data, Form.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
