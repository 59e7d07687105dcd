package org.gongkai.report.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.gongkai.report.figure.Quantity;

/**
 * The figures of section one. Percentages have the bases of {@link org.gongkai.report.figure.Percentage}.
 *
 * @param proactive what was published
 * @param applications what was received and handled
 * @param disputes reviews and lawsuits
 * @param indicators code to value, reported or derived
 * @param unreported indicators that nobody reported
 */
public record Overview(
        Proactive proactive,
        Applications applications,
        Disputes disputes,
        Map<String, Quantity> indicators,
        List<Unreported> unreported) {

    /** 未报: what an indicator is printed as that nobody reported. */
    public static final String UNREPORTED = "未报";

    /**
     * What was published.
     *
     * @param items distinct items
     * @param byLevel of these, by level
     * @param byChannel items on each channel, an item on several counting on each, and their {@code SUM}
     * @param shares of each level in the items, per cent
     */
    public record Proactive(
            Quantity items,
            Map<String, Quantity> byLevel,
            Map<String, Quantity> byChannel,
            Map<String, Quantity> shares) {}

    /**
     * What was received and handled.
     *
     * @param decided 办理结果总计
     * @param received 本年新收
     * @param carriedIn 上年结转
     * @param carriedOut 结转下年度
     * @param previousDecided decided in the year before; absent where there is none
     * @param previousReceived 本年新收 of the year before; likewise
     * @param yearOnYearPercent signed; absent where there is no base
     * @param receivedByMonth those received in each month, {@code 1} to {@code 12}
     * @param byApplicant 自然人 and 法人或其他组织 of those received and carried in
     * @param byGroup outcomes as section one puts them together
     * @param shares of the groups in those decided, per cent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Applications(
            Quantity decided,
            Quantity received,
            Quantity carriedIn,
            Quantity carriedOut,
            Quantity previousDecided,
            Quantity previousReceived,
            Quantity yearOnYearPercent,
            Map<String, Quantity> receivedByMonth,
            Map<String, Quantity> byApplicant,
            Map<String, Quantity> byGroup,
            Map<String, Quantity> shares) {}

    /**
     * Reviews and lawsuits, of all results.
     *
     * @param litigation both kinds of 行政诉讼
     * @param previousReview 行政复议 of the year before; absent where there is none
     * @param previousLitigation likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Disputes(Quantity litigation, Quantity previousReview, Quantity previousLitigation) {}

    /** An indicator that nobody reported: code, label, and what is printed instead of a value. */
    public record Unreported(String indicator, String label, String printed) {}
}
