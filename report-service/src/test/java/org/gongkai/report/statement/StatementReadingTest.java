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
        assertNull(missing(whole()));
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
                "levels.COUNTY.publications.items",
                "own",
                "own.applications.NEW_RECEIVED.OTHER_ORG",
                "own.proactive.FEES.amountYuan",
                "own.disputes.REVIEW.PENDING",
                "own.publications.items",
                "own.confirmed.yes",
                "months")) {
            assertEquals(hole, missing(without(hole)), hole);
        }
        ObjectNode subordinate = whole();
        ((ObjectNode) subordinate.at("/subordinates/0/applications/GRANTED_FULL")).remove("TOTAL");
        assertEquals("subordinates.QY-XIFENG.applications.GRANTED_FULL.TOTAL", missing(subordinate));
    }

    @Test
    void there_are_twelve_months_of_the_year_each_with_both_numbers() {
        ObjectNode eleven = whole();
        eleven.withArray("/months").remove(11);
        assertEquals("months", missing(eleven));
        ObjectNode thirteen = whole();
        thirteen.withArray("/months").addObject();
        assertEquals("months", missing(thirteen));
        ObjectNode none = whole();
        none.withArray("/months").setNull(2);
        assertEquals("months.3", missing(none));
        for (String number : List.of("received", "decided")) {
            ObjectNode hole = whole();
            ((ObjectNode) hole.at("/months/11")).remove(number);
            assertEquals("months.12." + number, missing(hole));
        }
        ObjectNode otherYear = whole();
        ((ObjectNode) otherYear.at("/months/0")).put("month", "2020-01");
        assertEquals("months.1.month", missing(otherYear));
    }

    @Test
    void a_part_of_a_fen_and_a_part_of_a_document_are_refused() {
        ObjectNode statement = whole();
        statement.withObject("/proactive/FEES").put("amountYuan", "1.005");
        assertEquals("proactive.FEES.amountYuan", missing(statement));

        statement = whole();
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
        ObjectNode statement = whole();
        statement.withObject("/previous").put("year", 2019);
        return statement;
    }

    private static ObjectNode without(String path) {
        ObjectNode statement = whole();
        int last = path.lastIndexOf('.');
        String parent = last < 0 ? "" : "/" + path.substring(0, last).replace('.', '/');
        ((ObjectNode) statement.at(parent)).remove(path.substring(last + 1));
        return statement;
    }

    private static ObjectNode whole() {
        return WholeStatement.of(StatementFixtures.qingyangJson());
    }

    private static String missing(ObjectNode statement) {
        return StatementReading.missing(StatementFixtures.read(statement), "QINGYANG", 2021, Forms.FORM_2021);
    }
}
