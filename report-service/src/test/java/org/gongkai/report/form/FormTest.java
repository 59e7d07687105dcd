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

    @Test
    void table_two_has_the_clauses_rows_and_columns_of_the_official_form() {
        List<String> official = new ArrayList<>();
        for (JsonNode row : codes.path("proactive_2021")) {
            for (JsonNode measure : row.path("measures")) {
                official.add(String.join(
                        " ",
                        row.path("clause_zh").asText(),
                        row.path("code").asText(),
                        row.path("label_zh").asText(),
                        measure.asText(),
                        labels("proactive_measures").get(measure.asText())));
            }
        }
        List<String> ours = new ArrayList<>();
        form.proactive()
                .clauses()
                .forEach(clause -> clause.rows()
                        .forEach(row -> clause.columns()
                                .forEach(column -> ours.add(String.join(
                                        " ",
                                        clause.title(),
                                        row.code(),
                                        row.label(),
                                        column.code(),
                                        column.label())))));

        assertEquals(official, ours);
        assertEquals("二、主动公开政府信息情况", form.sectionTitle(form.proactive().section()));
        ProactiveTable.Stock stock = form.proactive().stock();
        ProactiveTable.Clause documents = form.proactive().clauses().get(0);
        assertEquals(
                stock.rows(),
                documents.rows().stream().map(ProactiveTable.Matter::code).toList());
        assertEquals(
                List.of(stock.issued(), stock.ended(), stock.inForce()),
                documents.columns().stream().map(ProactiveTable.Measure::code).toList());
    }

    @Test
    void amounts_of_money_are_in_wan_yuan_and_all_else_in_cases() {
        form.proactive()
                .clauses()
                .forEach(clause ->
                        clause.columns().forEach(column -> assertEquals(column.amount() ? "万元" : "件", column.unit())));
        assertEquals("件", form.applications().unit());
        assertEquals("件", form.disputes().unit());
    }

    @Test
    void table_four_has_three_blocks_of_five_columns_with_the_official_labels() {
        List<String> blocks = new ArrayList<>();
        codes.path("review_litigation")
                .path("blocks")
                .forEach(block -> blocks.add(block.path("code").asText() + " "
                        + block.path("label_zh").asText()));
        assertEquals(
                blocks,
                form.disputes().blocks().stream()
                        .map(block ->
                                block.code() + " " + (block.group() == null ? "" : block.group() + "·") + block.label())
                        .toList());
        List<String> results = new ArrayList<>();
        codes.path("review_litigation")
                .path("results")
                .forEach(result -> results.add(result.path("code").asText() + " "
                        + result.path("label_zh").asText()));
        assertEquals(
                results,
                form.disputes().columns().stream()
                        .map(column -> column.code() + " " + column.label())
                        .toList());
        assertEquals(
                List.of("UPHELD", "CORRECTED", "OTHER_RESULT", "PENDING"),
                form.disputes().parts());
        assertEquals("四、政府信息公开行政复议、行政诉讼情况", form.sectionTitle(form.disputes().section()));
    }

    @Test
    void every_outcome_is_in_exactly_one_group_and_in_the_official_one() {
        Map<String, String> official = new TreeMap<>();
        for (JsonNode outcome : codes.path("outcomes")) {
            String group = outcome.path("group").asText();
            official.put(outcome.path("code").asText(), group.startsWith("GRANTED_") ? "GRANTED" : group);
        }
        List<String> grouped = new ArrayList<>();
        Map<String, String> ours = new TreeMap<>();
        form.applications()
                .groups()
                .forEach(group -> group.rows().forEach(row -> {
                    grouped.add(row);
                    ours.put(row, group.code());
                }));

        assertEquals(form.applications().outcomes(), grouped);
        assertEquals(official, ours);
    }

    @Test
    void channels_carry_the_official_labels() {
        Map<String, String> ours = new TreeMap<>();
        for (Channel channel : Channel.values()) {
            ours.put(channel.name(), channel.label());
        }
        assertEquals(labels("channels_seed"), ours);
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
