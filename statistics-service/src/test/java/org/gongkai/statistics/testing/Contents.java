package org.gongkai.statistics.testing;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gongkai.statistics.fact.DecisionKind;
import org.gongkai.statistics.fact.DisputeKind;
import org.gongkai.statistics.fact.DisputeResult;
import org.gongkai.statistics.fact.DocumentKind;
import org.gongkai.statistics.fact.Indicator;
import org.gongkai.statistics.fact.PublicationChannel;

/** What the records of a year say, as intake writes it. */
public final class Contents {

    private Contents() {}

    /** The fields of a record. */
    public record Content(String type, String fields) {}

    /** Items on channels. */
    public static Content items(String day, long items, PublicationChannel... channels) {
        return new Content("ItemsPublished", """
                "publishedOn":"%s","channels":[%s],"items":%d""".formatted(
                        day,
                        Arrays.stream(channels)
                                .map(channel -> '"' + channel.name() + '"')
                                .collect(Collectors.joining(",")),
                        items));
    }

    /** A document issued. */
    public static Content issued(DocumentKind kind, String day) {
        return new Content("NormativeDocumentIssued", """
                "kind":"%s","documentNumber":"庆政发〔2021〕1号","issuedOn":"%s\"""".formatted(kind, day));
    }

    /** A document ended. */
    public static Content ended(DocumentKind kind, String day) {
        return new Content("NormativeDocumentEnded", """
                "kind":"%s","documentNumber":"庆政发〔2021〕1号","endedOn":"%s","manner":"REPEALED\"""".formatted(kind, day));
    }

    /** Decisions of a period. */
    public static Content decisions(DecisionKind kind, String period, long decisions) {
        return new Content("AdministrativeDecisionsReported", """
                "kind":"%s","period":"%s","decisions":%d""".formatted(kind, period, decisions));
    }

    /** Administrative fees of a period. */
    public static Content fees(String period, String amountYuan) {
        return new Content("AdministrativeFeesReported", """
                "period":"%s","amountYuan":"%s\"""".formatted(period, amountYuan));
    }

    /** Processing fees of a period. */
    public static Content processingFees(String period, long cases, String amountYuan) {
        return new Content("ProcessingFeeCollected", """
                "period":"%s","cases":%d,"amountYuan":"%s\"""".formatted(period, cases, amountYuan));
    }

    /** A dispute filed. */
    public static Content filed(DisputeKind kind, String day) {
        return new Content("DisputeFiled", """
                "kind":"%s","caseNumber":"7","filedOn":"%s\"""".formatted(kind, day));
    }

    /** A dispute concluded. */
    public static Content concluded(DisputeKind kind, String day, DisputeResult result) {
        return new Content("DisputeConcluded", """
                "kind":"%s","caseNumber":"7","concludedOn":"%s","result":"%s\"""".formatted(kind, day, result));
    }

    /** A concluded dispute that went on. */
    public static Content appealed(DisputeKind kind, String day, String concludedOn, DisputeResult result) {
        return new Content("DisputeAppealed", """
                "kind":"%s","caseNumber":"7","appealedOn":"%s","reopens":{"concludedOn":"%s","result":"%s"}""".formatted(kind, day, concludedOn, result));
    }

    /** An indicator of a year. */
    public static Content indicator(int year, Indicator indicator, long value) {
        return new Content("IndicatorReported", """
                "year":%d,"indicator":"%s","value":%d""".formatted(year, indicator, value));
    }
}
