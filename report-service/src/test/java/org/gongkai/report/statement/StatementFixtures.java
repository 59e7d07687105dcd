package org.gongkai.report.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.gongkai.report.form.Channel;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;

/** Statements as statistics-service sends them, with the true figures of Qingyang 2021. */
public final class StatementFixtures {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Form FORM = Forms.FORM_2021;

    private StatementFixtures() {}

    /** The statement of Qingyang 2021: as published, 187 decided in 2020, a city level and a county level. */
    public static ObjectNode qingyangJson() {
        ObjectNode statement = counts();
        JsonNode data = read("/qingyang/qingyang-2021.json");
        statement.put("organisation", "QINGYANG").put("name", "庆阳市");
        statement.put("level", "CITY").put("kind", "GOVERNMENT").put("year", 2021);
        statement
                .put("asOf", "2022-01-20T08:00:00+08:00")
                .put("position", "1-0.9")
                .put("complete", true);
        statement.put("documentPrefix", "庆政");
        statement
                .putObject("contact")
                .put("unit", "庆阳市电子政务与信息资源管理办公室政府信息公开科")
                .put("phone", data.path("phone").asText())
                .put("reportUrl", data.path("url_in_text").asText());
        table(statement, data);
        JsonNode overview = data.path("overview").path("proactive");
        ObjectNode publications = statement.withObject("/publications");
        publications.put("items", overview.path("total").asLong());
        publications.set("byChannel", overview.path("channels"));
        indicators(statement.withObject("/indicators"), data.path("overview"));
        ObjectNode previous = counts();
        previous.put("year", 2020);
        previous.withObject("/applications/RESULT_TOTAL")
                .put("NATURAL_PERSON", 187)
                .put("TOTAL", 187);
        previous.withObject("/applications/GRANTED_FULL")
                .put("NATURAL_PERSON", 187)
                .put("TOTAL", 187);
        previous.withObject("/applications/NEW_RECEIVED")
                .put("NATURAL_PERSON", 193)
                .put("TOTAL", 193);
        previous.withObject("/applications/CARRIED_OUT")
                .put("NATURAL_PERSON", 5)
                .put("OTHER_ORG", 1)
                .put("TOTAL", 6);
        previous.withObject("/proactive/NORMATIVE_DOCS").put("ISSUED", 102).put("IN_FORCE", 102);
        statement.set("previous", previous);
        statement.putArray("memberChanges");
        ObjectNode city = statement.deepCopy();
        city.withObject("/publications")
                .put("items", overview.path("city_level").asLong());
        ObjectNode county = counts();
        county.withObject("/publications")
                .put("items", overview.path("county_level").asLong());
        statement.putObject("levels").<ObjectNode>set("CITY", city).set("COUNTY", county);
        statement
                .putArray("subordinates")
                .addObject()
                .setAll(county.deepCopy().put("organisation", "QY-XIFENG").put("name", "西峰区"));
        return statement;
    }

    /** The same, read; all that the tables count is the city's own. */
    public static Statement qingyang() {
        return of(qingyangJson());
    }

    /** Made whole, and read as the service reads. */
    public static Statement of(ObjectNode statement) {
        return read(WholeStatement.of(statement));
    }

    /** Read as it stands. */
    static Statement read(JsonNode statement) {
        try {
            return JSON.treeToValue(statement, Statement.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A set of counts, all 0. */
    public static ObjectNode counts() {
        ObjectNode counts = JSON.createObjectNode();
        FORM.applications()
                .rows()
                .forEach(row -> FORM.applications()
                        .columns()
                        .forEach(column ->
                                counts.withObject("/applications/" + row.code()).put(column.code(), 0)));
        FORM.proactive()
                .clauses()
                .forEach(clause -> clause.rows()
                        .forEach(row -> clause.columns().forEach(column -> {
                            ObjectNode cells = counts.withObject("/proactive/" + row.code());
                            if (column.amount()) {
                                cells.put("amountYuan", "0.00");
                            } else {
                                cells.put(column.code(), 0);
                            }
                        })));
        FORM.disputes()
                .blocks()
                .forEach(block -> FORM.disputes()
                        .columns()
                        .forEach(column ->
                                counts.withObject("/disputes/" + block.code()).put(column.code(), 0)));
        counts.putObject("publications").put("items", 0);
        List.of(Channel.values())
                .forEach(channel -> counts.withObject("/publications/byChannel").put(channel.name(), 0));
        counts.putObject("indicators");
        counts.putObject("processingFees").put("cases", 0).put("amountYuan", "0.00");
        counts.putObject("confirmed").put("yes", 43).put("no", 0);
        return counts;
    }

    private static void table(ObjectNode statement, JsonNode data) {
        data.path("table3").properties().forEach(row -> {
            for (int i = 0; i < row.getValue().size(); i++) {
                statement
                        .withObject("/applications/" + row.getKey())
                        .set(
                                data.path("columns").get(i).asText(),
                                row.getValue().get(i));
            }
        });
        JsonNode two = data.path("table2");
        for (String row : List.of("RULES", "NORMATIVE_DOCS")) {
            statement
                    .withObject("/proactive/" + row)
                    .put("ISSUED", two.path(row).get(0).asLong())
                    .put("ABOLISHED", two.path(row).get(1).asLong())
                    .put("IN_FORCE", two.path(row).get(2).asLong());
        }
        for (String row : List.of("LICENSES", "PENALTIES", "COERCIVE")) {
            statement
                    .withObject("/proactive/" + row)
                    .put("DECISIONS", two.path(row).asLong());
        }
        statement.withObject("/proactive/FEES").put("amountYuan", "475936663.00");
    }

    private static void indicators(ObjectNode indicators, JsonNode overview) {
        JsonNode management = overview.path("management");
        JsonNode platform = overview.path("platform");
        JsonNode safeguards = overview.path("safeguards");
        indicators.set("DOCUMENTS_FILED_ISSUED", management.path("filed_qingzhengfa_etc"));
        indicators.set("DOCUMENTS_FILED_LETTERS", management.path("filed_letters"));
        indicators.set("POLICIES_TO_INTERPRET", management.path("policy_documents_interpreted"));
        indicators.set("POLICIES_INTERPRETED", management.path("policy_documents_interpreted"));
        indicators.set("DISCLOSURE_PLATFORMS", platform.path("grassroots_platforms"));
        indicators.set("DISCLOSURE_COLUMNS", platform.path("grassroots_columns"));
        indicators.set("NEW_MEDIA_ACCOUNTS", platform.path("new_media_accounts"));
        indicators.set("SURVEYS", platform.path("surveys"));
        indicators.set("FULL_INSPECTIONS", platform.path("full_checks"));
        indicators.set("RECTIFICATION_CAMPAIGNS", platform.path("problem_rectifications"));
        indicators.set("RECTIFICATION_VERIFICATIONS", platform.path("rectification_checks"));
        indicators.set("MONITORING_REPORTS", platform.path("monitoring_reports"));
        indicators.set("NOTICES_ISSUED", platform.path("notices_issued"));
        indicators.set("REPORTS_SUBMITTED", platform.path("reports_up"));
        indicators.set("ASSESSMENT_ASPECTS", safeguards.path("assessment_aspects"));
        indicators.set("ASSESSMENT_INDICATORS", safeguards.path("assessment_indicators"));
        indicators.set("COUNTIES_ASSESSED", safeguards.path("counties_scored"));
        indicators.set("DEPARTMENTS_ASSESSED", safeguards.path("departments_scored"));
    }

    private static JsonNode read(String resource) {
        try (InputStream file = StatementFixtures.class.getResourceAsStream(resource)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
