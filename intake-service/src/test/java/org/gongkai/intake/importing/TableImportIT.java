package org.gongkai.intake.importing;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.importing.ImportCalls.CSV;
import static org.gongkai.intake.importing.ImportCalls.XLSX;
import static org.gongkai.intake.importing.ImportCalls.send;
import static org.gongkai.intake.importing.ImportCalls.streamed;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.importing.ImportCalls.Answer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class TableImportIT {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "机关代码,申请编号,收到日期,申请渠道,申请人类型,申请人,联系方式,所需政府信息,办理结果,答复日期\r\n";

    private static String row(String code, String number) {
        return code + "," + number + ",2021-03-04,互联网渠道,自然人,演示人甲,demo@example.org,\"部门预算,\r\n及“决算”\"\"表\"\"\","
                + "予以公开,2021/3/25\r\n";
    }

    private static Answer csv(String code, byte[] body) {
        return streamed(code, CSV, "?record=application", body);
    }

    @Test
    void utf_8_and_gb18030_with_and_without_a_mark_and_utf_16_are_told_apart() {
        register("CSV-1", null);
        String table = HEADER + row("CSV-1", "依〔2021〕1号") + row("CSV-1", "依〔2021〕㐂2号");
        byte[][] bodies = {
            table.getBytes(GB18030),
            ("\uFEFF" + table).getBytes(GB18030),
            table.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + table.replace(",", "\t").replace("部门预算\t", "部门预算,")).getBytes(StandardCharsets.UTF_16LE)
        };

        assertEquals(List.of(2, 0, 0), csv("CSV-1", bodies[0]).summary());
        for (byte[] body : bodies) {
            assertEquals(List.of(0, 2, 0), csv("CSV-1", body).summary());
        }
        as("recorder", "CSV-1")
                .get("/applications?organisation=CSV-1")
                .then()
                .body("items.caseNumber", containsInAnyOrder("依〔2021〕1号", "依〔2021〕㐂2号"))
                .body("items.outcome", everyItem(equalTo("GRANTED_FULL")))
                .body("items.decidedOn", everyItem(equalTo("2021-03-25")));
    }

    @Test
    void bytes_of_no_character_set_are_refused_as_a_whole() {
        register("CSV-2", null);
        byte[] broken = (HEADER + row("CSV-2", "依1")).getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 10] = (byte) 0xFF;

        HttpResponse<String> response = send("CSV-2", CSV, ImportCalls.NDJSON, "?record=application", broken);

        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("urn:gongkai:problem:unknown-characters"), response.body());
    }

    @Test
    void commas_semicolons_tabs_and_rows_above_the_header_are_understood() {
        register("CSV-3", null);
        String semicolons = "政府信息公开申请台账;;;;\r\n;;;;\r\n" + HEADER.replace(",", ";")
                + row("CSV-3", "依1").replace(",", ";").replace("部门预算;", "部门预算,");
        String tabs = HEADER.replace(",", "\t")
                + row("CSV-3", "依1").replace(",", "\t").replace("部门预算\t", "部门预算,");

        assertEquals(
                List.of(1, 0, 0),
                csv("CSV-3", semicolons.getBytes(StandardCharsets.UTF_8)).summary());
        assertEquals(
                List.of(0, 1, 0),
                csv("CSV-3", tabs.getBytes(StandardCharsets.UTF_8)).summary());
    }

    @Test
    void line_numbers_are_those_of_the_file_also_behind_quoted_line_ends() {
        register("CSV-4", null);
        String table = HEADER + row("CSV-4", "依1") + "\r\n" + row("CSV-4", "依2") + row("CSV-404", "依3") + ",,,,,,\r\n";

        Answer answer = csv("CSV-4", table.getBytes(StandardCharsets.UTF_8));

        assertEquals(List.of(2, 0, 1), answer.summary(), answer.lines().toString());
        assertEquals("outside-subtree[]", answer.refusal(7));
    }

    @Test
    void columns_that_no_record_has_are_refused_by_their_letter_and_never_quoted() {
        register("CSV-5", null);
        String table = HEADER.replace("联系方式", "张三丰的电话") + row("CSV-5", "依1");

        HttpResponse<String> response =
                send("CSV-5", CSV, ImportCalls.NDJSON, "?record=application", table.getBytes(StandardCharsets.UTF_8));

        assertEquals(400, response.statusCode());
        JsonNode problem = ImportCalls.tree(response.body());
        assertEquals("urn:gongkai:problem:unknown-columns", problem.get("type").asText());
        assertEquals("G", problem.at("/violations/0/field").asText());
        assertTrue(!response.body().contains("张三丰"), response.body());
        assertTrue(problem.get("detail").asText().contains("联系方式"), response.body());
    }

    @Test
    void a_quote_that_is_never_closed_ends_the_import_and_keeps_what_stands_before() {
        register("CSV-6", null);
        String table = HEADER + row("CSV-6", "依1") + "CSV-6,\"依2" + "x".repeat(3_000_000);

        Answer answer = csv("CSV-6", table.getBytes(StandardCharsets.UTF_8));

        assertEquals(List.of(1, 0, 0), answer.summary());
        assertEquals(
                "urn:gongkai:problem:broken-table",
                answer.last().at("/problem/type").asText());
    }

    @Test
    void a_column_says_what_each_row_records_and_running_numbers_say_nothing() {
        register("CSV-7", null);
        String table = "序号,记录类型,机关代码,期间,决定种类,处理决定数量,登记号,金额（元）\r\n"
                + "1,decisions,CSV-7,2021年3月,行政许可,\"１，２００\",d1,\r\n"
                + "2,行政事业性收费,ＣＳＶ-7,2021,,,f1,\"36,000.5元\"\r\n"
                + "3,decisions,CSV-7,2021-03,行政许可,12.5,d2,\r\n"
                + "4,decisions,CSV-7,2021-03,行政许可,12,d3,99\r\n"
                + "示例,decisions,CSV-7,2021-03,行政许可,12,d4,\r\n";

        Answer answer = streamed("CSV-7", CSV, "", table.getBytes(StandardCharsets.UTF_8));

        assertEquals(List.of(2, 0, 2), answer.summary(), answer.lines().toString());
        assertEquals("unreadable-body[decisions]", answer.refusal(4));
        assertEquals("invalid-fields[H]", answer.refusal(5));
        as("recorder", "CSV-7")
                .get("/administrative-decisions?organisation=CSV-7")
                .then()
                .body("items[0].decisions", equalTo(1200))
                .body("items[0].period", equalTo("2021-03"));
        as("recorder", "CSV-7")
                .get("/administrative-fees?organisation=CSV-7")
                .then()
                .body("items[0].amountYuan", equalTo("36000.50"));
    }

    @Test
    void the_traps_of_a_workbook_are_read_as_a_clerk_means_them() {
        register("XLS-1", null);
        String merged = "<mergeCells count=\"2\"><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"A4:A6\"/></mergeCells>";
        String rows = Workbooks.row(1, "主动公开信息台账（2021年）")
                + Workbooks.row(2, "机关代码", "公开日期", "公开渠道", "条数", "登记号", null, " ")
                // a day as a number that is shown as one, a count of full-width digits, a blank behind
                + Workbooks.wrapped(
                        3,
                        Workbooks.text(0, 3, "XLS-1")
                                + Workbooks.number(1, 3, "44286", Workbooks.DAY)
                                + Workbooks.text(2, 3, "政府网站、微信")
                                + Workbooks.text(3, 3, "１２")
                                + Workbooks.text(4, 3, " 公开１ ")
                                + Workbooks.text(6, 3, " "))
                // a day as a bare number; formulas, of which the value counts; the body's code merged over three rows
                + Workbooks.wrapped(
                        4,
                        Workbooks.text(0, 4, "XLS-1")
                                + Workbooks.number(1, 4, "44286.75", "")
                                + Workbooks.formula(2, 4, "A9", " t=\"str\"", "政府公报")
                                + Workbooks.formula(3, 4, "6*7", "", "42")
                                + Workbooks.number(4, 4, "20210301", ""))
                + Workbooks.row(5, null, "2021年3月31日", "WEBSITE", "5.0", "p3")
                + Workbooks.row(6, null, "20210331", "网站", "5", "p4")
                // a number that lost its digits, a reference that became a day, a row of blanks
                + Workbooks.wrapped(
                        7,
                        Workbooks.text(0, 7, "XLS-1")
                                + Workbooks.number(1, 7, "44286", Workbooks.DAY)
                                + Workbooks.text(2, 7, "网站")
                                + Workbooks.number(3, 7, "5", "")
                                + Workbooks.number(4, 7, "6228011990010112300", ""))
                + Workbooks.wrapped(
                        8,
                        Workbooks.text(0, 8, "XLS-1")
                                + Workbooks.number(1, 8, "44286", Workbooks.DAY)
                                + Workbooks.text(2, 8, "网站")
                                + Workbooks.number(3, 8, "5", "")
                                + Workbooks.number(4, 8, "44286", Workbooks.DAY))
                + Workbooks.row(9, " ", null, "　")
                + Workbooks.wrapped(
                        10,
                        Workbooks.text(0, 10, "XLS-1")
                                + Workbooks.number(1, 10, "44286", Workbooks.DAY)
                                + Workbooks.text(2, 10, "网站")
                                + Workbooks.number(3, 10, "5", "")
                                + Workbooks.text(4, 10, "p5")
                                + Workbooks.text(5, 10, "无列名的内容"));

        Answer answer = streamed("XLS-1", XLSX, "", Workbooks.of("主动公开", rows, merged));

        assertEquals(List.of(4, 0, 3), answer.summary(), answer.lines().toString());
        assertEquals("unreadable-body[reference]", answer.refusal(7));
        assertEquals("unreadable-body[reference]", answer.refusal(8));
        assertEquals("invalid-fields[F]", answer.refusal(10));
        assertEquals("主动公开!10", answer.line(10).get("place").asText());
        as("recorder", "XLS-1")
                .get("/publications?organisation=XLS-1")
                .then()
                .body("items.publishedOn", everyItem(equalTo("2021-03-31")))
                .body(
                        "items.collect { it.reference + ' ' + it.items }",
                        containsInAnyOrder("公开１ 12", "20210301 42", "p3 5", "p4 5"))
                .body("items.find { it.items == 12 }.channels", equalTo(List.of("WEBSITE", "WECHAT")));
    }

    @Test
    void a_count_that_is_merged_over_rows_is_counted_once() {
        register("XLS-2", null);
        String rows = Workbooks.row(1, "机关代码", "公开日期", "公开渠道", "条数", "登记号")
                + Workbooks.row(2, "XLS-2", "2021-03-31", "网站", "9", "m1")
                + Workbooks.row(3, "XLS-2", "2021-03-31", "网站", null, "m2");

        Answer answer = streamed(
                "XLS-2",
                XLSX,
                "?record=publication",
                Workbooks.of("Sheet1", rows, "<mergeCells count=\"1\"><mergeCell ref=\"D2:D3\"/></mergeCells>"));

        assertEquals(List.of(1, 0, 1), answer.summary(), answer.lines().toString());
        assertEquals("invalid-fields[items]", answer.refusal(3));
    }

    @Test
    void what_is_no_workbook_is_refused() {
        register("XLS-3", null);
        for (byte[] body : new byte[][] {
            {}, "序号".getBytes(StandardCharsets.UTF_8), {'P', 'K', 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
        }) {
            HttpResponse<String> response = send("XLS-3", XLSX, ImportCalls.NDJSON, "", body);
            assertEquals(400, response.statusCode());
            assertTrue(response.body().contains("no-workbook"), response.body());
        }
    }

    @Test
    void a_template_as_it_comes_imports_nothing_and_its_example_filled_in_is_taken() {
        register("XLS-4", null);
        for (String record : List.of("application", "publication", "decisions", "dispute", "indicator")) {
            byte[] csv = template("csv?record=" + record);
            assertEquals(
                    List.of(0, 0, 0),
                    streamed("XLS-4", CSV, "?record=" + record, csv).summary(),
                    record);
            String own = new String(csv, StandardCharsets.UTF_8).replace("示例,620000-01", "1,XLS-4");
            assertEquals(
                    List.of(1, 0, 0),
                    streamed("XLS-4", CSV, "?record=" + record, own.getBytes(StandardCharsets.UTF_8))
                            .summary(),
                    own);
            assertEquals(
                    List.of(0, 0, 0),
                    streamed("XLS-4", XLSX, "", template("xlsx?record=" + record))
                            .summary(),
                    record);
        }
        assertEquals(
                List.of(0, 0, 0), streamed("XLS-4", XLSX, "", template("xlsx")).summary());
        as("recorder", "XLS-4").get("/imports/template.csv").then().statusCode(400);
    }

    private static byte[] template(String which) {
        return as("recorder", "XLS-4").get("/imports/template." + which).asByteArray();
    }
}
