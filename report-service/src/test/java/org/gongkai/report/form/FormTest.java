package org.gongkai.report.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    @Test
    void the_year_chooses_the_edition() {
        for (int year : new int[] {2008, 2019, 2020}) {
            assertEquals("2019", Forms.forYear(year).form());
        }
        for (int year : new int[] {2021, 2022, 9999}) {
            assertEquals("2021", Forms.forYear(year).form());
        }
        assertEquals(Forms.FORM_2019, Forms.of("2019").orElseThrow());
        assertEquals(Forms.FORM_2021, Forms.of("2021").orElseThrow());
        assertTrue(Forms.of("2020").isEmpty());
    }

    @Test
    void a_live_report_is_in_the_form_of_its_year_where_every_cell_of_that_is_counted() {
        for (int year : new int[] {2008, 2019, 2020, 2021, 2022, 9999}) {
            assertEquals(List.of(), Forms.uncounted(Forms.live(year)));
        }
        assertEquals(Forms.FORM_2021, Forms.live(2021));
        assertEquals(
                Set.of(
                        "MADE",
                        "NEWLY_PUBLISHED",
                        "PUBLISHED",
                        "ITEMS_BEFORE",
                        "CHANGE",
                        "DECISIONS of OTHER_SERVICES",
                        "PROJECTS",
                        "AMOUNT_WAN",
                        "of OTHER_HANDLING"),
                Forms.uncounted(Forms.FORM_2019).stream()
                        .map(cell -> cell.table().equals(FormCell.APPLICATIONS)
                                ? "of " + cell.row()
                                : cell.column().equals("DECISIONS") ? "DECISIONS of " + cell.row() : cell.column())
                        .collect(Collectors.toSet()));
    }

    @Test
    void the_form_of_2019_differs_in_table_two_and_in_one_row_of_table_three_alone() {
        Form old = Forms.FORM_2019;
        assertEquals(
                List.of(
                        "第二十条第（一）项 规章 规范性文件: 本年新制作数量 本年新公开数量 对外公开总数量",
                        "第二十条第（五）项 行政许可 其他对外管理服务事项: 上一年项目数量 本年增/减 处理决定数量",
                        "第二十条第（六）项 行政处罚 行政强制: 上一年项目数量 本年增/减 处理决定数量",
                        "第二十条第（八）项 行政事业性收费: 上一年项目数量 本年增/减",
                        "第二十条第（九）项 政府集中采购: 采购项目数量 采购总金额"),
                old.proactive().clauses().stream()
                        .map(clause -> clause.title() + " "
                                + clause.rows().stream()
                                        .map(ProactiveTable.Matter::label)
                                        .collect(Collectors.joining(" "))
                                + ": "
                                + clause.columns().stream()
                                        .map(ProactiveTable.Measure::label)
                                        .collect(Collectors.joining(" ")))
                        .toList());
        List<String> rows = new ArrayList<>();
        old.applications().rows().forEach(row -> rows.add(row.code() + " " + row.label()));
        List<String> expected = new ArrayList<>();
        form.applications().rows().forEach(row -> expected.add(row.code() + " " + row.label()));
        expected.removeIf(row -> row.startsWith("OTHER_"));
        expected.add(expected.size() - 2, "OTHER_HANDLING （六）其他处理");
        assertEquals(expected, rows);
        assertEquals(19, old.applications().outcomes().size());
        assertEquals(form.applications().columns(), old.applications().columns());
        assertEquals(form.applications().balance(), old.applications().balance());
        assertEquals(form.disputes(), old.disputes());
        assertEquals(form.sections(), old.sections());
    }

    @Test
    void every_cell_of_both_editions_is_listed_once_and_says_what_may_stand_in_it() {
        for (Form each : Forms.all()) {
            Set<String> paths = each.cells().stream().map(FormCell::path).collect(Collectors.toSet());
            assertEquals(paths.size(), each.cells().size());
        }
        assertEquals(10 + 175 + 15, form.cells().size());
        assertEquals(22 + 161 + 15, Forms.FORM_2019.cells().size());
        assertEquals(
                Set.of("LICENSES", "OTHER_SERVICES", "PENALTIES", "COERCIVE", "FEES"),
                Forms.FORM_2019.cells().stream()
                        .filter(cell -> cell.content() == FormCell.Content.CHANGE)
                        .map(FormCell::row)
                        .collect(Collectors.toSet()));
        assertEquals(
                List.of("proactive.CENTRAL_PROCUREMENT.AMOUNT_WAN"),
                Forms.FORM_2019.cells().stream()
                        .filter(cell -> cell.content() == FormCell.Content.AMOUNT)
                        .map(FormCell::path)
                        .toList());
    }

    @Test
    void what_identities_of_the_form_of_2019_name_is_in_it() {
        ProactiveTable table = Forms.FORM_2019.proactive();
        assertEquals(
                List.of("RULES", "NORMATIVE_DOCS"),
                table.rowsWith(table.publicity().total()));
        assertEquals(
                table.rowsWith(table.publicity().total()),
                table.rowsWith(table.publicity().newly()));
        assertEquals(5, table.rowsWith(table.items().before()).size());
        assertEquals(
                table.rowsWith(table.items().before()),
                table.rowsWith(table.items().change()));
        assertEquals(List.of("ITEMS_BEFORE", "CHANGE"), table.columnsOf("FEES"));
        assertEquals(null, table.stock());
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
