package org.gongkai.statistics.fact;

import static org.gongkai.statistics.counting.Measure.ADMINISTRATIVE_DECISIONS;
import static org.gongkai.statistics.counting.Measure.ADMINISTRATIVE_FEES_FEN;
import static org.gongkai.statistics.counting.Measure.DISPUTES_CONCLUDED;
import static org.gongkai.statistics.counting.Measure.DISPUTES_FILED;
import static org.gongkai.statistics.counting.Measure.DISPUTES_REOPENED;
import static org.gongkai.statistics.counting.Measure.DOCUMENTS_ENDED;
import static org.gongkai.statistics.counting.Measure.DOCUMENTS_ISSUED;
import static org.gongkai.statistics.counting.Measure.INDICATOR;
import static org.gongkai.statistics.counting.Measure.INDICATOR_REPORTS;
import static org.gongkai.statistics.counting.Measure.ITEMS;
import static org.gongkai.statistics.counting.Measure.PROCESSING_FEE_CASES;
import static org.gongkai.statistics.counting.Measure.PROCESSING_FEE_FEN;
import static org.gongkai.statistics.counting.Measure.PUBLICATIONS;
import static org.gongkai.statistics.testing.Contents.appealed;
import static org.gongkai.statistics.testing.Contents.concluded;
import static org.gongkai.statistics.testing.Contents.fees;
import static org.gongkai.statistics.testing.Contents.items;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.confirmation.Confirmation;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.testing.Contents;
import org.gongkai.statistics.testing.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of record adds to the cells, and what its amendment and retraction do to them. */
class RecordFactsTest {

    private static final DisputeKind DIRECT = DisputeKind.LITIGATION_DIRECT;

    @Test
    void items_count_once_and_once_on_each_channel() {
        assertEquals(
                List.of(
                        delta(2021, 3, ITEMS, "-", 12),
                        delta(2021, 3, PUBLICATIONS, "GAZETTE", 12),
                        delta(2021, 3, PUBLICATIONS, "WEBSITE", 12)),
                recorded(items("2021-03-04", 12, PublicationChannel.WEBSITE, PublicationChannel.GAZETTE)));
    }

    @Test
    void documents_count_by_kind_in_the_month_in_which_they_were_issued_and_ended() {
        assertEquals(
                List.of(delta(2021, 3, DOCUMENTS_ISSUED, "RULES", 1)),
                recorded(Contents.issued(DocumentKind.RULES, "2021-03-04")));
        assertEquals(
                List.of(delta(2022, 1, DOCUMENTS_ENDED, "NORMATIVE_DOCS", 1)),
                recorded(Contents.ended(DocumentKind.NORMATIVE_DOCS, "2022-01-01")));
    }

    @Test
    void a_whole_year_counts_in_its_december_and_amounts_are_exact_fen() {
        assertEquals(
                List.of(delta(2021, 3, ADMINISTRATIVE_DECISIONS, "COERCIVE", 0)),
                recorded(Contents.decisions(DecisionKind.COERCIVE, "2021-03", 0)));
        assertEquals(
                List.of(delta(2021, 12, ADMINISTRATIVE_FEES_FEN, "-", 47_593_666_301L)),
                recorded(fees("2021", "475936663.01")));
        assertEquals(
                List.of(delta(2021, 5, PROCESSING_FEE_CASES, "-", 2), delta(2021, 5, PROCESSING_FEE_FEN, "-", 56_000)),
                recorded(Contents.processingFees("2021-05", 2, "560.00")));
    }

    @Test
    void an_indicator_counts_its_value_and_that_there_is_one() {
        assertEquals(
                List.of(delta(2021, 12, INDICATOR, "TRAININGS", 0), delta(2021, 12, INDICATOR_REPORTS, "TRAININGS", 1)),
                recorded(Contents.indicator(2021, Indicator.TRAININGS, 0)));
    }

    @Test
    void a_dispute_counts_when_it_is_filed_and_by_its_result_when_it_is_concluded() {
        assertEquals(
                List.of(delta(2021, 3, DISPUTES_FILED, "LITIGATION_DIRECT", 1)),
                recorded(Contents.filed(DIRECT, "2021-03-04")));
        assertEquals(
                List.of(delta(2021, 9, DISPUTES_CONCLUDED, "LITIGATION_DIRECT.UPHELD", 1)),
                recorded(concluded(DIRECT, "2021-09-17", DisputeResult.UPHELD)));
    }

    @Test
    void an_appeal_in_the_year_of_the_conclusion_takes_it_back_where_it_was_counted() {
        assertEquals(
                List.of(delta(2021, 9, DISPUTES_CONCLUDED, "LITIGATION_DIRECT.UPHELD", -1)),
                recorded(appealed(DIRECT, "2021-12-31", "2021-09-17", DisputeResult.UPHELD)));
    }

    @Test
    void an_appeal_in_a_later_year_leaves_the_conclusion_and_counts_in_its_own_year() {
        assertEquals(
                List.of(delta(2022, 1, DISPUTES_REOPENED, "LITIGATION_DIRECT", 1)),
                recorded(appealed(DIRECT, "2022-01-01", "2021-12-31", DisputeResult.UPHELD)));
    }

