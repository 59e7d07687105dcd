package org.gongkai.report.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FormTest {

    private final Form form = Forms.FORM_2021;
    private final JsonNode codes = codes();

    @Test
    void table_three_has_25_rows_and_7_columns_with_the_official_codes_and_labels() {
        assertEquals(25, form.applications().rows().size());
        assertEquals(7, form.applications().columns().size());
        assertEquals(labels("applicant_types"), columnLabels());
        Map<String, String> rows = labels("flow_rows");
        rows.putAll(labels("outcomes"));
        assertEquals(rows, rowLabels());
    }

    @Test
    void outcomes_stand_in_their_official_order() {
        List<String> official = new ArrayList<>();
        codes.path("outcomes")
                .forEach(outcome -> official.add(outcome.path("code").asText()));
        assertEquals(official, form.applications().outcomes());
    }

    @Test
    void section_titles_and_the_title_are_the_official_ones() {
        List<String> official = new ArrayList<>();
        codes.path("section_titles").forEach(title -> official.add(title.asText()));
        assertEquals(official, form.sections());
        assertEquals("庆阳市2021年政府信息公开工作年度报告", form.titleOf("庆阳市", 2021));
        assertEquals("三、收到和处理政府信息公开申请情况", form.sectionTitle(form.applications().section()));
    }

    @Test
    void every_code_that_an_identity_names_is_a_row_or_column_of_the_table() {
        Form.ApplicationsTable table = form.applications();
        List<String> named = new ArrayList<>(table.balance().left());
        named.addAll(table.balance().right());
        named.addAll(List.of(table.resultTotal(), table.opening(), table.closing()));
        named.forEach(code -> assertNotNull(rowLabels().get(code), code));
        assertNotNull(columnLabels().get(table.columnTotal()));
    }

    private Map<String, String> columnLabels() {
        Map<String, String> labels = new TreeMap<>();
        form.applications().columns().forEach(column -> labels.put(column.code(), column.label()));
        return labels;
    }

    private Map<String, String> rowLabels() {
        Map<String, String> labels = new TreeMap<>();
        form.applications().rows().forEach(row -> labels.put(row.code(), row.label()));
        return labels;
    }

    private Map<String, String> labels(String list) {
        Map<String, String> labels = new TreeMap<>();
        codes.path(list)
                .forEach(code -> labels.put(
                        code.path("code").asText(), code.path("label_zh").asText()));
        return labels;
    }

    private static JsonNode codes() {
        try (InputStream file = FormTest.class.getResourceAsStream("/contracts/codes.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
