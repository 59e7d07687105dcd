package org.gongkai.report.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gongkai.report.form.Forms;
import org.junit.jupiter.api.Test;

class StatementReadingTest {

    @Test
    void a_whole_statement_misses_nothing() {
        assertNull(missing(StatementFixtures.qingyangJson()));
    }

    @Test
    void every_hole_is_named_wherever_it_is() {
        for (String hole : List.of(
                "name",
                "position",
                "asOf",
                "complete",
                "level",
                "kind",
                "previous",
                "levels",
                "subordinates",
                "indicators",
                "publications",
                "processingFees",
                "confirmed",
                "applications.RESULT_TOTAL.TOTAL",
                "proactive.RULES.IN_FORCE",
                "proactive.FEES.amountYuan",
                "disputes.REVIEW.PENDING",
                "publications.items",
                "publications.byChannel.TOUTIAO",
                "processingFees.cases",
                "processingFees.amountYuan",
                "confirmed.no",
                "previous.year",
                "previous.applications.CARRIED_OUT.TOTAL",
                "previous.disputes.LITIGATION_DIRECT.UPHELD",
                "levels.COUNTY.publications.items")) {
            assertEquals(hole, missing(without(hole)), hole);
        }
        ObjectNode subordinate = StatementFixtures.qingyangJson();
        ((ObjectNode) subordinate.at("/subordinates/0/applications/GRANTED_FULL")).remove("TOTAL");
        assertEquals("subordinates.QY-XIFENG.applications.GRANTED_FULL.TOTAL", missing(subordinate));
    }

    @Test
    void a_part_of_a_fen_and_a_part_of_a_document_are_refused() {
        ObjectNode statement = StatementFixtures.qingyangJson();
        statement.withObject("/proactive/FEES").put("amountYuan", "1.005");
        assertEquals("proactive.FEES.amountYuan", missing(statement));

        statement = StatementFixtures.qingyangJson();
        statement.withObject("/proactive/RULES").put("ISSUED", 1.5);
        assertEquals("proactive.RULES.ISSUED", missing(statement));
    }

    @Test
    void another_body_or_year_is_refused() {
        Statement statement = StatementFixtures.qingyang();
        assertEquals("organisation", StatementReading.missing(statement, "OTHER", 2021, Forms.FORM_2021));
        assertEquals("year", StatementReading.missing(statement, "QINGYANG", 2020, Forms.FORM_2021));
        assertEquals("previous.year", missing(wrongYearBefore()));
        assertEquals("organisation", StatementReading.missing(null, "QINGYANG", 2021, Forms.FORM_2021));
    }

    private static ObjectNode wrongYearBefore() {
        ObjectNode statement = StatementFixtures.qingyangJson();
        statement.withObject("/previous").put("year", 2019);
        return statement;
    }

    private static ObjectNode without(String path) {
        ObjectNode statement = StatementFixtures.qingyangJson();
        int last = path.lastIndexOf('.');
        String parent = last < 0 ? "" : "/" + path.substring(0, last).replace('.', '/');
        ((ObjectNode) statement.at(parent)).remove(path.substring(last + 1));
        return statement;
    }

    private static String missing(ObjectNode statement) {
        return StatementReading.missing(StatementFixtures.of(statement), "QINGYANG", 2021, Forms.FORM_2021);
    }
}