    @Test
    void an_amendment_takes_back_what_was_said_and_says_what_is() {
        assertEquals(
                List.of(
                        delta(2021, 9, DISPUTES_CONCLUDED, "LITIGATION_DIRECT.UPHELD", 1),
                        delta(2022, 1, DISPUTES_REOPENED, "LITIGATION_DIRECT", 1)),
                read(Facts.amended(
                                "R",
                                appealed(DIRECT, "2021-12-31", "2021-09-17", DisputeResult.UPHELD),
                                appealed(DIRECT, "2022-01-01", "2021-09-17", DisputeResult.UPHELD)))
                        .deltas());
    }

    @Test
    void a_retraction_takes_back_all_that_the_record_said() {
        assertEquals(
                List.of(delta(2021, 3, ITEMS, "-", -12), delta(2021, 3, PUBLICATIONS, "WECHAT", -12)),
                read(Facts.retracted("R", items("2021-03-04", 12, PublicationChannel.WECHAT)))
                        .deltas());
    }

    @Test
    void a_confirmation_counts_nothing() {
        Fact confirmed = read(Facts.confirmed("R", 2021));
        Fact retracted = read(Facts.confirmationRetracted("R", 2021));

        assertEquals(new Confirmation(2021, LocalDate.parse("2022-01-10"), false), confirmed.confirmation());
        assertEquals(Confirmation.takenBack(2021), retracted.confirmation());
        assertEquals(List.of(), confirmed.deltas());
        assertNull(read(Facts.recorded("R", fees("2021", "0.00"))).confirmation());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ItemsPublished|'publishedOn':'2021-03-04','channels':['WEBSITE'],'items':0|items",
                "ItemsPublished|'publishedOn':'2021-03-04','channels':['WEBSITE'],'items':1.5|items",
                "ItemsPublished|'publishedOn':'2021-03-04','channels':['WEBSITE'],'items':1000000000001|items",
                "ItemsPublished|'publishedOn':'2021-03-04','channels':['WEBSITE','WEBSITE'],'items':1|channels",
                "ItemsPublished|'publishedOn':'2021-03-04','channels':[],'items':1|channels",
                "ItemsPublished|'publishedOn':'2021-03-04','channels':'WEBSITE','items':1|channels",
                "AdministrativeFeesReported|'period':'2021','amountYuan':'1.0'|amountYuan",
                "AdministrativeFeesReported|'period':'2021','amountYuan':'1000000000000.00'|amountYuan",
                "AdministrativeFeesReported|'period':'2021','amountYuan':'-1.00'|amountYuan",
                "AdministrativeFeesReported|'period':'2021-00','amountYuan':'1.00'|period",
                "AdministrativeFeesReported|'period':'1899','amountYuan':'1.00'|period",
                "AdministrativeFeesReportedRetracted|'was':{'period':'2021','amountYuan':1}|was.amountYuan",
                "AdministrativeFeesReportedRetracted|'was':'2021'|was",
                "IndicatorReported|'year':3000,'indicator':'TRAININGS','value':1|year",
                "DisputeAppealed|'kind':'REVIEW','caseNumber':'7','appealedOn':'2021-03-04','reopens':{}|reopens.concludedOn",
            })
    void what_is_out_of_bounds_is_unreadable_and_its_field_is_named(String type, String fields, String field) {
        String data = ("{'recordId':'01932c07-209f-7abc-8d1e-0c2f6a5b4e3d','organisation':'R'," + fields + "}")
                .replace('\'', '"');

        Reading reading = read(type, data);

        String reason = assertInstanceOf(Reading.Unreadable.class, reading).reason();
        assertEquals(field, reason.substring(0, reason.indexOf(':')));
    }

    @Test
    void the_largest_amount_and_count_are_read() {
        assertEquals(
                List.of(delta(2021, 12, ADMINISTRATIVE_FEES_FEN, "-", 99_999_999_999_999L)),
                recorded(fees("2021", "999999999999.99")));
        assertEquals(
                List.of(delta(2021, 12, ADMINISTRATIVE_DECISIONS, "LICENSES", 1_000_000_000_000L)),
                recorded(Contents.decisions(DecisionKind.LICENSES, "2021", 1_000_000_000_000L)));
    }

    private static List<Delta> recorded(Contents.Content content) {
        return read(Facts.recorded("R", content)).deltas();
    }

    private static Fact read(Facts.Fact fact) {
        Reading reading = read(fact.type(), fact.data());
        return assertInstanceOf(Reading.Readable.class, reading, reading.toString())
                .fact();
    }

    private static Reading read(String type, String data) {
        return FactReader.read("org.gongkai." + type + ".v1", "R", data.getBytes(StandardCharsets.UTF_8));
    }

    private static Delta delta(int year, int month, Measure measure, String category, long amount) {
        return new Delta(new Cell("R", year, month, measure, category, "-"), amount);
    }
}
