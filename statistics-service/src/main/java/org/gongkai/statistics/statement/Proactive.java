package org.gongkai.statistics.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.DecisionKind;
import org.gongkai.statistics.fact.DocumentKind;

/** Table two of the yearly report: what was issued, decided and charged, every cell present. */
public record Proactive(
        @JsonProperty("RULES") Documents rules,
        @JsonProperty("NORMATIVE_DOCS") Documents normativeDocuments,
        @JsonProperty("LICENSES") Decisions licenses,
        @JsonProperty("PENALTIES") Decisions penalties,
        @JsonProperty("COERCIVE") Decisions coercive,
        @JsonProperty("FEES") Fees fees) {

    /**
     * Documents of a kind.
     *
     * @param issued 本年制发件数
     * @param abolished 本年废止件数, in whatever manner they ended
     * @param inForce 现行有效件数, on 31 December
     */
    public record Documents(
            @JsonProperty("ISSUED") long issued,
            @JsonProperty("ABOLISHED") long abolished,
            @JsonProperty("IN_FORCE") long inForce) {}

    /**
     * Decisions of a kind.
     *
     * @param decisions 本年处理决定数量
     */
    public record Decisions(@JsonProperty("DECISIONS") long decisions) {}

    /**
     * Administrative fees.
     *
     * @param amountYuan 本年收费金额 in yuan, exact, with two decimals
     */
    public record Fees(String amountYuan) {}

    static Proactive of(YearFlow flow) {
        return new Proactive(
                documents(flow, DocumentKind.RULES),
                documents(flow, DocumentKind.NORMATIVE_DOCS),
                decisions(flow, DecisionKind.LICENSES),
                decisions(flow, DecisionKind.PENALTIES),
                decisions(flow, DecisionKind.COERCIVE),
                new Fees(Yuan.of(flow.within(Measure.ADMINISTRATIVE_FEES_FEN, Cell.NO_CATEGORY))));
    }

    private static Documents documents(YearFlow flow, DocumentKind kind) {
        return new Documents(
                flow.within(Measure.DOCUMENTS_ISSUED, kind.name()),
                flow.within(Measure.DOCUMENTS_ENDED, kind.name()),
                DocumentStock.inForce(flow, kind));
    }

    private static Decisions decisions(YearFlow flow, DecisionKind kind) {
        return new Decisions(flow.within(Measure.ADMINISTRATIVE_DECISIONS, kind.name()));
    }
}
