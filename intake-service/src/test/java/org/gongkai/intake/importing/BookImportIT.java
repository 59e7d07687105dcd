package org.gongkai.intake.importing;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.importing.ImportCalls.CSV;
import static org.gongkai.intake.importing.ImportCalls.XLSX;
import static org.gongkai.intake.importing.ImportCalls.application;
import static org.gongkai.intake.importing.ImportCalls.ndjson;
import static org.gongkai.intake.importing.ImportCalls.streamed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

/** Imports of the desk's book, and of applications of several. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class BookImportIT {

    private static ValidatableResponse read(String organisation) {
        String id = as("recorder", organisation).get("/applications").path("items[0].id");
        return as("recorder", organisation).get("/applications/" + id).then().statusCode(200);
    }

    private static String step(String organisation, String fields) {
        return "{\"record\": \"step\", \"organisation\": \"" + organisation + "\", \"caseNumber\": \"1\", " + fields
                + "}";
    }

    private static void inTheBook(String organisation) {
        read(organisation)
                .body("book.handler", equalTo("承办人甲"))
                .body("book.assignment.office", equalTo("法规科"))
                .body("book.secrecyReview.result", equalTo("PARTLY_RELEASABLE"))
                .body("book.secrecyReview.reviewedBy", equalTo("审查人乙"))
                .body("book.approval.approvedBy", equalTo("签发人丙"))
                .body("warnings", nullValue());
    }

    @Test
    void entries_are_taken_as_lines_by_code_or_label_and_the_same_again_changes_nothing() {
        register("BIM-1", null);
        String[] lines = {
            application("BIM-1", "1", "2021-03-04", ", \"outcome\": \"部分公开\", \"decidedOn\": \"2021-03-20\""),
            step("BIM-1", "\"type\": \"交办\", \"on\": \"2021-03-05\", \"office\": \"法规科\", \"handler\": \"承办人甲\""),
            step(
                    "BIM-1",
                    "\"type\": \"SECRECY_REVIEWED\", \"on\": \"2021-03-15\", \"reviewedBy\": \"审查人乙\","
                            + " \"result\": \"可以部分公开\""),
            step("BIM-1", "\"type\": \"审核签发\", \"on\": \"2021-03-18\", \"approvedBy\": \"签发人丙\""),
        };

        assertEquals(List.of(4, 0, 0), ndjson("BIM-1", lines).summary());
        inTheBook("BIM-1");
        assertEquals(List.of(0, 4, 0), ndjson("BIM-1", lines).summary());
        ImportCalls.Answer refused = ndjson("BIM-1", lines[1].replace("法规科", "办公室"), lines[2].replace("可以部分公开", "绝密"));
        assertEquals(List.of(0, 0, 2), refused.summary());
        assertEquals("step-differs[]", refused.refusal(1));
        assertEquals("unreadable-body[result]", refused.refusal(2));
    }

    @Test
    void entries_stand_in_tables_under_their_chinese_headers() {
        String header = "机关代码,申请编号,步骤,日期,承办单位,承办人,保密审查人,保密审查结果,签发人\r\n";
        String rows = "BIM-2,1,交办,2021-03-05,法规科,承办人甲,,,\r\n"
                + "BIM-2,1,保密审查,2021年3月15日,,,审查人乙,可以部分公开,\r\n"
                + "BIM-2,1,签发,2021/3/18,,,,,签发人丙\r\n";
        for (String body : List.of("BIM-2", "BIM-3")) {
            register(body, null);
            ndjson(body, application(body, "1", "2021-03-04", ""));
        }
        assertEquals(
                List.of(3, 0, 0),
                streamed("BIM-2", CSV, "?record=step", (header + rows).getBytes(StandardCharsets.UTF_8))
                        .summary());
        inTheBook("BIM-2");

        StringBuilder sheet = new StringBuilder();
        List<String> table = (header + rows.replace("BIM-2", "BIM-3")).lines().toList();
        for (int i = 0; i < table.size(); i++) {
            sheet.append(Workbooks.row(i + 1, table.get(i).split(",")));
        }
        assertEquals(
                List.of(3, 0, 0),
                streamed("BIM-3", XLSX, "", Workbooks.of("办理步骤", sheet.toString(), ""))
                        .summary());
        inTheBook("BIM-3");
        String template =
                as("recorder", "BIM-3").get("/imports/template.csv?record=step").asString();
        assertTrue(template.contains("承办单位,承办人,保密审查人,保密审查结果"), template);
    }

    @Test
    void lists_of_people_are_taken_whole_as_json_and_their_types_by_label() {
        register("BIM-4", null);
        String line = application(
                "BIM-4",
                "1",
                "2021-03-04",
                ", \"coApplicants\": [{\"type\": \"商业企业\", \"name\": \"共同人乙\"}, {\"type\": \"NATURAL_PERSON\", \"name\":"
                        + " \"共同人丙\", \"identityDocument\": \"622801199202022345\"}], \"agents\": [{\"name\": \"代理人庚\"}]");

        assertEquals(List.of(1, 0, 0), ndjson("BIM-4", line).summary());
        read("BIM-4")
                .body("coApplicants.type", contains("COMMERCIAL_ENTERPRISE", "NATURAL_PERSON"))
                .body("coApplicants.name", contains("共同人乙", "共同人丙"))
                .body("agents.name", contains("代理人庚"));
        assertEquals(List.of(0, 1, 0), ndjson("BIM-4", line).summary());
        ImportCalls.Answer refused = ndjson(
                "BIM-4",
                line.replace("代理人庚", "代理人辛"),
                line.replace("\"1\"", "\"2\"").replace("商业企业", "企业协会"),
                line.replace("\"1\"", "\"2\"").replace("\"name\": \"共同人乙\"", "\"contact\": \"共同人乙\""));
        assertEquals("application-differs[]", refused.refusal(1));
        assertEquals("unreadable-body[coApplicants.[0].type]", refused.refusal(2));
        assertEquals("invalid-fields[coApplicants[0].name]", refused.refusal(3));
        assertTrue(!refused.lines().toString().contains("共同人乙"), refused.lines().toString());
        as("recorder", "BIM-4")
                .body(
                        "{\"organisation\": \"BIM-4\", \"caseNumber\": \"9\", \"receivedOn\": \"2021-03-05\", \"channel\":"
                                + " \"IN_PERSON\", \"applicant\": {\"type\": \"NATURAL_PERSON\", \"name\": \"共同人丙\","
                                + " \"identityDocument\": \"622801199202022345\", \"contact\": \"无\"}, \"informationSought\": \"决算\"}")
                .post("/applications?earlierCases=true")
                .then()
                .statusCode(201)
                .body("earlierCases.sameApplicant.caseNumber", contains("1"));
    }

    @Test
    void a_row_of_a_table_has_one_co_applicant_and_one_agent() {
        register("BIM-5", null);
        String table = "机关代码,申请编号,收到日期,申请渠道,申请人类型,申请人,联系方式,所需政府信息,共同申请人类型,共同申请人,代理人姓名,代理人证件号码,代理人联系方式\r\n"
                + "BIM-5,1,2021-03-04,互联网渠道,自然人,演示人甲,13800138000,预算,科研机构,共同人乙,代理人庚,622801197707077890,13700137000\r\n"
                + "BIM-5,2,2021-03-04,互联网渠道,自然人,演示人甲,13800138000,预算,,,,,\r\n"
                + "BIM-5,3,2021-03-04,互联网渠道,自然人,演示人甲,13800138000,预算,,,,,13700137000\r\n";

        ImportCalls.Answer answer =
                streamed("BIM-5", CSV, "?record=application", table.getBytes(StandardCharsets.UTF_8));

        assertEquals(List.of(2, 0, 1), answer.summary(), answer.lines().toString());
        assertEquals("invalid-fields[agents[0].name]", answer.refusal(4));
        read("BIM-5")
                .body("coApplicants.type", contains("RESEARCH_INSTITUTION"))
                .body("coApplicants.name", contains("共同人乙"))
                .body("agents.name", contains("代理人庚"))
                .body("agents[0].identityDocument", equalTo("622801197707077890"))
                .body("agents[0].contact", equalTo("13700137000"));
        as("recorder", "BIM-5").get("/applications").then().body("items.coApplicantCount", contains(1, null));
    }
}
